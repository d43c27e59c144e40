import { expect, test } from "vitest";
import { type ConformanceOptions, runConformance } from "@passwright/wallet/conformance";
import { type DeviceWorld, openDeviceWorld } from "./support/device-world.ts";
import { testAuthority } from "./support/test-authority.ts";

async function drive(world: DeviceWorld, given: Pick<ConformanceOptions, "pass" | "secondPass" | "personalInfo">) {
  const { authority } = await testAuthority();
  const seen: { readonly pushToken: string; readonly topic: string }[] = [];
  return runConformance({
    ...given,
    mode: "full",
    developerMode: true,
    fetch: (request) => fetch(request),
    issuer: {
      change: async ({ serialNumber }) => {
        await world.change(serialNumber);
        // One claim per change, as a worker at work does: later changes of a device coalesce with earlier ones otherwise.
        seen.push(...(await world.takePushes()));
      },
      pushes: async () => seen,
    },
    trustAnchors: authority.trustAnchors,
    intermediates: authority.intermediates,
    now: () => new Date(world.clock.now),
    wait: async () => {
      world.clock.now += 1100;
    },
  });
}

test("the service conforms in every case of the suite, but that the tests use plain http", async () => {
  const world = await openDeviceWorld();
  const report = await drive(world, { pass: await world.issue("A-0001"), secondPass: await world.issue("A-0002") });
  expect(report.results.filter(({ outcome }) => outcome === "failed").map(({ id, observed }) => [id, observed])).toEqual([
    ["https", "webServiceURL is plain http"],
  ]);
  expect(report.results.filter(({ outcome }) => outcome === "skipped").map(({ id }) => id)).toEqual(["personalize"]);
});

test("a pass with a sign-up conforms too, the sign-up among it", async () => {
  const world = await openDeviceWorld();
  const report = await drive(world, {
    pass: await world.issue("R-0001", { personalization: "open" }),
    secondPass: await world.issue("R-0002"),
    personalInfo: { fullName: "Ada Lovelace", emailAddress: "ada@example.com" },
  });
  expect(report.results.filter(({ outcome }) => outcome !== "passed").map(({ id, observed }) => [id, observed])).toEqual([
    ["https", "webServiceURL is plain http"],
  ]);
});
