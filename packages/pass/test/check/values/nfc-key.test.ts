import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNfcKey } from "../../../src/check/values/nfc-key.ts";
import { toBase64 } from "../../../src/signature/base64.ts";

/** SubjectPublicKeyInfo of a compressed point on P-256, up to the point. */
const COMPRESSED_HEAD = [
  0x30, 0x39, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03,
  0x01, 0x07, 0x03, 0x22, 0x00,
];

const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign"]);
const spki = new Uint8Array(await crypto.subtle.exportKey("spki", publicKey));
const point = spki.subarray(-65);

function compress(x: Uint8Array, sign: 2 | 3): string {
  return toBase64(Uint8Array.from([...COMPRESSED_HEAD, sign, ...x]));
}

test("a key of the runtime is read in both forms of its point", () => {
  expect(parseNfcKey(toBase64(spki))).toEqual({ ok: true, compressed: false });
  const sign = (point[64] ?? 0) % 2 === 0 ? 2 : 3;
  expect(parseNfcKey(compress(point.subarray(1, 33), sign))).toEqual({ ok: true, compressed: true });
});

describe("a key is refused, saying why,", () => {
  test("when it is not on the curve", () => {
    const moved = spki.slice();
    moved[90] = (moved[90] ?? 0) ^ 1;
    expect(parseNfcKey(toBase64(moved))).toEqual({ ok: false, fault: "not-on-curve" });
    // Of p itself and beyond there is no x (invalid curve attacks begin with unreduced coordinates).
    expect(parseNfcKey(compress(new Uint8Array(32).fill(0xff), 2))).toEqual({ ok: false, fault: "not-on-curve" });
  });

  test("when no point has its x", () => {
    let refused = 0;
    for (let last = 0; last < 40; last += 1) {
      const x = point.slice(1, 33);
      x[31] = last;
      if (!parseNfcKey(compress(x, 2)).ok) refused += 1;
    }
    // Half of all numbers are no square.
    expect(refused).toBeGreaterThan(5);
    expect(refused).toBeLessThan(35);
  });

  test("when it is a private key", async () => {
    const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey));
    expect(parseNfcKey(toBase64(pkcs8))).toEqual({ ok: false, fault: "private-key" });
  });

  test("when it is of another kind", async () => {
    const p384 = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, true, ["sign"]);
    const otherCurve = new Uint8Array(await crypto.subtle.exportKey("spki", p384.publicKey));
    expect(parseNfcKey(toBase64(otherCurve))).toEqual({ ok: false, fault: "other-curve" });
    const rsaParameters = { name: "RSA-PSS", hash: "SHA-256", modulusLength: 1024, publicExponent: Uint8Array.of(1, 0, 1) };
    const rsa = await crypto.subtle.generateKey(rsaParameters, true, ["sign"]);
    const otherAlgorithm = new Uint8Array(await crypto.subtle.exportKey("spki", rsa.publicKey));
    expect(parseNfcKey(toBase64(otherAlgorithm))).toEqual({ ok: false, fault: "other-algorithm" });
  });

  test.each([
    ["a bare point", () => toBase64(point), "bare-point"],
    ["PEM", () => `-----BEGIN PUBLIC KEY-----\n${toBase64(spki)}\n-----END PUBLIC KEY-----\n`, "pem-lines"],
    ["broken lines", () => toBase64(spki).replace(/.{64}/u, "$&\n"), "pem-lines"],
    ["no Base64", () => "key!", "not-base64"],
    ["the URL alphabet", () => "MDkw_EwYHKo-", "base64url"],
    ["nothing", () => "", "not-base64"],
    ["other bytes", () => "AAAA", "not-a-public-key"],
    ["a megabyte", () => "A".repeat(1_000_000), "too-long"],
  ])("when it is %s", (_name, text, fault) => {
    expect(parseNfcKey(text())).toEqual({ ok: false, fault });
  });
});

test("no bytes make the reader fail", () => {
  fc.assert(
    fc.property(fc.nat({ max: spki.length - 1 }), fc.nat({ max: 255 }), fc.nat({ max: spki.length }), (at, byte, length) => {
      const mutated = spki.slice(0, length);
      if (at < mutated.length) mutated[at] = byte;
      void parseNfcKey(toBase64(mutated));
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void parseNfcKey(text)));
});
