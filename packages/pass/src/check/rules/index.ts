import type { Rule } from "../rule.ts";
import { ARCHIVE_RULES } from "./archive.ts";
import { BARCODES_RULES } from "./barcodes.ts";
import { BOARDING_RULES } from "./boarding.ts";
import { COLOURS_RULES } from "./colours.ts";
import { DATES_RULES } from "./dates.ts";
import { FIELDS_RULES } from "./fields.ts";
import { IMAGES_RULES } from "./images.ts";
import { JSON_RULES } from "./json.ts";
import { LINKS_RULES } from "./links.ts";
import { LOCALIZATION_RULES } from "./localization.ts";
import { MANIFEST_RULES } from "./manifest.ts";
import { NFC_RULES } from "./nfc.ts";
import { PERSONALIZATION_RULES } from "./personalization.ts";
import { POSTER_RULES } from "./poster.ts";
import { RELEVANCE_RULES } from "./relevance.ts";
import { REQUIRED_RULES } from "./required.ts";
import { SEMANTICS_RULES } from "./semantics.ts";
import { SIGNATURE_RULES } from "./signature.ts";
import { STYLE_RULES } from "./style.ts";
import { UPCOMING_RULES } from "./upcoming.ts";

/** Every rule about a pass, in the order of a report. Rules about bundles, deliveries and updates have lists of their own. */
export const RULES: readonly Rule[] = [
  ...ARCHIVE_RULES,
  ...JSON_RULES,
  ...REQUIRED_RULES,
  ...STYLE_RULES,
  ...FIELDS_RULES,
  ...COLOURS_RULES,
  ...DATES_RULES,
  ...RELEVANCE_RULES,
  ...BARCODES_RULES,
  ...NFC_RULES,
  ...LINKS_RULES,
  ...POSTER_RULES,
  ...BOARDING_RULES,
  ...SEMANTICS_RULES,
  ...UPCOMING_RULES,
  ...PERSONALIZATION_RULES,
  ...IMAGES_RULES,
  ...LOCALIZATION_RULES,
  ...MANIFEST_RULES,
  ...SIGNATURE_RULES,
];
