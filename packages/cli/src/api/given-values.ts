import type { JsonObject } from "@passwright/pass";
import type { Command } from "commander";
import type { IssuerClient } from "@passwright/server/client";
import { nameOfPass, type PassCliOptions } from "./open-client.ts";
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

/** The JSON Schema of a template's inputs; null where it has none. */
export type InputsOf = () => Promise<Readonly<Record<string, unknown>> | null>;

/**
 * The values that options give; undefined when they give none. The server knows the template and says what does not fit; it is
 * asked here where `--set seat=12` may mean a number or a text.
 */
export async function readGivenValues(io: Io, { data, set }: ValueCliOptions, inputsOf: InputsOf): Promise<JsonObject | undefined> {
  if (data === undefined && set === undefined) return undefined;
  const given = data === undefined ? {} : await readValues(io, data);
  const doubtful = (set ?? []).filter((assignment) => DOUBTFUL.test(assignment));
  const inputs = doubtful.length === 0 ? null : await inputsOf();
  const asText = (assignment: string) => {
    const cut = assignment.indexOf("=");
    const isText = DOUBTFUL.test(assignment) && wantsText(inputs, assignment.slice(0, cut).split("."));
    return isText ? `${assignment.slice(0, cut)}=${JSON.stringify(assignment.slice(cut + 1))}` : assignment;
  };
  return applyAssignments(given, set?.map(asText), []);
}

/** Inputs of a template. */
export function inputsOfTemplate(client: IssuerClient, templateId: string): InputsOf {
  return async () => (await client.templates.get(templateId)).inputs;
}

/** Inputs of the template of a pass. */
export function inputsOfPass(client: IssuerClient, serial: string, options: PassCliOptions): InputsOf {
  return async () => {
    const { templateId } = await client.passes.get(await nameOfPass(client, serial, options));
    return (await client.templates.get(templateId)).inputs;
  };
}

/** Reads as a number, or as true or false. */
const DOUBTFUL = /^[^=]+=(?:true|false|-?\d.*)$/u;

function wantsText(schema: unknown, path: readonly string[]): boolean {
  let at: unknown = schema;
  for (const step of path) at = memberOf(memberOf(at, "properties"), step);
  return memberOf(at, "type") === "string";
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
