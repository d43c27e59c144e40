import { expect, test } from "vitest";
import { bytesToHex, hexToBytes } from "../../src/der/bytes.ts";
import { derivePkcs12, encodePkcs12Passphrase } from "../../src/pkcs12/pkcs12-key-derivation.ts";

// The vectors ("smeg", "queeg") that the tests of Bouncy Castle and node-forge share.
test.each([
  ["smeg", "0a58cf64530d823f", "key", 1, 24, "8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3"],
  ["smeg", "0a58cf64530d823f", "iv", 1, 8, "79993dfe048d3b76"],
  ["smeg", "642b99ab44fb4b1f", "key", 1, 24, "f3a95fec48d7711e985cfe67908c5ab79fa3d7c5caa5d966"],
  ["smeg", "642b99ab44fb4b1f", "iv", 1, 8, "c0a38d64a79bea1d"],
  ["smeg", "3d83c0e4546ac140", "mac", 1, 20, "8d967d88f6caa9d714800ab3d48051d63f73a312"],
  ["queeg", "05dec959acff72f7", "key", 1000, 24, "ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4"],
  ["queeg", "05dec959acff72f7", "iv", 1000, 8, "11dedad7758d4860"],
  ["queeg", "1682c0fc5b3f7ec5", "key", 1000, 24, "483dd6e919d7de2e8e648ba8f862f3fbfbdc2bcb2c02957f"],
  ["queeg", "1682c0fc5b3f7ec5", "iv", 1000, 8, "9d461d1b00355c50"],
  ["queeg", "263216fcc2fab31c", "mac", 1000, 20, "5ec4c7a80df652294c3925b6489a7ab857c83476"],
] as const)("%s, salt %s, %s in %i rounds", (passphrase, salt, purpose, rounds, length, expected) => {
  const [encoded] = encodePkcs12Passphrase(passphrase);
  expect(bytesToHex(derivePkcs12("SHA-1", encoded!, hexToBytes(salt), purpose, rounds, length))).toBe(expected);
});

test("a passphrase is UTF-16 and ends in a zero; an empty one has two forms", () => {
  expect(encodePkcs12Passphrase("a€").map(bytesToHex)).toEqual(["006120ac0000"]);
  expect(encodePkcs12Passphrase("😀").map(bytesToHex)).toEqual(["d83dde000000"]);
  expect(encodePkcs12Passphrase("").map(bytesToHex)).toEqual(["0000", ""]);
});
