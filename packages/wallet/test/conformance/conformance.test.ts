import { describe, expect, test } from "vitest";
import {
  CASE_AREAS,
  CONFORMANCE_CASES,
  type ConformanceReport,
  formatConformanceReport,
  runConformance,
} from "@passwright/wallet/conformance";
import { createTestBytes, TestClock } from "../support/clock.ts";
import { FAULTY_SERVICES } from "../support/faulty-services.ts";
import { passJson, testIssuer, TEST_PASS_TYPE } from "../support/issuer.ts";
import { ReferenceService } from "../support/reference-service.ts";

/** A full run over a service that has two passes; time passes as the suite waits. */
async function drive(
  create: (now: () => Date) => ReferenceService,
  mode: "read-only" | "full" = "full",
): Promise<ConformanceReport> {
  const { authority } = await testIssuer();
  const clock = new TestClock();
  const service = create(clock.now);
  const pass = await service.issue(passJson("A-0001"));
  clock.advance(60_000);
  const secondPass = await service.issue(passJson("A-0002"));
  clock.advance(60_000);
  return runConformance({
    pass,
    secondPass,
    mode,
    fetch: service.fetch,
    issuer: { change: (reference) => service.change(reference), pushes: async () => service.pushes },
    trustAnchors: authority.trustAnchors,
    intermediates: authority.intermediates,
    now: clock.now,
    wait: async (milliseconds) => clock.advance(milliseconds),
    randomBytes: createTestBytes(),
  });
}

function failures(report: ConformanceReport): readonly string[] {
  return report.results.filter(({ outcome }) => outcome === "failed").map(({ id }) => id);
}

test("a service that does everything right passes every case", async () => {
  const report = await drive((now) => new ReferenceService(now));
  expect(report.results.filter(({ outcome }) => outcome === "failed")).toEqual([]);
  expect(report.results.filter(({ outcome }) => outcome === "skipped").map(({ id }) => id)).toEqual(["personalize"]);
  expect(report.conforms).toBe(true);
});

test("a read-only run neither registers, nor logs, nor changes anything", async () => {
  let service: ReferenceService | undefined;
  const report = await drive((now) => (service = new ReferenceService(now)), "read-only");
  expect(report.conforms).toBe(true);
  expect(service?.requests.filter((line) => !/^(?:GET|HEAD) /u.test(line))).toEqual([]);
  expect(service?.registrations).toEqual([]);
  expect(report.results.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThanOrEqual(30);
});

test("a full run leaves no registration behind", async () => {
  let service: ReferenceService | undefined;
  await drive((now) => (service = new ReferenceService(now)));
  expect(service?.registrations).toEqual([]);
});

/** A browser differs in how it asks, and a few services show that; what is found in answers is the same code. */
const DRIVEN = "document" in globalThis ? FAULTY_SERVICES.filter((_, index) => index % 8 === 0) : FAULTY_SERVICES;

describe("the faults of known servers are found, and nothing else", () => {
  for (const { fault, create, finds, hiddenInBrowsers = false } of DRIVEN) {
    test.skipIf(hiddenInBrowsers && "document" in globalThis)(fault, async () => {
      expect(failures(await drive(create)).toSorted()).toEqual([...finds].toSorted());
    });
  }
});

test("every case can fail: some faulty service is caught by it", () => {
  const caught = new Set(FAULTY_SERVICES.flatMap(({ finds }) => finds));
  const elsewhere = new Set(["https", "not-versioned", "serial-not-in-url", "personalize"]);
  expect(CONFORMANCE_CASES.map(({ id }) => id).filter((id) => !caught.has(id) && !elsewhere.has(id))).toEqual([]);
});

test("cases have unique ids, words, and a source that can be looked up", () => {
  const ids = CONFORMANCE_CASES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(80);
  for (const row of CONFORMANCE_CASES) {
    expect(row.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
    expect(CASE_AREAS).toContain(row.area);
    for (const words of [row.does, row.expects, row.consequence]) expect(words.length).toBeGreaterThan(2);
    expect(URL.canParse(row.source)).toBe(true);
  }
});

test("what cannot be tried is skipped with the reason", async () => {
  const clock = new TestClock();
  const service = new ReferenceService(clock.now);
  const pass = await service.issue(passJson("A-0001"));
  const report = await runConformance({
    pass,
    fetch: service.fetch,
    mode: "full",
    now: clock.now,
    wait: async () => {},
    only: ["list-all-passes", "change-listed", "personalize"],
  });
  expect(report.results.map(({ outcome, observed }) => [outcome, observed])).toEqual([
    ["skipped", "needs a second pass of the same service"],
    ["skipped", "needs a way to change the pass"],
    ["skipped", "needs personal data to sign up with"],
  ]);
});

test("a service that is not there fails every case and hangs none", async () => {
  const clock = new TestClock();
  const pass = await new ReferenceService(clock.now).issue(passJson("A-0001"));
  const report = await runConformance({
    pass,
    mode: "full",
    now: clock.now,
    wait: async () => {},
    fetch: () => new Promise(() => {}),
    timeout: () => AbortSignal.timeout(1),
  });
  expect(report.conforms).toBe(false);
  expect(report.results.find(({ id }) => id === "get-pass")?.observed).toBe("there was no answer in time");
});

test("a service that redirects is told so, and the token goes nowhere else", async () => {
  const clock = new TestClock();
  const pass = await new ReferenceService(clock.now).issue(passJson("A-0001"));
  const hosts = new Set<string>();
  const fetch = async (request: Request) => {
    hosts.add(new URL(request.url).host);
    return new Response(null, { status: 302, headers: { location: "https://other.example/" } });
  };
  const report = await runConformance({ pass, mode: "read-only", now: clock.now, wait: async () => {}, fetch });
  expect(report.results.find(({ id }) => id === "get-pass")?.observed).toBe("the answer was a redirect");
  expect([...hosts]).toEqual(["passes.example.com"]);
});

test("a personalization is driven through when personal data is given", async () => {
  const { authority } = await testIssuer();
  const clock = new TestClock();
  const service = new ReferenceService(clock.now);
  const personalization = { requiredPersonalizationFields: ["PKPassPersonalizationFieldName"], description: "Join" };
  const pass = await service.issue(
    {
      ...passJson("A-0001"),
      boardingPass: undefined,
      storeCard: {},
      nfc: {
        message: "1",
        encryptionPublicKey: "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACVYV6dXyP4p3TeLPtEXAmPlExAmPlExAmPlExAmPlExA=",
      },
    },
    { "personalization.json": JSON.stringify(personalization) },
  );
  const report = await runConformance({
    pass,
    mode: "full",
    fetch: service.fetch,
    personalInfo: { fullName: "Ada Lovelace" },
    trustAnchors: authority.trustAnchors,
    intermediates: authority.intermediates,
    now: clock.now,
    wait: async () => {},
    only: ["personalize", "personalize-no-token", "personalize-bad-json"],
  });
  expect(report.results.map(({ id, outcome, observed }) => [id, outcome, observed])).toEqual([
    ["personalize-no-token", "passed", null],
    ["personalize-bad-json", "passed", null],
    ["personalize", "passed", null],
  ]);
});

test("plain http, a version at the end and a serial number in the URL are told without a request", async () => {
  const clock = new TestClock();
  const service = new ReferenceService(clock.now);
  const pass = await service.issue(passJson("A-0001", { webServiceURL: "http://passes.example.com/A-0001/v1" }));
  const only = ["https", "not-versioned", "serial-not-in-url"];
  const report = await runConformance({ pass, mode: "read-only", developerMode: true, fetch: service.fetch, only });
  expect(failures(report)).toEqual(only);
  expect(service.requests).toEqual([]);
});

test("a pass without a web service cannot drive a run; misspelt cases are refused", async () => {
  const clock = new TestClock();
  const service = new ReferenceService(clock.now);
  const without = await service.issue(passJson("A-0001", { webServiceURL: undefined }));
  const pass = await service.issue(passJson("A-0002"));
  const common = { fetch: service.fetch, mode: "read-only" } as const;
  await expect(runConformance({ ...common, pass: without })).rejects.toMatchObject({ code: "ERR_WALLET_CONFORMANCE_PASS" });
  await expect(runConformance({ ...common, pass, secondPass: pass })).rejects.toMatchObject({
    code: "ERR_WALLET_CONFORMANCE_PASS",
  });
  await expect(runConformance({ ...common, pass, only: ["get-pas"] })).rejects.toMatchObject({ code: "ERR_WALLET_CASE_UNKNOWN" });
});

test("a run can be ended between two cases", async () => {
  const clock = new TestClock();
  const service = new ReferenceService(clock.now);
  const pass = await service.issue(passJson("A-0001"));
  const controller = new AbortController();
  const report = await runConformance({
    pass,
    mode: "read-only",
    fetch: service.fetch,
    signal: controller.signal,
    now: clock.now,
    wait: async () => {},
    onResult: () => controller.abort(),
  });
  expect(report.results.filter(({ observed }) => observed === "the run was ended").length).toBe(report.results.length - 1);
});

test("a report is JSON without tokens, and readable", async () => {
  const service = FAULTY_SERVICES.find(({ fault }) => fault.startsWith("laravel-mobile-pass: unregister"));
  const report = await drive(service!.create);
  const json = JSON.stringify(report);
  expect(JSON.parse(json)).toEqual(report);
  expect(json).not.toContain("token-of-A");
  const text = formatConformanceReport(report);
  expect(text).toContain("✗ unregister: unregisters a device");
  expect(text).toContain("observed  the status was 204");
  expect(text).toContain("Does not conform:");
  expect(text).toContain(TEST_PASS_TYPE);
});
