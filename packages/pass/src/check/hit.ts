import type { JsonPath, JsonValue } from "../model/json.ts";
import type { FindingParams, Hit } from "./rule.ts";

/** A fault at a value of pass.json. */
export function inPass(path: JsonPath, params?: FindingParams): Hit {
  return { where: { file: "pass.json", path }, ...(params && { params }) };
}

/** A fault of a file of the pass. */
export function inFile(file: string, params?: FindingParams): Hit {
  return { where: { file }, ...(params && { params }) };
}

/** A fault of the pass as a whole. */
export function ofPass(params?: FindingParams): Hit {
  return params === undefined ? {} : { params };
}

/** The longest text of a hostile pass that goes into a finding. */
const SHOWN_CHARACTERS = 120;

/**
 * A JSON value as a finding shows it: as it stands in the file, but no longer than a line. Nested values are named, not
 * printed, so that a huge object costs nothing.
 */
export function shown(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(clip(value));
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

/** A text cut to a line's length. */
export function clip(text: string): string {
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
}
