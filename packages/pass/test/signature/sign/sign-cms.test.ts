import { fromBER } from "asn1js";
import * as fc from "fast-check";
import * as pkijs from "pkijs";
import { expect, test } from "vitest";
import { bytesToHex } from "../../../src/der/bytes.ts";
import { type DerElement, readDer } from "../../../src/der/der-reader.ts";
import { readOctetString, readOid } from "../../../src/der/der-values.ts";
import { OIDS } from "../../../src/der/oids.ts";
import { parseCertificate } from "../../../src/signature/certificate.ts";
import { createCmsWriter } from "../../../src/signature/sign-cms.ts";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../../support/authority.ts";

const { authority, issued } = await testAuthority();
const signer = await issued.signer({ allow: { expired: true, notYetValid: true } });
const manifest = new TextEncoder().encode('{"pass.json":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}');

/** A structure as text: tags by name, OIDs in dots, everything else as hex or, when long, its length. */
function outline(element: DerElement): unknown {
  if (element.constructed) return { [tagOf(element)]: element.children.map(outline) };
  if (element.is("oid")) return readOid(element);
  const { contents } = element;
  return `${tagOf(element)} ${contents.length > 40 ? `(${contents.length})` : bytesToHex(contents)}`.trim();
}

function tagOf(element: DerElement): string {
  if (element.tagClass === "context") return `[${element.tag}]`;
  return { 2: "int", 4: "octets", 5: "null", 16: "seq", 17: "set", 23: "utc", 24: "time" }[element.tag] ?? String(element.tag);
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

test("a signature is the structure of RFC 5652, part by part", async () => {
  const element = readDer(await signer.sign(manifest, { signingTime: TEST_NOW }));
  const [contentType, explicit] = element.children;
  expect(readOid(contentType!)).toBe(OIDS.signedData);
  const [version, digests, content, certificates, signers, ...more] = explicit!.children[0]!.children;
  expect(more).toEqual([]);
  expect([version, digests, content].map((part) => outline(part!))).toEqual([
    "int 01",
    { set: [{ seq: [OIDS.sha256] }] },
    { seq: [OIDS.data] },
  ]);
  expect(certificates!.isContext(0)).toBe(true);
  // A SET OF in DER is sorted; which of the two comes first depends on their lengths.
  expect(new Set(certificates!.children.map(({ bytes }) => bytesToHex(bytes)))).toEqual(
    new Set([issued.certificate, authority.intermediate.certificate].map(bytesToHex)),
  );
  const leaf = parseCertificate(issued.certificate);
  const [signerInfo] = signers!.children;
  const [signerVersion, identifier, digest, attributes, algorithm, signature] = signerInfo!.children;
  expect([signerVersion, digest, algorithm, signature].map((part) => outline(part!))).toEqual([
    "int 01",
    { seq: [OIDS.sha256] },
    { seq: [OIDS.rsaEncryption, "null"] },
    "octets (256)",
  ]);
  expect(identifier!.children.map(({ bytes }) => bytesToHex(bytes))).toEqual(
    [leaf.issuer.der, leaf.serialNumberDer].map(bytesToHex),
  );
  expect(outline(attributes!)).toEqual({
    "[0]": [
      { seq: [OIDS.contentType, { set: [OIDS.data] }] },
      { seq: [OIDS.signingTime, { set: [`utc ${bytesToHex(new TextEncoder().encode("260301120000Z"))}`] }] },
      { seq: [OIDS.messageDigest, { set: [`octets ${await digestOf(manifest)}`] }] },
    ],
  });
});

test("the root is not embedded", async () => {
  const hex = bytesToHex(await signer.sign(manifest, { signingTime: TEST_NOW }));
  expect(hex).not.toContain(bytesToHex(authority.root.certificate));
});

test("the attributes are in DER order, whatever the time's length", async () => {
  for (const signingTime of [TEST_NOW, new Date("2060-01-01T00:00:00Z"), new Date("1970-01-01T00:00:00Z")]) {
    const element = readDer(await signer.sign(manifest, { signingTime }));
    const attributes = element.children[1]!.children[0]!.children[4]!.children[0]!.children[3]!;
    const encoded = attributes.children.map(({ bytes }) => bytesToHex(bytes));
    expect(encoded).toEqual(encoded.toSorted());
    expect(encoded).toHaveLength(3);
  }
});

test.each([
  ["1999-12-31T23:59:59Z", "utc", "991231235959Z"],
  ["2026-03-01T12:00:00.999Z", "utc", "260301120000Z"],
  ["2049-12-31T23:59:59Z", "utc", "491231235959Z"],
  ["2050-01-01T00:00:00Z", "time", "20500101000000Z"],
])("the signing time %s is written as %s %s (RFC 5652 §11.3)", async (time, tag, text) => {
  const element = readDer(await signer.sign(manifest, { signingTime: new Date(time) }));
  const attributes = element.children[1]!.children[0]!.children[4]!.children[0]!.children[3]!;
  expect(outline(attributes.children[1]!.children[1]!.children[0]!)).toBe(`${tag} ${bytesToHex(new TextEncoder().encode(text))}`);
});

test("the same manifest and time give the same bytes, another second other bytes", async () => {
  const again = await issued.signer();
  const signature = await signer.sign(manifest, { signingTime: TEST_NOW });
  expect(await again.sign(manifest, { signingTime: TEST_NOW })).toEqual(signature);
  expect(await signer.sign(manifest, { signingTime: new Date(TEST_NOW.getTime() + 999) })).toEqual(signature);
  expect(await signer.sign(manifest, { signingTime: new Date(TEST_NOW.getTime() + 1000) })).not.toEqual(signature);
});

test("many signatures at once do not disturb each other", async () => {
  const manifests = Array.from({ length: 40 }, (_, index) => new TextEncoder().encode(`{"${index}":""}`));
  const signatures = await Promise.all(manifests.map((bytes) => signer.sign(bytes, { signingTime: TEST_NOW })));
  for (const [index, signature] of signatures.entries()) {
    expect(signature).toEqual(await signer.sign(manifests[index]!, { signingTime: TEST_NOW }));
  }
});

test.each(["rsa-2048", "rsa-3072", "ec-p256", "ec-p384", "ec-p521"] as const)("pkijs verifies signatures with %s", async (kind) => {
  const certificate = await authority.issuePassCertificate({
    passTypeIdentifier: TEST_PASS_TYPE,
    teamIdentifier: TEST_TEAM,
    key: kind,
  });
  const one = await certificate.signer();
  for (const bytes of [manifest, new Uint8Array(100_000)]) {
    const signature = await one.sign(bytes, { signingTime: TEST_NOW });
    const { result } = fromBER(new Uint8Array(signature).buffer);
    const signedData = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content });
    const roots = authority.trustAnchors.map((root) => pkijs.Certificate.fromBER(root));
    const verified = await signedData.verify({
      signer: 0,
      data: new Uint8Array(bytes).buffer,
      trustedCerts: roots,
      checkChain: true,
      checkDate: TEST_NOW,
    });
    expect(verified).toBe(true);
  }
});

test("signatures of any length fit: the structure stays whole", () => {
  const leaf = parseCertificate(issued.certificate);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1100 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (length, digest) => {
      const writer = createCmsWriter({
        certificates: [issued.certificate],
        issuerName: leaf.issuer.der,
        serialNumber: leaf.serialNumberDer,
        scheme: "ecdsa",
        signatureBytes: null,
      });
      const signature = new Uint8Array(length).fill(7);
      const attributes = writer.attributes(digest, TEST_NOW);
      const [signerInfo] = readDer(writer.assemble(attributes, signature)).children[1]!.children[0]!.children[4]!.children;
      const parts = signerInfo!.children;
      expect(readOctetString(parts[5]!)).toEqual(signature);
      // RFC 5652 §5.4: what is signed is the same under the tag of a SET.
      expect(bytesToHex(parts[3]!.bytes).replace(/^a0/, "31")).toBe(bytesToHex(attributes));
    }),
  );
});
