import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NO_ACTIVITY } from "../../src/activity/activity-recorder.ts";
import { noteStray } from "../../src/activity/find-stray.ts";
import type { PassKey } from "../../src/storage/storage.ts";

const TOKEN = "token-of-the-pass-0123456789";
const TYPE = "pass.com.example.gate";

function look(method: string, path: string, authorization: string | null = `ApplePass ${TOKEN}`) {
  const noted: (PassKey & { readonly path: string })[] = [];
  const passes = {
    findVersion: ({ serialNumber }: PassKey) =>
      serialNumber === "G-1" ? { authenticationToken: TOKEN, revision: 1, modifiedAt: 1 } : undefined,
  };
  const activity = { ...NO_ACTIVITY, strayed: (key: PassKey, before: string) => void noted.push({ ...key, path: before }) };
  void noteStray({ passes, activity }, { method, path, get: (name) => (name === "authorization" ? authorization : null) });
  return noted;
}

test.each([
  ["GET", `/wallet/v1/v1/passes/${TYPE}/G-1`, "/wallet/v1"],
  ["POST", `/wallet/v1/v1/devices/d1/registrations/${TYPE}/G-1`, "/wallet/v1"],
  ["DELETE", `/v1/devices/d1/registrations/${TYPE}/G-1`, ""],
  ["GET", `/old/place/v1/passes/${TYPE}/G-1`, "/old/place"],
])("%s %s is meant for the service", (method, path, before) => {
  expect(look(method, path)).toEqual([{ passTypeIdentifier: TYPE, serialNumber: "G-1", path: before }]);
});

test.each([
  ["another token", `/v1/v1/passes/${TYPE}/G-1`, "ApplePass another-token-0123456789"],
  ["no token", `/v1/v1/passes/${TYPE}/G-1`, null],
  ["a pass that there is not", `/v1/v1/passes/${TYPE}/G-2`, `ApplePass ${TOKEN}`],
  ["no pass", "/v1/v1/log", `ApplePass ${TOKEN}`],
  ["a path without end", `${"/v1".repeat(1000)}/passes/${TYPE}/G-1`, `ApplePass ${TOKEN}`],
])("a request with %s is nobody's", (_, path, authorization) => {
  expect(look("GET", path, authorization)).toEqual([]);
});

test("no path makes it stumble, and none is noted without naming the pass", () => {
  const step = fc.oneof(
    fc.constantFrom("v1", "passes", "devices", "registrations", TYPE, "G-1", "%", "%2F", "..", ""),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.constantFrom("GET", "POST", "DELETE", "HEAD", "X"), fc.array(step, { maxLength: 12 }), (method, steps) => {
      const path = `/${steps.join("/")}`;
      for (const { serialNumber } of look(method, path)) expect(path).toContain(serialNumber);
    }),
  );
});
