import { describe, expect, test } from "vitest";
import * as der from "../../../src/der/index.ts";
import { SIGNATURE_LIMITS } from "../../../src/signature/signature-limits.ts";
import { verifySignature } from "../../../src/signature/verify-signature.ts";
import { createWorld, MANIFEST, signedBy } from "./world.ts";
import { fastestAsyncRun } from "../../support/fastest-run.ts";

const world = await createWorld();
const good = await signedBy(world, world.leaf);

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

describe("bytes that are no signature are named for what they are:", () => {
  const lines = base64(good.signature).replaceAll(/.{64}/g, "$&\n");
  test.each([
    ["nothing", new Uint8Array(), "is empty"],
    ["zeros", new Uint8Array(100), "nothing but zeros"],
    ["PEM", ascii(`-----BEGIN PKCS7-----\n${lines}\n-----END PKCS7-----\n`), "as PEM text"],
    ["PEM after a byte order mark", ascii(`\uFEFF-----BEGIN CMS-----\n${lines}`), "as PEM text"],
    ["a certificate in PEM", ascii("-----BEGIN CERTIFICATE-----\nMII"), "certificate as PEM"],
    ["a private key", ascii("-----BEGIN RSA PRIVATE KEY-----\nMII"), "private key"],
    ["base64", ascii(lines), "base64"],
    ["S/MIME", ascii("MIME-Version: 1.0\nContent-Type: multipart/signed"), "S/MIME"],
    ["JSON", ascii('{"signature":""}'), "JSON"],
    ["HTML", ascii("<!doctype html>"), "HTML"],
    ["a ZIP archive", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255, 254]), "ZIP"],
    ["words", ascii("dummy signature"), "is text"],
    ["other bytes", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1]), "does not begin like one"],
    ["a certificate", world.leaf.der, "a certificate, not a signature"],
    [
      "plain CMS data",
      der.derSequence(der.derOid(der.OIDS.data), der.derContext(0, true, der.derOctetString(MANIFEST))),
      "plain data",
    ],
    [
      "encrypted CMS",
      der.derSequence(der.derOid("1.2.840.113549.1.7.3"), der.derContext(0, true, der.derNull())),
      "encrypted for recipients",
    ],
    ["a signature that is cut off", good.signature.subarray(0, 300), "begins like a CMS signature"],
    ["1,000 levels", new Uint8Array(2000).map((_, index) => (index % 2 === 0 ? 0x30 : 0x80)), "Nested deeper"],
  ])("%s", async (_, signature, words) => {
    const report = await verifySignature({ ...good, signature });
    expect(await fastestAsyncRun(50, async () => void (await verifySignature({ ...good, signature })))).toBeLessThan(50);
    expect(report).toMatchObject({ readable: false, integrity: false, chain: false, signer: null, wwdr: null, digest: null });
    expect(report.problem).toContain(words);
  });

  test("too many certificates or signers", async () => {
    const many = Array.from({ length: SIGNATURE_LIMITS.maxCertificates + 1 }, () => world.leaf);
    const crowd = await signedBy(world, world.leaf, { certificates: many });
    expect((await verifySignature(crowd)).problem).toContain("33 certificates");
    const signers = Array.from({ length: SIGNATURE_LIMITS.maxSigners + 1 }, () => ({ certificate: world.leaf }));
    const choir = await signedBy(world, world.leaf, { signers });
    expect((await verifySignature(choir)).problem).toContain("9 signers");
  });
});

describe("oddities", () => {
  async function odditiesOf(...options: Parameters<typeof signedBy> extends [unknown, unknown, ...infer Rest] ? Rest : never) {
    return (await verifySignature(await signedBy(world, world.leaf, ...options))).oddities;
  }

  test("a signature as it should be has none", async () => {
    expect((await verifySignature(good)).oddities).toEqual([]);
  });

  test("each is told", async () => {
    expect(await odditiesOf({ attached: MANIFEST })).toEqual([
      { kind: "attached-content", detail: "the content is manifest.json" },
    ]);
    expect(await odditiesOf({ attached: new Uint8Array(3) })).toEqual([
      { kind: "attached-content", detail: "the content is not manifest.json" },
    ]);
    expect(await odditiesOf({ indefinite: true })).toEqual([{ kind: "indefinite-length" }]);
    expect(await odditiesOf({ signer: { byKeyIdentifier: true } })).toEqual([{ kind: "signer-by-key-id" }]);
    expect(await odditiesOf({ signer: { attributes: { unsorted: true } } })).toEqual([{ kind: "unsorted-attributes" }]);
    expect(await odditiesOf({ signer: { attributes: { signingTime: null } } })).toEqual([{ kind: "no-signing-time" }]);
    expect(await odditiesOf({ signer: { attributes: null } })).toEqual([
      { kind: "no-signed-attributes" },
      { kind: "no-signing-time" },
    ]);
    expect(await odditiesOf({ signers: [{ certificate: world.leaf }, { certificate: world.leaf }] })).toEqual([
      { kind: "many-signers", detail: "2" },
    ]);
    expect(await odditiesOf({ certificates: [world.leaf, world.intermediate, world.root] })).toEqual([
      { kind: "root-embedded", detail: "CN=Root,O=Example Inc.,C=US" },
    ]);
    expect(await odditiesOf({ certificates: [world.leaf] })).toEqual([
      { kind: "issuer-not-embedded", detail: "CN=Intermediate,O=Example Inc.,C=US" },
    ]);
    expect(await odditiesOf({ certificates: [world.leaf, world.root] })).toMatchObject([
      { kind: "root-embedded" },
      { kind: "wrong-issuer-embedded" },
    ]);
    expect(await odditiesOf({ certificates: [world.intermediate] })).toEqual([{ kind: "signer-certificate-missing" }]);
    const trailing = await verifySignature({ ...good, signature: new Uint8Array([...good.signature, 10, 0]) });
    expect(trailing).toMatchObject({ integrity: true, oddities: [{ kind: "trailing-bytes", detail: "2" }] });
  });
});

describe("what the caller gives", () => {
  test("is refused where it cannot be read", async () => {
    const junk = [new Uint8Array([1, 2, 3])];
    await expect(verifySignature({ ...good, trustAnchors: junk })).rejects.toMatchObject({ code: "ERR_PASS_CERTIFICATE_INVALID" });
    await expect(verifySignature({ ...good, intermediates: junk })).rejects.toMatchObject({ code: "ERR_PASS_CERTIFICATE_INVALID" });
    await expect(verifySignature({ ...good, revocationLists: junk })).rejects.toMatchObject({
      code: "ERR_PASS_REVOCATION_LIST_INVALID",
    });
  });

  test("replaces Apple's roots: without them, or with others, nothing is trusted that they do not vouch for", async () => {
    expect(await verifySignature({ ...good, trustAnchors: [] })).toMatchObject({ chain: false, integrity: true });
    const { trustAnchors: _, ...appleOnly } = good;
    expect(await verifySignature(appleOnly)).toMatchObject({ chain: false, integrity: true, certificates: [] });
  });

  test("a damaged certificate beside the signer's does no harm", async () => {
    const damaged = { ...world.root, der: der.derSequence(der.derNull()) };
    const input = await signedBy(world, world.leaf, { certificates: [world.leaf, damaged, world.intermediate] });
    const report = await verifySignature(input);
    expect(report).toMatchObject({ integrity: true, chain: true });
    expect(report.embedded.length).toBe(2);
  });
});
