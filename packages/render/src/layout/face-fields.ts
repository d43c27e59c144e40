import { type FieldSection, isJsonArray, isJsonObject, type JsonObject, type JsonPath, type PassStyle } from "@passwright/pass";
import type { DrawFinding } from "../findings.ts";
import { cleanText, type TextFault } from "../text/clean-text.ts";
import { inPass } from "./canvas.ts";

export type Alignment = "left" | "center" | "right" | "natural";

/** A field as it is written on the face. */
export interface FaceField {
  readonly path: JsonPath;
  /** As typed; rows write it in capitals. */
  readonly label: string;
  readonly value: string;
  readonly align: Alignment;
  /** Which row of auxiliary fields, in an event ticket. */
  readonly row: 0 | 1;
}

/** How fields are read. */
export interface FieldReader {
  /** A field's value for the reader of the pass, in the reader's zone or another. */
  readonly format: (field: JsonObject, timeZone?: string) => string;
  readonly translate: (text: string) => string;
  readonly report: (finding: DrawFinding) => void;
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  PKTextAlignmentLeft: "left",
  PKTextAlignmentCenter: "center",
  PKTextAlignmentRight: "right",
  PKTextAlignmentNatural: "natural",
};

const FAULT_RULES = {
  "too-long": "text-too-long",
  "direction-override": "text-direction-override",
  invisible: "text-invisible",
} as const satisfies Record<TextFault, DrawFinding["rule"]>;

/**
 * The first `limit` fields of a section that hold anything. Whatever is no field is passed over; how many have no place is
 * reported.
 */
export function readFields(
  pass: JsonObject,
  style: PassStyle,
  section: FieldSection,
  limit: number,
  reader: FieldReader,
): readonly FaceField[] {
  const sections = pass[style];
  const list = isJsonObject(sections) ? sections[section] : undefined;
  if (!isJsonArray(list)) return [];
  const fields: FaceField[] = [];
  let dropped = 0;
  for (const [index, field] of list.entries()) {
    if (!isJsonObject(field)) continue;
    if (fields.length >= limit) dropped += 1;
    else {
      const read = readField(field, [style, section, index], reader);
      if (read.label !== "" || read.value !== "") fields.push(read);
    }
  }
  if (dropped > 0) {
    reader.report({ rule: "fields-not-shown", where: inPass([style, section]), params: { section, count: dropped } });
  }
  return fields;
}

function readField(field: JsonObject, path: JsonPath, reader: FieldReader): FaceField {
  const { label, textAlignment, row } = field;
  return {
    path,
    label: typeof label === "string" ? readLine(reader.translate(label), [...path, "label"], reader) : "",
    value: readLine(reader.format(field), [...path, "value"], reader),
    align: typeof textAlignment === "string" ? (ALIGNMENTS[textAlignment] ?? "natural") : "natural",
    row: row === 1 ? 1 : 0,
  };
}

/** A text as a line that can be drawn; what had to be taken out is reported. */
export function readLine(raw: string, path: JsonPath, { report }: Pick<FieldReader, "report">): string {
  const { text, faults } = cleanText(raw);
  reportFaults(faults, raw, path, report);
  return text;
}

/** Reports what was taken out of a text. */
export function reportFaults(faults: readonly TextFault[], raw: string, path: JsonPath, report: FieldReader["report"]): void {
  for (const fault of faults) report({ rule: FAULT_RULES[fault], where: inPass(path), params: { length: raw.length } });
}
