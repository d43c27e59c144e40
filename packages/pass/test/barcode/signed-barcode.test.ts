import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase45, toBase45 } from "../../src/barcode/base45.ts";
import { type BarcodePrivateKey, generateBarcodeKey, toBarcodePublicKey } from "../../src/barcode/barcode-key.ts";
import { BARCODE_PAYLOAD_LIMIT, signBarcode, verifyBarcode } from "../../src/barcode/signed-barcode.ts";

const ticket = new Uint8Array([0, 0, 0, 0, 0, 1, 226, 64]);
/** The first test key of RFC 8037 appendix A.1. */
const RFC_KEY: BarcodePrivateKey = {
  kty: "OKP",
  crv: "Ed25519",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};

test("an eight-byte payload makes 116 characters of a QR code's alphanumeric mode, and comes back", async () => {
  const { privateKey, publicKey } = await generateBarcodeKey();
  const message = await signBarcode(ticket, privateKey);
  expect(message).toMatch(/^PW1:[0-9A-Z $%*+\-./:]+\.$/u);
  expect(message).toHaveLength(116);
  expect(await verifyBarcode(message, { keys: [publicKey] })).toEqual({ valid: true, payload: ticket, key: publicKey });
});

test("the same payload and key give the same text, named by the thumbprint that RFC 8037 prints", async () => {
  const message = await signBarcode(ticket, RFC_KEY);
  expect(message).toBe(await signBarcode(ticket, RFC_KEY));
  // RFC 8037 appendix A.3: kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k begins with the octets 90 FA.
  expect(fromBase45(message.slice(4, -1))?.subarray(0, 2)).toEqual(new Uint8Array([0x90, 0xfa]));
  const { publicKey } = await generateBarcodeKey();
  expect(await verifyBarcode(message, { keys: [publicKey, toBarcodePublicKey(RFC_KEY)] })).toMatchObject({ valid: true });
});

test("a key that is not among the scanner's is told apart from a forged signature", async () => {
  const [mine, theirs] = [await generateBarcodeKey(), await generateBarcodeKey()];
  const message = await signBarcode(ticket, mine.privateKey);
  expect(await verifyBarcode(message, { keys: [theirs.publicKey] })).toEqual({ valid: false, because: "unknown-key" });
  expect(await verifyBarcode(message, { keys: [] })).toEqual({ valid: false, because: "unknown-key" });
  // Their signature under the name of my key.
  const bytes = fromBase45((await signBarcode(ticket, theirs.privateKey)).slice(4, -1))!;
  bytes.set(fromBase45(message.slice(4, -1))!.subarray(0, 2));
  expect(await verifyBarcode(`PW1:${toBase45(bytes)}.`, { keys: [mine.publicKey] })).toEqual({
    valid: false,
    because: "bad-signature",
  });
});

test("a change of any one bit is found", async () => {
  const keys = [toBarcodePublicKey(RFC_KEY)];
  const bytes = fromBase45((await signBarcode(ticket, RFC_KEY)).slice(4, -1))!;
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = bytes.slice();
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect((await verifyBarcode(`PW1:${toBase45(changed)}.`, { keys })).valid).toBe(false);
  }
});

test("a signature by the same key over the bare payload is none of a barcode", async () => {
  const key = await crypto.subtle.importKey("jwk", { ...RFC_KEY }, "Ed25519", false, ["sign"]);
  const body = fromBase45((await signBarcode(ticket, RFC_KEY)).slice(4, -1))!.slice(0, 10);
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", key, body));
  const message = `PW1:${toBase45(new Uint8Array([...body, ...signature]))}.`;
  expect(await verifyBarcode(message, { keys: [toBarcodePublicKey(RFC_KEY)] })).toEqual({ valid: false, because: "bad-signature" });
});

test("other barcodes, later versions and torn ones are each called what they are", async () => {
  const keys = [toBarcodePublicKey(RFC_KEY)];
  const because = async (message: string) => {
    const scanned = await verifyBarcode(message, { keys });
    return scanned.valid ? "valid" : scanned.because;
  };
  const message = await signBarcode(ticket, RFC_KEY);
  expect(await because("4006381333931")).toBe("not-signed");
  expect(await because("")).toBe("not-signed");
  expect(await because(message.replace("PW1:", "PW2:"))).toBe("unknown-version");
  expect(await because(message.slice(0, -1))).toBe("damaged");
  expect(await because(message.toLowerCase().replace("pw1:", "PW1:"))).toBe("damaged");
  expect(await because(`PW1:${"0".repeat(5000)}.`)).toBe("damaged");
  expect(await because("PW1:.")).toBe("damaged");
});

test("no scanned text makes the scanner fail", async () => {
  const keys = [toBarcodePublicKey(RFC_KEY)];
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^PW1:[0-9A-Z $%*+\-./:]{100,140}\.$/u)), async (message) => {
      expect((await verifyBarcode(message, { keys })).valid).toBe(false);
    }),
  );
});

test("payloads are 1 to 200 bytes", async () => {
  for (const length of [0, BARCODE_PAYLOAD_LIMIT + 1]) {
    await expect(signBarcode(new Uint8Array(length), RFC_KEY)).rejects.toMatchObject({ code: "ERR_PASS_BARCODE_PAYLOAD" });
  }
  const payload = new Uint8Array(BARCODE_PAYLOAD_LIMIT).fill(7);
  const scanned = await verifyBarcode(await signBarcode(payload, RFC_KEY), { keys: [toBarcodePublicKey(RFC_KEY)] });
  expect(scanned).toMatchObject({ valid: true, payload });
});

test("a key that is none is refused by name", async () => {
  const { d: _secret, ...publicKey } = RFC_KEY;
  const wrong = [publicKey, { ...RFC_KEY, d: "short" }, { ...RFC_KEY, crv: "X25519" }, { ...RFC_KEY, kty: "EC" }];
  for (const key of wrong) {
    await expect(signBarcode(ticket, key as BarcodePrivateKey)).rejects.toMatchObject({ code: "ERR_PASS_KEY_INVALID" });
  }
});
