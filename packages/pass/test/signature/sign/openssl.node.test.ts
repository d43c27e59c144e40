import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { ThrowawayAuthority } from "@passwright/sandbox";
import { decryptPrivateKey, readPkcs12 } from "../../../src/pkcs12/index.ts";
import { createCertificateRequest } from "../../../src/signature/certificate-request.ts";
import { readPem } from "../../../src/signature/pem.ts";
import { Signer } from "../../../src/signature/signer.ts";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../../support/authority.ts";
import { keyFile, keyText, PASSPHRASE } from "./keys/key-file.ts";

const folder = mkdtempSync(join(tmpdir(), "passwright-sign-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, data: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

function openssl(...args: readonly string[]): string {
  return execFileSync("openssl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const { authority, issued } = await testAuthority();
const names = { passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM };
const manifest = new TextEncoder().encode('{"pass.json":"0000000000000000000000000000000000000000"}');

/** What `openssl cms -verify` says of a signature over the manifest, below the root of an authority. */
function verify(
  signature: Uint8Array,
  content: Uint8Array = manifest,
  root: Pick<ThrowawayAuthority["root"], "certificatePem"> = authority.root,
): string {
  const args = [
    "cms",
    "-verify",
    "-binary",
    "-inform",
    "DER",
    "-in",
    write("signature", signature),
    "-content",
    write("manifest.json", content),
  ];
  const chain = [
    "-CAfile",
    write("root.pem", root.certificatePem),
    "-purpose",
    "any",
    "-attime",
    String(TEST_NOW.getTime() / 1000),
  ];
  const { stderr } = spawnSync("openssl", [...args, ...chain, "-out", join(folder, "out")], { encoding: "utf8" });
  return stderr.trim();
}

const VERIFIED = "CMS Verification successful";

describe("OpenSSL verifies a signature", () => {
  test.each(["rsa-2048", "rsa-3072", "rsa-4096", "ec-p256", "ec-p384", "ec-p521"] as const)(
    "with a key of the kind %s",
    async (key) => {
      const signer = await (await authority.issuePassCertificate({ ...names, key })).signer();
      expect(verify(await signer.sign(manifest, { signingTime: TEST_NOW }))).toBe(VERIFIED);
    },
  );

  test("over any manifest at any second of the certificate's life", async () => {
    const signer = await issued.signer();
    const day = fc.date({ min: signer.facts.notBefore, max: signer.facts.notAfter, noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), day, async (content, signingTime) => {
        expect(verify(await signer.sign(content, { signingTime }), content)).toBe(VERIFIED);
      }),
      { numRuns: 20, examples: [[new Uint8Array(), TEST_NOW]] },
    );
  }, 60_000);

  test("whose signing time is a GeneralizedTime", async () => {
    const lenient = await issued.signer({ allow: { expired: true } });
    expect(verify(await lenient.sign(manifest, { signingTime: new Date("2050-01-01T00:00:00Z") }))).toBe(VERIFIED);
  });

  test("by a signer from a PKCS#12 file, an encrypted key, a CryptoKey", async () => {
    const root = { certificatePem: (await keyText("chain.pem")).split(/(?<=-----END CERTIFICATE-----\n)/)[0] ?? "" };
    const common = { intermediate: await keyText("intermediate.pem"), now: TEST_NOW };
    const pkcs8 = new Uint8Array(readPem(await keyText("rsa-pkcs8.pem"))[0]!.bytes);
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const certificate = await keyText("leaf.pem");
    const signers = [
      await Signer.create({ ...(await readPkcs12(await keyFile("keychain.p12"), PASSPHRASE)), now: TEST_NOW }),
      await Signer.create({ ...common, certificate, privateKey: await keyText("rsa-aes256.pem"), passphrase: PASSPHRASE }),
      await Signer.create({
        ...common,
        certificate,
        privateKey: await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]),
      }),
    ];
    for (const signer of signers)
      expect(verify(await signer.sign(manifest, { signingTime: TEST_NOW }), manifest, root)).toBe(VERIFIED);
  });
});

describe("OpenSSL refuses", () => {
  test("the signature of another manifest", async () => {
    const signature = await (await issued.signer()).sign(manifest, { signingTime: TEST_NOW });
    expect(verify(signature, new TextEncoder().encode("{}"))).toMatch(/content verify error/);
  });

  test("a signature whose attributes were changed", async () => {
    const signature = await (await issued.signer()).sign(manifest, { signingTime: TEST_NOW });
    const at = Buffer.from(signature).indexOf("260301120000Z");
    signature[at] = "3".charCodeAt(0);
    expect(verify(signature)).toMatch(/Verification failure/);
  });
});

test("OpenSSL reads the structure: detached, no root, SHA-256, sorted attributes", async () => {
  const signature = await (await issued.signer()).sign(manifest, { signingTime: TEST_NOW });
  const text = openssl("cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", write("signature", signature));
  expect(text).toContain("eContent: <ABSENT>");
  expect(text.match(/subject: .*/g)).toHaveLength(2);
  expect(text).not.toMatch(/subject: .*Throwaway Root/);
  expect(text.match(/object: (?:contentType|signingTime|messageDigest)/g)).toEqual([
    "object: contentType",
    "object: signingTime",
    "object: messageDigest",
  ]);
  expect(text).toMatch(/UTCTIME:Mar {2}1 12:00:00 2026 GMT/);
});

describe("a certificate signing request", () => {
  test("is accepted by OpenSSL, which shows what was asked for", async () => {
    const { requestPem, privateKeyPem } = await createCertificateRequest({
      commonName: "Example & Söhne",
      email: "a@example.com",
      country: "DE",
    });
    const path = write("request.pem", requestPem);
    const text = execFileSync("openssl", ["req", "-verify", "-in", path, "-noout", "-text", "-nameopt", "utf8,sep_comma_plus"], {
      encoding: "utf8",
      stdio: "pipe",
    });
    expect(text).toContain("Subject: emailAddress=a@example.com,CN=Example & Söhne,C=DE");
    expect(text).toContain("Signature Algorithm: sha256WithRSAEncryption");
    expect(openssl("pkey", "-in", write("key.pem", privateKeyPem), "-pubout")).toBe(
      openssl("req", "-in", path, "-pubkey", "-noout"),
    );
  });

  test("with a passphrase gives a key that OpenSSL decrypts with it", async () => {
    const { privateKeyPem } = await createCertificateRequest({ commonName: "x", passphrase: "größer" });
    const path = write("encrypted.pem", privateKeyPem);
    expect(openssl("pkey", "-in", path, "-passin", "pass:größer", "-noout", "-check")).toContain("Key is valid");
    expect(() => openssl("pkey", "-in", path, "-passin", "pass:other", "-noout")).toThrow(/maybe wrong password|bad decrypt/i);
  });
});

// Chromium has no AES-192.
test("a key under AES-192 is decrypted in Node", async () => {
  const expected = readPem(await keyText("rsa-pkcs8.pem"))[0]!.bytes;
  expect(await decryptPrivateKey(await keyText("rsa-old-aes192.pem"), PASSPHRASE)).toEqual(expected);
});
