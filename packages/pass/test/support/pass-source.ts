import type { JsonObject } from "../../src/model/json.ts";
import { TEST_PASS_TYPE, TEST_TEAM } from "./authority.ts";
import { makePng } from "./png.ts";

/** A small pass of the tests' certificate: what a device asks for, and a field. */
export const SIMPLE_PASS: JsonObject = {
  formatVersion: 1,
  passTypeIdentifier: TEST_PASS_TYPE,
  teamIdentifier: TEST_TEAM,
  serialNumber: "0001",
  organizationName: "Example",
  description: "Membership card of Example",
  generic: { primaryFields: [{ key: "member", label: "member", value: "Ada Lovelace" }] },
};

/** Source files of {@link SIMPLE_PASS} with changes at the top level; undefined takes a key away. */
export function simpleSource(changes: JsonObject = {}): Map<string, Uint8Array | string> {
  return new Map<string, Uint8Array | string>([
    ["pass.json", JSON.stringify({ ...SIMPLE_PASS, ...changes }, null, 2)],
    ["icon.png", makePng(38, 38)],
    ["icon@2x.png", makePng(76, 76)],
    ["en.lproj/pass.strings", '"member" = "Member";\n'],
    ["de.lproj/pass.strings", '"member" = "Mitglied";\n'],
  ]);
}
