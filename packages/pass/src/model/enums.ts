/**
 * The fixed words of pass.json, as Apple's reference and tools list them. Each list is a `const` array with a type of the
 * same stem; the table of keys refers to them by the names in {@link ENUMS}.
 */

/** `transitType` of a boarding pass. */
export const TRANSIT_TYPES = [
  "PKTransitTypeAir",
  "PKTransitTypeBoat",
  "PKTransitTypeBus",
  "PKTransitTypeGeneric",
  "PKTransitTypeTrain",
] as const;
export type TransitType = (typeof TRANSIT_TYPES)[number];

/** `format` of a barcode in `barcodes`. */
export const BARCODE_FORMATS = [
  "PKBarcodeFormatQR",
  "PKBarcodeFormatPDF417",
  "PKBarcodeFormatAztec",
  "PKBarcodeFormatCode128",
  "PKBarcodeFormatCode39",
  "PKBarcodeFormatCodabar",
  "PKBarcodeFormatEAN13",
  "PKBarcodeFormatI2of5",
] as const;
export type BarcodeFormat = (typeof BARCODE_FORMATS)[number];

/** First iOS that draws a format, and whether an Apple Watch draws it (null: not documented). */
export const BARCODE_FORMAT_SUPPORT: Readonly<Record<BarcodeFormat, { readonly minIOS: number; readonly watch: boolean | null }>> =
  {
    PKBarcodeFormatQR: { minIOS: 6, watch: true },
    PKBarcodeFormatPDF417: { minIOS: 6, watch: true },
    PKBarcodeFormatAztec: { minIOS: 6, watch: true },
    PKBarcodeFormatCode128: { minIOS: 9, watch: false },
    PKBarcodeFormatCode39: { minIOS: 27, watch: null },
    PKBarcodeFormatCodabar: { minIOS: 27, watch: null },
    PKBarcodeFormatEAN13: { minIOS: 27, watch: null },
    PKBarcodeFormatI2of5: { minIOS: 27, watch: null },
  };

/** `format` of the older single `barcode`. */
export const LEGACY_BARCODE_FORMATS = ["PKBarcodeFormatQR", "PKBarcodeFormatPDF417", "PKBarcodeFormatAztec"] as const;
export type LegacyBarcodeFormat = (typeof LEGACY_BARCODE_FORMATS)[number];

/** Members of a field's `dataDetectorTypes`. */
export const DATA_DETECTOR_TYPES = [
  "PKDataDetectorTypePhoneNumber",
  "PKDataDetectorTypeLink",
  "PKDataDetectorTypeAddress",
  "PKDataDetectorTypeCalendarEvent",
] as const;
export type DataDetectorType = (typeof DATA_DETECTOR_TYPES)[number];

/** `dateStyle` and `timeStyle` of a field. */
export const DATE_STYLES = [
  "PKDateStyleNone",
  "PKDateStyleShort",
  "PKDateStyleMedium",
  "PKDateStyleLong",
  "PKDateStyleFull",
] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** `numberStyle` of a field. */
export const NUMBER_STYLES = [
  "PKNumberStyleDecimal",
  "PKNumberStylePercent",
  "PKNumberStyleScientific",
  "PKNumberStyleSpellOut",
] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/** `textAlignment` of a field. */
export const TEXT_ALIGNMENTS = [
  "PKTextAlignmentLeft",
  "PKTextAlignmentCenter",
  "PKTextAlignmentRight",
  "PKTextAlignmentNatural",
] as const;
export type TextAlignment = (typeof TEXT_ALIGNMENTS)[number];

/** `row` of an auxiliary field of an event ticket. */
export const FIELD_ROWS = [0, 1] as const;
export type FieldRow = (typeof FIELD_ROWS)[number];

/** Tag `eventType`. */
export const EVENT_TYPES = [
  "PKEventTypeGeneric",
  "PKEventTypeLivePerformance",
  "PKEventTypeMovie",
  "PKEventTypeSports",
  "PKEventTypeConference",
  "PKEventTypeConvention",
  "PKEventTypeWorkshop",
  "PKEventTypeSocialGathering",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Members of the security program tags of a flight. */
export const TRANSIT_SECURITY_PROGRAMS = [
  "PKTransitSecurityProgramTSAPreCheck",
  "PKTransitSecurityProgramTSAPreCheckTouchlessID",
  "PKTransitSecurityProgramOSS",
  "PKTransitSecurityProgramITI",
  "PKTransitSecurityProgramITD",
  "PKTransitSecurityProgramGlobalEntry",
  "PKTransitSecurityProgramCLEAR",
] as const;
export type TransitSecurityProgram = (typeof TRANSIT_SECURITY_PROGRAMS)[number];

/** Members of the tag `passengerCapabilities`. */
export const PASSENGER_CAPABILITIES = [
  "PKPassengerCapabilityPreboarding",
  "PKPassengerCapabilityPriorityBoarding",
  "PKPassengerCapabilityCarryon",
  "PKPassengerCapabilityPersonalItem",
  "PKPassengerCapabilityLapInfant",
] as const;
export type PassengerCapability = (typeof PASSENGER_CAPABILITIES)[number];

/** IATA service codes that Wallet draws for the tag `passengerServiceSSRs`; others are allowed and not drawn. */
export const SERVICE_SSRS = ["PETC", "SVAN", "UMNR", "WCBD", "WCBW", "WCHC", "WCHR", "WCHS", "WCLB", "WCMP", "WCOB"] as const;
export type ServiceSsr = (typeof SERVICE_SSRS)[number];

/** IATA information codes that Wallet draws for the tag `passengerInformationSSRs`; others are allowed and not drawn. */
export const INFORMATION_SSRS = ["INFT"] as const;
export type InformationSsr = (typeof INFORMATION_SSRS)[number];

/** Members of `preferredStyleSchemes`: the two newer looks and the plain styles they fall back to. */
export const PREFERRED_STYLE_SCHEMES = ["posterEventTicket", "eventTicket", "semanticBoardingPass", "boardingPass"] as const;

/** `type` of a featured action. */
export const FEATURED_ACTION_TYPES = [
  "addToBalance",
  "bookAppointment",
  "bookCar",
  "bookFlight",
  "bookStay",
  "call",
  "listenToMusic",
  "membershipBenefits",
  "order",
  "place",
  "shop",
  "viewOffersRewards",
  "viewSchedule",
  "watchTrailer",
] as const;
export type FeaturedActionType = (typeof FEATURED_ACTION_TYPES)[number];

/** Members of `requiredPersonalizationFields` in personalization.json. */
export const PERSONALIZATION_FIELDS = [
  "PKPassPersonalizationFieldName",
  "PKPassPersonalizationFieldPostalCode",
  "PKPassPersonalizationFieldEmailAddress",
  "PKPassPersonalizationFieldPhoneNumber",
] as const;
export type PersonalizationField = (typeof PERSONALIZATION_FIELDS)[number];

/** Kinds of an entry of `upcomingPassInformation`. */
export const UPCOMING_TYPES = ["event"] as const;
export type UpcomingType = (typeof UPCOMING_TYPES)[number];

/** The version of the format. */
export const FORMAT_VERSIONS = [1] as const;
export type FormatVersion = (typeof FORMAT_VERSIONS)[number];

/** Names of the images of a pass, without scale and `.png`. */
export const IMAGE_NAMES = [
  "icon",
  "logo",
  "primaryLogo",
  "secondaryLogo",
  "strip",
  "thumbnail",
  "background",
  "artwork",
  "footer",
  "personalizationLogo",
  "venueMap",
] as const;
export type ImageName = (typeof IMAGE_NAMES)[number];

/**
 * Whether a text names a picture of passes: `thumbnail`, without scale and ending.
 *
 * @example
 * ```ts
 * const paths = ["thumbnail", "photo"].filter(isImageName).map((picture) => `${picture}@2x.png`);
 * ```
 */
export function isImageName(text: string): text is ImageName {
  return (IMAGE_NAMES as readonly string[]).includes(text);
}

/** The lists that keys of pass.json refer to, by the name of their type. */
export const ENUMS = {
  FormatVersion: FORMAT_VERSIONS,
  TransitType: TRANSIT_TYPES,
  BarcodeFormat: BARCODE_FORMATS,
  LegacyBarcodeFormat: LEGACY_BARCODE_FORMATS,
  DataDetectorType: DATA_DETECTOR_TYPES,
  DateStyle: DATE_STYLES,
  NumberStyle: NUMBER_STYLES,
  TextAlignment: TEXT_ALIGNMENTS,
  FieldRow: FIELD_ROWS,
  EventType: EVENT_TYPES,
  TransitSecurityProgram: TRANSIT_SECURITY_PROGRAMS,
  PassengerCapability: PASSENGER_CAPABILITIES,
  ServiceSsr: SERVICE_SSRS,
  InformationSsr: INFORMATION_SSRS,
  PreferredStyleScheme: PREFERRED_STYLE_SCHEMES,
  FeaturedActionType: FEATURED_ACTION_TYPES,
  PersonalizationField: PERSONALIZATION_FIELDS,
  UpcomingType: UPCOMING_TYPES,
} as const satisfies Record<string, readonly (string | number)[]>;
export type EnumName = keyof typeof ENUMS;
