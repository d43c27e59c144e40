import * as fc from "fast-check";
import { expect, test } from "vitest";
import { buildCredentials, CLIENT_NAMES, clientNamed, readCredentials } from "@passwright/wallet/protocol";

const TOKEN = "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFdc";

test.each(CLIENT_NAMES)("%s is known by its headers", (name) => {
  expect(readCredentials(new Headers(buildCredentials(TOKEN, name)))).toEqual({ client: clientNamed(name), token: TOKEN });
});

test.each([
  ["ApplePass x", "apple"],
  ["applepass x", "apple"],
  ["ANDROIDPASS   x", "wallet-passes"],
])("schemes are compared without case: %s", (authorization, name) => {
  expect(readCredentials(new Headers({ authorization }))?.client.name).toBe(name);
});

test.each([
  "",
  "ApplePass",
  "ApplePass ",
  "Bearer x",
  "ApplePass a b",
  "ApplePassx",
  "ApplePass\u00a0x",
  `ApplePass ${"a".repeat(5000)}`,
  `ApplePass ${"a".repeat(200_000)}`,
])("a header without credentials gives none: %#", (authorization) => {
  const headers = { get: (name: string) => (name === "authorization" ? authorization : null) };
  expect(readCredentials(headers)).toBeNull();
});

test("a request without the header has none", () => expect(readCredentials(new Headers())).toBeNull());

test("push tokens of other apps are kept away from Apple", () => {
  const headers = new Headers({ authorization: "ApplePass x", "x-pass-client": "Somebody" });
  expect(readCredentials(headers)?.client.push).toBeNull();
  expect(CLIENT_NAMES.filter((name) => clientNamed(name).push === "apns")).toEqual(["apple"]);
});

test("a token that would break out of the header is not sent, nor repeated", () => {
  for (const token of ["", "a b", "a\r\nX: y", "ä", "a".repeat(5000)]) {
    expect(() => buildCredentials(token)).toThrow(expect.objectContaining({ code: "ERR_WALLET_TOKEN" }));
  }
  expect(() => buildCredentials("secret value")).toThrow(/^(?!.*secret)/u);
});

test("no header makes the reader throw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readCredentials({ get: () => text })));
});
