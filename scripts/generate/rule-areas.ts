import type { RuleOver } from "../../packages/pass/src/check/rule.ts";
import { ARCHIVE_RULES } from "../../packages/pass/src/check/rules/archive.ts";
import { BARCODES_RULES } from "../../packages/pass/src/check/rules/barcodes.ts";
import { BOARDING_RULES } from "../../packages/pass/src/check/rules/boarding.ts";
import { BUNDLE_RULES } from "../../packages/pass/src/check/rules/bundle.ts";
import { COLOURS_RULES } from "../../packages/pass/src/check/rules/colours.ts";
import { DATES_RULES } from "../../packages/pass/src/check/rules/dates.ts";
import { DELIVERY_RULES } from "../../packages/pass/src/check/rules/delivery.ts";
import { FIELDS_RULES } from "../../packages/pass/src/check/rules/fields.ts";
import { IMAGES_RULES } from "../../packages/pass/src/check/rules/images.ts";
import { RULES } from "../../packages/pass/src/check/rules/index.ts";
import { JSON_RULES } from "../../packages/pass/src/check/rules/json.ts";
import { LINKS_RULES } from "../../packages/pass/src/check/rules/links.ts";
import { LOCALIZATION_RULES } from "../../packages/pass/src/check/rules/localization.ts";
import { MANIFEST_RULES } from "../../packages/pass/src/check/rules/manifest.ts";
import { NFC_RULES } from "../../packages/pass/src/check/rules/nfc.ts";
import { PERSONALIZATION_RULES } from "../../packages/pass/src/check/rules/personalization.ts";
import { POSTER_RULES } from "../../packages/pass/src/check/rules/poster.ts";
import { RELEVANCE_RULES } from "../../packages/pass/src/check/rules/relevance.ts";
import { REQUIRED_RULES } from "../../packages/pass/src/check/rules/required.ts";
import { SEMANTICS_RULES } from "../../packages/pass/src/check/rules/semantics.ts";
import { SIGNATURE_RULES } from "../../packages/pass/src/check/rules/signature.ts";
import { STYLE_RULES } from "../../packages/pass/src/check/rules/style.ts";
import { UPCOMING_RULES } from "../../packages/pass/src/check/rules/upcoming.ts";
import { UPDATE_RULES } from "../../packages/pass/src/check/rules/update.ts";

/** A rule without what it does: what its page says. */
export type RuleRow = Omit<RuleOver<never>, "check">;

/** Rules of one subject. */
export interface RuleArea {
  readonly title: string;
  readonly rules: readonly RuleRow[];
}

/** Every rule, by area, in the order of a report. */
export const RULE_AREAS: readonly RuleArea[] = [
  { title: "The archive", rules: ARCHIVE_RULES },
  { title: "pass.json as JSON", rules: JSON_RULES },
  { title: "Required keys", rules: REQUIRED_RULES },
  { title: "Style", rules: STYLE_RULES },
  { title: "Fields", rules: FIELDS_RULES },
  { title: "Colours", rules: COLOURS_RULES },
  { title: "Dates", rules: DATES_RULES },
  { title: "Relevance", rules: RELEVANCE_RULES },
  { title: "Barcodes", rules: BARCODES_RULES },
  { title: "NFC", rules: NFC_RULES },
  { title: "Web service, links and actions", rules: LINKS_RULES },
  { title: "Poster event tickets", rules: POSTER_RULES },
  { title: "Semantic boarding passes", rules: BOARDING_RULES },
  { title: "Semantic tags", rules: SEMANTICS_RULES },
  { title: "Upcoming events", rules: UPCOMING_RULES },
  { title: "Personalization", rules: PERSONALIZATION_RULES },
  { title: "Images", rules: IMAGES_RULES },
  { title: "Languages", rules: LOCALIZATION_RULES },
  { title: "The manifest", rules: MANIFEST_RULES },
  { title: "Signature and certificates", rules: SIGNATURE_RULES },
  { title: "A bundle of passes", rules: BUNDLE_RULES },
  { title: "How a pass is served", rules: DELIVERY_RULES },
  { title: "An update of a pass", rules: UPDATE_RULES },
];

/** @throws {Error} where a rule about a pass is in no area. */
export function assertAreasComplete(): void {
  const listed = new Set(RULE_AREAS.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const left = RULES.filter(({ id }) => !listed.has(id)).map(({ id }) => id);
  if (left.length > 0) throw new Error(`in no area: ${left.join(", ")}`);
}
