import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../../../pass/test/support/authority.ts";
import type { World } from "./world.ts";

export const run = promisify(execFile);

/** Options that sign with the tests' certificate: cert.pem, key.pem and wwdr.pem in the world's folder; root.pem to trust. */
export const SIGNING = ["--cert", "cert.pem", "--key", "key.pem", "--wwdr", "wwdr.pem"] as const;
export const TRUST = ["--trust", "root.pem"] as const;

/** Puts the tests' certificate into a world. */
export async function placeCredentials(world: World): Promise<void> {
  const { authority, issued } = await testAuthority();
  await world.write("cert.pem", issued.certificatePem);
  await world.write("key.pem", issued.privateKeyPem);
  await world.write("wwdr.pem", authority.intermediate.certificatePem);
  await world.write("root.pem", authority.root.certificatePem);
}

/** A template for the tests' certificate: a card whose name and level are inputs. */
export const CARD_TEMPLATE: Readonly<Record<string, unknown>> = {
  formatVersion: 1,
  passTypeIdentifier: TEST_PASS_TYPE,
  teamIdentifier: TEST_TEAM,
  serialNumber: "${serialNumber}",
  organizationName: "Tern Club",
  description: "Membership card of ${name}",
  expirationDate: "2030-01-01T00:00:00Z",
  backgroundColor: "rgb(32, 84, 78)",
  generic: {
    primaryFields: [{ key: "name", label: "member", value: "${name}" }],
    secondaryFields: [{ key: "points", label: "points", value: { $eval: "points" }, changeMessage: "You have %@ points" }],
    backFields: [{ key: "contact", label: "Contact", value: "https://tern.club" }],
  },
};

export const CARD_INPUTS: Readonly<Record<string, unknown>> = {
  name: "Card",
  inputs: {
    type: "object",
    required: ["serialNumber", "name"],
    additionalProperties: false,
    properties: {
      serialNumber: { type: "string", pattern: "^[A-Za-z0-9-]+$" },
      name: { type: "string", minLength: 1 },
      points: { type: "integer", default: 0 },
    },
  },
  sample: { serialNumber: "S-1", name: "Ada Lovelace", points: 42 },
};

/** Whether OpenSSL says that a pass's signature holds over its manifest and leads to the tests' root. */
export async function opensslVerifies(world: World, pass: string): Promise<string> {
  const folder = `${world.folder}/openssl-${Math.random().toString(36).slice(2)}`;
  await run("unzip", ["-q", "-d", folder, `${world.folder}/${pass}`]);
  const signed = ["-binary", "-inform", "DER", "-in", `${folder}/signature`, "-content", `${folder}/manifest.json`];
  const trusted = ["-CAfile", `${world.folder}/root.pem`, "-purpose", "any", "-no_check_time", "-out", "/dev/null"];
  const { stderr } = await run("openssl", ["cms", "-verify", ...signed, ...trusted]);
  return stderr;
}
