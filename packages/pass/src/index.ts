/**
 * Make, sign, read, verify and check Apple Wallet passes.
 *
 * @module
 */
export { PASS_ERRORS, PassError, type PassErrorCode, type PassErrorDetails } from "./errors.ts";

// images
export { IMAGES, type ImageSpec } from "./model/images.ts";
export { type ImageName, isImageName } from "./model/enums.ts";

// signature
export {
  type CertificateRequest,
  type CertificateRequestFacts,
  type CertificateRequestOptions,
  createCertificateRequest,
  readCertificateRequest,
} from "./signature/certificate-request.ts";
export {
  type CertificateInspection,
  type CertificateKind,
  type CertificateUse,
  certificateMatchesKey,
  inspectCertificate,
} from "./signature/inspect-certificate.ts";
export type {
  CertificateFacts,
  SignatureOddity,
  SignatureOddityKind,
  SignatureReport,
  WwdrGeneration,
} from "./signature/signature-report.ts";
export {
  type SignedIdentity,
  Signer,
  type SignerAllowances,
  type SignerFunctionOptions,
  type SignerIdentityOptions,
  type SignerOptions,
} from "./signature/signer.ts";
export { appleRootCertificates } from "./signature/apple-certificates.ts";
export { verifySignature, type VerifySignatureInput } from "./signature/verify-signature.ts";

// signed barcodes
export {
  type BarcodeKeySet,
  type BarcodePrivateKey,
  type BarcodePublicKey,
  generateBarcodeKey,
  toBarcodePublicKey,
} from "./barcode/barcode-key.ts";
export { BARCODE_PAYLOAD_LIMIT, signBarcode, type VerifiedBarcode, verifyBarcode } from "./barcode/signed-barcode.ts";

// archive
export type { ArchiveLimits } from "./archive/archive-limits.ts";
export type { ArchiveEntry, ArchiveOddity, ArchiveOddityKind, ArchiveReport } from "./archive/archive-report.ts";
export { joinChunks } from "./archive/write-archive.ts";

// manifest
export { compareManifest, type ManifestReport } from "./manifest/manifest.ts";
export type { ManifestTolerance } from "./manifest/parse-manifest.ts";

// model
export {
  BARCODE_FORMAT_SUPPORT,
  BARCODE_FORMATS,
  type BarcodeFormat,
  LEGACY_BARCODE_FORMATS,
  type LegacyBarcodeFormat,
} from "./model/enums.ts";
export { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue, toJsonPointer } from "./model/json.ts";
export { type JsonProblem, PassDocument } from "./model/pass-document.ts";
export {
  FIELD_SECTIONS,
  type FieldSection,
  isPassStyle,
  PASS_STYLES,
  type PassStyle,
  STYLES,
  type StyleSpec,
} from "./model/style.ts";
export { type Charset, type EncodedText, findCharset } from "./check/values/charset.ts";
export { parseW3cDate, type W3cDate, type W3cDateFault, type W3cDateProblem } from "./check/values/date.ts";
export type {
  BoardingPass,
  Coupon,
  EventTicket,
  GenericPass,
  Pass,
  PassBase,
  PosterGenericPass,
  StoreCard,
} from "./model/types/pass.ts";
export type {
  Barcode,
  Beacon,
  FeaturedAction,
  LegacyBarcode,
  PassLocation,
  PassNfc,
  RelevantDate,
} from "./model/types/pass-content.ts";
export type {
  AdditionalInfoField,
  AuxiliaryField,
  BackField,
  BoardingPassFields,
  CouponFields,
  DateValue,
  EventAuxiliaryField,
  EventTicketFields,
  FieldBase,
  FooterField,
  GenericFields,
  HeaderField,
  MoneyValue,
  NumberValue,
  PassFieldContent,
  PlainValue,
  PosterGenericFields,
  PrimaryField,
  SecondaryField,
  StoreCardFields,
} from "./model/types/pass-fields.ts";
export type { PersonalInfo, Personalization, PersonalizationRequest } from "./model/types/personalization.ts";
export type { DateText, RgbColor } from "./model/types/scalars.ts";
export type {
  CurrencyAmount,
  EventDateInfo,
  PersonNameComponents,
  Seat,
  SemanticLocation,
  SemanticTags,
  WifiNetwork,
} from "./model/types/semantic-tags.ts";
export type {
  UpcomingDateInformation,
  UpcomingImage,
  UpcomingImages,
  UpcomingImageURLEntry,
  UpcomingPassInformationEntry,
  UpcomingURLs,
} from "./model/types/upcoming.ts";

// package
export { distanceBetween, type GeoPoint, nearestLocations } from "./package/nearest-locations.ts";
export type { PackageEditor, PlaceInPass } from "./package/package-editor.ts";
export { packFiles } from "./package/pack-files.ts";
export type { FileSource, PassFiles } from "./package/pass-files.ts";
export { BUNDLE_LIMITS, type BundledPass, PassBundle } from "./package/pass-bundle.ts";
export { PassPackage } from "./package/pass-package.ts";
export type { SigningAllowances } from "./package/signable.ts";
export type { SignedPass, SignOptions } from "./package/signed-pass.ts";
export { singleLanguage } from "./package/single-language.ts";

// template
export type { InputField } from "./template/describe-inputs.ts";
export type { ImageOverrides } from "./template/image-overrides.ts";
export { type DerivedImage, deriveScales, type ImageScaler } from "./template/image-scaler.ts";
export { TEMPLATE_LIMITS } from "./template/limits.ts";
export {
  createMinter,
  type Minted,
  type Minter,
  type MinterOptions,
  type MintManyOptions,
  type MintOptions,
} from "./template/minter.ts";
export {
  type BuildOptions,
  PassTemplate,
  type PreparedTemplate,
  type RenderedFile,
  type TemplateOptions,
} from "./template/pass-template.ts";
export { SCAN_RULE_LIMITS, type ScanRule } from "./template/scan-rule.ts";
export type { PassValues, ValueProblem } from "./template/values.ts";

// check
export { type Colour, type ColourForm, parseColour } from "./check/values/colour.ts";
export { type BundleCheck, type BundleMember, checkBundle } from "./check/check-bundle.ts";
export { checkFile } from "./check/check-file.ts";
export { type CheckOptions, checkPass, type PassCheck } from "./check/check-pass.ts";
export { checkDelivery, type Delivery, type DeliveryRedirect } from "./check/delivery.ts";
export { describeFinding, type FindingText, formatWhere, type MessageCatalog } from "./check/describe-finding.ts";
export type { ImageFacts } from "./check/image-facts.ts";
export { readImageFacts } from "./check/read-image-facts.ts";
export type { Effect, Finding, FindingParams, InstallStep, RuleWords, Severity, Where } from "./check/rule.ts";
export type { RuleSelection } from "./check/select-findings.ts";
export type { Installs, StepOutcome } from "./check/verdict.ts";
export { type FixedSource, type FixOptions, fixSource } from "./fix/fix-source.ts";
export type { SourceFix } from "./fix/source-fix.ts";

// compare
export { comparePasses } from "./compare/compare-passes.ts";
export { fieldText, type Reader } from "./compare/field-text.ts";
export type { FormatClock, FormatStyle, FormatStyles, Formatter } from "./compare/formatter.ts";
export { createIntlFormatter, type IntlFormatterOptions } from "./compare/intl-formatter.ts";
export { createZoneClock, type ZoneClock } from "./compare/zone-offset.ts";
export type {
  ComparablePass,
  CompareOptions,
  FieldChange,
  FileChange,
  FileState,
  IdentityChange,
  PassComparison,
  Silence,
  TranslationChange,
  UpdateNotice,
  ValueChange,
} from "./compare/pass-comparison.ts";

// strings
export { chooseLocale, listFallbacks } from "./strings/locale.ts";
export { createLocalizer, listLocales, type Localizer } from "./strings/localizer.ts";
export { parseStrings } from "./strings/parse-strings.ts";
export type { StringsEncoding, StringsFile } from "./strings/strings-file.ts";
export { writeStrings } from "./strings/write-strings.ts";
