import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NewPass, Registration } from "@passwright/server";
import type { ThrowawayAuthority } from "@passwright/sandbox";
import { benchImages, benchPassJson, benchStrings, benchValues, type BenchValues, INPUTS, PASS_TYPE, TEAM } from "../fixture.ts";

/** Templates by the folder that each has in the data folder. */
export const TEMPLATES = {
  /** The first 100,000 passes: "update all of a template" changes them. */
  campaign: 174,
  members: 174,
  /** Passes of 36 KB: three of four among 108 real ones are no larger. */
  typical: 24,
  /** For answers in which copying bytes counts for nothing. */
  small: 6,
} as const satisfies Readonly<Record<string, number>>;
export type TemplateName = keyof typeof TEMPLATES;

/** Passes of the campaign: those with the lowest numbers. */
export const CAMPAIGN_PASSES = 100_000;

const NUMBERS: ReadonlySet<keyof BenchValues> = new Set(["points", "balance"]);

/** Lays down what an operator would: a certificate with its key, and templates. */
export async function writeInstallation(folder: string, authority: ThrowawayAuthority): Promise<void> {
  const issued = await authority.issuePassCertificate({ passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM });
  mkdirSync(join(folder, "certificates"), { recursive: true, mode: 0o700 });
  // The intermediate stands behind the certificate: no bundled one issued it.
  const pem = issued.certificatePem + authority.intermediate.certificatePem + issued.privateKeyPem;
  writeFileSync(join(folder, "certificates", "bench.pem"), pem, { mode: 0o600 });
  for (const [name, kilobytes] of Object.entries(TEMPLATES)) writeTemplate(join(folder, "templates", name), kilobytes);
}

function writeTemplate(folder: string, kilobytes: number): void {
  const expression = (name: keyof BenchValues) => (NUMBERS.has(name) ? { $eval: name } : `\${${name}}`);
  const files = new Map<string, string | Buffer>([
    ["pass.json", JSON.stringify(benchPassJson(expression), null, 2)],
    ["template.json", JSON.stringify({ name: "Loyalty card", inputs: INPUTS, sample: benchValues(0) })],
    ...benchImages(kilobytes),
    ...benchStrings(),
  ]);
  for (const [path, content] of files) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Pass number `index`, the first time or with another offer. */
export function passOf(index: number, templateId: TemplateName): NewPass {
  return {
    passTypeIdentifier: PASS_TYPE,
    serialNumber: serialOf(index),
    authenticationToken: tokenOf(index),
    templateId,
    templateVersion: 1,
    values: valuesOf(index),
    barcodes: [],
  };
}

/** Its values as JSON text. */
export function valuesOf(index: number, offer?: string): string {
  return JSON.stringify({ ...benchValues(index), ...(offer === undefined ? {} : { offer }) });
}

export function serialOf(index: number): string {
  return benchValues(index).serialNumber;
}

function tokenOf(index: number): string {
  return `bench-token-${String(index).padStart(20, "0")}`;
}

export function deviceOf(index: number): string {
  return index.toString(16).padStart(32, "0");
}

export function pushTokenOf(index: number): string {
  return index.toString(16).padStart(64, "0");
}

/** Device number `index`, which holds the pass of that number. */
export function registrationOf(index: number): Registration {
  return {
    passTypeIdentifier: PASS_TYPE,
    serialNumber: serialOf(index),
    deviceLibraryIdentifier: deviceOf(index),
    client: "apple",
    pushToken: pushTokenOf(index),
  };
}

const WALLET = "user-agent: Wallet/1.0 CFNetwork/1568.100.1 Darwin/24.0.0\r\naccept: */*\r\n";

/** A request for the list of a device, as it goes over the wire. */
export function listRequest(index: number, since: number): string {
  const path = `/wallet/v1/devices/${deviceOf(index)}/registrations/${PASS_TYPE}?passesUpdatedSince=${since}`;
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${WALLET}\r\n`;
}

export function passPath(index: number): string {
  return `/wallet/v1/passes/${PASS_TYPE}/${serialOf(index)}`;
}

/** The `Authorization` of whoever holds the pass. */
export function deviceTokenHeader(index: number): string {
  return `ApplePass ${tokenOf(index)}`;
}

/** A request for a pass, conditional where a date is given. */
export function passRequest(index: number, ifModifiedSince?: string): string {
  const condition = ifModifiedSince === undefined ? "" : `if-modified-since: ${ifModifiedSince}\r\n`;
  const authorization = `authorization: ${deviceTokenHeader(index)}\r\n`;
  return `GET ${passPath(index)} HTTP/1.1\r\nhost: 127.0.0.1\r\n${authorization}${condition}${WALLET}\r\n`;
}
