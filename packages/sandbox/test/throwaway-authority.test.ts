import { describe, expect, test } from "vitest";
import { createCertificateRequest, inspectCertificate, PassError } from "@passwright/pass";
import { type DerElement, OIDS, readDer, readOid, readString } from "@passwright/pass/der";
import { createThrowawayAuthority, generateKeyMaterial } from "../src/index.ts";

const now = new Date("2026-03-01T12:00:00Z");
const authority = await createThrowawayAuthority({ now });
const key = await generateKeyMaterial("rsa-2048");
const names = { passTypeIdentifier: "pass.com.example.demo", teamIdentifier: "A1B2C3D4E5", key };

/** The parts of a certificate's signed half. */
function informationOf(certificate: Uint8Array): readonly DerElement[] {
  return readDer(certificate).children[0]!.children;
}

/** OIDs of the extensions in their order, with whether they are critical. */
function extensionsOf(certificate: Uint8Array): readonly string[] {
  const list = informationOf(certificate).at(-1)!;
  if (!list.isContext(3)) return [];
  return list.children[0]!.children.map(({ children }) => `${readOid(children[0]!)}${children.length === 3 ? " critical" : ""}`);
}

function nameOf(name: DerElement): readonly string[] {
  return name.children.map((part) => {
    const [type, value] = part.children[0]!.children;
    return `${readOid(type!)}=${readString(value!)}`;
  });
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, "0")).join("");
}

describe("a pass certificate has the shape of Apple's", () => {
  test("subject, extensions and their order are those of a Pass Type ID certificate of WWDR G4", async () => {
    const { certificate } = await authority.issuePassCertificate(names);
    expect(nameOf(informationOf(certificate)[5]!)).toEqual([
      `${OIDS.userId}=pass.com.example.demo`,
      `${OIDS.commonName}=Pass Type ID: pass.com.example.demo`,
      `${OIDS.organizationalUnit}=A1B2C3D4E5`,
      `${OIDS.organization}=Throwaway Team`,
      `${OIDS.country}=US`,
    ]);
    expect(extensionsOf(certificate)).toEqual([
      `${OIDS.basicConstraints} critical`,
      OIDS.authorityKeyIdentifier,
      OIDS.extendedKeyUsage,
      OIDS.subjectKeyIdentifier,
      `${OIDS.keyUsage} critical`,
      OIDS.applePassTypeMarker,
      OIDS.applePushMarker,
    ]);
  });

  test("with NFC it says so in its name and by Apple's marker", async () => {
    const { certificate } = await authority.issuePassCertificate({ ...names, nfc: true });
    expect(extensionsOf(certificate)).toContain("1.2.840.113635.100.6.1.26");
    expect(await inspectCertificate(certificate, { now })).toMatchObject({
      kind: "pass-type-nfc",
      uses: ["sign-passes", "sign-nfc-passes", "push-pass-updates"],
      facts: { commonName: "Pass Type ID with NFC: pass.com.example.demo", allowsNfc: true },
    });
  });

  test("nobody takes it for Apple's: the names say throwaway, the chain is its own", async () => {
    const { certificate } = await authority.issuePassCertificate(names);
    for (const one of [certificate, authority.intermediate.certificate, authority.root.certificate]) {
      const { facts, isApple } = await inspectCertificate(one, { now });
      expect(facts.issuer).toContain("Throwaway");
      expect(isApple).toBe(false);
    }
  });

  test("dates follow from now: from the day before, for 13 months", async () => {
    const { certificate } = await authority.issuePassCertificate(names);
    const { facts, daysLeft, validNow } = await inspectCertificate(certificate, { now });
    expect([facts.notBefore, facts.notAfter]).toEqual([new Date("2026-02-28T12:00:00Z"), new Date("2027-03-30T12:00:00Z")]);
    expect({ daysLeft, validNow }).toEqual({ daysLeft: 394, validNow: true });
  });
});

describe("the authorities", () => {
  test("are a root and an intermediate with Apple's marker", async () => {
    expect(await inspectCertificate(authority.root.certificatePem, { now })).toMatchObject({
      kind: "root",
      uses: ["issue-certificates"],
    });
    expect(await inspectCertificate(authority.intermediate.certificatePem, { now })).toMatchObject({ kind: "intermediate" });
    expect(extensionsOf(authority.intermediate.certificate)).toEqual([
      `${OIDS.basicConstraints} critical`,
      OIDS.authorityKeyIdentifier,
      OIDS.subjectKeyIdentifier,
      `${OIDS.keyUsage} critical`,
      OIDS.appleWwdrMarker,
    ]);
  });

  test("with the same keys, day and randomness are the same, byte for byte", async () => {
    const random = (length: number) => new Uint8Array(length).fill(0xff);
    const [one, other] = [
      await createThrowawayAuthority({ now, random, keys: authority.keys }),
      await createThrowawayAuthority({ now, random, keys: authority.keys }),
    ];
    expect(other.root).toEqual(one.root);
    expect(other.intermediate).toEqual(one.intermediate);
    expect(await other.issuePassCertificate(names)).toMatchObject({
      certificate: (await one.issuePassCertificate(names)).certificate,
    });
    // RFC 5280 §4.1.2.2: positive, at most 20 octets.
    const serial = informationOf(one.root.certificate)[1]!.contents;
    expect(serial.length).toBe(16);
    expect(serial[0]).toBeLessThan(0x80);
  });

  test("can be of EC keys", async () => {
    const ec = await createThrowawayAuthority({ now, keyKind: "ec-p384" });
    const issued = await ec.issuePassCertificate(names);
    await expect(issued.signer()).resolves.toMatchObject({ facts: { passTypeIdentifier: "pass.com.example.demo" } });
  });
});

describe("a certificate signing request", () => {
  test("is answered with a certificate for its key", async () => {
    const { requestPem, request } = await createCertificateRequest({ commonName: "Example" });
    for (const given of [requestPem, request]) {
      const issued = await authority.issueFromRequest(given, { passTypeIdentifier: "pass.a", teamIdentifier: "A1B2C3D4E5" });
      const information = informationOf(issued.certificate);
      expect(hex(information[6]!.bytes)).toBe(hex(readDer(request).children[0]!.children[2]!.bytes));
      expect(issued.intermediate).toEqual(authority.intermediate.certificate);
    }
  });

  test("whose signature does not hold is refused", async () => {
    const { request } = await createCertificateRequest({ commonName: "Example" });
    request[60] = (request[60] ?? 0) ^ 1;
    const issuing = authority.issueFromRequest(request, { passTypeIdentifier: "pass.a", teamIdentifier: "A1B2C3D4E5" });
    await expect(issuing).rejects.toMatchObject({ code: "ERR_PASS_CERTIFICATE_REQUEST" });
    await expect(issuing).rejects.toBeInstanceOf(PassError);
  });
});

describe("every part can be bent, to try a verifier", () => {
  test.each([
    ["basicConstraints", { basicConstraints: null }, OIDS.basicConstraints],
    ["keyUsage", { keyUsage: null }, OIDS.keyUsage],
    ["extendedKeyUsage", { extendedKeyUsage: null }, OIDS.extendedKeyUsage],
    ["subjectKeyIdentifier", { subjectKeyIdentifier: null }, OIDS.subjectKeyIdentifier],
    ["authorityKeyIdentifier", { authorityKeyIdentifier: null }, OIDS.authorityKeyIdentifier],
    ["Apple's marker", { omitExtensions: [OIDS.applePassTypeMarker] }, OIDS.applePassTypeMarker],
  ])("without %s", async (_name, bend, oid) => {
    const { certificate } = await authority.issuePassCertificate({ ...names, ...bend });
    expect(extensionsOf(certificate).some((one) => one.startsWith(oid))).toBe(false);
  });

  test("with an extension added, and one in another's place", async () => {
    const unknown = { oid: "1.2.3.4", critical: true, value: new Uint8Array([5, 0]) };
    const marker = { oid: OIDS.applePassTypeMarker, value: new Uint8Array([0x0c, 1, 0x78]) };
    const { certificate } = await authority.issuePassCertificate({ ...names, extensions: [unknown, marker] });
    const extensions = extensionsOf(certificate);
    expect(extensions).toContain("1.2.3.4 critical");
    expect(extensions.filter((oid) => oid === OIDS.applePassTypeMarker)).toHaveLength(1);
  });

  test("with an authority below an authority, and a path length that forbids it or not", async () => {
    const below = await authority.issueAuthority({ by: authority.intermediate, key });
    const wide = await authority.issueAuthority({ basicConstraints: { ca: true }, key });
    expect(nameOf(informationOf(below.certificate)[3]!)).toEqual(nameOf(informationOf(authority.intermediate.certificate)[5]!));
    const issued = await authority.issuePassCertificate({ ...names, by: below });
    expect(issued.intermediate).toEqual(below.certificate);
    expect(hex(wide.certificate)).toContain("300f0603551d130101ff040530030101ff");
  });

  test("with names, serial number, dates, version, digest and signature of the caller", async () => {
    const { certificate } = await authority.issuePassCertificate({
      ...names,
      subject: [["CN", "x"]],
      issuer: [["CN", "y"]],
      serialNumber: new Uint8Array([0x80]),
      notBefore: new Date("2049-12-31T00:00:00Z"),
      notAfter: new Date("2050-01-01T00:00:00Z"),
      version: 1,
      digest: "sha1",
    });
    const information = informationOf(certificate);
    expect(hex(information[0]!.bytes)).toBe("02020080");
    expect(nameOf(information[2]!)).toEqual([`${OIDS.commonName}=y`]);
    expect(hex(information[3]!.contents)).toMatch(/^170d.*180f/);
    expect(nameOf(information[4]!)).toEqual([`${OIDS.commonName}=x`]);
    expect(readOid(readDer(certificate).children[1]!.children[0]!)).toBe(OIDS.sha1WithRsa);
    expect(extensionsOf(certificate)).toEqual([]);
    const corrupt = await authority.issuePassCertificate({ ...names, corruptSignature: true });
    await expect(corrupt.signer()).rejects.toMatchObject({ code: "ERR_PASS_SIGN_ISSUER_MISMATCH" });
  });
});
