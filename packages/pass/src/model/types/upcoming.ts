// Generated from the table of keys (model/keys) by scripts/generate.ts: edit the table. Long because each key of upcoming has its words.
import type { UpcomingType } from "../enums.ts";
import type { DateText } from "./scalars.ts";
import type { AdditionalInfoField, BackField } from "./pass-fields.ts";
import type { SemanticTags } from "./semantic-tags.ts";

/** A further event of the same ticket in `upcomingPassInformation`. */
export interface UpcomingPassInformationEntry {
  /**
   * Unique in the list.
   *
   * Required. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly identifier: string;
  /**
   * Name of the event.
   *
   * Required. Localizable. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly name: string;
  /**
   * Only event.
   *
   * Required. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly type: UpcomingType;
  /**
   * Links for this event; not inherited from the pass. Pass-builder Swift property is urls.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly URLs?: UpcomingURLs;
  /**
   * Extra info fields.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly additionalInfoFields?: readonly AdditionalInfoField[];
  /**
   * App Store IDs.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly auxiliaryStoreIdentifiers?: readonly number[];
  /**
   * Details; at least one is needed for the details page (community).
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly backFields?: readonly BackField[];
  /**
   * When.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly dateInformation?: UpcomingDateInformation;
  /**
   * Remote images.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly images?: UpcomingImages;
  /**
   * Event is the current one.
   *
   * Default: `false`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly isActive?: boolean;
  /**
   * Tags of this event.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly semantics?: SemanticTags;
}

/** Links of an upcoming event; they are not inherited from the pass. */
export interface UpcomingURLs {
  /**
   * Accessibility page of the event.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly accessibilityURL?: string;
  /**
   * Extras that can be added to the ticket.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly addOnURL?: string;
  /**
   * Bag policy.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly bagPolicyURL?: string;
  /**
   * Contact address.
   *
   * Format: e-mail address, such as `help@example.com`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly contactVenueEmail?: string;
  /**
   * Contact phone.
   *
   * Format: telephone number, such as `+1 408 555 0100`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly contactVenuePhoneNumber?: string;
  /**
   * Contact web site.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly contactVenueWebsite?: string;
  /**
   * How to get there.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly directionsInformationURL?: string;
  /**
   * Merchandise shop.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly merchandiseURL?: string;
  /**
   * Food order page.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly orderFoodURL?: string;
  /**
   * Parking information.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly parkingInformationURL?: string;
  /**
   * Buy parking.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly purchaseParkingURL?: string;
  /**
   * Resale flow.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly sellURL?: string;
  /**
   * Transfer flow.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly transferURL?: string;
  /**
   * Public transport information.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly transitInformationURL?: string;
}

/** When an upcoming event takes place. */
export interface UpcomingDateInformation {
  /**
   * Date.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly date?: DateText;
  /**
   * Date only.
   *
   * Default: `false`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly ignoreTimeComponents?: boolean;
  /**
   * All day.
   *
   * Default: `false`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly isAllDay?: boolean;
  /**
   * TBA.
   *
   * Default: `false`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly isUnannounced?: boolean;
  /**
   * TBD.
   *
   * Default: `false`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly isUndetermined?: boolean;
  /**
   * Zone.
   *
   * Format: IANA time zone, such as `Europe/Berlin`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly timeZone?: string;
}

/** Pictures of an upcoming event. */
export interface UpcomingImages {
  /**
   * Header; default is the background of the pass.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly headerImage?: UpcomingImage;
  /**
   * Map; the map of the pass is used only with reuseExisting true.
   *
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly venueMap?: UpcomingImage;
}

/** One picture of an upcoming event: fetched, or that of the pass. */
export type UpcomingImage =
  | {
      /**
       * Candidates per scale.
       *
       * Required: unless reuseExisting. Styles: eventTicket (posterEventTicket). From iOS 26.
       */
      readonly URLs: readonly UpcomingImageURLEntry[];
      /**
       * Take the image of the pass.
       *
       * Default: `false`. Styles: eventTicket (posterEventTicket). From iOS 26.
       */
      readonly reuseExisting?: false;
    }
  | {
      /**
       * Candidates per scale.
       *
       * Required: unless reuseExisting. Styles: eventTicket (posterEventTicket). From iOS 26.
       */
      readonly URLs?: readonly UpcomingImageURLEntry[];
      /**
       * Take the image of the pass.
       *
       * Default: `false`. Styles: eventTicket (posterEventTicket). From iOS 26.
       */
      readonly reuseExisting: true;
    };

/** Where a picture is fetched, at one scale. */
export interface UpcomingImageURLEntry {
  /**
   * Address of the image. Pass-builder Swift property is url.
   *
   * Required. Format: https URL, such as `https://passes.example.com/`. Styles: eventTicket (posterEventTicket). From iOS
   * 26.
   */
  readonly URL: string;
  /**
   * Digest of the bytes. Pass-builder Swift property is sha256.
   *
   * Required. Format: SHA-256 in hexadecimal, such as `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`.
   * Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly SHA256: string;
  /**
   * Scale.
   *
   * Default: `1`. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly scale?: number;
  /**
   * Size in bytes.
   *
   * Limit: whole number, 0 to 2097152. Styles: eventTicket (posterEventTicket). From iOS 26.
   */
  readonly size?: number;
}
