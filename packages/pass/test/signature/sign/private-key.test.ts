import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derInteger, derNull, derOctetString, derOid, derSequence } from "../../../src/der/der-writer.ts";
import { PassError } from "../../../src/errors.ts";
import { decryptPrivateKey } from "../../../src/pkcs12/index.ts";
import { readPem, writePem } from "../../../src/signature/pem.ts";
import { readPrivateKey } from "../../../src/signature/private-key.ts";
import { KEY_LIMITS } from "../../../src/signature/work-budget.ts";
import { keyFile, keyText, PASSPHRASE } from "./keys/key-file.ts";

const [pkcs8Block] = readPem(await keyText("rsa-pkcs8.pem"));
const pkcs8 = pkcs8Block!.bytes;

/** A check that an error has this code and says all of these. */
function error(code: string, ...words: readonly string[]): unknown {
  const message = expect.stringMatching(new RegExp(words.map((word) => `(?=[\\s\\S]*${word})`).join(""), "i"));
  return expect.objectContaining({ code, message });
}

describe("without a passphrase", () => {
  test.each(["rsa-pkcs8.pem", "rsa-pkcs1.pem", "bag-attributes.pem"])("%s gives the RSA key in PKCS#8", async (name) => {
    const fromText = await readPrivateKey(await keyText(name));
    const fromBytes = await readPrivateKey(await keyFile(name));
    expect(fromText.pkcs8).toEqual(pkcs8);
    expect(fromBytes.pkcs8).toEqual(pkcs8);
    expect(fromText.publicHalf.kind).toBe("rsa");
  });

  test("DER is read like PEM", async () => {
    const pkcs1 = readPem(await keyText("rsa-pkcs1.pem"))[0]!.bytes;
    expect((await readPrivateKey(pkcs8)).pkcs8).toEqual(pkcs8);
    expect((await readPrivateKey(pkcs1)).pkcs8).toEqual(pkcs8);
  });

  test.each(["ec-sec1.pem", "ec-pkcs8.pem"])("%s gives the EC key with its point", async (name) => {
    const { publicHalf } = await readPrivateKey(await keyText(name));
    expect(publicHalf).toMatchObject({ kind: "ec", curve: "1.2.840.10045.3.1.7", point: expect.objectContaining({ length: 65 }) });
  });

  test("an EC key file without its point is read", async () => {
    const { publicHalf } = await readPrivateKey(await keyText("ec-no-public.pem"));
    expect(publicHalf).toMatchObject({ kind: "ec", point: null });
  });
});

const MODERN = ["rsa-aes256.pem", "rsa-aes128-sha1.pem", "rsa-aes256-sha512.pem"];
const OLD = [
  "rsa-3des.pem",
  "rsa-pbe-3des.pem",
  "rsa-pbe-2des.pem",
  "rsa-pbe-rc2-128.pem",
  "rsa-pbe-rc2-40.pem",
  "rsa-pbe-md5-des.pem",
  "rsa-pbe-sha1-des.pem",
  "rsa-old-des.pem",
  "rsa-old-des3.pem",
  "rsa-old-aes128.pem",
  "rsa-old-aes256.pem",
];

describe("with a passphrase", () => {
  test.each(MODERN)("%s is decrypted by the main entry", async (name) => {
    expect((await readPrivateKey(await keyText(name), { passphrase: PASSPHRASE })).pkcs8).toEqual(pkcs8);
  });

  test.each([...MODERN, ...OLD])("%s is decrypted by the entry with old ciphers", async (name) => {
    expect(await decryptPrivateKey(await keyText(name), PASSPHRASE)).toEqual(pkcs8);
  });

  test.each(OLD)("%s: the main entry names the cipher and the way out", async (name) => {
    const reading = readPrivateKey(await keyText(name), { passphrase: PASSPHRASE });
    await expect(reading).rejects.toEqual(error("ERR_PASS_KEY_CIPHER", "@passwright/pass/pkcs12", "openssl pkcs8 -topk8"));
  });

  test.each([...MODERN, ...OLD])("%s: a missing and a wrong passphrase are told apart", async (name) => {
    const text = await keyText(name);
    await expect(decryptPrivateKey(text)).rejects.toMatchObject({
      code: "ERR_PASS_KEY_PASSPHRASE",
      details: { passphrase: "missing" },
    });
    for (const wrong of ["wrong", "", "correct  horse"]) {
      await expect(decryptPrivateKey(text, wrong)).rejects.toMatchObject({
        code: "ERR_PASS_KEY_PASSPHRASE",
        details: { passphrase: "wrong" },
      });
    }
  });

  test("schemes that nothing reads are named", async () => {
    await expect(decryptPrivateKey(await keyText("rsa-scrypt.pem"), PASSPHRASE)).rejects.toEqual(
      error("ERR_PASS_KEY_CIPHER", "scrypt"),
    );
    await expect(decryptPrivateKey(await keyText("rsa-pbe-rc4.pem"), PASSPHRASE)).rejects.toEqual(
      error("ERR_PASS_KEY_CIPHER", "RC4"),
    );
    const camellia = decryptPrivateKey(await keyText("rsa-old-camellia128.pem"), PASSPHRASE);
    await expect(camellia).rejects.toEqual(error("ERR_PASS_KEY_CIPHER", "CAMELLIA-128-CBC"));
  });
});

describe("something else than a private key", () => {
  test.each([
    ["leaf.pem", "certificate", "signing request"],
    ["rsa-request.pem", "signing request", "Apple"],
    ["rsa-public.pem", "public key", ""],
    ["rsa-public-pkcs1.pem", "public key", ""],
    ["openssh.pem", "OpenSSH", "ssh-keygen -p -m PKCS8"],
  ])("%s is named", async (name, ...words) => {
    await expect(readPrivateKey(await keyText(name))).rejects.toEqual(error("ERR_PASS_KEY_INVALID", ...words));
  });

  test.each([
    ["leaf.pem", "certificate", "signing request"],
    ["rsa-request.pem", "signing request", "Apple"],
    ["rsa-public.pem", "public key", ""],
  ])("%s is named when it comes as DER", async (name, ...words) => {
    const [block] = readPem(await keyText(name));
    await expect(readPrivateKey(block!.bytes)).rejects.toEqual(error("ERR_PASS_KEY_INVALID", ...words));
  });

  test("a PKCS#12 file is named with the function that reads it", async () => {
    await expect(readPrivateKey(await keyFile("new.p12"))).rejects.toEqual(error("ERR_PASS_KEY_INVALID", "PKCS#12", "readPkcs12"));
  });

  test.each([
    ["", "empty"],
    ["ssh-rsa AAAAB3NzaC1yc2E example", "SSH public key"],
    ['{"kty":"RSA"}', "JWK"],
    ["PuTTY-User-Key-File-3: ssh-rsa", "puttygen"],
    ["./keys/pass.pem", "name of a file"],
    ["hello", "without a line -----BEGIN"],
  ])("the text %j is named", async (text, words) => {
    await expect(readPrivateKey(text)).rejects.toEqual(error("ERR_PASS_KEY_INVALID", words));
  });

  test("Base64 without its PEM lines is named", async () => {
    const text = (await keyText("rsa-pkcs8.pem")).replaceAll(/-----.*-----/g, "").trim();
    await expect(readPrivateKey(text)).rejects.toEqual(error("ERR_PASS_KEY_INVALID", "Base64 without"));
  });
});

describe("keys that cannot sign passes", () => {
  test.each([
    ["ed25519.pem", "Ed25519"],
    ["rsa-pss.pem", "RSA-PSS"],
    ["ec-explicit.pem", "curve"],
  ])("%s is refused by its kind", async (name, words) => {
    await expect(readPrivateKey(await keyText(name))).rejects.toEqual(error("ERR_PASS_SIGN_KEY_KIND", words));
  });
});

test("two keys in one text are refused rather than one of them taken", async () => {
  const text = (await keyText("rsa-pkcs8.pem")) + (await keyText("ec-pkcs8.pem"));
  await expect(readPrivateKey(text)).rejects.toEqual(error("ERR_PASS_KEY_INVALID", "2 private keys"));
});

test("a key file that asks for endless rounds is refused before the first", async () => {
  const rounds = (count: number) => {
    const pbkdf2 = derSequence(derOid("1.2.840.113549.1.5.12"), derSequence(derOctetString(new Uint8Array(8)), derInteger(count)));
    const cipher = derSequence(derOid("2.16.840.1.101.3.4.1.42"), derOctetString(new Uint8Array(16)));
    const scheme = derSequence(derOid("1.2.840.113549.1.5.13"), derSequence(pbkdf2, cipher));
    return derSequence(scheme, derOctetString(new Uint8Array(16)));
  };
  const pbe = (count: number) => {
    const scheme = derSequence(
      derOid("1.2.840.113549.1.12.1.3"),
      derSequence(derOctetString(new Uint8Array(8)), derInteger(count)),
    );
    return derSequence(scheme, derOctetString(new Uint8Array(16)));
  };
  for (const make of [rounds, pbe]) {
    for (const count of [KEY_LIMITS.maxRounds + 1, 2 ** 32, 2 ** 40]) {
      await expect(decryptPrivateKey(make(count), "x")).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" });
    }
    for (const count of [0, -1]) {
      await expect(decryptPrivateKey(make(count), "x")).rejects.toMatchObject({ code: "ERR_PASS_KEY_INVALID" });
    }
  }
});

test("a file too large for a key is refused unread", async () => {
  await expect(readPrivateKey(new Uint8Array(KEY_LIMITS.maxBytes + 1))).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" });
  await expect(readPrivateKey("x".repeat(KEY_LIMITS.maxBytes + 1))).rejects.toMatchObject({ code: "ERR_PASS_KEY_LIMIT" });
});

test("a key of another structure inside PKCS#8 is damaged, not a crash", async () => {
  const wrong = derSequence(derInteger(0), derSequence(derOid("1.2.840.113549.1.1.1"), derNull()), derOctetString(derNull()));
  await expect(readPrivateKey(wrong)).rejects.toMatchObject({ code: "ERR_PASS_KEY_INVALID" });
  await expect(readPrivateKey(writePem("PRIVATE KEY", new Uint8Array(10)))).rejects.toMatchObject({ code: "ERR_PASS_KEY_INVALID" });
});

test("mutated keys give a key or a PassError", async () => {
  const seeds = [
    pkcs8,
    ...(await Promise.all(
      ["ec-sec1.pem", "rsa-pbe-3des.pem", "rsa-pbe-sha1-des.pem"].map(async (name) => readPem(await keyText(name))[0]!.bytes),
    )),
  ];
  const edit = fc.tuple(fc.nat(), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 4 }), async (seed, edits) => {
      const bytes = seed.slice();
      for (const [at, octet] of edits) bytes[at % Math.min(bytes.length, 120)] = octet;
      try {
        await decryptPrivateKey(bytes, PASSPHRASE);
      } catch (cause) {
        expect(cause).toBeInstanceOf(PassError);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
