import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { readConfig, startServer, type Storage } from "@passwright/server";
import { createWorld, type World } from "./world.ts";

const PASS_TYPE = "pass.com.example.gate";
const now = () => new Date();

export interface Issuer {
  readonly world: World;
  readonly data: string;
  readonly key: string;
  readonly origin: string;
  readonly storage: Storage;
}

/** A server with a certificate on a port of its own, and a world whose environment names it. */
export async function startIssuer(changes: { readonly pass?: object; readonly settings?: object } = {}): Promise<Issuer> {
  const outer = await createWorld();
  const data = join(outer.folder, "data");
  const certificates = join(data, "certificates");
  await mkdir(certificates, { recursive: true });
  const authority = await createThrowawayAuthority({ now: now() });
  const issued = await authority.issuePassCertificate({ passTypeIdentifier: PASS_TYPE, teamIdentifier: "A1B2C3D4E5" });
  const chain = authority.intermediates.map(
    (der) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64")}\n-----END CERTIFICATE-----\n`,
  );
  await writeFile(join(certificates, "gate.pem"), [issued.certificatePem, issued.privateKeyPem, ...chain].join("\n"));
  const config = readConfig({
    flags: { data, port: "0", "allow-private-webhooks": "127.0.0.0/8" },
    workingDirectory: outer.folder,
  });
  const server = await startServer(config, { writeLog: () => undefined });
  onTestFinished(() => server.stop());
  const key = server.firstKey ?? "";
  const world = await createWorld({ now, environment: { PASSWRIGHT_SERVER: server.origin, PASSWRIGHT_API_KEY: key } });
  await world.write("gate.pass/template.json", JSON.stringify({ sample: { gate: "A1" }, ...changes.settings }));
  const icon = new Uint8Array(await readFile(new URL("../../../../examples/boarding.pass/icon.png", import.meta.url)));
  for (const name of ["icon.png", "icon@2x.png"]) await world.write(`gate.pass/${name}`, icon);
  const pass = {
    formatVersion: 1,
    passTypeIdentifier: PASS_TYPE,
    teamIdentifier: "A1B2C3D4E5",
    organizationName: "Example Air",
    description: "Gate card",
    storeCard: { headerFields: [{ key: "gate", label: "Gate", value: { $eval: "gate" }, changeMessage: "Gate changed to %@" }] },
    ...changes.pass,
  };
  await world.write("gate.pass/pass.json", JSON.stringify(pass));
  return { world, data, key, origin: server.origin, storage: server.storage };
}
