import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PassError } from "../../../src/errors.ts";
import { PEM_LIMITS, pemTextOf, readPem, writePem } from "../../../src/signature/pem.ts";
import { keyText } from "./keys/key-file.ts";

const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);

test("what is written is read again", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), (any) => {
      expect(readPem(writePem("CERTIFICATE", any))).toEqual([{ label: "CERTIFICATE", headers: new Map(), bytes: any }]);
    }),
  );
});

test("lines have 64 characters and end in a line feed", () => {
  const lines = writePem("PRIVATE KEY", bytes).split("\n");
  expect(lines.map((line) => line.length)).toEqual([27, 64, 64, 8, 25, 0]);
});

test.each([
  ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ["CR", (text: string) => text.replaceAll("\n", "\r")],
  ["escaped line ends, as environment variables have them", (text: string) => text.trimEnd().replaceAll("\n", String.raw`\n`)],
  ["escaped CRLF", (text: string) => text.trimEnd().replaceAll("\n", String.raw`\r\n`)],
  ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ["indented lines", (text: string) => text.replaceAll(/^/gm, "    ")],
  ["no line end at the end", (text: string) => text.trimEnd()],
  [
    "one long line",
    (text: string) => text.replaceAll("\n", "").replaceAll("KEY-----", "KEY-----\n").replace("-----END", "\n-----END"),
  ],
  ["text around it", (text: string) => `Bag Attributes\n    friendlyName: Pass: 1\n${text}\nsubject=CN = x\n`],
])("PEM with %s is read", (_name, change) => {
  expect(readPem(change(writePem("PRIVATE KEY", bytes))).map((block) => block.bytes)).toEqual([bytes]);
});

test("the blocks of an export with bag attributes come in their order", async () => {
  const labels = readPem(await keyText("bag-attributes.pem")).map(({ label }) => label);
  expect(labels).toEqual(["CERTIFICATE", "CERTIFICATE", "CERTIFICATE", "PRIVATE KEY"]);
});

test("headers of RFC 1421 are kept, also over two lines", () => {
  const text = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00,\n !\n\n${btoa("abc")}\n-----END RSA PRIVATE KEY-----`;
  const [block] = readPem(text);
  expect(block?.headers).toEqual(
    new Map([
      ["Proc-Type", "4,ENCRYPTED"],
      ["DEK-Info", "AES-128-CBC,00,!"],
    ]),
  );
  expect(block?.bytes).toEqual(new TextEncoder().encode("abc"));
});

test("text without a block gives an empty list", () => {
  expect(readPem("")).toEqual([]);
  expect(readPem("no PEM at all")).toEqual([]);
});

test.each([
  ["without an end", "-----BEGIN CERTIFICATE-----\nAAAA\n"],
  ["with another end", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END PRIVATE KEY-----"],
  ["with damaged Base64", "-----BEGIN CERTIFICATE-----\nA*AA\n-----END CERTIFICATE-----"],
  ["without content", "-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----"],
  ["with a label that never ends", `-----BEGIN ${"A".repeat(100)}`],
  ["with a label in small letters", "-----BEGIN certificate-----\nAAAA\n-----END certificate-----"],
  ["too often", writePem("X", bytes).repeat(PEM_LIMITS.maxBlocks + 1)],
  ["too long", "x".repeat(PEM_LIMITS.maxCharacters + 1)],
])("a block %s is refused", (_name, text) => {
  expect(() => readPem(text)).toThrow(expect.objectContaining({ code: "ERR_PASS_PEM_INVALID" }));
});

test("bytes are DER, or text in UTF-8 or UTF-16", () => {
  expect(pemTextOf(new Uint8Array([0x30, 0]))).toBeNull();
  expect(pemTextOf(new TextEncoder().encode("-----"))).toBe("-----");
  // What `openssl … > key.pem` leaves in Windows PowerShell.
  expect(pemTextOf(new Uint8Array([0xff, 0xfe, 0x2d, 0, 0x2d, 0]))).toBe("--");
  expect(pemTextOf(new Uint8Array([0xfe, 0xff, 0, 0x2d, 0, 0x2d]))).toBe("--");
});

test("mutated text gives blocks or a PassError, and ends", () => {
  const text = `${writePem("CERTIFICATE", bytes)}x: y\n${writePem("PRIVATE KEY", bytes)}`;
  const edit = fc.tuple(
    fc.nat(text.length),
    fc.nat(20),
    fc.constantFrom("", "-----", "-----BEGIN ", "\n", ":", "=", String.raw`\n`, "\0"),
  );
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      let changed = text;
      for (const [at, count, replacement] of edits) changed = changed.slice(0, at) + replacement + changed.slice(at + count);
      try {
        for (const block of readPem(changed)) expect(block.bytes.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(PassError);
      }
    }),
  );
});
