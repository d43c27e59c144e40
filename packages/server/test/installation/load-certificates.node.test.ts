import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCertificates } from "../../src/installation/load-certificates.ts";

const now = new Date("2026-06-01T00:00:00Z");
const names = { passTypeIdentifier: "pass.com.example.gate", teamIdentifier: "A1B2C3D4E5" };
let root: string;
let certificatePem: string;
let privateKeyPem: string;

beforeAll(async () => {
  const authority = await createThrowawayAuthority({ now });
  ({ certificatePem, privateKeyPem } = await authority.issuePassCertificate(names));
  certificatePem += authority.intermediate.certificatePem;
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function load(files: Record<string, string | Uint8Array>, passphrase?: string) {
  if (root !== undefined) await rm(root, { recursive: true, force: true });
  root = await mkdtemp(join(tmpdir(), "passwright-certificates-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
  return loadCertificates(root, { passphrase, now });
}

test("certificate and key in one PEM file sign, and serve a TLS client", async () => {
  const files = { "gate.pem": privateKeyPem + certificatePem, "notes.txt": "no certificate", "._gate.pem": "a Mac's notes" };
  const [loaded, ...others] = await load(files);
  expect(others).toEqual([]);
  expect(loaded).toMatchObject({ passTypeIdentifier: names.passTypeIdentifier });
  expect(certificatePem.replaceAll("\n", "")).toContain(loaded?.credential.certificate.replaceAll("\n", ""));
  expect(loaded?.credential.privateKey).toContain("BEGIN PRIVATE KEY");
});

test("a .p12 is opened with the passphrase beside it, or with the given one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "passwright-p12-"));
  await writeFile(join(folder, "pair.pem"), privateKeyPem + certificatePem);
  const args = ["pkcs12", "-export", "-in", "pair.pem", "-out", "pair.p12", "-passout", "pass:open sesame"];
  execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const { readFile } = await import("node:fs/promises");
  const p12 = await readFile(join(folder, "pair.p12"));
  await rm(folder, { recursive: true });
  expect(await load({ "gate.p12": p12, "gate.passphrase": "open sesame\n" })).toHaveLength(1);
  expect(await load({ "gate.p12": p12 }, "open sesame")).toHaveLength(1);
  await expect(load({ "gate.p12": p12 }, "wrong")).rejects.toMatchObject({ code: "ERR_SERVER_CERTIFICATE" });
});

test.each([
  ["without a key", () => certificatePem, "it holds no private key: put both into the one file"],
  ["without a certificate", () => privateKeyPem, "it holds no certificate"],
  ["of nothing", () => "", "it holds no certificate"],
])("a file %s is named with what is missing", async (_, content, problem) => {
  await expect(load({ "gate.pem": content() })).rejects.toThrow(`gate.pem: ${problem}`);
});
