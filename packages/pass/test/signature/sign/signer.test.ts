import { describe, expect, test } from "vitest";
import { createThrowawayAuthority, generateKeyMaterial } from "@passwright/sandbox";
import { PassError } from "../../../src/errors.ts";
import { loadAppleCertificates } from "../../../src/signature/apple-certificates.ts";
import { writePem } from "../../../src/signature/pem.ts";
import { Signer, type SignerOptions } from "../../../src/signature/signer.ts";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../../support/authority.ts";
import { keyText, PASSPHRASE } from "./keys/key-file.ts";

const { authority, issued, key } = await testAuthority();
const names = { passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM, key };
const manifest = new TextEncoder().encode("{}");
const DAY = 86_400_000;

const good: SignerOptions = {
  certificate: issued.certificate,
  privateKey: issued.key.pkcs8,
  intermediate: authority.intermediate.certificate,
  now: TEST_NOW,
};

/** The error that making a signer throws. */
async function refusal(options: Partial<SignerOptions>): Promise<PassError> {
  const error: unknown = await Signer.create({ ...good, ...options }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PassError);
  return error as PassError;
}

describe("what is given", () => {
  test.each([
    ["DER", { certificate: issued.certificate, privateKey: issued.key.pkcs8 }],
    ["PEM text", { certificate: issued.certificatePem, privateKey: issued.privateKeyPem }],
    [
      "PEM bytes, as files are read",
      { certificate: new TextEncoder().encode(issued.certificatePem), privateKey: new TextEncoder().encode(issued.privateKeyPem) },
    ],
    [
      "certificate and key in one text",
      { certificate: issued.certificatePem + issued.privateKeyPem, privateKey: issued.certificatePem + issued.privateKeyPem },
    ],
  ])("%s makes a signer", async (_name, options) => {
    const signer = await Signer.create({ ...good, ...options });
    expect(signer.facts).toMatchObject({
      passTypeIdentifier: TEST_PASS_TYPE,
      teamIdentifier: TEST_TEAM,
      isPassTypeCertificate: true,
    });
    expect(signer.certificate).toEqual(issued.certificate);
    expect(signer.intermediate).toEqual(authority.intermediate.certificate);
  });

  test("an encrypted key is opened with its passphrase", async () => {
    const certificate = await keyText("leaf.pem");
    const options = { certificate, intermediate: await keyText("intermediate.pem"), now: TEST_NOW };
    const privateKey = await keyText("rsa-aes256.pem");
    const signer = await Signer.create({ ...options, privateKey, passphrase: PASSPHRASE });
    expect(signer.facts.passTypeIdentifier).toBe("pass.com.example.passwright");
  });

  test("a whole chain in one PEM, in any order, brings its intermediate along", async () => {
    const pems = [issued.certificatePem, authority.intermediate.certificatePem, authority.root.certificatePem];
    for (const certificate of [pems.join(""), pems.toReversed().join("")]) {
      const signer = await Signer.create({ certificate, privateKey: issued.key.pkcs8, now: TEST_NOW });
      expect(signer.certificate).toEqual(issued.certificate);
      expect(signer.intermediate).toEqual(authority.intermediate.certificate);
    }
  });

  test("a CryptoKey signs as its bytes do, and need not be extractable", async () => {
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const privateKey = await crypto.subtle.importKey("pkcs8", issued.key.pkcs8, algorithm, false, ["sign"]);
    const fromCryptoKey = await Signer.create({ ...good, privateKey });
    const fromBytes = await Signer.create(good);
    expect(await fromCryptoKey.sign(manifest, { signingTime: TEST_NOW })).toEqual(
      await fromBytes.sign(manifest, { signingTime: TEST_NOW }),
    );
  });

  test("an EC CryptoKey signs for an EC certificate", async () => {
    const ec = await authority.issuePassCertificate({ ...names, key: "ec-p256" });
    const privateKey = await crypto.subtle.importKey("pkcs8", ec.key.pkcs8, { name: "ECDSA", namedCurve: "P-256" }, false, [
      "sign",
    ]);
    const signer = await Signer.create({ ...good, certificate: ec.certificate, privateKey });
    expect((await signer.sign(manifest, { signingTime: TEST_NOW })).length).toBeGreaterThan(1000);
  });

  test.each([
    ["a public CryptoKey", "spki", "verify", "SHA-256", "ERR_PASS_KEY_INVALID"],
    ["a CryptoKey for another digest", "pkcs8", "sign", "SHA-1", "ERR_PASS_KEY_INVALID"],
  ] as const)("%s is refused", async (_name, format, usage, hash, code) => {
    const bytes = format === "pkcs8" ? issued.key.pkcs8 : issued.key.subjectPublicKeyInfo;
    const privateKey = await crypto.subtle.importKey(format, bytes, { name: "RSASSA-PKCS1-v1_5", hash }, false, [usage]);
    expect((await refusal({ privateKey })).code).toBe(code);
  });

  test("a CryptoKey for RSA-PSS is refused", async () => {
    const privateKey = await crypto.subtle.importKey("pkcs8", issued.key.pkcs8, { name: "RSA-PSS", hash: "SHA-256" }, false, [
      "sign",
    ]);
    expect(await refusal({ privateKey })).toMatchObject({
      code: "ERR_PASS_SIGN_KEY_MISMATCH",
      message: expect.stringMatching(/RSA-PSS/),
    });
  });
});

describe("refused before anything is signed", () => {
  test("a private key of another certificate", async () => {
    const other = await generateKeyMaterial("rsa-2048");
    const error = await refusal({ privateKey: other.pkcs8 });
    expect(error.code).toBe("ERR_PASS_SIGN_KEY_MISMATCH");
    expect(error.message).toMatch(/certificate holds RSA 2048/);
    const imported = await crypto.subtle.importKey("pkcs8", other.pkcs8, { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, false, [
      "sign",
    ]);
    expect((await refusal({ privateKey: imported })).code).toBe("ERR_PASS_SIGN_KEY_MISMATCH");
  });

  test("a push key (.p8, EC) beside an RSA certificate, and the other way round", async () => {
    const error = await refusal({ privateKey: await keyText("ec-pkcs8.pem") });
    expect(error).toMatchObject({ code: "ERR_PASS_SIGN_KEY_MISMATCH", message: expect.stringMatching(/EC key .*\.p8/) });
    const ec = await authority.issuePassCertificate({ ...names, key: "ec-p256" });
    expect((await refusal({ certificate: ec.certificate })).code).toBe("ERR_PASS_SIGN_KEY_MISMATCH");
    expect((await refusal({ certificate: ec.certificate, privateKey: await keyText("ec-no-public.pem") })).code).toBe(
      "ERR_PASS_SIGN_KEY_MISMATCH",
    );
  });

  test("an RSA key with damaged numbers, whose signatures would give it away", async () => {
    const pkcs8 = issued.key.pkcs8.slice();
    // One octet of the private exponent and one of the coefficient: modulus and exponent still match the certificate.
    for (const at of [400, pkcs8.length - 5]) pkcs8[at] = (pkcs8[at] ?? 0) ^ 1;
    expect((await refusal({ privateKey: pkcs8 })).code).toMatch(/^ERR_PASS_(SIGN_KEY_MISMATCH|KEY_INVALID)$/);
  });

  test("an expired certificate, saying both dates, unless told otherwise", async () => {
    const expired = await authority.issuePassCertificate({ ...names, notAfter: new Date(TEST_NOW.getTime() - DAY) });
    const error = await refusal({ certificate: expired.certificate });
    expect(error.code).toBe("ERR_PASS_SIGN_EXPIRED");
    expect(error.message).toContain("2026-02-28T12:00:00.000Z");
    expect(error.message).toContain("2026-03-01T12:00:00.000Z");
    const signer = await Signer.create({ ...good, certificate: expired.certificate, allow: { expired: true } });
    expect((await signer.sign(manifest, { signingTime: TEST_NOW })).length).toBeGreaterThan(1000);
  });

  test("a certificate that is not valid yet, unless told otherwise", async () => {
    const early = await authority.issuePassCertificate({ ...names, notBefore: new Date(TEST_NOW.getTime() + DAY) });
    expect((await refusal({ certificate: early.certificate })).code).toBe("ERR_PASS_SIGN_NOT_YET_VALID");
    await Signer.create({ ...good, certificate: early.certificate, allow: { notYetValid: true } });
  });

  test("an expired intermediate, by its name", async () => {
    const options = { intermediateCertificate: { notAfter: new Date(TEST_NOW.getTime() - DAY) }, keys: authority.keys };
    const past = await createThrowawayAuthority({ now: TEST_NOW, ...options });
    const leaf = await past.issuePassCertificate(names);
    const error = await refusal({ certificate: leaf.certificate, intermediate: leaf.intermediate });
    expect(error).toMatchObject({ code: "ERR_PASS_SIGN_EXPIRED", message: expect.stringMatching(/Developer Relations/) });
  });

  test.each([
    ["without the marker", { omitExtensions: ["1.2.840.113635.100.6.1.16"] }],
    ["without the extended key usage", { extendedKeyUsage: null }],
    ["with the usages of a push certificate", { extendedKeyUsage: ["1.3.6.1.5.5.7.3.2"] }],
    ["whose key may not make signatures", { keyUsage: ["keyEncipherment"] }],
    ["whose subject names no pass type", { subject: [["CN", "Pass Type ID: pass.x"]] }],
  ] as const)("a certificate %s, unless told otherwise", async (_name, options) => {
    const other = await authority.issuePassCertificate({ ...names, ...options });
    expect((await refusal({ certificate: other.certificate })).code).toBe("ERR_PASS_SIGN_NOT_PASS_CERTIFICATE");
    await Signer.create({ ...good, certificate: other.certificate, allow: { notPassCertificate: true } });
  });

  test("an RSA key shorter than 2048 bits", async () => {
    const weak = await authority.issuePassCertificate({ ...names, key: "rsa-1024" });
    expect(await refusal({ certificate: weak.certificate, privateKey: weak.key.pkcs8 })).toMatchObject({
      code: "ERR_PASS_SIGN_KEY_WEAK",
      details: { bits: 1024 },
    });
  });

  test("a key in place of the certificate, and the other way round, by what it is", async () => {
    expect(await refusal({ certificate: issued.privateKeyPem })).toMatchObject({
      code: "ERR_PASS_CERTIFICATE_INVALID",
      message: expect.stringMatching(/private key/),
    });
    expect(await refusal({ certificate: issued.key.pkcs8 })).toMatchObject({ code: "ERR_PASS_CERTIFICATE_INVALID" });
    expect(await refusal({ privateKey: issued.certificatePem })).toMatchObject({ code: "ERR_PASS_KEY_INVALID" });
  });
});

describe("the intermediate", () => {
  test("that did not issue the certificate is refused, saying both", async () => {
    const { intermediates } = await loadAppleCertificates();
    const g4 = intermediates.find(({ generation }) => generation === "G4")!.certificate;
    const error = await refusal({ intermediate: g4.der });
    expect(error.code).toBe("ERR_PASS_SIGN_ISSUER_MISMATCH");
    expect(error.message).toMatch(/OU=G4.*5bd9fa1de79a1a0ba399762250863e91c85b77a8.*Passwright Throwaway/);
  });

  test("of the same name and another key is refused", async () => {
    const namesake = await authority.issueAuthority();
    const error = await refusal({ intermediate: namesake.certificate });
    expect(error).toMatchObject({ code: "ERR_PASS_SIGN_ISSUER_MISMATCH", details: { issuer: error.details["intermediate"] } });
    expect(error.details["subjectKeyIdentifier"]).not.toBe(error.details["authorityKeyIdentifier"]);
  });

  test("of the same name and the same key identifier, without the key, is refused", async () => {
    const forged = await authority.issueAuthority({ subjectKeyIdentifier: authority.intermediate.keyIdentifier });
    expect((await refusal({ intermediate: forged.certificate })).code).toBe("ERR_PASS_SIGN_ISSUER_MISMATCH");
  });

  test("that is no authority is refused though it signed the certificate", async () => {
    for (const bend of [
      { basicConstraints: null },
      { basicConstraints: { ca: false } },
      { keyUsage: ["digitalSignature"] as const },
    ]) {
      const impostor = await authority.issueAuthority({ ...bend, key: authority.keys.intermediate });
      expect((await refusal({ intermediate: impostor.certificate })).code).toBe("ERR_PASS_SIGN_ISSUER_MISMATCH");
    }
  });

  test("is found among several given", async () => {
    const intermediate = authority.root.certificatePem + authority.intermediate.certificatePem;
    const signer = await Signer.create({ ...good, intermediate });
    expect(signer.intermediate).toEqual(authority.intermediate.certificate);
  });

  test("of an unknown authority must be given", async () => {
    const { intermediate: _left, ...rest } = good;
    const error: unknown = await Signer.create(rest).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ERR_PASS_SIGN_ISSUER_UNKNOWN", message: expect.stringMatching(/Passwright Throwaway/) });
  });

  test("of two with one key is the one valid at the time", async () => {
    const old = await authority.issueAuthority({
      key: authority.keys.intermediate,
      notBefore: new Date("2010-01-01T00:00:00Z"),
      notAfter: new Date("2020-01-01T00:00:00Z"),
    });
    const pair = [old.certificatePem, authority.intermediate.certificatePem];
    for (const intermediate of [pair.join(""), pair.toReversed().join("")]) {
      expect((await Signer.create({ ...good, intermediate })).intermediate).toEqual(authority.intermediate.certificate);
    }
  });
});

describe("a signer and a pass", () => {
  test("that agree pass", async () => {
    const signer = await Signer.create(good);
    signer.assertMatches({ passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM });
  });

  test("of another pass type are refused, saying both values", async () => {
    const signer = await Signer.create(good);
    expect(() => signer.assertMatches({ passTypeIdentifier: "pass.other", teamIdentifier: TEST_TEAM })).toThrow(
      expect.objectContaining({
        code: "ERR_PASS_SIGN_PASS_TYPE",
        message: `passTypeIdentifier is "pass.other" in pass.json; the certificate's UID is "${TEST_PASS_TYPE}".`,
        details: { pass: "pass.other", certificate: TEST_PASS_TYPE },
      }),
    );
  });

  test("of another team are refused, saying both values", async () => {
    const signer = await Signer.create(good);
    expect(() => signer.assertMatches({ passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: "ZZZZZZZZZZ" })).toThrow(
      expect.objectContaining({
        code: "ERR_PASS_SIGN_TEAM",
        message: `teamIdentifier is "ZZZZZZZZZZ" in pass.json; the certificate's OU is "${TEST_TEAM}".`,
      }),
    );
  });

  test("with NFC keys need a certificate with NFC, unless told otherwise", async () => {
    const pass = { passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM, nfc: true };
    const signer = await Signer.create(good);
    expect(() => signer.assertMatches(pass)).toThrow(expect.objectContaining({ code: "ERR_PASS_SIGN_NFC" }));
    (await Signer.create({ ...good, allow: { nfcWithoutNfcCertificate: true } })).assertMatches(pass);
    const withNfc = await authority.issuePassCertificate({ ...names, nfc: true });
    (await withNfc.signer()).assertMatches(pass);
  });
});

describe("the signing time", () => {
  test("outside the certificate's validity is refused at each signature", async () => {
    const signer = await Signer.create(good);
    const after = new Date(TEST_NOW.getTime() + 400 * DAY);
    const before = new Date(TEST_NOW.getTime() - 2 * DAY);
    await expect(signer.sign(manifest, { signingTime: after })).rejects.toMatchObject({ code: "ERR_PASS_SIGN_EXPIRED" });
    await expect(signer.sign(manifest, { signingTime: before })).rejects.toMatchObject({ code: "ERR_PASS_SIGN_NOT_YET_VALID" });
    expect(() => signer.validate({ at: after })).toThrow(PassError);
    signer.validate({ at: TEST_NOW });
  });

  test("that is no date is refused", async () => {
    const signer = await Signer.create(good);
    await expect(signer.sign(manifest, { signingTime: new Date(Number.NaN) })).rejects.toMatchObject({
      code: "ERR_PASS_SIGN_TIME",
    });
    const lenient = await Signer.create({ ...good, allow: { expired: true, notYetValid: true } });
    for (const year of [1949, 10_000]) {
      const signingTime = new Date(Date.UTC(year, 5));
      await expect(lenient.sign(manifest, { signingTime })).rejects.toMatchObject({ code: "ERR_PASS_SIGN_TIME" });
    }
  });
});

describe("a signing function", () => {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const signWith = async (pkcs8: Uint8Array<ArrayBuffer>) => {
    const imported = await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]);
    return async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.sign(algorithm, imported, new Uint8Array(bytes)));
  };
  const options = { certificate: issued.certificate, intermediate: authority.intermediate.certificate, now: TEST_NOW };

  test("gives the signatures that the key gives", async () => {
    const signer = await Signer.fromFunction({ ...options, sign: await signWith(issued.key.pkcs8) });
    const own = await Signer.create(good);
    expect(await signer.sign(manifest, { signingTime: TEST_NOW })).toEqual(await own.sign(manifest, { signingTime: TEST_NOW }));
  });

  test("over another key is refused by a trial signature", async () => {
    const sign = await signWith((await generateKeyMaterial("rsa-2048")).pkcs8);
    await expect(Signer.fromFunction({ ...options, sign })).rejects.toMatchObject({ code: "ERR_PASS_SIGN_KEY_MISMATCH" });
  });

  test("whose key changes later makes no pass with a wrong signature", async () => {
    const right = await signWith(issued.key.pkcs8);
    let sign = right;
    const signer = await Signer.fromFunction({ ...options, sign: (bytes) => sign(bytes) });
    await signer.sign(manifest, { signingTime: TEST_NOW });
    sign = async (bytes) => (await right(bytes)).fill(0, 0, 10);
    await expect(signer.sign(manifest, { signingTime: TEST_NOW })).rejects.toMatchObject({ code: "ERR_PASS_SIGN_KEY_MISMATCH" });
  });

  test("that fails gives its reason as the cause", async () => {
    const reason = new Error("access denied");
    const failing = Signer.fromFunction({ ...options, sign: () => Promise.reject(reason) });
    await expect(failing).rejects.toMatchObject({
      code: "ERR_PASS_SIGN_FUNCTION",
      message: expect.stringMatching(/access denied/),
      cause: reason,
    });
  });

  test("cannot change what is signed", async () => {
    const right = await signWith(issued.key.pkcs8);
    const sign = async (bytes: Uint8Array) => {
      const signature = await right(bytes);
      bytes.fill(0);
      return signature;
    };
    const signer = await Signer.fromFunction({ ...options, sign });
    const own = await Signer.create(good);
    expect(await signer.sign(manifest, { signingTime: TEST_NOW })).toEqual(await own.sign(manifest, { signingTime: TEST_NOW }));
  });

  test("the certificate may come in a chain", async () => {
    const certificate = authority.root.certificatePem + authority.intermediate.certificatePem + issued.certificatePem;
    const signer = await Signer.fromFunction({ certificate, now: TEST_NOW, sign: await signWith(issued.key.pkcs8) });
    expect(signer.certificate).toEqual(issued.certificate);
  });
});

test("a chain of two leaves takes the one of the key", async () => {
  const other = await authority.issuePassCertificate({ ...names, key: "ec-p256" });
  const certificate = other.certificatePem + issued.certificatePem;
  expect((await Signer.create({ ...good, certificate })).certificate).toEqual(issued.certificate);
  expect((await Signer.create({ ...good, certificate, privateKey: writePem("PRIVATE KEY", other.key.pkcs8) })).certificate).toEqual(
    other.certificate,
  );
});
