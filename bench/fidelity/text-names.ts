import { isJsonArray, isJsonObject, isPassStyle, type JsonObject } from "@passwright/pass";
import type { PlacedText } from "./text-places.ts";

/** A text of a face with a name that says what it is and not what it says. */
export interface NamedText extends PlacedText {
  readonly name: string;
}

/** Sections in the order in which faces paint them; the first field of a header is painted first. */
const SECTIONS = ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields"] as const;

/**
 * Names the texts of a face by the field that they come from: `secondaryFields.1.value`. What a field does not hold as it is drawn, as
 * a date, is named by its number among those.
 */
export function nameTexts(pass: JsonObject, texts: readonly PlacedText[]): NamedText[] {
  const open = candidates(pass);
  let others = 0;
  return texts.map((placed) => {
    const at = open.findIndex(({ text }) => isText(placed.text, text));
    const [found] = at === -1 ? [] : open.splice(at, 1);
    if (found !== undefined) return { ...placed, name: found.name };
    others += 1;
    return { ...placed, name: `other.${others}` };
  });
}

/** Labels are drawn in capitals, and both may be cut. */
function isText(drawn: string, text: string): boolean {
  const [one, other] = [drawn.toUpperCase(), text.toUpperCase()];
  return one.endsWith("…") ? other.startsWith(one.slice(0, -1)) : one === other;
}

interface Candidate {
  readonly name: string;
  readonly text: string;
}

function candidates(pass: JsonObject): Candidate[] {
  const found: Candidate[] = [];
  const add = (name: string, text: unknown): void => {
    if (typeof text === "string" && text !== "") found.push({ name, text });
    else if (typeof text === "number") found.push({ name, text: String(text) });
  };
  const style = Object.keys(pass).find(isPassStyle);
  const sections = style === undefined ? null : pass[style];
  for (const section of SECTIONS) {
    const fields = isJsonObject(sections) ? sections[section] : null;
    for (const [index, field] of (isJsonArray(fields) ? fields : []).entries()) {
      if (!isJsonObject(field)) continue;
      add(`${section}.${index}.label`, field["label"]);
      add(`${section}.${index}.value`, field["value"]);
    }
  }
  add("logoText", pass["logoText"]);
  const { barcodes, barcode } = pass;
  for (const code of [...(isJsonArray(barcodes) ? barcodes : []), barcode]) if (isJsonObject(code)) add("altText", code["altText"]);
  return found;
}
