import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEmailAddress, isPrivateHost, isWebUrl, parseAbsoluteUrl } from "../../../src/check/values/url.ts";

describe("parseAbsoluteUrl", () => {
  test.each([
    "https://example.org",
    "http://example.org:8080/a?b#c",
    "tel:+15550199",
    "northwind://card/1",
    "HTTPS://EXAMPLE.ORG/",
  ])("takes %s", (text) => {
    expect(parseAbsoluteUrl(text)).not.toBeNull();
  });

  test.each([
    "",
    "example.org",
    "//example.org",
    "/path",
    "https:/example.org",
    "https:example.org",
    "https://",
    "https:///path",
    "https://exa mple.org",
    " https://example.org",
    "https://example.org\n",
    "https:\\\\example.org",
    "https://{host}/",
    "https://example.org:99999/",
    `https://example.org/${"x".repeat(9000)}`,
  ])("refuses %j", (text) => {
    expect(parseAbsoluteUrl(text)).toBeNull();
  });

  test("never fails", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => void parseAbsoluteUrl(text)));
  });
});

test("web addresses are http and https", () => {
  expect(["https://a.b/", "http://a.b/", "ftp://a.b/", "tel:1"].map((text) => isWebUrl(new URL(text)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe("a host that the outside cannot reach", () => {
  test.each([
    "localhost",
    "build-server",
    "macbook.local",
    "api.localhost",
    "db.internal",
    "127.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.1.1",
    "100.64.0.1",
    "0x7f000001",
    "2130706433",
    "[::1]",
    "[::]",
    "[fd00::1]",
    "[fe80::1]",
    "[::ffff:192.168.0.1]",
    "localhost.",
  ])("%s", (host) => {
    expect(isPrivateHost(new URL(`https://${host}/`).hostname)).toBe(true);
  });

  test.each([
    "example.org",
    "localhost.example.org",
    "8.8.8.8",
    "172.15.0.1",
    "172.32.0.1",
    "100.128.0.1",
    "[2001:db8::1]",
    "[::ffff:8.8.8.8]",
    "mylocal.example",
  ])("is not %s", (host) => {
    expect(isPrivateHost(new URL(`https://${host}/`).hostname)).toBe(false);
  });
});

test("an e-mail address is a plain one", () => {
  for (const text of ["help@example.org", "a.b+c@sub.example.org", "größe@münchen.example"])
    expect(isEmailAddress(text), text).toBe(true);
  for (const text of [
    "",
    "help",
    "help@",
    "@example.org",
    "help@localhost",
    "a@b@c.d",
    "mailto:help@example.org",
    "A <a@b.c>",
    "a b@c.d",
    `${"a".repeat(300)}@b.c`,
  ]) {
    expect(isEmailAddress(text), text).toBe(false);
  }
});
