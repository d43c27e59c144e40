import { createThrowawayAuthority, type PassCertificate, type ThrowawayAuthority } from "@passwright/sandbox";
import { type JsonObject, PassPackage, type Signer } from "@passwright/pass";

/** The day on which the tests play. */
export const TEST_NOW = new Date("2026-03-01T12:00:00Z");
export const TEST_PASS_TYPE = "pass.com.example.passwright";
export const TEST_TEAM = "A1B2C3D4E5";
export const TEST_SERVICE = "https://passes.example.com/wallet";

/** A 38 × 38 PNG. */
const ICON = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAACYAAAAmAQMAAACS83vtAAAABlBMVEXMzMwAAADTMzNkAAAA70lEQVR4AQHkABv/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAOQAAbxKT9EAAAAASUVORK5CYII=",
  ),
  (character) => character.charCodeAt(0),
);

/** An issuer's certificate and its authority. */
export interface TestIssuer {
  readonly authority: ThrowawayAuthority;
  readonly issued: PassCertificate;
  readonly signer: Signer;
}

/** Made once per test file: RSA keys take some 100 ms each. */
export const testIssuer: () => Promise<TestIssuer> = (() => {
  let made: Promise<TestIssuer> | undefined;
  return () => (made ??= make());
})();

async function make(): Promise<TestIssuer> {
  const authority = await createThrowawayAuthority({ now: TEST_NOW });
  const issued = await authority.issuePassCertificate({ passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM, nfc: true });
  return { authority, issued, signer: await issued.signer() };
}

/** The token of a test pass: one of its own for each serial number. */
export function tokenOf(serialNumber: string): string {
  return `token-of-${serialNumber}-0123456789`;
}

/** pass.json of a boarding pass with updates, with changes at the top level; undefined takes a key away. */
export function passJson(serialNumber: string, changes: JsonObject = {}): JsonObject {
  return {
    formatVersion: 1,
    passTypeIdentifier: TEST_PASS_TYPE,
    teamIdentifier: TEST_TEAM,
    serialNumber,
    organizationName: "Example Air",
    description: "Boarding pass of Example Air",
    webServiceURL: TEST_SERVICE,
    authenticationToken: tokenOf(serialNumber),
    boardingPass: {
      transitType: "PKTransitTypeAir",
      headerFields: [{ key: "gate", label: "gate_label", value: "B7", changeMessage: "Gate changed to %@" }],
      primaryFields: [
        { key: "from", label: "Lisbon", value: "LIS" },
        { key: "to", label: "Oslo", value: "OSL" },
      ],
    },
    ...changes,
  };
}

/** pass.json with another gate. */
export function atGate(serialNumber: string, gate: string, changes: JsonObject = {}): JsonObject {
  return passJson(serialNumber, {
    boardingPass: {
      transitType: "PKTransitTypeAir",
      headerFields: [{ key: "gate", label: "gate_label", value: gate, changeMessage: "Gate changed to %@" }],
      primaryFields: [
        { key: "from", label: "Lisbon", value: "LIS" },
        { key: "to", label: "Oslo", value: "OSL" },
      ],
    },
    ...changes,
  });
}

/** A signed `.pkpass`. */
export async function signPass(
  json: JsonObject,
  { signingTime = TEST_NOW, files = {} }: { readonly signingTime?: Date; readonly files?: Readonly<Record<string, string>> } = {},
): Promise<Uint8Array> {
  const { signer } = await testIssuer();
  const source = PassPackage.fromFiles({
    "pass.json": JSON.stringify(json),
    "icon.png": ICON,
    "icon@2x.png": ICON,
    "en.lproj/pass.strings": '"gate_label" = "Gate";\n',
    "de.lproj/pass.strings":
      '"gate_label" = "Flugsteig";\n"Gate changed to %@" = "Neuer Flugsteig: %@";\n"Near the lounge" = "Nahe der Lounge";\n',
    ...files,
  });
  return (await source.sign(signer, { signingTime, allow: { incomplete: true, otherIdentity: true } })).toBytes();
}
