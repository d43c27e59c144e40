import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type PassStyle } from "@passwright/pass";
import type { DrawFinding } from "../findings.ts";
import { inPass } from "../layout/canvas.ts";
import { reportFaults } from "../layout/face-fields.ts";
import type { Reading } from "../layout/open-reading.ts";
import { cleanParagraphs } from "../paragraph/clean-paragraphs.ts";
import { BACK_LIMITS } from "./back-metrics.ts";
import { createDataDetector } from "./detectors/detect-data.ts";
import type { TextLink } from "./links/text-link.ts";
import { parseAttributedValue } from "./markup/parse-attributed-value.ts";
import { readHref } from "./report-href.ts";

/** A field as it is written on the back. */
export interface BackField {
  readonly label: string;
  readonly value: string;
  readonly links: readonly TextLink[];
}

type FieldReading = Pick<Reading, "format" | "language" | "report" | "translate">;

/** The back fields of a style in their order, with the links in them. */
export async function readBackFields(pass: JsonObject, style: PassStyle, reading: FieldReading): Promise<BackField[]> {
  const dictionary = pass[style];
  const list = isJsonObject(dictionary) ? dictionary["backFields"] : undefined;
  if (!isJsonArray(list)) return [];
  const detect = createDataDetector(reading.language);
  const fields: BackField[] = [];
  let written = 0;
  let searched = 0;
  let isTold = false;
  for (const [index, field] of list.entries()) {
    if (!isJsonObject(field)) continue;
    if (fields.length >= BACK_LIMITS.fields || written >= BACK_LIMITS.values) {
      const params = { section: "backFields", count: list.length - index };
      reading.report({ rule: "fields-not-shown", where: inPass([style, "backFields"]), params });
      break;
    }
    const path: JsonPath = [style, "backFields", index];
    const label = readLabel(field, path, reading);
    const { value, links } = readValue(field, path, reading);
    if (label === "" && value === "") continue;
    written += label.length + value.length;
    const isSearched = searched + value.length <= BACK_LIMITS.searched;
    if (!isSearched && !isTold) {
      reading.report({ rule: "links-not-searched", where: inPass([...path, "value"]), params: { limit: BACK_LIMITS.searched } });
      isTold = true;
    }
    if (isSearched) searched += value.length;
    const detected = isSearched ? await detect(value, field["dataDetectorTypes"], links) : links;
    fields.push({ label, value, links: detected });
  }
  return fields;
}

function readLabel({ label }: JsonObject, path: JsonPath, { translate, report }: FieldReading): string {
  if (typeof label !== "string") return "";
  return readText(translate(label), [...path, "label"], report).trim();
}

/** The attributed value where there is one, else the value. */
function readValue(field: JsonObject, path: JsonPath, reading: FieldReading): Pick<BackField, "value" | "links"> {
  const { attributedValue } = field;
  const isAttributed = (typeof attributedValue === "string" && attributedValue !== "") || typeof attributedValue === "number";
  const key = isAttributed ? "attributedValue" : "value";
  const raw = reading.format(isAttributed ? { ...field, value: attributedValue } : field);
  const at = [...path, key];
  // Only a text can hold markup: "<" in what a number or a date became is a "<".
  if (!isAttributed || typeof attributedValue !== "string") {
    return { value: readText(raw, at, reading.report).trimEnd(), links: [] };
  }
  return readMarkup(raw, at, reading.report);
}

/** Markup may be so many times longer than the text in it: targets of links are long. */
const MARKUP_FACTOR = 3;

function readMarkup(raw: string, path: JsonPath, report: (finding: DrawFinding) => void): Pick<BackField, "value" | "links"> {
  const { parts, ignored } = parseAttributedValue(raw.slice(0, BACK_LIMITS.value * MARKUP_FACTOR));
  if (ignored.length > 0) {
    report({ rule: "markup-ignored", where: inPass(path), params: { tags: ignored.map((name) => `<${name}>`).join(", ") } });
  }
  const links: TextLink[] = [];
  let value = "";
  for (const part of parts) {
    if (value.length >= BACK_LIMITS.value) {
      reportFaults(["too-long"], raw, path, report);
      break;
    }
    const start = value.length;
    value += readText(part.text, path, report);
    if (part.href === null || value.length === start) continue;
    const href = readHref(part.href, path, report);
    if (href !== null) links.push({ kind: "markup", start, end: value.length, href });
  }
  const shown = value.trimEnd();
  return { value: shown, links: links.filter(({ start }) => start < shown.length) };
}

function readText(raw: string, path: JsonPath, report: (finding: DrawFinding) => void): string {
  const { text, faults } = cleanParagraphs(raw, BACK_LIMITS.value);
  reportFaults(faults, raw, path, report);
  return text;
}
