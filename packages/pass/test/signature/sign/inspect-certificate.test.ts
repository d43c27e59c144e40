import { describe, expect, test } from "vitest";
import { OIDS } from "../../../src/der/oids.ts";
import { loadAppleCertificates } from "../../../src/signature/apple-certificates.ts";
import { inspectCertificate } from "../../../src/signature/inspect-certificate.ts";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../../support/authority.ts";
import { keyText } from "./keys/key-file.ts";

const { authority, issued, key } = await testAuthority();
const names = { passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM, key };
const now = TEST_NOW;

test("a Pass Type ID certificate is explained", async () => {
  const inspection = await inspectCertificate(issued.certificate, { now });
  expect(inspection).toMatchObject({
    kind: "pass-type",
    uses: ["sign-passes", "push-pass-updates"],
    validNow: true,
    daysLeft: 394,
    generation: null,
    isApple: false,
    facts: { passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM, key: "RSA 2048", wwdr: "not-apple", allowsNfc: false },
  });
  expect(inspection.facts.fingerprint).toMatch(/^[0-9a-f]{64}$/);
});

test("days are whole and rounded down: an hour before the end none is left, an hour after it one is owed", async () => {
  const end = new Date("2027-03-30T12:00:00Z").getTime();
  const at = async (offset: number) => inspectCertificate(issued.certificate, { now: new Date(end + offset) });
  expect(await at(-3_600_000)).toMatchObject({ daysLeft: 0, validNow: true });
  expect(await at(0)).toMatchObject({ daysLeft: 0, validNow: true });
  expect(await at(3_600_000)).toMatchObject({ daysLeft: -1, validNow: false });
});

const marker = (oid: string) => ({
  omitExtensions: [OIDS.applePassTypeMarker, OIDS.applePushMarker],
  extendedKeyUsage: null,
  extensions: [{ oid, value: new Uint8Array([5, 0]) }],
});

test.each([
  ["a push certificate", marker(OIDS.applePushMarker), "push"],
  ["a push certificate of the sandbox", marker("1.2.840.113635.100.6.3.1"), "push"],
  ["a website push certificate", marker("1.2.840.113635.100.6.1.17"), "website-push"],
  ["an Apple Pay merchant's certificate", marker("1.2.840.113635.100.6.32"), "apple-pay-merchant"],
  ["a development certificate", marker("1.2.840.113635.100.6.1.2"), "development"],
  ["a distribution certificate", marker("1.2.840.113635.100.6.1.4"), "distribution"],
  ["a Developer ID certificate", marker("1.2.840.113635.100.6.1.13"), "developer-id"],
  ["one that only has the marker of passes", { extendedKeyUsage: null }, "other"],
  ["one that only has the key usage of passes", { omitExtensions: [OIDS.applePassTypeMarker, OIDS.applePushMarker] }, "other"],
])("%s is told apart, and signs no passes", async (_name, bend, kind) => {
  const { certificate } = await authority.issuePassCertificate({ ...names, ...bend });
  expect(await inspectCertificate(certificate, { now })).toMatchObject({ kind, uses: [] });
});

test("without client authentication it cannot push", async () => {
  const { certificate } = await authority.issuePassCertificate({ ...names, extendedKeyUsage: [OIDS.applePassSigning] });
  expect((await inspectCertificate(certificate, { now })).uses).toEqual(["sign-passes"]);
});

describe("Apple's own", () => {
  test("intermediates are known by fingerprint, with their generation", async () => {
    const { intermediates } = await loadAppleCertificates();
    for (const { generation, certificate } of intermediates) {
      expect(await inspectCertificate(certificate.der, { now })).toMatchObject({ kind: "intermediate", generation, isApple: true });
    }
  });

  test("roots are known by fingerprint", async () => {
    for (const { der } of (await loadAppleCertificates()).roots) {
      expect(await inspectCertificate(der, { now })).toMatchObject({ kind: "root", generation: null, isApple: true });
    }
  });

  test("name alone makes no certificate Apple's", async () => {
    const subject = [
      ["C", "US"],
      ["O", "Apple Inc."],
      ["OU", "Apple Certification Authority"],
      ["CN", "Apple Root CA"],
    ] as const;
    const fake = await authority.issueAuthority({ subject, key: authority.keys.root });
    expect(await inspectCertificate(fake.certificate, { now })).toMatchObject({ isApple: false, generation: null });
  });
});

test.each([
  ["rsa-pkcs8.pem", /private key/],
  ["rsa-request.pem", /signing request/],
])("%s in place of a certificate is named", async (name, message) => {
  await expect(inspectCertificate(await keyText(name))).rejects.toMatchObject({
    code: "ERR_PASS_CERTIFICATE_INVALID",
    message: expect.stringMatching(message),
  });
});
