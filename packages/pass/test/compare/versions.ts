import type { ComparablePass } from "../../src/compare/pass-comparison.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { RuleExample } from "../check/example.ts";
import { combinePatches } from "../check/combine-patches.ts";
import { exampleFiles } from "../check/run-example.ts";

/** A version of the base pass of a style. */
export function version(pass: JsonObject = {}, { style = "generic", files = {} }: Omit<RuleExample, "pass"> = {}): ComparablePass {
  return { files: exampleFiles({ style, pass, files }) };
}

/** Two versions that differ by a patch. */
export function versions(change: JsonObject, common: JsonObject = {}): readonly [before: ComparablePass, after: ComparablePass] {
  return [version(common), version(combinePatches(common, change))];
}

/** A primary field, in place of the one of the base pass. */
export function field(value: JsonObject[string], more: JsonObject = {}): JsonObject {
  return { generic: { primaryFields: [{ key: "gate", label: "GATE", ...(value !== undefined && { value }), ...more }] } };
}
