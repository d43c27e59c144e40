import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { inspect, promisify } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openSecret, sealedUnder, sealSecret, toSealingSecret } from "../../src/installation/sealed-secret.ts";

const HEX = "5ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7";
const secret = toSealingSecret(HEX);
const place = { purpose: "certificate-key", row: "cert_1" };

test("what was sealed opens again, whatever it is", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.string(), fc.string(), (plain, purpose, row) => {
      const sealed = sealSecret(secret, plain, { purpose, row });
      expect(sealed).toMatch(/^pws1\.[\w.-]+$/u);
      expect(openSecret(secret, sealed, { purpose, row }).equals(plain)).toBe(true);
    }),
  );
});

test("a secret is sealed differently each time, and nothing of it shows", () => {
  const plain = Buffer.from("-----BEGIN PRIVATE KEY-----");
  const all = new Set(Array.from({ length: 50 }, () => sealSecret(secret, plain, place)));
  expect(all.size).toBe(50);
  for (const sealed of all)
    expect(Buffer.from(sealed.split(".").at(-1) ?? "", "base64url").toString("latin1")).not.toContain("BEGIN");
});

test("it opens for its own row and purpose alone", () => {
  const sealed = sealSecret(secret, Buffer.from("key"), place);
  for (const other of [
    { ...place, row: "cert_2" },
    { ...place, purpose: "webhook-secret" },
    { purpose: "certificate-keycert", row: "_1" },
  ]) {
    expect(() => openSecret(secret, sealed, other)).toThrow(expect.objectContaining({ code: "ERR_SERVER_SEALED" }));
  }
});

test("a changed character anywhere keeps it closed", () => {
  const sealed = sealSecret(secret, Buffer.from("a key of some length"), place);
  fc.assert(
    fc.property(fc.nat({ max: sealed.length - 1 }), fc.constantFrom("A", "b", "0", "_", "."), (at, letter) => {
      fc.pre(sealed[at] !== letter);
      const changed = `${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`;
      // The last character of base64url may hold bits that say nothing.
      fc.pre(!sameBytes(changed, sealed));
      expect(() => openSecret(secret, changed, place)).toThrow(expect.objectContaining({ code: "ERR_SERVER_SEALED" }));
    }),
  );
});

test("text that was never sealed, and a seal without its tag, are refused", () => {
  const [version, id, nonce] = sealSecret(secret, Buffer.from(""), place).split(".");
  for (const text of ["", "pws1", "pws2.a.b.c", `${version}.${id}.${nonce}.AAAA`, `${version}.${id}.${nonce}.${"A".repeat(22)}`]) {
    expect(() => openSecret(secret, text, place)).toThrow(expect.objectContaining({ code: "ERR_SERVER_SEALED" }));
  }
});

test("another secret is told by its id, with what to do and without either secret", () => {
  const other = toSealingSecret(randomBytes(32).toString("hex"));
  const sealed = sealSecret(secret, Buffer.from("key"), place);
  expect(sealedUnder(sealed)).toBe(secret.id);
  expect(sealedUnder("plain")).toBeNull();
  expect(() => openSecret(other, sealed, place)).toThrow(/PASSWRIGHT_SECRET.*reseal/su);
  expect(() => openSecret(other, sealed, place)).toThrow(secret.id);
  expect(HEX).not.toContain(Buffer.from(secret.id, "base64url").toString("hex"));
});

test("a secret shows nothing of itself in a log", () => {
  expect(inspect(secret, { depth: 9, showHidden: true }) + JSON.stringify(secret)).not.toContain("5ec7e7");
});

test.each(["", "short", "g".repeat(64), "a".repeat(63), "a".repeat(65)])("%s is no secret, and is not repeated", (text) => {
  expect(() => toSealingSecret(text)).toThrow(expect.objectContaining({ code: "ERR_SERVER_SECRET" }));
  expect(() => toSealingSecret(text)).toThrow(/openssl rand -hex 32/u);
  expect(() => toSealingSecret("secret-canary")).not.toThrow(/canary/u);
});

test("what OpenSSL writes as a secret is one, in either case", async () => {
  const { stdout } = await promisify(execFile)("openssl", ["rand", "-hex", "32"]);
  expect(toSealingSecret(stdout.toUpperCase()).id).toBe(toSealingSecret(stdout).id);
});

function sameBytes(a: string, b: string): boolean {
  const [one, other] = [a.split("."), b.split(".")];
  return (
    one.length === other.length &&
    one[0] === other[0] &&
    one[1] === other[1] &&
    [2, 3].every((part) => Buffer.from(one[part] ?? "", "base64url").equals(Buffer.from(other[part] ?? "", "base64url")))
  );
}
