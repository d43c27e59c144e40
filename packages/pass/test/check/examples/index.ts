import type { AreaExamples } from "../example.ts";
import { ARCHIVE_EXAMPLES } from "./archive.ts";
import { BARCODES_EXAMPLES } from "./barcodes.ts";
import { BOARDING_EXAMPLES } from "./boarding.ts";
import { COLOURS_EXAMPLES } from "./colours.ts";
import { DATES_EXAMPLES } from "./dates.ts";
import { FIELDS_EXAMPLES } from "./fields.ts";
import { IMAGES_EXAMPLES } from "./images.ts";
import { JSON_EXAMPLES } from "./json.ts";
import { LINKS_EXAMPLES } from "./links.ts";
import { LOCALIZATION_EXAMPLES } from "./localization.ts";
import { MANIFEST_EXAMPLES } from "./manifest.ts";
import { NFC_EXAMPLES } from "./nfc.ts";
import { PERSONALIZATION_EXAMPLES } from "./personalization.ts";
import { POSTER_EXAMPLES } from "./poster.ts";
import { RELEVANCE_EXAMPLES } from "./relevance.ts";
import { REQUIRED_EXAMPLES } from "./required.ts";
import { SEMANTICS_EXAMPLES } from "./semantics.ts";
import { SIGNATURE_EXAMPLES } from "./signature.ts";
import { STYLE_EXAMPLES } from "./style.ts";
import { UPCOMING_EXAMPLES } from "./upcoming.ts";

/** Examples of every rule about a pass, by rule id. */
export const EXAMPLES: AreaExamples = {
  ...ARCHIVE_EXAMPLES,
  ...JSON_EXAMPLES,
  ...REQUIRED_EXAMPLES,
  ...STYLE_EXAMPLES,
  ...FIELDS_EXAMPLES,
  ...COLOURS_EXAMPLES,
  ...DATES_EXAMPLES,
  ...RELEVANCE_EXAMPLES,
  ...BARCODES_EXAMPLES,
  ...NFC_EXAMPLES,
  ...LINKS_EXAMPLES,
  ...POSTER_EXAMPLES,
  ...BOARDING_EXAMPLES,
  ...SEMANTICS_EXAMPLES,
  ...UPCOMING_EXAMPLES,
  ...PERSONALIZATION_EXAMPLES,
  ...IMAGES_EXAMPLES,
  ...LOCALIZATION_EXAMPLES,
  ...MANIFEST_EXAMPLES,
  ...SIGNATURE_EXAMPLES,
};
