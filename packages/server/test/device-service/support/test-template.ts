import { readFile } from "node:fs/promises";
import { packFiles, type JsonObject } from "@passwright/pass";
import { PASS_TYPE, TEAM } from "./test-authority.ts";

/** pass.json of the template: a store card with one value. */
export const TEMPLATE_PASS: JsonObject = {
  formatVersion: 1,
  passTypeIdentifier: PASS_TYPE,
  teamIdentifier: TEAM,
  organizationName: "Example Air",
  description: "Gate card",
  storeCard: {
    headerFields: [{ key: "gate", label: "Gate", value: { $eval: "gate" }, changeMessage: "Gate changed to %@" }],
  },
};

const ICON = new URL("../../../../../examples/boarding.pass/icon.png", import.meta.url);

/** A template's files as a ZIP, with changes to pass.json and other files beside it. */
export async function packTemplate(
  changes: JsonObject = {},
  files: Readonly<Record<string, JsonObject | Uint8Array>> = {},
): Promise<Uint8Array> {
  const icon = new Uint8Array(await readFile(ICON));
  const packed = new Map<string, Uint8Array>([
    ["pass.json", toBytes({ ...TEMPLATE_PASS, ...changes })],
    ["icon.png", icon],
    ["icon@2x.png", icon],
  ]);
  for (const [path, content] of Object.entries(files)) packed.set(path, content instanceof Uint8Array ? content : toBytes(content));
  return packFiles(packed);
}

/** What a pass asks its holder for. */
export const SIGN_UP_FORM: JsonObject = {
  requiredPersonalizationFields: ["PKPassPersonalizationFieldName", "PKPassPersonalizationFieldEmailAddress"],
  description: "Enter your name to join.",
};

function toBytes(json: JsonObject): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(json));
}
