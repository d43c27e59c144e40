import { isJsonObject, type InputField, type JsonObject, type JsonValue } from "@passwright/pass";
import { assignValue, convertText } from "@passwright/pass/rows";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { readOptionFile } from "./parse-options.ts";

/** The values of one pass: a JSON object from a file, or from standard input for `-`. */
export async function readValues(io: Io, file: string): Promise<JsonObject> {
  const bytes = file === "-" ? await io.readStdin() : await readOptionFile(io, file, "--data");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new UsageError(`--data ${file}: ${error instanceof Error ? error.message : "not JSON"}`, undefined, { cause: error });
  }
  if (!isJsonObject(value))
    throw new UsageError(`--data ${file}: expected one JSON object with the values`, "For many passes give .csv or .ndjson.");
  return value;
}

/**
 * `--set gate=F12 --set seat.row=7` over values: each as the template's inputs want it; where they do not say, JSON where it
 * reads as JSON, else text.
 */
export function applyAssignments(
  values: JsonObject,
  assignments: readonly string[] | undefined,
  inputs: readonly InputField[],
): JsonObject {
  const result = structuredClone(values) as { [key: string]: JsonValue };
  for (const assignment of assignments ?? []) {
    const cut = assignment.indexOf("=");
    if (cut < 1) throw new UsageError(`--set ${assignment}: write it as name=value`);
    const [name, text] = [assignment.slice(0, cut), assignment.slice(cut + 1)];
    const field = inputs.find(({ path }) => path.join(".") === name);
    // What does not fit stays text: the schema says what is wrong with it.
    const value = field === undefined || field.kind === "any" ? parseLoose(text) : (convertText(text, field) ?? text);
    if (!assignValue(result, name.split("."), value)) throw new UsageError(`--set ${assignment}: ${name} stands in another value`);
  }
  return result;
}

function parseLoose(text: string): JsonValue {
  if (!/^(true|false|null|-?\d|[[{"])/.test(text)) return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
