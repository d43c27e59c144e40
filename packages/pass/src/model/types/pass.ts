// Generated from the table of keys (model/keys) by scripts/generate.ts: edit the table. Long because each key of pass has its words.
import type { FormatVersion } from "../enums.ts";
import type { DateText, RgbColor } from "./scalars.ts";
import type {
  BoardingPassFields,
  CouponFields,
  EventTicketFields,
  GenericFields,
  PosterGenericFields,
  StoreCardFields,
} from "./pass-fields.ts";
import type { Barcode, Beacon, FeaturedAction, LegacyBarcode, PassLocation, PassNfc, RelevantDate } from "./pass-content.ts";
import type { SemanticTags } from "./semantic-tags.ts";
import type { UpcomingPassInformationEntry } from "./upcoming.ts";

/** What passes of all styles may hold. */
export interface PassBase {
  /**
   * File format version; the only legal value is 1.
   *
   * Required. Default: `1`. From iOS 6, watchOS 2.
   */
  readonly formatVersion: FormatVersion;
  /**
   * Registered pass type ID; must equal the UID in the subject of the signing certificate. Together with serialNumber it
   * identifies a pass, so it never changes on update.
   *
   * Required. Format: pass type identifier: reverse domain name that begins with "pass.", such as
   * `pass.com.example.membership`. From iOS 6, watchOS 2.
   */
  readonly passTypeIdentifier: string;
  /**
   * Unique within the pass type; docs call it alphanumeric, UUIDs with dashes and other URL-safe text are common. A number
   * type is rejected. Never changes on update. Keep it URL-path safe because Wallet puts it into web-service paths.
   *
   * Required. Limit: not empty. From iOS 6, watchOS 2.
   */
  readonly serialNumber: string;
  /**
   * Developer team ID; must equal OU in the subject of the signing certificate.
   *
   * Required. Format: team identifier: ten capital letters and digits, such as `A1B2C3D4E5`. From iOS 6, watchOS 2.
   */
  readonly teamIdentifier: string;
  /**
   * Issuer name; shown on the lock screen and in notifications. Do not repeat it in relevantText.
   *
   * Required. Localizable. From iOS 6, watchOS 2.
   */
  readonly organizationName: string;
  /**
   * Short text read by VoiceOver; include the kind of pass, do not copy all data.
   *
   * Required. Localizable. From iOS 6, watchOS 2.
   */
  readonly description: string;
  /**
   * Shared secret Wallet sends as "Authorization: ApplePass <token>". Do not change it in an update.
   *
   * Required: when webServiceURL is present. Limit: at least 16 characters. From iOS 6, watchOS 2.
   */
  readonly authenticationToken?: string;
  /**
   * Base URL of the update service; Wallet appends /v1/ and the rest of a path. http works on devices with the developer
   * setting only.
   *
   * Required: when authenticationToken is present (and for personalization). Format: https URL, such as
   * `https://passes.example.com/`. From iOS 6, watchOS 2.
   */
  readonly webServiceURL?: string;
  /**
   * One barcode. Only QR, PDF417 and Aztec. Keep as a fallback for iOS 8 only; barcodes wins when present.
   *
   * From iOS 6, watchOS 2.
   *
   * @deprecated Since iOS 9; use barcodes.
   */
  readonly barcode?: LegacyBarcode;
  /**
   * Candidates in order of preference; the first one the device can draw is shown.
   *
   * From iOS 9, watchOS 2.
   */
  readonly barcodes?: readonly Barcode[];
  /**
   * Bluetooth beacons that make the pass relevant.
   *
   * Limit: at most 10 different UUIDs (archive). From iOS 7, watchOS 2.
   */
  readonly beacons?: readonly Beacon[];
  /**
   * Places that make the pass relevant.
   *
   * Limit: at most 10 items. From iOS 6, watchOS 2.
   */
  readonly locations?: readonly PassLocation[];
  /**
   * Metres from a location inside which the pass is relevant; the smaller of this and the style default counts. A string is
   * silently dropped.
   *
   * Limit: more than 0. From iOS 7, watchOS 2.
   */
  readonly maxDistance?: number;
  /**
   * Moment the pass becomes relevant. Not used by coupon and storeCard. With no other date it can make the pass count as
   * past about a day later (community).
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: boardingPass, eventTicket, generic. From iOS 6, watchOS 2.
   *
   * @deprecated Since iOS 18; use relevantDates.
   */
  readonly relevantDate?: DateText;
  /**
   * Moments or intervals in which the pass is relevant; needed for the event-guide Live Activity.
   *
   * From iOS 18, watchOS 11.
   */
  readonly relevantDates?: readonly RelevantDate[];
  /**
   * After it the pass is shown as expired (moved to the expired list, barcode dimmed).
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * From iOS 7, watchOS 2.
   */
  readonly expirationDate?: DateText;
  /**
   * true marks the pass as used up; barcode is dimmed.
   *
   * Default: `false`. From iOS 7, watchOS 2.
   */
  readonly voided?: boolean;
  /**
   * Card colour. Ignored when a background image is shown.
   *
   * Format: colour as rgb(red, green, blue), whole numbers from 0 to 255; hexadecimal colours are read by Apple's own tool
   * only, such as `rgb(22, 55, 110)`. From iOS 6, watchOS 2.
   */
  readonly backgroundColor?: RgbColor;
  /**
   * Colour of field values.
   *
   * Format: colour as rgb(red, green, blue), whole numbers from 0 to 255; hexadecimal colours are read by Apple's own tool
   * only, such as `rgb(22, 55, 110)`. From iOS 6, watchOS 2.
   */
  readonly foregroundColor?: RgbColor;
  /**
   * Colour of labels; derived by the system when absent.
   *
   * Format: colour as rgb(red, green, blue), whole numbers from 0 to 255; hexadecimal colours are read by Apple's own tool
   * only, such as `rgb(22, 55, 110)`. From iOS 6, watchOS 2.
   */
  readonly labelColor?: RgbColor;
  /**
   * Colour of the strip. passkit-generator has it, too.
   *
   * Format: colour as rgb(red, green, blue), whole numbers from 0 to 255; hexadecimal colours are read by Apple's own tool
   * only, such as `rgb(22, 55, 110)`. Known from Apple's pass-builder, not in the reference.
   */
  readonly stripColor?: RgbColor;
  /**
   * Colour of the chin below a poster pass; default is a blur of the artwork. HIG shows it for poster generic as well.
   *
   * Format: colour as rgb(red, green, blue), whole numbers from 0 to 255; hexadecimal colours are read by Apple's own tool
   * only, such as `rgb(22, 55, 110)`. Styles: eventTicket, posterGeneric (posterEventTicket). From iOS 18, watchOS 11.
   */
  readonly footerBackgroundColor?: RgbColor;
  /**
   * Text beside the logo. Not used by poster event tickets (use eventLogoText).
   *
   * Localizable. From iOS 6, watchOS 2.
   */
  readonly logoText?: string;
  /**
   * SF Symbol used in place of a logo. Seen in a pass that Wallet itself made, too.
   *
   * Format: name of an SF Symbol, such as `airplane.departure`. Known from Apple's pass-builder, not in the reference.
   */
  readonly logoSymbolName?: string;
  /**
   * Shine effect over the strip; has had no effect since iOS 7.
   *
   * Default: `true`. Styles: coupon, eventTicket, storeCard. From iOS 6.
   *
   * @deprecated Since iOS 7 without effect.
   */
  readonly suppressStripShine?: boolean;
  /**
   * Removes the dark gradient behind the header of a poster pass.
   *
   * Default: `false`. Styles: eventTicket, posterGeneric (posterEventTicket). From iOS 18.
   */
  readonly suppressHeaderDarkening?: boolean;
  /**
   * Hides the share button; does not stop other ways of sharing.
   *
   * Default: `false`. From iOS 11.
   */
  readonly sharingProhibited?: boolean;
  /**
   * Same value + same pass type + same style stack together. Other styles group automatically by pass type.
   *
   * Styles: boardingPass, eventTicket. From iOS 7, watchOS 2.
   */
  readonly groupingIdentifier?: string;
  /**
   * App Store IDs of the issuer's apps; the first one that fits the device is linked.
   *
   * From iOS 6.
   */
  readonly associatedStoreIdentifiers?: readonly number[];
  /**
   * URL handed to the associated app on launch.
   *
   * Required: only with associatedStoreIdentifiers. Format: URL with its scheme, such as `https://example.com/tickets`. From
   * iOS 6.
   */
  readonly appLaunchURL?: string;
  /**
   * Private data for the issuer's app; never shown.
   *
   * From iOS 7.
   */
  readonly userInfo?: unknown;
  /**
   * Payload for Apple VAS readers. The file must be signed with an NFC-enabled pass certificate or it is refused.
   *
   * From iOS 9, watchOS 2.
   */
  readonly nfc?: PassNfc;
  /**
   * Machine-readable data for the whole pass.
   *
   * From iOS 12, watchOS 5.
   */
  readonly semantics?: SemanticTags;
  /**
   * Buttons under the pass, in order of priority. Drawn on the classic styles and posterGeneric, not on posterEventTicket /
   * semanticBoardingPass (community).
   *
   * Limit: at most 2 items. From iOS 27, watchOS 27. Shown at WWDC, not in the reference.
   */
  readonly featuredActions?: readonly FeaturedAction[];
}

/** A boarding pass or another ticket for a journey. */
export interface BoardingPass extends PassBase {
  /**
   * Transit pass; needs transitType inside.
   *
   * Required: exactly one of the five older style keys. Styles: boardingPass. From iOS 6, watchOS 2.
   */
  readonly boardingPass: BoardingPassFields;
  /**
   * Poster layout for any pass. Wallet 27 prefers it over an older style in the same file; a file with posterGeneric only
   * cannot be added on iOS 26 or earlier. Does not use preferredStyleSchemes.
   *
   * Required: alone, or beside one older style key. Styles: posterGeneric. From iOS 27, watchOS 27. Described in an article
   * of Apple's, not in the reference.
   */
  readonly posterGeneric?: PosterGenericFields;
  /**
   * Schemes in order; Wallet takes the first that validates, else the plain style. Must be at the top level, not inside the
   * style dictionary.
   *
   * Required: for posterEventTicket / semanticBoardingPass. Styles: boardingPass, eventTicket. From iOS 18.
   */
  readonly preferredStyleSchemes?: readonly ("semanticBoardingPass" | "boardingPass")[];
  /**
   * Apple Messages for Business ID.
   *
   * Styles: boardingPass (semanticBoardingPass). From iOS 26. Described in an article of Apple's, not in the reference.
   */
  readonly businessChatIdentifier?: string;
  /**
   * Accessibility page of the event or venue (real airline passes carry it too).
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass, eventTicket
   * (posterEventTicket, semanticBoardingPass). From iOS 18.
   */
  readonly accessibilityURL?: string;
  /**
   * Bag policy (real airline passes carry it too).
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass, eventTicket
   * (posterEventTicket, semanticBoardingPass). From iOS 18.
   */
  readonly bagPolicyURL?: string;
  /**
   * Food order page; on semantic boarding passes the meal order.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass, eventTicket
   * (posterEventTicket, semanticBoardingPass). From iOS 18.
   */
  readonly orderFoodURL?: string;
  /**
   * Change seat.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly changeSeatURL?: string;
  /**
   * In-flight entertainment.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly entertainmentURL?: string;
  /**
   * Add checked bags.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly purchaseAdditionalBaggageURL?: string;
  /**
   * Buy lounge access.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly purchaseLoungeAccessURL?: string;
  /**
   * Buy in-flight Wi-Fi.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly purchaseWifiURL?: string;
  /**
   * Upgrade.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly upgradeURL?: string;
  /**
   * Manage the booking.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly managementURL?: string;
  /**
   * Register a service animal.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly registerServiceAnimalURL?: string;
  /**
   * Report a lost bag.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly reportLostBagURL?: string;
  /**
   * Ask for a wheelchair.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly requestWheelchairURL?: string;
  /**
   * Track bags. In Apple docs; missing from pass-builder and from passkit-generator 3.6.1.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly trackBagsURL?: string;
  /**
   * Carrier e-mail.
   *
   * Format: e-mail address, such as `help@example.com`. Styles: boardingPass (semanticBoardingPass). From iOS 26.
   */
  readonly transitProviderEmail?: string;
  /**
   * Carrier phone.
   *
   * Format: telephone number, such as `+1 408 555 0100`. Styles: boardingPass (semanticBoardingPass). From iOS 26.
   */
  readonly transitProviderPhoneNumber?: string;
  /**
   * Carrier web site.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass (semanticBoardingPass). From
   * iOS 26.
   */
  readonly transitProviderWebsiteURL?: string;
  readonly coupon?: never;
  readonly eventTicket?: never;
  readonly generic?: never;
  readonly storeCard?: never;
}

/** A coupon, an offer or a discount. */
export interface Coupon extends PassBase {
  /**
   * Coupon, offer or discount.
   *
   * Required: exactly one of the five older style keys. Styles: coupon. From iOS 6, watchOS 2.
   */
  readonly coupon: CouponFields;
  /**
   * Poster layout for any pass. Wallet 27 prefers it over an older style in the same file; a file with posterGeneric only
   * cannot be added on iOS 26 or earlier. Does not use preferredStyleSchemes.
   *
   * Required: alone, or beside one older style key. Styles: posterGeneric. From iOS 27, watchOS 27. Described in an article
   * of Apple's, not in the reference.
   */
  readonly posterGeneric?: PosterGenericFields;
  readonly boardingPass?: never;
  readonly eventTicket?: never;
  readonly generic?: never;
  readonly storeCard?: never;
}

/** A ticket for one event or a season. */
export interface EventTicket extends PassBase {
  /**
   * Ticket for one event or a season.
   *
   * Required: exactly one of the five older style keys; also required for scheme posterEventTicket. Styles: eventTicket.
   * From iOS 6, watchOS 2.
   */
  readonly eventTicket: EventTicketFields;
  /**
   * Poster layout for any pass. Wallet 27 prefers it over an older style in the same file; a file with posterGeneric only
   * cannot be added on iOS 26 or earlier. Does not use preferredStyleSchemes.
   *
   * Required: alone, or beside one older style key. Styles: posterGeneric. From iOS 27, watchOS 27. Described in an article
   * of Apple's, not in the reference.
   */
  readonly posterGeneric?: PosterGenericFields;
  /**
   * Text beside the logo on poster event tickets.
   *
   * Localizable. Styles: eventTicket (posterEventTicket). From iOS 18.1.
   */
  readonly eventLogoText?: string;
  /**
   * Wallet picks foreground and label colours from the artwork; foregroundColor and labelColor are then ignored.
   *
   * Default: `false`. Styles: eventTicket (posterEventTicket). From iOS 18.
   */
  readonly useAutomaticColors?: boolean;
  /**
   * Extra App Store IDs shown in the event guide; these apps get no read access to passes.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 18.
   */
  readonly auxiliaryStoreIdentifiers?: readonly number[];
  /**
   * Schemes in order; Wallet takes the first that validates, else the plain style. Must be at the top level, not inside the
   * style dictionary.
   *
   * Required: for posterEventTicket / semanticBoardingPass. Styles: boardingPass, eventTicket. From iOS 18.
   */
  readonly preferredStyleSchemes?: readonly ("posterEventTicket" | "eventTicket")[];
  /**
   * Ordered list of further events of the same ticket (season ticket, multi-day).
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly upcomingPassInformation?: readonly UpcomingPassInformationEntry[];
  /**
   * Accessibility page of the event or venue (real airline passes carry it too).
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass, eventTicket
   * (posterEventTicket, semanticBoardingPass). From iOS 18.
   */
  readonly accessibilityURL?: string;
  /**
   * Extras that can be added to the ticket.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly addOnURL?: string;
  /**
   * Bag policy (real airline passes carry it too).
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass, eventTicket
   * (posterEventTicket, semanticBoardingPass). From iOS 18.
   */
  readonly bagPolicyURL?: string;
  /**
   * Contact address.
   *
   * Format: e-mail address, such as `help@example.com`. Styles: eventTicket (posterEventTicket). From iOS 18.
   */
  readonly contactVenueEmail?: string;
  /**
   * Contact phone.
   *
   * Format: telephone number, such as `+1 408 555 0100`. Styles: eventTicket (posterEventTicket). From iOS 18.
   */
  readonly contactVenuePhoneNumber?: string;
  /**
   * Contact web site.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly contactVenueWebsite?: string;
  /**
   * How to get there.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly directionsInformationURL?: string;
  /**
   * Merchandise shop.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly merchandiseURL?: string;
  /**
   * Food order page; on semantic boarding passes the meal order.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: boardingPass, eventTicket
   * (posterEventTicket, semanticBoardingPass). From iOS 18.
   */
  readonly orderFoodURL?: string;
  /**
   * Parking information.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly parkingInformationURL?: string;
  /**
   * Buy parking.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly purchaseParkingURL?: string;
  /**
   * Resale flow; sits near the share menu.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly sellURL?: string;
  /**
   * Transfer flow; sits near the share menu.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly transferURL?: string;
  /**
   * Public transport information.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 18.
   */
  readonly transitInformationURL?: string;
  readonly boardingPass?: never;
  readonly coupon?: never;
  readonly generic?: never;
  readonly storeCard?: never;
}

/** A pass that none of the other styles fits. */
export interface GenericPass extends PassBase {
  /**
   * Anything that fits none of the others: membership card, ID, gym card.
   *
   * Required: exactly one of the five older style keys. Styles: generic. From iOS 6, watchOS 2.
   */
  readonly generic: GenericFields;
  /**
   * Poster layout for any pass. Wallet 27 prefers it over an older style in the same file; a file with posterGeneric only
   * cannot be added on iOS 26 or earlier. Does not use preferredStyleSchemes.
   *
   * Required: alone, or beside one older style key. Styles: posterGeneric. From iOS 27, watchOS 27. Described in an article
   * of Apple's, not in the reference.
   */
  readonly posterGeneric?: PosterGenericFields;
  readonly boardingPass?: never;
  readonly coupon?: never;
  readonly eventTicket?: never;
  readonly storeCard?: never;
}

/** A loyalty, discount, points or gift card. */
export interface StoreCard extends PassBase {
  /**
   * Loyalty, discount, points, gift card.
   *
   * Required: exactly one of the five older style keys. Styles: storeCard. From iOS 6, watchOS 2.
   */
  readonly storeCard: StoreCardFields;
  /**
   * Poster layout for any pass. Wallet 27 prefers it over an older style in the same file; a file with posterGeneric only
   * cannot be added on iOS 26 or earlier. Does not use preferredStyleSchemes.
   *
   * Required: alone, or beside one older style key. Styles: posterGeneric. From iOS 27, watchOS 27. Described in an article
   * of Apple's, not in the reference.
   */
  readonly posterGeneric?: PosterGenericFields;
  readonly boardingPass?: never;
  readonly coupon?: never;
  readonly eventTicket?: never;
  readonly generic?: never;
}

/** A pass with the poster layout alone; iOS 26 and earlier cannot add it. */
export interface PosterGenericPass extends PassBase {
  /**
   * Poster layout for any pass. Wallet 27 prefers it over an older style in the same file; a file with posterGeneric only
   * cannot be added on iOS 26 or earlier. Does not use preferredStyleSchemes.
   *
   * Required: alone, or beside one older style key. Styles: posterGeneric. From iOS 27, watchOS 27. Described in an article
   * of Apple's, not in the reference.
   */
  readonly posterGeneric: PosterGenericFields;
  readonly boardingPass?: never;
  readonly coupon?: never;
  readonly eventTicket?: never;
  readonly generic?: never;
  readonly storeCard?: never;
}

/**
 * pass.json. Exactly one of the five older style keys, and `posterGeneric` beside it or alone; keys that only a newer look of
 * one style draws are allowed with that style.
 *
 * @example
 * ```ts
 * const pass: Pass = {
 *   formatVersion: 1,
 *   passTypeIdentifier: "pass.com.example.membership",
 *   serialNumber: "0001",
 *   teamIdentifier: "A1B2C3D4E5",
 *   organizationName: "Example",
 *   description: "Membership card of Example",
 *   generic: { primaryFields: [{ key: "member", label: "Member", value: "Ada Lovelace" }] },
 * };
 * ```
 */
export type Pass = BoardingPass | Coupon | EventTicket | GenericPass | StoreCard | PosterGenericPass;
