import { hmac } from "@noble/hashes/hmac.js";
import { sha1 } from "@noble/hashes/legacy.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concatBytes } from "../../src/der/bytes.ts";
import {
  derContext,
  derElement,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
  derSet,
} from "../../src/der/der-writer.ts";
import { OIDS } from "../../src/der/oids.ts";
import { PassError } from "../../src/errors.ts";
import { readPkcs12 } from "../../src/pkcs12/index.ts";
import { derivePkcs12, encodePkcs12Passphrase } from "../../src/pkcs12/pkcs12-key-derivation.ts";
import { PKCS12_LIMITS } from "../../src/pkcs12/pkcs12-contents.ts";
import { readPem } from "../../src/signature/pem.ts";
import { Signer } from "../../src/signature/signer.ts";
import { KEY_LIMITS } from "../../src/signature/work-budget.ts";
import { keyFile, keyText, PASSPHRASE } from "../signature/sign/keys/key-file.ts";
import { TEST_NOW, testAuthority } from "../support/authority.ts";
import { fastestAsyncRun } from "../support/fastest-run.ts";

async function der(name: string): Promise<Uint8Array> {
  return readPem(await keyText(name))[0]!.bytes;
}

const leaf = await der("leaf.pem");
const key = await der("rsa-pkcs8.pem");
const chain = readPem(await keyText("chain.pem")).map(({ bytes }) => bytes);

describe("the key and its certificate come out of", () => {
  test.each([
    ["new.p12", "AES-256, PBKDF2 and HMAC with SHA-256: OpenSSL 3"],
    ["keychain.p12", "RC2-40, Triple DES and HMAC with SHA-1: Keychain Access, OpenSSL 1"],
    ["3des.p12", "Triple DES"],
    ["sha512.p12", "HMAC with SHA-512"],
    ["plain.p12", "no encryption, integrity alone"],
    ["no-mac.p12", "encryption alone, no integrity"],
  ])("%s: %s", async (name) => {
    const identity = await readPkcs12(await keyFile(name), PASSPHRASE);
    expect(identity.certificate).toEqual(leaf);
    expect(identity.privateKey).toEqual(key);
    expect(identity.others).toEqual(chain);
  });

  test("a file whose passphrase is empty, given or not", async () => {
    const file = await keyFile("empty.p12");
    expect((await readPkcs12(file, "")).privateKey).toEqual(key);
    expect((await readPkcs12(file)).privateKey).toEqual(key);
  });

  test("a file whose passphrase has other letters than ASCII", async () => {
    expect((await readPkcs12(await keyFile("unicode.p12"), "Größe€")).privateKey).toEqual(key);
  });
});

test("what was read makes a signer, with the intermediate of the file", async () => {
  const signer = await Signer.create({ ...(await readPkcs12(await keyFile("keychain.p12"), PASSPHRASE)), now: TEST_NOW });
  expect(signer.facts.passTypeIdentifier).toBe("pass.com.example.passwright");
  expect(signer.intermediate).toEqual(await der("intermediate.pem"));
});

describe("a passphrase", () => {
  test.each(["new.p12", "keychain.p12", "3des.p12", "plain.p12", "no-mac.p12"])(
    "that is wrong is called wrong: %s",
    async (name) => {
      if (name === "no-mac.p12") {
        // Without integrity a wrong passphrase shows only in what it decrypts.
        await expect(readPkcs12(await keyFile(name), "wrong")).rejects.toMatchObject({ code: "ERR_PASS_KEY_PASSPHRASE" });
        return;
      }
      await expect(readPkcs12(await keyFile(name), "wrong")).rejects.toMatchObject({
        code: "ERR_PASS_KEY_PASSPHRASE",
        details: { passphrase: "wrong" },
      });
    },
  );

  test.each(["new.p12", "keychain.p12"])("that is missing is called missing: %s", async (name) => {
    await expect(readPkcs12(await keyFile(name))).rejects.toMatchObject({
      code: "ERR_PASS_KEY_PASSPHRASE",
      details: { passphrase: "missing" },
    });
  });
});

describe("a file that holds no identity says so", () => {
  test.each([
    ["no-key.p12", /no private key.*Keychain/],
    ["no-certificate.p12", /no certificate/],
  ])("%s", async (name, message) => {
    const reading = readPkcs12(await keyFile(name), PASSPHRASE);
    await expect(reading).rejects.toMatchObject({ code: "ERR_PASS_PKCS12_INVALID", message: expect.stringMatching(message) });
  });

  test.each([
    ["leaf.pem", /certificate/],
    ["rsa-pkcs8.pem", /private key/],
  ])("%s, as text", async (name, message) => {
    await expect(readPkcs12(await keyFile(name))).rejects.toMatchObject({
      code: "ERR_PASS_PKCS12_INVALID",
      message: expect.stringMatching(message),
    });
  });

  test("a certificate or a key in DER", async () => {
    await expect(readPkcs12(leaf)).rejects.toMatchObject({ code: "ERR_PASS_PKCS12_INVALID" });
    await expect(readPkcs12(key)).rejects.toMatchObject({ code: "ERR_PASS_PKCS12_INVALID" });
  });
});

const BAG = "1.2.840.113549.1.12.10.1";

/** An unprotected PKCS#12 file of these bags. */
function pkcs12Of(...bags: readonly Uint8Array[]): Uint8Array {
  const contents = derSequence(derOid(OIDS.data), derContext(0, true, derOctetString(derSequence(...bags))));
  return derSequence(derInteger(3), derSequence(derOid(OIDS.data), derContext(0, true, derOctetString(derSequence(contents)))));
}

function keyBag(pkcs8: Uint8Array, ...attributes: readonly Uint8Array[]): Uint8Array {
  return derSequence(derOid(`${BAG}.1`), derContext(0, true, pkcs8), ...attributes);
}

function certificateBag(certificate: Uint8Array, ...attributes: readonly Uint8Array[]): Uint8Array {
  const value = derSequence(derOid("1.2.840.113549.1.9.22.1"), derContext(0, true, derOctetString(certificate)));
  return derSequence(derOid(`${BAG}.3`), derContext(0, true, value), ...attributes);
}

function nestedBags(...bags: readonly Uint8Array[]): Uint8Array {
  return derSequence(derOid(`${BAG}.6`), derContext(0, true, derSequence(...bags)));
}

function localKeyId(id: number): Uint8Array {
  return derSet(derSequence(derOid("1.2.840.113549.1.9.21"), derSet(derOctetString(Uint8Array.of(id)))));
}

describe("several certificates and keys", () => {
  test("the certificate of the key is taken, wherever it stands", async () => {
    for (const order of [
      [leaf, ...chain],
      [...chain, leaf],
      [chain[0]!, leaf, chain[1]!],
    ]) {
      const identity = await readPkcs12(pkcs12Of(keyBag(key), ...order.map((one) => certificateBag(one))));
      expect(identity.certificate).toEqual(leaf);
    }
  });

  test("a key without its public point is matched by the id that ties the two", async () => {
    const { authority } = await testAuthority();
    const issued = await authority.issuePassCertificate({
      passTypeIdentifier: "pass.a",
      teamIdentifier: "A1B2C3D4E5",
      key: "ec-p256",
    });
    const withoutPoint = derSequence(
      derInteger(0),
      derSequence(derOid(OIDS.ecPublicKey), derOid(OIDS.p256)),
      derOctetString(derSequence(derInteger(1), derOctetString(issued.key.pkcs8.slice(36, 68)))),
    );
    const file = pkcs12Of(
      keyBag(withoutPoint, localKeyId(7)),
      certificateBag(leaf, localKeyId(1)),
      certificateBag(issued.certificate, localKeyId(7)),
    );
    expect((await readPkcs12(file)).certificate).toEqual(issued.certificate);
  });

  test("of two identities the one asked for is taken, and without a wish none is guessed", async () => {
    const { issued } = await testAuthority();
    const other = await (
      await testAuthority()
    ).authority.issuePassCertificate({
      passTypeIdentifier: "pass.com.example.other",
      teamIdentifier: "A1B2C3D4E5",
      key: issued.key,
    });
    const file = pkcs12Of(keyBag(key), certificateBag(leaf), keyBag(issued.key.pkcs8), certificateBag(other.certificate));
    await expect(readPkcs12(file)).rejects.toMatchObject({
      code: "ERR_PASS_PKCS12_INVALID",
      message: expect.stringMatching(/several identities.*pass\.com\.example\.passwright.*pass\.com\.example\.other/),
    });
    const chosen = await readPkcs12(file, "", { passTypeIdentifier: "pass.com.example.other" });
    expect(chosen.certificate).toEqual(other.certificate);
    expect(chosen.privateKey).toEqual(issued.key.pkcs8);
    await expect(readPkcs12(file, "", { passTypeIdentifier: "pass.none" })).rejects.toMatchObject({
      code: "ERR_PASS_PKCS12_INVALID",
    });
  });

  test("of an old and a renewed certificate for one key the renewed one is taken", async () => {
    const { authority, issued } = await testAuthority();
    const names = { passTypeIdentifier: "pass.com.example.passwright", teamIdentifier: "A1B2C3D4E5", key: issued.key };
    const renewed = await authority.issuePassCertificate({ ...names, notAfter: new Date("2028-01-01T00:00:00Z") });
    const file = pkcs12Of(certificateBag(issued.certificate), certificateBag(renewed.certificate), keyBag(issued.key.pkcs8));
    const identity = await readPkcs12(file);
    expect(identity.certificate).toEqual(renewed.certificate);
    expect(identity.others).toEqual([issued.certificate]);
  });

  test("a certificate of another key alone is no identity", async () => {
    await expect(readPkcs12(pkcs12Of(keyBag(key), certificateBag(chain[0]!)))).rejects.toMatchObject({
      code: "ERR_PASS_PKCS12_INVALID",
      message: expect.stringMatching(/belongs/),
    });
  });
});

describe("BER", () => {
  const indefinite = (identifier: number, ...parts: readonly Uint8Array[]) =>
    concatBytes([Uint8Array.of(identifier, 0x80), ...parts, new Uint8Array(2)]);

  test("indefinite lengths and octet strings in pieces are read", async () => {
    const safe = derSequence(keyBag(key), nestedBags(certificateBag(leaf)));
    const pieces = [safe.subarray(0, 500), safe.subarray(500)].map((piece) => derOctetString(piece));
    const contents = indefinite(0x30, derOid(OIDS.data), indefinite(0xa0, indefinite(0x24, ...pieces)));
    const file = indefinite(
      0x30,
      derInteger(3),
      indefinite(0x30, derOid(OIDS.data), indefinite(0xa0, indefinite(0x24, derOctetString(indefinite(0x30, contents))))),
    );
    expect((await readPkcs12(file)).certificate).toEqual(leaf);
  });
});

describe("PBMAC1 (RFC 9579)", () => {
  const hmacSha256 = derSequence(derOid("1.2.840.113549.2.9"), derNull());

  /** The structure of the RFC's appendix A.1, with a key of this length, the digest made by WebCrypto. */
  async function protect(stated: number | null, keyBytes: number, iterations = 2048): Promise<Uint8Array> {
    const contents = derSequence(
      derOid(OIDS.data),
      derContext(0, true, derOctetString(derSequence(keyBag(key), certificateBag(leaf)))),
    );
    const safe = derSequence(contents);
    const salt = new Uint8Array(8).fill(3);
    const password = await crypto.subtle.importKey("raw", new TextEncoder().encode("größe"), "PBKDF2", false, ["deriveBits"]);
    const rounds = Math.min(iterations, 2048);
    const derived = await crypto.subtle.deriveBits(
      { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
      password,
      keyBytes * 8,
    );
    const macKey = await crypto.subtle.importKey("raw", derived, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const digest = new Uint8Array(await crypto.subtle.sign("HMAC", macKey, safe));
    const length = stated === null ? [] : [derInteger(stated)];
    const pbkdf2 = derSequence(derOctetString(salt), derInteger(iterations), ...length, hmacSha256);
    const parameters = derSequence(derSequence(derOid("1.2.840.113549.1.5.12"), pbkdf2), hmacSha256);
    const info = derSequence(derSequence(derOid("1.2.840.113549.1.5.14"), parameters), derOctetString(digest));
    const content = derSequence(derOid(OIDS.data), derContext(0, true, derOctetString(safe)));
    return derSequence(
      derInteger(3),
      content,
      derSequence(info, derOctetString(new TextEncoder().encode("NOT USED")), derInteger(1)),
    );
  }

  test("is checked with the passphrase in UTF-8", async () => {
    const file = await protect(32, 32);
    expect((await readPkcs12(file, "größe")).certificate).toEqual(leaf);
    await expect(readPkcs12(file, "grosse")).rejects.toMatchObject({
      code: "ERR_PASS_KEY_PASSPHRASE",
      details: { passphrase: "wrong" },
    });
  });

  test("without a key length, or with a short one, is refused (§6)", async () => {
    for (const file of [await protect(null, 32), await protect(19, 19), await protect(8, 8)]) {
      await expect(readPkcs12(file, "größe")).rejects.toMatchObject({ code: "ERR_PASS_PKCS12_INVALID" });
    }
  });

  test("with endless rounds is refused before the first", async () => {
    await expect(readPkcs12(await protect(32, 32, 2 ** 31), "größe")).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" });
  });
});

describe("hostile files are refused within bounds", () => {
  test("too large", async () => {
    await expect(readPkcs12(new Uint8Array(KEY_LIMITS.maxBytes + 1))).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" });
  });

  test("too many bags, or nested too deep", async () => {
    const many = Array.from({ length: PKCS12_LIMITS.maxBags }, () => certificateBag(leaf));
    await expect(readPkcs12(pkcs12Of(...many))).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" });
    let deep = certificateBag(leaf);
    for (let depth = 0; depth <= PKCS12_LIMITS.maxNesting; depth += 1) deep = nestedBags(deep);
    await expect(readPkcs12(pkcs12Of(deep))).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" });
  });

  test("endless rounds of the integrity check", async () => {
    const mac = derSequence(
      derSequence(derSequence(derOid(OIDS.sha1), derNull()), derOctetString(new Uint8Array(20))),
      derOctetString(new Uint8Array(8)),
      derInteger(2 ** 31),
    );
    const file = derSequence(
      derInteger(3),
      derSequence(derOid(OIDS.data), derContext(0, true, derOctetString(derSequence()))),
      mac,
    );
    const time = await fastestAsyncRun(250, () =>
      expect(readPkcs12(file, "x")).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" }),
    );
    expect(time).toBeLessThan(250);
  });

  test("rounds are counted over all parts: a file cannot ask for the limit again and again", async () => {
    const salt = new Uint8Array(8);
    const bagOf = (rounds: number) => {
      const scheme = derSequence(derOid("1.2.840.113549.1.12.1.3"), derSequence(derOctetString(salt), derInteger(rounds)));
      return derSequence(derOid(`${BAG}.2`), derContext(0, true, derSequence(scheme, derOctetString(new Uint8Array(16)))));
    };
    const withMac = (bag: Uint8Array, rounds: number) => {
      const contents = derSequence(derOid(OIDS.data), derContext(0, true, derOctetString(derSequence(bag))));
      const safe = derSequence(contents);
      const macKey = derivePkcs12("SHA-1", encodePkcs12Passphrase("x")[0]!, salt, "mac", rounds, 20);
      const digest = derSequence(derSequence(derOid(OIDS.sha1), derNull()), derOctetString(hmac(sha1, macKey, safe)));
      const content = derSequence(derOid(OIDS.data), derContext(0, true, derOctetString(safe)));
      return derSequence(derInteger(3), content, derSequence(digest, derOctetString(salt), derInteger(rounds)));
    };
    const bagRounds = Math.floor(KEY_LIMITS.maxRounds / 12);
    // Alone it is within the limit, and is found to be no key.
    await expect(readPkcs12(pkcs12Of(bagOf(1000)), "x")).rejects.toMatchObject({ code: "ERR_PASS_KEY_PASSPHRASE" });
    await expect(readPkcs12(withMac(bagOf(1000), 1000), "x")).rejects.toMatchObject({ code: "ERR_PASS_KEY_PASSPHRASE" });
    await expect(readPkcs12(withMac(bagOf(bagRounds), 1000), "x")).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" });
  });

  test("integrity that nothing reads is named", async () => {
    const mac = derSequence(
      derSequence(derSequence(derOid(OIDS.md5)), derOctetString(new Uint8Array(16))),
      derOctetString(new Uint8Array(8)),
    );
    const file = derSequence(
      derInteger(3),
      derSequence(derOid(OIDS.data), derContext(0, true, derOctetString(derSequence()))),
      mac,
    );
    await expect(readPkcs12(file, "x")).rejects.toMatchObject({ code: "ERR_PASS_KEY_CIPHER", details: { oid: OIDS.md5 } });
  });

  test("files encrypted to a public key", async () => {
    const file = derSequence(derInteger(3), derSequence(derOid(OIDS.signedData), derContext(0, true, derElement(0x30))));
    await expect(readPkcs12(file)).rejects.toMatchObject({ code: "ERR_PASS_PKCS12_INVALID" });
  });

  test("mutated files give an identity or a PassError", async () => {
    const seeds = [await keyFile("plain.p12"), await keyFile("no-mac.p12"), pkcs12Of(keyBag(key), certificateBag(leaf))];
    const edit = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 4 }), async (seed, edits) => {
        const bytes = seed.slice();
        for (const [at, octet] of edits) bytes[at % bytes.length] = octet;
        try {
          await readPkcs12(bytes, PASSPHRASE);
        } catch (cause) {
          expect(cause).toBeInstanceOf(PassError);
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
