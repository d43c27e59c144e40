import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDer } from "../../../src/der/der-reader.ts";
import { PassError } from "../../../src/errors.ts";
import { createCertificateRequest, readCertificateRequest } from "../../../src/signature/certificate-request.ts";
import { certificateMatchesKey } from "../../../src/signature/inspect-certificate.ts";
import { readPem } from "../../../src/signature/pem.ts";
import { readPrivateKey } from "../../../src/signature/private-key.ts";
import { Signer } from "../../../src/signature/signer.ts";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../../support/authority.ts";
import { keyText, PASSPHRASE } from "./keys/key-file.ts";

const { authority } = await testAuthority();
const made = await createCertificateRequest({ commonName: "Größe & Söhne", email: "wallet@example.com", country: "DE" });

test("a request is answered with a certificate that signs with its key: nobody needs a Mac", async () => {
  const { certificate, intermediate } = await authority.issueFromRequest(made.requestPem, {
    passTypeIdentifier: TEST_PASS_TYPE,
    teamIdentifier: TEST_TEAM,
  });
  const signer = await Signer.create({ certificate, privateKey: made.privateKeyPem, intermediate, now: TEST_NOW });
  expect((await signer.sign(new Uint8Array(), { signingTime: TEST_NOW })).length).toBeGreaterThan(1000);
});

test("key and request are PEM, the key RSA with 2048 bits", async () => {
  expect(readPem(made.privateKeyPem).map(({ label }) => label)).toEqual(["PRIVATE KEY"]);
  expect(readPem(made.requestPem)).toMatchObject([{ label: "CERTIFICATE REQUEST", bytes: made.request }]);
  const { publicHalf } = await readPrivateKey(made.privateKeyPem);
  expect(publicHalf.kind === "rsa" && publicHalf.modulus.length).toBe(257);
});

test("what was asked for is read again, from PEM and from DER", async () => {
  for (const given of [made.requestPem, made.request, new TextEncoder().encode(made.requestPem)]) {
    expect(await readCertificateRequest(given)).toMatchObject({
      commonName: "Größe & Söhne",
      email: "wallet@example.com",
      country: "DE",
    });
  }
});

test("a request that OpenSSL made is read", async () => {
  expect(await readCertificateRequest(await keyText("rsa-request.pem"))).toMatchObject({ commonName: "Example", email: null });
});

test("with a passphrase the key comes out encrypted", async () => {
  const { privateKeyPem } = await createCertificateRequest({ commonName: "x", passphrase: "secret" });
  expect(privateKeyPem).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  await expect(readPrivateKey(privateKeyPem)).rejects.toMatchObject({ details: { passphrase: "missing" } });
  await expect(readPrivateKey(privateKeyPem, { passphrase: "other" })).rejects.toMatchObject({ details: { passphrase: "wrong" } });
  expect((await readPrivateKey(privateKeyPem, { passphrase: "secret" })).publicHalf.kind).toBe("rsa");
});

test("a renewal keeps the key, encrypted or not", async () => {
  const plain = await createCertificateRequest({ commonName: "x", privateKey: await keyText("rsa-pkcs1.pem") });
  expect(readPem(plain.privateKeyPem)[0]!.bytes).toEqual(readPem(await keyText("rsa-pkcs8.pem"))[0]!.bytes);
  expect(readDer(plain.request).children[0]!.children[2]!.bytes).toEqual(readPem(await keyText("rsa-public.pem"))[0]!.bytes);
  const encrypted = await createCertificateRequest({
    commonName: "x",
    privateKey: await keyText("rsa-aes256.pem"),
    passphrase: PASSPHRASE,
  });
  expect((await readCertificateRequest(encrypted.request)).subjectPublicKeyInfo).toEqual(
    (await readCertificateRequest(plain.request)).subjectPublicKeyInfo,
  );
  const ec = createCertificateRequest({ commonName: "x", privateKey: await keyText("ec-pkcs8.pem") });
  await expect(ec).rejects.toMatchObject({ code: "ERR_PASS_SIGN_KEY_KIND" });
});

describe("refused", () => {
  test.each([
    ["an empty name", { commonName: " " }],
    ["a name longer than 64 characters", { commonName: "x".repeat(65) }],
    ["an address that is none", { commonName: "x", email: "nobody" }],
    ["an address that is not ASCII", { commonName: "x", email: "größe@example.com" }],
    ["a country that is none", { commonName: "x", country: "Germany" }],
  ])("%s", async (_name, options) => {
    await expect(createCertificateRequest(options)).rejects.toMatchObject({ code: "ERR_PASS_CERTIFICATE_REQUEST" });
  });

  test.each([
    ["leaf.pem", /it is a certificate\./],
    ["rsa-pkcs8.pem", /private key/],
  ])("%s in place of a request, by what it is", async (name, message) => {
    const text = await keyText(name);
    for (const given of [text, readPem(text)[0]!.bytes]) {
      await expect(readCertificateRequest(given)).rejects.toMatchObject({
        code: "ERR_PASS_CERTIFICATE_REQUEST",
        message: expect.stringMatching(message),
      });
    }
  });

  test("a request of which one octet was changed, whichever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(made.request.length - 1), fc.integer({ min: 1, max: 255 }), async (at, difference) => {
        const changed = made.request.slice();
        changed[at] = (changed[at] ?? 0) ^ difference;
        const error: unknown = await readCertificateRequest(changed).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(PassError);
      }),
    );
  });
});

describe("certificate and key", () => {
  test("belong together or not", async () => {
    const certificate = await keyText("leaf.pem");
    expect(await certificateMatchesKey(certificate, await keyText("rsa-pkcs8.pem"))).toBe(true);
    expect(await certificateMatchesKey(certificate, await keyText("rsa-aes256.pem"), PASSPHRASE)).toBe(true);
    expect(await certificateMatchesKey(certificate, made.privateKeyPem)).toBe(false);
    expect(await certificateMatchesKey(certificate, await keyText("ec-pkcs8.pem"))).toBe(false);
    const imported = await crypto.subtle.importKey(
      "pkcs8",
      new Uint8Array(readPem(await keyText("rsa-pkcs8.pem"))[0]!.bytes),
      { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
      false,
      ["sign"],
    );
    expect(await certificateMatchesKey(certificate, imported)).toBe(true);
  });

  test("that cannot be read are no answer but an error", async () => {
    await expect(certificateMatchesKey(await keyText("leaf.pem"), "x")).rejects.toMatchObject({ code: "ERR_PASS_KEY_INVALID" });
    await expect(certificateMatchesKey("x", made.privateKeyPem)).rejects.toMatchObject({ code: "ERR_PASS_CERTIFICATE_INVALID" });
  });
});
