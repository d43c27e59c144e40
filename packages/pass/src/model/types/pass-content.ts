// Generated from the table of keys (model/keys) by scripts/generate.ts: edit the table. Long because each key of pass-content has its words.
import type { BarcodeFormat, FeaturedActionType, LegacyBarcodeFormat } from "../enums.ts";
import type { DateText } from "./scalars.ts";

/** A candidate in `barcodes`. */
export interface Barcode {
  /**
   * Symbology. Code 128 is not drawn on watchOS; the last four need iOS 27, so add an older format behind them.
   *
   * Required. From iOS 9, watchOS 2.
   */
  readonly format: BarcodeFormat;
  /**
   * Payload text; converted to bytes with messageEncoding.
   *
   * Required. Limit: QR 2953 bytes, Aztec 1914 bytes, PDF417 about 1108 bytes, Code 128 about 80 characters; Code 39 only
   * 0-9 A-Z and - . $ / + % space; Codabar digits and - $ : / . + between optional A to D; EAN-13 12 or 13 digits;
   * Interleaved 2 of 5 an even number of digits. From iOS 9, watchOS 2.
   */
  readonly message: string;
  /**
   * Character set in which message becomes bytes; iso-8859-1 suits most scanners, utf-8 other text.
   *
   * Required. Format: IANA name of a character set, such as `iso-8859-1`. Default: `"iso-8859-1"`. From iOS 9, watchOS 2.
   */
  readonly messageEncoding: string;
  /**
   * Text under the code. Not on watchOS.
   *
   * Localizable. From iOS 9.
   */
  readonly altText?: string;
}

/** The older single `barcode`. */
export interface LegacyBarcode {
  /**
   * Symbology; iOS 6 to 8 know these three only.
   *
   * Required. From iOS 6, watchOS 2.
   *
   * @deprecated Since iOS 9; use barcodes.
   */
  readonly format: LegacyBarcodeFormat;
  /**
   * Payload text; converted to bytes with messageEncoding.
   *
   * Required. Limit: QR 2953 bytes, Aztec 1914 bytes, PDF417 about 1108 bytes. From iOS 6, watchOS 2.
   *
   * @deprecated Since iOS 9; use barcodes.
   */
  readonly message: string;
  /**
   * Character set in which message becomes bytes; iso-8859-1 suits most scanners, utf-8 other text.
   *
   * Required. Format: IANA name of a character set, such as `iso-8859-1`. Default: `"iso-8859-1"`. From iOS 6, watchOS 2.
   *
   * @deprecated Since iOS 9; use barcodes.
   */
  readonly messageEncoding: string;
  /**
   * Text under the code. Not on watchOS.
   *
   * Localizable. From iOS 6.
   *
   * @deprecated Since iOS 9; use barcodes.
   */
  readonly altText?: string;
}

/** A Bluetooth beacon in `beacons`. */
export interface Beacon {
  /**
   * Beacon UUID.
   *
   * Required. Format: UUID, such as `8FB2B2E1-33F4-4C4B-9A3B-6C1D7B0A5F11`. From iOS 7, watchOS 2.
   */
  readonly proximityUUID: string;
  /**
   * Major number.
   *
   * Limit: whole number, 0 to 65535. From iOS 7, watchOS 2.
   */
  readonly major?: number;
  /**
   * Minor number.
   *
   * Limit: whole number, 0 to 65535. From iOS 7, watchOS 2.
   */
  readonly minor?: number;
  /**
   * Lock-screen text.
   *
   * Localizable. From iOS 7, watchOS 2.
   */
  readonly relevantText?: string;
}

/** A place in `locations`. */
export interface PassLocation {
  /**
   * Degrees.
   *
   * Required. Limit: -90 to 90. From iOS 6, watchOS 2.
   */
  readonly latitude: number;
  /**
   * Degrees.
   *
   * Required. Limit: -180 to 180. From iOS 6, watchOS 2.
   */
  readonly longitude: number;
  /**
   * Metres.
   *
   * From iOS 6, watchOS 2.
   */
  readonly altitude?: number;
  /**
   * Lock-screen text; no organization name, no instruction.
   *
   * Localizable. From iOS 6, watchOS 2.
   */
  readonly relevantText?: string;
}

/** The payload for contactless readers (Apple VAS) in `nfc`. */
export interface PassNfc {
  /**
   * Payload for the reader; longer text is cut.
   *
   * Required. Limit: at most 64 bytes. From iOS 9, watchOS 2.
   */
  readonly message: string;
  /**
   * Base64 of a DER SubjectPublicKeyInfo, P-256; real passes use the compressed point (59 bytes DER, 80 base64 characters,
   * begins MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIg).
   *
   * Required. Format: Base64 (no PEM lines) of a DER SubjectPublicKeyInfo with a P-256 key, such as
   * `MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACaNp5sYtPzm0cJQ8ws0ByZ0mdBmu5uUJzFj3ZPdvAtgo=`. From iOS 9, watchOS 2.
   */
  readonly encryptionPublicKey: string;
  /**
   * User must authenticate for each use; pair with sharingProhibited. Must be a JSON boolean.
   *
   * Default: `false`. From iOS 13.1.
   */
  readonly requiresAuthentication?: boolean;
}

/** A moment around which the pass is relevant. */
export interface RelevantMoment {
  /**
   * A moment; Wallet builds an interval around it. Called relevantDate in iOS 18; emit both for iOS 18-25.
   *
   * Required: unless startDate and endDate are given. Format: date and time with hours, minutes and a zone (W3C, a profile
   * of ISO 8601), such as `2026-12-24T19:30+01:00`. From iOS 18, watchOS 11.
   */
  readonly date: DateText;
  /**
   * Name used by iOS 18 before the rename to date in iOS 26.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * From iOS 18, watchOS 11. Found out by testers; not documented.
   *
   * @deprecated Since iOS 26; use date.
   */
  readonly relevantDate?: DateText;
  readonly startDate?: never;
  readonly endDate?: never;
}

/** A span of time in which the pass is relevant. */
export interface RelevantInterval {
  /**
   * Start of the interval.
   *
   * Required: with endDate. Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as
   * `2026-12-24T19:30+01:00`. From iOS 18, watchOS 11.
   */
  readonly startDate: DateText;
  /**
   * End of the interval; must be after startDate; intervals over 24 h are cut or ignored (community).
   *
   * Required: when startDate is present. Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601),
   * such as `2026-12-24T19:30+01:00`. From iOS 18, watchOS 11.
   */
  readonly endDate: DateText;
  readonly date?: never;
  readonly relevantDate?: never;
}

/** A moment or an interval in `relevantDates`. */
export type RelevantDate = RelevantMoment | RelevantInterval;

/** A button that opens an address. */
export interface LinkAction {
  /**
   * Unique within featuredActions.
   *
   * Required. From iOS 27, watchOS 27. Known from Apple's pass-builder, not in the reference.
   */
  readonly identifier: string;
  /**
   * Kind of action; Wallet supplies icon and text.
   *
   * Required. From iOS 27, watchOS 27. Shown at WWDC, not in the reference.
   */
  readonly type: Exclude<FeaturedActionType, "place">;
  /**
   * Target; tel: for call.
   *
   * Required: for all types but place. Format: URL with its scheme, such as `https://example.com/tickets`. From iOS 27,
   * watchOS 27. Known from Apple's pass-builder, not in the reference.
   */
  readonly url: string;
  readonly placeIdentifier?: never;
}

/** A button that shows a place. */
export interface PlaceAction {
  /**
   * Unique within featuredActions.
   *
   * Required. From iOS 27, watchOS 27. Known from Apple's pass-builder, not in the reference.
   */
  readonly identifier: string;
  /**
   * Kind of action; Wallet supplies icon and text.
   *
   * Required. From iOS 27, watchOS 27. Shown at WWDC, not in the reference.
   */
  readonly type: "place";
  /**
   * Apple Maps Place ID. Testers report that place is never drawn.
   *
   * Required: for the type place (passkit-generator). From iOS 27, watchOS 27. Found out by testers; not documented.
   */
  readonly placeIdentifier: string;
  /**
   * Target; tel: for call.
   *
   * Required: for all types but place. Format: URL with its scheme, such as `https://example.com/tickets`. From iOS 27,
   * watchOS 27. Known from Apple's pass-builder, not in the reference.
   */
  readonly url?: string;
}

/** A button below the pass in `featuredActions`. */
export type FeaturedAction = LinkAction | PlaceAction;
