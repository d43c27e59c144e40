import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import type { DigestName, Platform } from "../../src/platform/platform.ts";
import { signatureVectors } from "./signature-vectors.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const base64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof PassError) return error.code;
    throw error;
  }
  return "nothing thrown";
}

function slowCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** What every platform must do; the suites call it with the one of their runtime. */
export function describePlatform(name: string, platform: Platform): void {
  describe(name, () => {
    describe("digests", () => {
      const vectors: readonly (readonly [DigestName, string, string])[] = [
        // RFC 1321 A.5
        ["md5", "", "d41d8cd98f00b204e9800998ecf8427e"],
        ["md5", "message digest", "f96b697d7cb7938d525a2f31aaf161d0"],
        // RFC 3174 §7.3
        ["sha1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"],
        ["sha1", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"],
        // FIPS 180-4, RFC 6234 §8.5
        ["sha256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
        ["sha384", "abc", "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"],
        [
          "sha512",
          "abc",
          "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ],
      ];

      test.each(vectors)("%s of %j", async (name, message, expected) => {
        expect(hex(await platform.digest(name, utf8(message)))).toBe(expected);
      });

      test("come as plain bytes, of a view into a larger buffer too", async () => {
        const view = utf8("xxabcxx").subarray(2, 5);
        const digest = await platform.digest("sha1", view);
        expect(Object.getPrototypeOf(digest)).toBe(Uint8Array.prototype);
        expect(hex(digest)).toBe("a9993e364706816aba3e25717850c26c9cd0d89d");
      });
    });

    describe("CRC-32", () => {
      test("of the check message is cbf43926", () => {
        expect(platform.crc32(utf8("123456789"))).toBe(0xcbf43926);
      });

      test("of nothing is 0, of high values unsigned", () => {
        expect(platform.crc32(new Uint8Array())).toBe(0);
        expect(platform.crc32(new Uint8Array(32).fill(0xff))).toBe(0xff6cab0b);
      });

      test("equals the bit by bit definition for every length", () => {
        fc.assert(fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => platform.crc32(bytes) === slowCrc32(bytes)));
      });
    });

    describe("raw DEFLATE", () => {
      // RFC 1951 §3.2.4: a final stored block of "hello"; §3.2.6: a fixed Huffman block of "a".
      const storedHello = Uint8Array.of(0x01, 0x05, 0x00, 0xfa, 0xff, 0x68, 0x65, 0x6c, 0x6c, 0x6f);
      const fixedA = Uint8Array.of(0x4b, 0x04, 0x00);

      test("unpacks stored and Huffman blocks", async () => {
        expect(await platform.inflateRaw(storedHello, 5)).toEqual(utf8("hello"));
        expect(await platform.inflateRaw(fixedA, 1)).toEqual(utf8("a"));
      });

      test("what is packed unpacks to the same", async () => {
        await fc.assert(
          fc.asyncProperty(fc.uint8Array({ maxLength: 5000, size: "max" }), fc.nat(300), async (bytes, repeat) => {
            const input = repeat > 200 ? new Uint8Array(bytes.length * repeat).fill(bytes[0] ?? 0) : bytes;
            expect(await platform.inflateRaw(await platform.deflateRaw(input), input.length)).toEqual(input);
          }),
          { numRuns: 50 },
        );
      });

      test("packing the same twice gives the same bytes", async () => {
        const input = utf8("pass ".repeat(9000));
        expect(await platform.deflateRaw(input)).toEqual(await platform.deflateRaw(input));
        expect((await platform.deflateRaw(input)).length).toBeLessThan(400);
      });

      test("one byte more than allowed is refused as a limit", async () => {
        const packed = await platform.deflateRaw(new Uint8Array(100_000));
        expect((await platform.inflateRaw(packed, 100_000)).length).toBe(100_000);
        expect(await codeOf(() => platform.inflateRaw(packed, 99_999))).toBe("ERR_PASS_ARCHIVE_LIMIT");
        expect(await codeOf(() => platform.inflateRaw(fixedA, 0))).toBe("ERR_PASS_ARCHIVE_LIMIT");
      });

      test("nothing unpacks to nothing with a limit of nothing", async () => {
        const packed = await platform.deflateRaw(new Uint8Array());
        expect(await platform.inflateRaw(packed, 0)).toEqual(new Uint8Array());
      });

      test("a bomb is stopped at the limit, not after it", async () => {
        const bomb = await platform.deflateRaw(new Uint8Array(64 * 1024 * 1024));
        expect(await codeOf(() => platform.inflateRaw(bomb, 1000))).toBe("ERR_PASS_ARCHIVE_LIMIT");
      });

      test.each([
        ["cut off", storedHello.subarray(0, 8)],
        ["empty", new Uint8Array()],
        ["of a reserved block type", Uint8Array.of(0x07, 0x00)],
        ["followed by another byte", Uint8Array.of(...storedHello, 0)],
        ["with a distance before the start", Uint8Array.of(0x03, 0x02, 0x00)],
      ])("data %s is refused as damaged", async (_name, bytes) => {
        expect(await codeOf(() => platform.inflateRaw(bytes, 1000))).toBe("ERR_PASS_ARCHIVE_DAMAGED");
      });

      test("damaged data gives a PassError or bytes within the limit", async () => {
        const packed = await platform.deflateRaw(utf8("the quick brown fox jumps over the lazy dog ".repeat(20)));
        await fc.assert(
          fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
            const bytes = packed.slice();
            bytes[at] = bytes[at]! ^ flip;
            try {
              expect((await platform.inflateRaw(bytes, 2000)).length).toBeLessThanOrEqual(2000);
            } catch (error) {
              expect(error).toBeInstanceOf(PassError);
            }
          }),
        );
      });
    });

    describe.each(signatureVectors)("$source", (vector) => {
      const message = utf8(vector.message);
      const spki = base64(vector.subjectPublicKeyInfo);
      const signatures = Object.entries(vector.signatures) as [DigestName, string][];

      test.each(signatures)("%s verifies", async (digest, signature) => {
        expect(await platform.verify({ scheme: vector.scheme, digest }, spki, message, base64(signature))).toBe(true);
      });

      test.each(signatures)(
        "%s does not verify over another message, with a changed signature or as another digest",
        async (digest, text) => {
          const signature = base64(text);
          const algorithm = { scheme: vector.scheme, digest };
          expect(await platform.verify(algorithm, spki, utf8("other"), signature)).toBe(false);
          for (const at of [0, 1, 5, signature.length - 1]) {
            const changed = signature.slice();
            changed[at] = changed[at]! ^ 1;
            expect(await platform.verify(algorithm, spki, message, changed), `byte ${at}`).toBe(false);
          }
          expect(await platform.verify(algorithm, spki, message, signature.subarray(1))).toBe(false);
          expect(await platform.verify(algorithm, spki, message, Uint8Array.of(...signature, 0))).toBe(false);
          expect(await platform.verify(algorithm, spki, message, new Uint8Array())).toBe(false);
          for (const other of ["md5", "sha1", "sha256", "sha384", "sha512"] as const) {
            if (other !== digest)
              expect(await platform.verify({ ...algorithm, digest: other }, spki, message, signature)).toBe(false);
          }
        },
      );

      test("does not verify under another scheme or a key that cannot be read", async () => {
        const [digest, signature] = signatures[0]!;
        const scheme = vector.scheme === "rsa" ? "ecdsa" : "rsa";
        expect(await platform.verify({ scheme, digest }, spki, message, base64(signature))).toBe(false);
        expect(await platform.verify({ scheme: vector.scheme, digest }, spki.subarray(3), message, base64(signature))).toBe(false);
        expect(await platform.verify({ scheme: vector.scheme, digest }, new Uint8Array(), message, base64(signature))).toBe(false);
      });

      test("signs what verifies", async () => {
        for (const digest of ["sha1", "sha256", "sha384", "sha512"] as const) {
          const algorithm = { scheme: vector.scheme, digest };
          const sign = await platform.createSignBytes(algorithm, base64(vector.pkcs8));
          const signature = await sign(message);
          expect(await platform.verify(algorithm, spki, message, signature)).toBe(true);
          // RSASSA-PKCS1-v1_5 has no randomness: the signature is the published one.
          if (vector.scheme === "rsa") expect(signature).toEqual(base64(vector.signatures[digest]!));
        }
      });

      test("makes no MD5 signature and takes no key of another scheme", async () => {
        const key = base64(vector.pkcs8);
        const scheme = vector.scheme === "rsa" ? "ecdsa" : "rsa";
        expect(await codeOf(() => platform.createSignBytes({ scheme: vector.scheme, digest: "md5" }, key))).toBe(
          "ERR_PASS_KEY_INVALID",
        );
        expect(await codeOf(() => platform.createSignBytes({ scheme, digest: "sha256" }, key))).toBe("ERR_PASS_KEY_INVALID");
        expect(await codeOf(() => platform.createSignBytes({ scheme: vector.scheme, digest: "sha256" }, key.subarray(9)))).toBe(
          "ERR_PASS_KEY_INVALID",
        );
      });
    });

    test("an ECDSA signature in a second spelling (BER length, padded number) does not verify", async () => {
      const vector = signatureVectors.find((candidate) => candidate.source.endsWith("P-256"))!;
      const spki = base64(vector.subjectPublicKeyInfo);
      const message = utf8(vector.message);
      const strict = base64(vector.signatures.sha1!);
      const verify = (signature: Uint8Array) => platform.verify({ scheme: "ecdsa", digest: "sha1" }, spki, message, signature);
      const [, length, ...body] = strict;
      expect(await verify(strict)).toBe(true);
      expect(await verify(Uint8Array.of(0x30, 0x81, length!, ...body))).toBe(false);
      const padded = [0x02, body[1]! + 1, 0x00, ...body.slice(2)];
      expect(await verify(Uint8Array.of(0x30, length! + 1, ...padded))).toBe(false);
    });
  });
}
