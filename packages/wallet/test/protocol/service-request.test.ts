import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildRequestPath,
  ENDPOINT_NAMES,
  ENDPOINTS,
  matchRequest,
  PROTOCOL_LIMITS,
  type ServiceRequest,
} from "@passwright/wallet/protocol";

const DEVICE = "ceed8761e584e814ed4fe73cbb334ee9";
const PASS = { passTypeIdentifier: "pass.com.example", serialNumber: "A-1" };

const PATHS: readonly (readonly [string, string, ServiceRequest])[] = [
  [
    "POST",
    `/v1/devices/${DEVICE}/registrations/pass.com.example/A-1`,
    { endpoint: "register", deviceLibraryIdentifier: DEVICE, ...PASS },
  ],
  [
    "DELETE",
    `/v1/devices/${DEVICE}/registrations/pass.com.example/A-1`,
    { endpoint: "unregister", deviceLibraryIdentifier: DEVICE, ...PASS },
  ],
  [
    "GET",
    `/v1/devices/${DEVICE}/registrations/pass.com.example`,
    { endpoint: "list", deviceLibraryIdentifier: DEVICE, passTypeIdentifier: "pass.com.example", passesUpdatedSince: null },
  ],
  [
    "GET",
    `/v1/devices/${DEVICE}/registrations/pass.com.example?passesUpdatedSince=42`,
    { endpoint: "list", deviceLibraryIdentifier: DEVICE, passTypeIdentifier: "pass.com.example", passesUpdatedSince: "42" },
  ],
  ["GET", "/v1/passes/pass.com.example/A-1", { endpoint: "getPass", ...PASS }],
  ["POST", "/v1/log", { endpoint: "log" }],
  ["POST", "/v1/passes/pass.com.example/A-1/personalize", { endpoint: "personalize", ...PASS }],
];

function match(method: string, path: string) {
  const [pathname = "", search = ""] = path.split("?");
  return matchRequest(method, pathname, search);
}

test.each(PATHS)("%s %s is built and matched", (method, path, request) => {
  expect(buildRequestPath(request)).toBe(path);
  expect(ENDPOINTS[request.endpoint].method).toBe(method);
  expect(match(method, path)).toEqual({ kind: "found", request, head: false });
});

test("every endpoint is in the table above", () => {
  expect(new Set(PATHS.map(([, , { endpoint }]) => endpoint))).toEqual(new Set(ENDPOINT_NAMES));
});

test("HEAD is a GET without a body; other methods are told what is allowed", () => {
  expect(match("HEAD", "/v1/passes/t/s")).toMatchObject({ kind: "found", head: true, request: { endpoint: "getPass" } });
  expect(match("PUT", "/v1/passes/t/s")).toEqual({ kind: "method-not-allowed", allow: ["GET", "HEAD"] });
  expect(match("GET", "/v1/devices/d/registrations/t/s")).toEqual({ kind: "method-not-allowed", allow: ["POST", "DELETE"] });
  expect(match("get", "/v1/passes/t/s")).toMatchObject({ kind: "method-not-allowed" });
});

test.each([
  "",
  "/",
  "/v1",
  "/v1/",
  "/v2/log",
  "/v1/log/",
  "/v1/passes/t",
  "/v1/passes/t/s/personalize/x",
  "v1/log",
  "/v1/devices/d/registrations",
  "/V1/log",
  `/v1${"/a".repeat(100_000)}`,
])("no endpoint is at path %#", (path) => expect(match("GET", path)).toEqual({ kind: "not-found" }));

test.each(["%zz", "%c3", "%00", "a%0d%0ab", "", "%", "a".repeat(1025), "%e2%80%a8", "%ed%a0%80"])(
  "a step that is no serial number is refused: %#",
  (step) => {
    expect(match("GET", `/v1/passes/t/${step}`)).toEqual({ kind: "bad-identifier" });
  },
);

test("a decoded slash stays part of the identifier", () => {
  expect(match("GET", "/v1/passes/t/..%2f..%2fetc")).toMatchObject({ request: { serialNumber: "../../etc" } });
});

test.each(["", ".", "..", "a\nb", "\ud800", "a".repeat(1025)])(
  "a serial number that no path can hold is refused: %#",
  (serialNumber) => {
    expect(() => buildRequestPath({ endpoint: "getPass", passTypeIdentifier: "t", serialNumber })).toThrow(
      expect.objectContaining({ code: "ERR_WALLET_IDENTIFIER" }),
    );
  },
);

describe("tags", () => {
  const list = (passesUpdatedSince: string) =>
    buildRequestPath({ endpoint: "list", deviceLibraryIdentifier: "d", passTypeIdentifier: "t", passesUpdatedSince });

  test("a plus sign is sent as it is and read as a space, as devices and servers do", () => {
    expect(list("2026-01-01T00:00:00+00:00")).toBe("/v1/devices/d/registrations/t?passesUpdatedSince=2026-01-01T00:00:00+00:00");
    expect(match("GET", list("a+b"))).toMatchObject({ request: { passesUpdatedSince: "a b" } });
  });

  test("what would end the query is escaped", () => {
    expect(match("GET", list("a&b=c#d%e"))).toMatchObject({ request: { passesUpdatedSince: "a&b=c#d%e" } });
  });

  test("an empty tag, one that is too long and other queries count as none", () => {
    for (const search of [
      "?passesUpdatedSince=",
      "?other=1",
      `?passesUpdatedSince=${"a".repeat(PROTOCOL_LIMITS.tagLength + 1)}`,
      `?${"a".repeat(1_000_000)}`,
    ]) {
      expect(matchRequest("GET", "/v1/devices/d/registrations/t", search)).toMatchObject({ request: { passesUpdatedSince: null } });
    }
  });

  test("a tag that no query can hold is refused", () => {
    expect(() => list("\ud800")).toThrow(expect.objectContaining({ code: "ERR_WALLET_IDENTIFIER" }));
  });
});

test("whatever identifiers a request names, the other side reads the same", () => {
  const identifier = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
    .filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text) && text !== "." && text !== "..");
  fc.assert(
    fc.property(identifier, identifier, identifier, (deviceLibraryIdentifier, passTypeIdentifier, serialNumber) => {
      const request: ServiceRequest = { endpoint: "register", deviceLibraryIdentifier, passTypeIdentifier, serialNumber };
      const url = new URL(`https://example.com${buildRequestPath(request)}`);
      expect(matchRequest("POST", url.pathname, url.search)).toEqual({ kind: "found", request, head: false });
    }),
  );
});

test("nothing that comes over the network makes the router throw", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      (method, path, search) => {
        matchRequest(method, path, search);
        matchRequest("GET", `/v1/passes/${path}/${search}`, path);
      },
    ),
  );
});
