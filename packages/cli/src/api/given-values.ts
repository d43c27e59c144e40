import type { JsonObject } from "@passwright/pass";
import type { Command } from "commander";
import { collect } from "../input/parse-options.ts";
import { applyAssignments, readValues } from "../input/read-values.ts";
import type { Io } from "../io.ts";

export interface ValueCliOptions {
  readonly data?: string;
  readonly set?: readonly string[];
}

export function addValueOptions(command: Command): Command {
  return command
    .option("--data <file>", "values: a JSON object, - for standard input")
    .option("--set <name=value>", "one value; can be given several times", collect);
}

/** The values that options give; undefined when they give none. The server knows the template and says what does not fit. */
export async function readGivenValues(io: Io, { data, set }: ValueCliOptions): Promise<JsonObject | undefined> {
  if (data === undefined && set === undefined) return undefined;
  return applyAssignments(data === undefined ? {} : await readValues(io, data), set, []);
}
