import { BARCODE_KEYS, BARCODES_KEYS } from "./barcode.ts";
import { FEATURED_ACTION_KEYS } from "./featured-action.ts";
import type { DictionaryName, KeySpec } from "./key-spec.ts";
import { NFC_KEYS } from "./nfc.ts";
import { FIELD_CONTENT_KEYS, PASS_FIELDS_KEYS } from "./pass-fields.ts";
import { PASS_EVENT_LINK_KEYS, PASS_FLIGHT_LINK_KEYS } from "./pass-links.ts";
import { PASS_CONTENT_KEYS, PASS_IDENTITY_KEYS } from "./pass.ts";
import { PERSONAL_INFO_KEYS, PERSONALIZATION_DICTIONARY_KEYS, PERSONALIZE_KEYS } from "./personalization.ts";
import { BEACONS_KEYS, LOCATIONS_KEYS, RELEVANT_DATES_KEYS } from "./relevance.ts";
import {
  CURRENCY_AMOUNT_KEYS,
  EVENT_DATE_INFO_KEYS,
  PERSON_NAME_KEYS,
  SEAT_KEYS,
  SEMANTIC_LOCATION_KEYS,
  WIFI_NETWORK_KEYS,
} from "./semantic-types.ts";
import { EVENT_TAG_KEYS, SPORTS_TAG_KEYS } from "./semantics-event.ts";
import { COMMON_TAG_KEYS, STORE_CARD_TAG_KEYS, TRANSIT_AND_EVENT_TAG_KEYS, UNDOCUMENTED_TAG_KEYS } from "./semantics-other.ts";
import { AIRLINE_TAG_KEYS, RAIL_TAG_KEYS, TRANSIT_TAG_KEYS } from "./semantics-transit.ts";
import {
  UPCOMING_DATE_KEYS,
  UPCOMING_ENTRY_KEYS,
  UPCOMING_IMAGE_KEYS,
  UPCOMING_IMAGE_URL_KEYS,
  UPCOMING_IMAGES_KEYS,
  UPCOMING_URLS_KEYS,
} from "./upcoming.ts";

/**
 * Every key of pass.json and personalization.json, by dictionary: the specification that types, JSON Schema, reference
 * pages and checks are derived from or held equal to.
 */
export const KEY_TABLE: Readonly<Record<DictionaryName, readonly KeySpec[]>> = {
  Pass: [...PASS_IDENTITY_KEYS, ...PASS_CONTENT_KEYS, ...PASS_EVENT_LINK_KEYS, ...PASS_FLIGHT_LINK_KEYS],
  PassFields: PASS_FIELDS_KEYS,
  PassFieldContent: FIELD_CONTENT_KEYS,
  Barcodes: BARCODES_KEYS,
  Barcode: BARCODE_KEYS,
  Beacons: BEACONS_KEYS,
  Locations: LOCATIONS_KEYS,
  NFC: NFC_KEYS,
  RelevantDates: RELEVANT_DATES_KEYS,
  FeaturedAction: FEATURED_ACTION_KEYS,
  SemanticTags: [
    ...COMMON_TAG_KEYS,
    ...TRANSIT_AND_EVENT_TAG_KEYS,
    ...STORE_CARD_TAG_KEYS,
    ...EVENT_TAG_KEYS,
    ...SPORTS_TAG_KEYS,
    ...TRANSIT_TAG_KEYS,
    ...AIRLINE_TAG_KEYS,
    ...RAIL_TAG_KEYS,
    ...UNDOCUMENTED_TAG_KEYS,
  ],
  CurrencyAmount: CURRENCY_AMOUNT_KEYS,
  EventDateInfo: EVENT_DATE_INFO_KEYS,
  SemanticLocation: SEMANTIC_LOCATION_KEYS,
  PersonNameComponents: PERSON_NAME_KEYS,
  Seat: SEAT_KEYS,
  WifiNetwork: WIFI_NETWORK_KEYS,
  UpcomingPassInformationEntry: UPCOMING_ENTRY_KEYS,
  UpcomingURLs: UPCOMING_URLS_KEYS,
  UpcomingDateInformation: UPCOMING_DATE_KEYS,
  UpcomingImages: UPCOMING_IMAGES_KEYS,
  UpcomingImage: UPCOMING_IMAGE_KEYS,
  UpcomingImageURLEntry: UPCOMING_IMAGE_URL_KEYS,
  Personalize: PERSONALIZE_KEYS,
  PersonalizationDictionary: PERSONALIZATION_DICTIONARY_KEYS,
  PersonalInfo: PERSONAL_INFO_KEYS,
};
