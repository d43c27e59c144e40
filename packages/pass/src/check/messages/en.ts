import type { MessageCatalog } from "../describe-finding.ts";
import { ARCHIVE_WORDS } from "./en/archive.ts";
import { BARCODES_WORDS } from "./en/barcodes.ts";
import { BOARDING_WORDS } from "./en/boarding.ts";
import { BUNDLE_WORDS } from "./en/bundle.ts";
import { COLOURS_WORDS } from "./en/colours.ts";
import { DATES_WORDS } from "./en/dates.ts";
import { DELIVERY_WORDS } from "./en/delivery.ts";
import { FIELDS_WORDS } from "./en/fields.ts";
import { IMAGES_WORDS } from "./en/images.ts";
import { JSON_WORDS } from "./en/json.ts";
import { LINKS_WORDS } from "./en/links.ts";
import { LOCALIZATION_WORDS } from "./en/localization.ts";
import { MANIFEST_WORDS } from "./en/manifest.ts";
import { NFC_WORDS } from "./en/nfc.ts";
import { PERSONALIZATION_WORDS } from "./en/personalization.ts";
import { POSTER_WORDS } from "./en/poster.ts";
import { RELEVANCE_WORDS } from "./en/relevance.ts";
import { REQUIRED_WORDS } from "./en/required.ts";
import { SEMANTICS_WORDS } from "./en/semantics.ts";
import { SIGNATURE_WORDS } from "./en/signature.ts";
import { STYLE_WORDS } from "./en/style.ts";
import { UPCOMING_WORDS } from "./en/upcoming.ts";
import { UPDATE_WORDS } from "./en/update.ts";

/** English words for every rule, by rule id. */
export const EN: MessageCatalog = {
  ...ARCHIVE_WORDS,
  ...JSON_WORDS,
  ...REQUIRED_WORDS,
  ...STYLE_WORDS,
  ...FIELDS_WORDS,
  ...COLOURS_WORDS,
  ...DATES_WORDS,
  ...RELEVANCE_WORDS,
  ...BARCODES_WORDS,
  ...NFC_WORDS,
  ...LINKS_WORDS,
  ...POSTER_WORDS,
  ...BOARDING_WORDS,
  ...SEMANTICS_WORDS,
  ...UPCOMING_WORDS,
  ...PERSONALIZATION_WORDS,
  ...IMAGES_WORDS,
  ...LOCALIZATION_WORDS,
  ...MANIFEST_WORDS,
  ...SIGNATURE_WORDS,
  ...BUNDLE_WORDS,
  ...DELIVERY_WORDS,
  ...UPDATE_WORDS,
};
