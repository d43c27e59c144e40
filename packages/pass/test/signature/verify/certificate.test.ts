import { describe, expect, test } from "vitest";
import * as der from "../../../src/der/index.ts";
import { appleRootCertificates, loadAppleCertificates } from "../../../src/signature/apple-certificates.ts";
import { APPLE_CERTIFICATE_DATA } from "../../../src/signature/apple-certificate-data.ts";
import { isValidAt, parseCertificate } from "../../../src/signature/certificate.ts";
import { certificateFacts } from "../../../src/signature/certificate-facts.ts";
import { equalNames, nameInSentence, nameToString, readName } from "../../../src/signature/distinguished-name.ts";
import { readFixture } from "../../support/read-fixture.ts";
import { encodeName, issue, type NameParts } from "./forge.ts";
import { createEcKey, createRsaKey } from "./keys.ts";
import { createWorld, issueAuthority, issueLeaf, LEAF_NAME, PASS_TYPE, TEAM } from "./world.ts";

const { OIDS } = der;
const world = await createWorld();

function name(...parts: NameParts): ReturnType<typeof readName> {
  return readName(der.readDer(encodeName(parts)));
}

describe("names", () => {
  test("are written from the last part to the first, with RFC 4514's escapes", () => {
    const text = nameToString(
      name([OIDS.country, "US"], [OIDS.organization, 'Apple, "Inc." <a+b;c\\d>'], [OIDS.commonName, " #x "], [OIDS.userId, "#y"]),
    );
    expect(text).toBe(String.raw`UID=\#y,CN=\ #x\ ,O=Apple\, \"Inc.\" \<a\+b\;c\\d\>,C=US`);
  });

  test("show no control or direction characters, which would rewrite a terminal", () => {
    const text = nameToString(name([OIDS.commonName, "a\u001b[2Jb\u202ec\u0000d\ne"]));
    expect(text).toBe(String.raw`CN=a\1b[2Jb\e2\80\aec\00d\0ae`);
  });

  test("in a sentence are the common name, printable and short", () => {
    expect(nameInSentence(name([OIDS.country, "US"], [OIDS.commonName, "Apple Root CA"]))).toBe("Apple Root CA");
    expect(nameInSentence(name([OIDS.country, "US"], [OIDS.organization, "O"]))).toBe("O=O,C=US");
    expect(nameInSentence(name([OIDS.commonName, "a\u001b[2Jb\u202ec"]))).toBe("a\ufffd[2Jb\ufffdc");
    expect(nameInSentence(name([OIDS.commonName, "x".repeat(60_000)])).length).toBe(129);
  });

  test("show unknown types and values that are no strings in hex", () => {
    const odd = der.derSequence(
      der.derSet(der.derSequence(der.derOid("1.2.3"), der.derUtf8String("x"))),
      der.derSet(der.derSequence(der.derOid(OIDS.commonName), der.derInteger(5))),
      der.derSet(der.derSequence(der.derOid(OIDS.commonName), der.derElement(0x0c, new Uint8Array([0xff])))),
    );
    expect(nameToString(readName(der.readDer(odd)))).toBe("CN=#0c01ff,CN=#020105,1.2.3=#0c0178");
  });

  test("with several attributes in one part are joined by +", () => {
    const cn = der.derSequence(der.derOid(OIDS.commonName), der.derUtf8String("a"));
    const uid = der.derSequence(der.derOid(OIDS.userId), der.derUtf8String("b"));
    const left = readName(der.readDer(der.derSequence(der.derElement(0x31, cn, uid))));
    const right = readName(der.readDer(der.derSequence(der.derElement(0x31, uid, cn))));
    expect(nameToString(left)).toBe("CN=a+UID=b");
    expect(equalNames(left, right)).toBe(true);
  });

  test("are equal whatever the string type, case and spaces, and not otherwise", () => {
    const printable = readName(
      der.readDer(der.derSequence(der.derSet(der.derSequence(der.derOid(OIDS.commonName), der.derPrintableString("Apple Root"))))),
    );
    expect(equalNames(printable, name([OIDS.commonName, "Apple Root"]))).toBe(true);
    expect(equalNames(printable, name([OIDS.commonName, " apple   ROOT "]))).toBe(true);
    expect(equalNames(printable, name([OIDS.commonName, "AppleRoot"]))).toBe(false);
    expect(equalNames(printable, name([OIDS.organization, "Apple Root"]))).toBe(false);
    expect(equalNames(printable, name([OIDS.commonName, "Apple Root"], [OIDS.country, "US"]))).toBe(false);
    expect(equalNames(name([OIDS.commonName, 'a"],["b']), name([OIDS.commonName, "a"], [OIDS.commonName, "b"]))).toBe(false);
  });
});

describe("certificates", () => {
  test("are read with all that passes need", async () => {
    const certificate = parseCertificate(world.leaf.der);
    expect(certificate).toMatchObject({
      version: 3,
      serialNumber: world.leaf.serialNumber
        .toString(16)
        .padStart(10, "0")
        .toUpperCase()
        .replace(/^(?:00)+/, ""),
      notBefore: new Date("2025-06-01T00:00:00Z"),
      publicKey: { kind: "ec", curve: "P-256" },
      signatureAlgorithm: { scheme: "ecdsa", digest: "sha256" },
      extensions: {
        basicConstraints: { ca: false, pathLength: null },
        keyUsage: { digitalSignature: true, keyCertSign: false, crlSign: false, nonRepudiation: false },
        extendedKeyUsage: [OIDS.clientAuth, OIDS.applePassSigning],
        passTypeMarker: PASS_TYPE,
        unknownCritical: [],
      },
    });
    expect(await certificateFacts(certificate)).toMatchObject({
      subject: `OU=${TEAM},CN=Pass Type ID: ${PASS_TYPE},UID=${PASS_TYPE}`,
      issuer: "CN=Intermediate,O=Example Inc.,C=US",
      passTypeIdentifier: PASS_TYPE,
      teamIdentifier: TEAM,
      commonName: `Pass Type ID: ${PASS_TYPE}`,
      allowsNfc: false,
      isPassTypeCertificate: true,
      key: "EC P-256",
      wwdr: "not-apple",
    });
  });

  test("say the length of an RSA key", async () => {
    const leaf = await issueLeaf(world.intermediate, await createRsaKey());
    expect((await certificateFacts(parseCertificate(leaf.der))).key).toBe("RSA 2048");
  });

  test("allow NFC by their name or by Apple's marker", async () => {
    const byName = await issueLeaf(world.intermediate, world.keys.leaf, {
      subject: LEAF_NAME.map(([oid, text]) => [oid, text.replace("Type ID:", "Type ID with NFC:")]),
    });
    const marker = der.derSequence(der.derOid(OIDS.applePassNfcMarker), der.derOctetString(der.derUtf8String(PASS_TYPE)));
    const byMarker = await issueLeaf(world.intermediate, world.keys.leaf, { extensions: [marker] });
    for (const { der: bytes } of [byName, byMarker]) {
      expect((await certificateFacts(parseCertificate(bytes))).allowsNfc).toBe(true);
    }
  });

  test("are valid from their first second to their last, both included", () => {
    const leaf = parseCertificate(world.leaf.der);
    expect(isValidAt(leaf, new Date("2025-06-01T00:00:00Z"))).toBe(true);
    expect(isValidAt(leaf, new Date("2026-06-01T00:00:00Z"))).toBe(true);
    expect(isValidAt(leaf, new Date("2025-05-31T23:59:59.999Z"))).toBe(false);
    expect(isValidAt(leaf, new Date("2026-06-01T00:00:00.001Z"))).toBe(false);
  });

  test("that are none are refused with the reason", async () => {
    const invalid = expect.objectContaining({ code: "ERR_PASS_CERTIFICATE_INVALID" }) as Error;
    expect(() => parseCertificate(new Uint8Array())).toThrow(invalid);
    expect(() => parseCertificate(new TextEncoder().encode("-----BEGIN CERTIFICATE-----"))).toThrow(invalid);
    expect(() => parseCertificate(new Uint8Array([...world.leaf.der, 0]))).toThrow(invalid);
    expect(() => parseCertificate(world.leaf.der.subarray(0, -1))).toThrow(invalid);
    const negative = {
      ...world.keys.leaf,
      subjectPublicKeyInfo: der.derSequence(
        der.derSequence(der.derOid(OIDS.rsaEncryption), der.derNull()),
        der.derBitString(der.derSequence(der.derInteger(-5), der.derInteger(3))),
      ),
    };
    const odd = await issue({ subject: LEAF_NAME, key: negative });
    expect(() => parseCertificate(odd.der)).toThrow(/not positive/);
  });

  test("with a key of another kind are read, and the key is named", async () => {
    const key = {
      ...(await createEcKey()),
      subjectPublicKeyInfo: der.derSequence(der.derSequence(der.derOid("1.3.101.112")), der.derBitString(new Uint8Array(32))),
    };
    const { publicKey } = parseCertificate((await issue({ subject: LEAF_NAME, key })).der);
    expect(publicKey).toEqual({ kind: "other", algorithm: "1.3.101.112" });
  });
});

describe("Apple's certificates", () => {
  test("are four roots and nine intermediates of eight generations", async () => {
    const { roots, intermediates } = await loadAppleCertificates();
    expect(roots.length).toBe(4);
    expect(intermediates.map(({ generation }) => generation)).toEqual(["G1", "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"]);
    expect(Object.isFrozen(roots) && Object.isFrozen(intermediates) && Object.isFrozen(roots[0])).toBe(true);
    expect(await loadAppleCertificates()).toBe(await loadAppleCertificates());
  });

  test("are authorities, and the intermediates say which generation they are", async () => {
    const { roots, intermediates } = await loadAppleCertificates();
    for (const root of roots) expect(root.extensions.basicConstraints?.ca).toBe(true);
    for (const { generation, certificate } of intermediates) {
      expect(certificate.extensions.basicConstraints?.ca, generation).toBe(true);
      // G2 is for Apple Pay and has another marker.
      expect(certificate.extensions.hasWwdrMarker, generation).toBe(generation !== "G2");
      const text = nameToString(certificate.subject);
      const stated = /OU=(G\d)/.exec(text)?.[1] ?? (text.includes("CA - G2") ? "G2" : "G1");
      expect(stated).toBe(generation);
    }
  });

  test("given as trust anchors are copies, so that nobody alters ours", async () => {
    const [first] = await appleRootCertificates();
    first?.fill(0);
    const [again] = await appleRootCertificates();
    expect(again?.[0]).toBe(0x30);
  });

  test("are those of the corpus, by fingerprint", async ({ skip }) => {
    const bytes = await readFixture("../shared/corpus/certs/certs.json");
    skip(bytes === null, "the corpus folder is missing");
    const listed = JSON.parse(new TextDecoder().decode(bytes ?? undefined)) as readonly {
      file: string;
      sha256: string;
      serial: string;
    }[];
    // Apple Pay's merchant authority has nothing to do with passes.
    const wanted = listed.filter(({ file }) => file !== "AppleWWDRMPCA1G1.cer");
    const ours = APPLE_CERTIFICATE_DATA.map(({ fingerprint }) => fingerprint);
    expect(ours.toSorted()).toEqual(wanted.map(({ sha256 }) => sha256.replaceAll(":", "").toLowerCase()).toSorted());
    for (const { file, sha256 } of wanted) {
      const fixture = await readFixture(`../shared/corpus/certs/${file}`);
      const entry = APPLE_CERTIFICATE_DATA.find(({ fingerprint }) => fingerprint === sha256.replaceAll(":", "").toLowerCase());
      const bundled = Uint8Array.from(atob(entry?.base64 ?? ""), (letter) => letter.charCodeAt(0));
      expect(bundled, file).toEqual(fixture);
    }
  });

  test("name their issuer: G1 and G3 to G5 the first root, G2 and G6 the third", async () => {
    const { roots, intermediates } = await loadAppleCertificates();
    const generationsBelow = (index: number): readonly string[] => {
      const root = roots[index];
      return root
        ? intermediates
            .filter(({ certificate }) => equalNames(certificate.issuer, root.subject))
            .map(({ generation }) => generation)
        : [];
    };
    expect(generationsBelow(0)).toEqual(["G1", "G1", "G3", "G4", "G5", "G7", "G8"]);
    expect(generationsBelow(2)).toEqual(["G2", "G6"]);
  });
});

test("an authority's facts name no pass type", async () => {
  const authority = await issueAuthority("Some", world.keys.root);
  expect(await certificateFacts(parseCertificate(authority.der))).toMatchObject({
    passTypeIdentifier: null,
    isPassTypeCertificate: false,
  });
});
