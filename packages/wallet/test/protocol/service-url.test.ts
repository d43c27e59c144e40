import { expect, test } from "vitest";
import { buildRequestUrl, readServiceUrl } from "@passwright/wallet/protocol";

test.each([
  ["https://company.com", "https://company.com"],
  ["https://company.com/", "https://company.com"],
  ["https://company.com:8443/wallet/", "https://company.com:8443/wallet"],
  ["HTTPS://Company.com/Wallet", "https://company.com/Wallet"],
])("%s is called at %s", (text, base) => expect(readServiceUrl(text, false)).toEqual({ ok: true, base }));

test.each([
  ["http://company.com", "insecure"],
  ["ftp://company.com", "not-a-url"],
  ["company.com", "not-a-url"],
  ["https: //company.com", "not-a-url"],
  ["javascript:alert(1)", "not-a-url"],
  ["https://user:secret@company.com", "credentials"],
  ["https://company.com/?a=1", "query"],
  ["https://company.com/#a", "query"],
  [`https://company.com/${"a".repeat(5000)}`, "not-a-url"],
])("URL %# is not called", (text, problem) => expect(readServiceUrl(text, false)).toEqual({ ok: false, problem }));

test("a device in developer mode calls plain http", () => {
  expect(readServiceUrl("http://127.0.0.1:3000/", true)).toEqual({ ok: true, base: "http://127.0.0.1:3000" });
});

test("requests are appended to the path", () => {
  expect(buildRequestUrl("https://company.com/wallet", { endpoint: "log" })).toBe("https://company.com/wallet/v1/log");
  expect(() => buildRequestUrl("nowhere", { endpoint: "log" })).toThrow(
    expect.objectContaining({ code: "ERR_WALLET_SERVICE_URL" }),
  );
});
