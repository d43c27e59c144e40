import type { DictionaryName, KeySpec } from "../key-spec.ts";
import { BARCODES_NOTES, BARCODE_NOTES } from "./barcode.ts";
import { FEATURED_ACTION_NOTES } from "./featured-action.ts";
import { NFC_NOTES } from "./nfc.ts";
import { FIELD_CONTENT_NOTES, PASS_FIELDS_NOTES } from "./pass-fields.ts";
import { PASS_EVENT_LINK_NOTES, PASS_FLIGHT_LINK_NOTES } from "./pass-links.ts";
import { PASS_CONTENT_NOTES, PASS_IDENTITY_NOTES } from "./pass.ts";
import { PERSONALIZATION_DICTIONARY_NOTES, PERSONALIZE_NOTES, PERSONAL_INFO_NOTES } from "./personalization.ts";
import { BEACONS_NOTES, LOCATIONS_NOTES, RELEVANT_DATES_NOTES } from "./relevance.ts";
import {
  CURRENCY_AMOUNT_NOTES,
  EVENT_DATE_INFO_NOTES,
  PERSON_NAME_NOTES,
  SEAT_NOTES,
  SEMANTIC_LOCATION_NOTES,
  WIFI_NETWORK_NOTES,
} from "./semantic-types.ts";
import { EVENT_TAG_NOTES, SPORTS_TAG_NOTES } from "./semantics-event.ts";
import { COMMON_TAG_NOTES, STORE_CARD_TAG_NOTES, TRANSIT_AND_EVENT_TAG_NOTES, UNDOCUMENTED_TAG_NOTES } from "./semantics-other.ts";
import { AIRLINE_TAG_NOTES, RAIL_TAG_NOTES, TRANSIT_TAG_NOTES } from "./semantics-transit.ts";
import {
  UPCOMING_DATE_NOTES,
  UPCOMING_ENTRY_NOTES,
  UPCOMING_IMAGES_NOTES,
  UPCOMING_IMAGE_NOTES,
  UPCOMING_IMAGE_URL_NOTES,
  UPCOMING_URLS_NOTES,
} from "./upcoming.ts";
import type { KeyNote } from "./key-note.ts";

const NOTES: Readonly<Record<DictionaryName, ReadonlyMap<string, KeyNote>>> = {
  Pass: new Map([...PASS_EVENT_LINK_NOTES, ...PASS_FLIGHT_LINK_NOTES, ...PASS_CONTENT_NOTES, ...PASS_IDENTITY_NOTES]),
  PassFields: new Map(PASS_FIELDS_NOTES),
  PassFieldContent: new Map(FIELD_CONTENT_NOTES),
  Barcodes: new Map(BARCODES_NOTES),
  Barcode: new Map(BARCODE_NOTES),
  Beacons: new Map(BEACONS_NOTES),
  Locations: new Map(LOCATIONS_NOTES),
  NFC: new Map(NFC_NOTES),
  RelevantDates: new Map(RELEVANT_DATES_NOTES),
  FeaturedAction: new Map(FEATURED_ACTION_NOTES),
  SemanticTags: new Map([
    ...EVENT_TAG_NOTES,
    ...SPORTS_TAG_NOTES,
    ...COMMON_TAG_NOTES,
    ...STORE_CARD_TAG_NOTES,
    ...TRANSIT_AND_EVENT_TAG_NOTES,
    ...UNDOCUMENTED_TAG_NOTES,
    ...AIRLINE_TAG_NOTES,
    ...RAIL_TAG_NOTES,
    ...TRANSIT_TAG_NOTES,
  ]),
  CurrencyAmount: new Map(CURRENCY_AMOUNT_NOTES),
  EventDateInfo: new Map(EVENT_DATE_INFO_NOTES),
  SemanticLocation: new Map(SEMANTIC_LOCATION_NOTES),
  PersonNameComponents: new Map(PERSON_NAME_NOTES),
  Seat: new Map(SEAT_NOTES),
  WifiNetwork: new Map(WIFI_NETWORK_NOTES),
  UpcomingPassInformationEntry: new Map(UPCOMING_ENTRY_NOTES),
  UpcomingURLs: new Map(UPCOMING_URLS_NOTES),
  UpcomingDateInformation: new Map(UPCOMING_DATE_NOTES),
  UpcomingImages: new Map(UPCOMING_IMAGES_NOTES),
  UpcomingImage: new Map(UPCOMING_IMAGE_NOTES),
  UpcomingImageURLEntry: new Map(UPCOMING_IMAGE_URL_NOTES),
  Personalize: new Map(PERSONALIZE_NOTES),
  PersonalizationDictionary: new Map(PERSONALIZATION_DICTIONARY_NOTES),
  PersonalInfo: new Map(PERSONAL_INFO_NOTES),
};

/**
 * What is said of a key in the reference. The table has a note for each.
 *
 * @throws {Error} when there is none: the row was added without it.
 */
export function noteOf({ dictionary, name }: Pick<KeySpec, "dictionary" | "name">): KeyNote {
  const note = NOTES[dictionary].get(name);
  if (note === undefined) throw new Error(`nothing is said of the key ${dictionary}.${name}`);
  return note;
}

/** The keys that something is said of, by dictionary. */
export function notedKeys(dictionary: DictionaryName): readonly string[] {
  return [...NOTES[dictionary].keys()];
}
