import { execFileSync } from "node:child_process";
import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSecret, toSealingSecret } from "../../src/installation/sealed-secret.ts";
import {
  type ApiWorld,
  FOREIGN_TYPE,
  openApiWorld,
  packApiTemplate,
  PASS_TYPE,
  publishGate,
  TEAM,
  toPem,
} from "../api/support/api-world.ts";
import { signedBy } from "./signed-by.ts";

const NAMES = { passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM };
const COMMON = { passTypeIdentifier: PASS_TYPE, commonName: "Example Air", country: "DE" };

let world: ApiWorld;
let end: () => Promise<void>;
beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  await publishGate(world);
}, 60_000);
afterAll(() => end());

function openssl(args: readonly string[], input?: string | Uint8Array): string {
  return execFileSync("openssl", [...args], { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
}

/** A new certificate for the pass type, uploaded for a request. */
async function renew(notAfter?: Date) {
  const client = world.client();
  const { id, request } = await client.certificates.request(COMMON);
  const issued = await world.authority.issueFromRequest(request, { ...NAMES, ...(notAfter && { notAfter }) });
  return { id, request, issued, certificate: await client.certificates.upload({ certificate: issued.certificatePem }) };
}

test("OpenSSL reads the request that goes to Apple, and finds it signed by its key", async () => {
  const client = world.client();
  const made = await client.certificates.request({ ...COMMON, email: "wallet@example.com" });
  expect(made).toMatchObject({ state: "requested", source: "api", signs: false, fingerprint: null });
  const text = openssl(["req", "-verify", "-noout", "-text", "-subject"], made.request);
  expect(text).toMatch(/Public-Key: \(2048 bit\)/u);
  expect(text).toContain("Example Air");
  const file = await client.certificates.downloadRequest(made.id);
  expect(Buffer.from(file).toString()).toBe(made.request);
  const response = await world.ask(`/certificates/${made.id}/request.certSigningRequest`);
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${PASS_TYPE}.certSigningRequest"`);
  expect(response.headers.get("content-type")).toBe("application/pkcs10");
});

test("Apple's certificate for a request signs and pushes at once; revisions from before keep theirs, byte for byte", async () => {
  const client = world.client();
  const early = await client.passes.create({ templateId: "gate", values: { gate: "A1" } });
  const before = await client.passes.download(early);
  const { id, certificate, issued } = await renew();
  const fingerprint = new X509Certificate(issued.certificate).fingerprint256.replaceAll(":", "").toLowerCase();
  expect(certificate).toMatchObject({
    id,
    state: "ready",
    fingerprint,
    signs: true,
    teamIdentifier: TEAM,
    expired: false,
    warnings: [],
  });
  const late = await client.passes.create({ templateId: "gate", values: { gate: "A1" } });
  expect(await signedBy(await client.passes.download(late))).toBe(fingerprint);
  expect(Buffer.from(await client.passes.download(early)).equals(before)).toBe(true);
  expect(await signedBy(before)).not.toBe(fingerprint);
  const { pass } = await client.passes.update(early, { values: { gate: "B2" } });
  expect(await signedBy(await client.passes.download(pass))).toBe(fingerprint);
  // Sent once more it is what it is, in whatever form.
  const again = await client.certificates.upload({ certificate: Buffer.from(issued.certificate).toString("base64") });
  expect(again).toMatchObject({ id, fingerprint });
});

test("the key stays sealed in the database, and is the one of the request when OpenSSL looks at it", async () => {
  const { id, request } = await world.client().certificates.request(COMMON);
  const { storage, folder } = world.server;
  const row = (await storage.certificates.list()).find((one) => one.id === id)!;
  expect(row.sealedKey).toMatch(/^pws1\./u);
  const pkcs8 = openSecret(toSealingSecret(folder.secret), row.sealedKey, { purpose: "certificate-key", row: id });
  const pem = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }).export({ format: "pem", type: "pkcs8" }).toString();
  expect(openssl(["pkey", "-check", "-noout"], pem)).toContain("valid");
  const modulus = openssl(["req", "-noout", "-modulus"], request);
  expect(openssl(["rsa", "-noout", "-modulus"], pem)).toBe(modulus);
  expect(createPublicKey(pem).asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 });
  // The middle of the key is private numbers; the database holds them neither as bytes nor in base64.
  const middle = pkcs8.subarray(600, 640);
  for (const name of (await readdir(folder.path)).filter((file) => file.startsWith("passwright.sqlite"))) {
    const bytes = await readFile(join(folder.path, name));
    expect(bytes.includes(middle)).toBe(false);
    expect(bytes.includes("BEGIN PRIVATE KEY")).toBe(false);
  }
});

test("a .p12 of OpenSSL's is imported with its passphrase, and a pair in PEM", async () => {
  const client = world.client();
  const { certificatePem, privateKeyPem } = await world.authority.issuePassCertificate(NAMES);
  const folder = await mkdtemp(join(tmpdir(), "passwright-p12-"));
  await writeFile(join(folder, "pair.pem"), `${privateKeyPem}${certificatePem}`);
  openssl(["pkcs12", "-export", "-in", join(folder, "pair.pem"), "-out", join(folder, "pair.p12"), "-passout", "pass:open sesame"]);
  const pkcs12 = (await readFile(join(folder, "pair.p12"))).toString("base64");
  await rm(folder, { recursive: true });
  for (const passphrase of ["wrong-canary", undefined]) {
    const refused = client.certificates.import({ pkcs12, ...(passphrase !== undefined && { passphrase }) });
    await expect(refused).rejects.toMatchObject({ fault: "invalid-certificate" });
    await expect(refused).rejects.not.toThrow(/canary/u);
  }
  const imported = await client.certificates.import({ pkcs12, passphrase: "open sesame" });
  expect(imported).toMatchObject({ state: "ready", source: "api", passTypeIdentifier: PASS_TYPE });
  // The same certificate again is the same row.
  expect((await client.certificates.import({ certificate: certificatePem, privateKey: privateKeyPem })).id).toBe(imported.id);
  await expect(client.certificates.downloadRequest(imported.id)).rejects.toMatchObject({ fault: "not-found" });
});

test("a key that has a certificate takes the next one too", async () => {
  const first = await renew();
  const second = await world.authority.issueFromRequest(first.request, NAMES);
  const uploaded = await world.client().certificates.upload({ certificate: second.certificatePem });
  expect(uploaded.id).not.toBe(first.id);
  expect((await world.client().certificates.get(first.id)).state).toBe("ready");
});

test("what could not sign passes that devices take is refused with the reason", async () => {
  const client = world.client();
  const { request } = await client.certificates.request(COMMON);
  const stranger = await createThrowawayAuthority({ now: new Date() });
  const { authority } = world;
  const day = 86_400_000;
  const cases: readonly (readonly [certificate: string, reason: RegExp])[] = [
    [(await stranger.issueFromRequest(request, NAMES)).certificatePem, /issued/u],
    [
      (
        await authority.issueFromRequest(request, {
          ...NAMES,
          notBefore: new Date(Date.now() - 9 * day),
          notAfter: new Date(Date.now() - day),
        })
      ).certificatePem,
      /expired/u,
    ],
    [
      (await authority.issueFromRequest(request, { ...NAMES, notBefore: new Date(Date.now() + day) })).certificatePem,
      /not valid before/u,
    ],
    [
      (await authority.issueFromRequest(request, { ...NAMES, extendedKeyUsage: null })).certificatePem,
      /not a Pass Type ID certificate/u,
    ],
    [
      (await authority.issueFromRequest(request, { ...NAMES, passTypeIdentifier: "pass.com.example.else" })).certificatePem,
      /requested for/u,
    ],
    [(await authority.issuePassCertificate(NAMES)).certificatePem, /No key here/u],
    [authority.intermediate.certificatePem, /No key here/u],
    ["-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", /no certificate/u],
    ["AAAA", /no certificate/u],
    ["not base64!", /base64/u],
  ];
  for (const [certificate, reason] of cases) {
    const refused = client.certificates.upload({ certificate });
    await expect(refused).rejects.toMatchObject({ fault: "invalid-certificate", message: expect.stringMatching(reason) });
  }
});

test("what lies beside a certificate in its file gives it no trust", async () => {
  const stranger = await createThrowawayAuthority({ now: new Date() });
  const { certificatePem, privateKeyPem } = await stranger.issuePassCertificate(NAMES);
  const chain = `${certificatePem}${toPem(stranger.intermediates)}`;
  await expect(world.client().certificates.import({ certificate: chain, privateKey: privateKeyPem })).rejects.toMatchObject({
    fault: "invalid-certificate",
    message: expect.stringContaining("not issued by Apple"),
  });
});

test("another project's key matches nothing here, and its pass types take no certificate", async () => {
  const { storage } = world.server;
  await storage.access.createProject({ id: "brand", name: "Brand", createdAt: 1 });
  await storage.access.assignPassType("pass.com.example.brand", "brand");
  const other = world.client(await world.makeKey(["admin"], "brand"));
  const client = world.client();
  const foreign = { passTypeIdentifier: "pass.com.example.brand", commonName: "Brand" };
  const { request, id } = await other.certificates.request(foreign);
  const issued = await world.authority.issueFromRequest(request, {
    passTypeIdentifier: foreign.passTypeIdentifier,
    teamIdentifier: TEAM,
  });
  await expect(client.certificates.upload({ certificate: issued.certificatePem })).rejects.toMatchObject({
    fault: "invalid-certificate",
  });
  await expect(client.certificates.request(foreign)).rejects.toMatchObject({ fault: "not-found" });
  const { certificatePem: certificate, privateKeyPem: privateKey } = await world.authority.issuePassCertificate({
    ...foreign,
    teamIdentifier: TEAM,
  });
  await expect(client.certificates.import({ certificate, privateKey })).rejects.toMatchObject({ fault: "not-found" });
  await expect(client.certificates.get(id)).rejects.toMatchObject({ fault: "not-found" });
  await other.certificates.upload({ certificate: issued.certificatePem });
  expect(JSON.stringify(await client.certificates.list())).not.toContain("example.brand");
  expect((await other.certificates.list()).items.map(({ passTypeIdentifier }) => passTypeIdentifier)).toEqual([
    "pass.com.example.brand",
  ]);
});

test("the last certificate that passes need is not deleted unless someone insists; one of several is, and others sign", async () => {
  const client = world.client();
  await client.templates.upload("lone", await packApiTemplate({ passTypeIdentifier: FOREIGN_TYPE }));
  await client.templates.publish("lone");
  const inFolder = (await client.certificates.list({ passTypeIdentifier: FOREIGN_TYPE })).items;
  expect(inFolder).toMatchObject([{ source: "folder", file: `${FOREIGN_TYPE}.pem`, signs: true, pushes: true }]);
  await expect(client.certificates.delete(inFolder[0]!.id)).rejects.toMatchObject({ fault: "certificate-of-folder" });
  const names = { passTypeIdentifier: FOREIGN_TYPE, teamIdentifier: TEAM };
  const { certificatePem, privateKeyPem } = await world.authority.issuePassCertificate(names);
  const imported = await client.certificates.import({ certificate: certificatePem, privateKey: privateKeyPem });
  const pass = await client.passes.create({ templateId: "lone", values: { gate: "A1" } });
  // Its file is taken away while the server runs.
  await rename(join(world.server.folder.certificates, `${FOREIGN_TYPE}.pem`), join(world.server.folder.path, "taken-away.pem"));
  expect((await client.certificates.list({ passTypeIdentifier: FOREIGN_TYPE })).items).toHaveLength(1);
  await expect(client.certificates.delete(imported.id)).rejects.toMatchObject({ fault: "certificate-needed" });
  const forced = await client.certificates.delete(imported.id, { force: true });
  expect(forced.warnings.join()).toMatch(/neither fetched nor updated/u);
  await expect(client.passes.download(pass)).rejects.toMatchObject({ fault: "no-certificate" });
  expect((await client.certificates.list()).warnings).toContainEqual(
    expect.objectContaining({ kind: "no-certificate", passTypeIdentifier: FOREIGN_TYPE }),
  );
  // And put back: it is known again without a restart.
  await rename(join(world.server.folder.path, "taken-away.pem"), join(world.server.folder.certificates, `${FOREIGN_TYPE}.pem`));
  expect((await client.certificates.list({ passTypeIdentifier: FOREIGN_TYPE })).items).toMatchObject([{ source: "folder" }]);
  expect(await signedBy(await client.passes.download(pass))).toBe(inFolder[0]!.fingerprint);
});

test("a request that is deleted takes its key along", async () => {
  const client = world.client();
  const { id, request } = await client.certificates.request(COMMON);
  expect((await client.certificates.delete(id)).warnings.join()).toMatch(/key is gone/u);
  const issued = await world.authority.issueFromRequest(request, NAMES);
  await expect(client.certificates.upload({ certificate: issued.certificatePem })).rejects.toMatchObject({
    fault: "invalid-certificate",
  });
  await expect(client.certificates.delete(id)).rejects.toMatchObject({ fault: "not-found" });
});

test("a file that is half copied into the folder is told, and changes nothing until it is whole", async () => {
  const names = { passTypeIdentifier: "pass.com.example.copied", teamIdentifier: TEAM };
  const { certificatePem, privateKeyPem } = await world.authority.issuePassCertificate(names);
  const file = join(world.server.folder.certificates, "copied.pem");
  await writeFile(file, privateKeyPem);
  await expect.poll(() => world.logText(), { timeout: 15_000 }).toContain("certificates of the data folder cannot be read");
  expect((await world.client().certificates.list()).items.length).toBeGreaterThan(1);
  expect(world.server.passTypeIdentifiers).toContain(PASS_TYPE);
  await writeFile(file, `${privateKeyPem}${certificatePem}${toPem(world.authority.intermediates)}`);
  await expect.poll(() => world.server.passTypeIdentifiers, { timeout: 15_000 }).toContain(names.passTypeIdentifier);
  await rm(file);
});

test("metrics tell how long the certificate that pushes lasts, and what issued it", async () => {
  const text = await (await fetch(`${world.server.origin}/metrics`)).text();
  expect(text).toMatch(/^passwright_certificate_expiry_seconds\{pass_type="pass\.com\.example\.api",of="certificate"\} \d{7,8}$/mu);
  expect(text).toMatch(
    /^passwright_certificate_expiry_seconds\{pass_type="pass\.com\.example\.api",of="intermediate"\} \d{8,9}$/mu,
  );
});
