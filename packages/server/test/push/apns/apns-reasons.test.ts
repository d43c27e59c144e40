import { describe, expect, test } from "vitest";
import type { ApnsFault } from "@passwright/sandbox/node";
import { createApnsSender } from "../../../src/push/apns/apns-sender.ts";
import { APNS_REASONS, type ApnsAction, type ApnsReasonName, apnsReasonOf } from "../../../src/push/apns/apns-reasons.ts";
import type { PushResult } from "../../../src/push/push-sender.ts";
import { PATIENT } from "../support/patience.ts";
import { claimed, setUpPushBench } from "../support/push-bench.ts";

const bench = await setUpPushBench();

/** The documented table, copied by hand from Apple's page with what must follow: a row missing above is missing nowhere else. */
const DOCUMENTED: readonly (readonly [status: number, reason: ApnsReasonName, action: ApnsAction])[] = [
  [400, "BadCollapseId", "bug"],
  [400, "BadDeviceToken", "drop"],
  [400, "BadExpirationDate", "bug"],
  [400, "BadMessageId", "bug"],
  [400, "BadPriority", "bug"],
  [400, "BadTopic", "bug"],
  [400, "DeviceTokenNotForTopic", "drop"],
  [400, "DuplicateHeaders", "bug"],
  [400, "IdleTimeout", "retry"],
  [400, "InvalidPushType", "bug"],
  [400, "MissingDeviceToken", "bug"],
  [400, "MissingTopic", "bug"],
  [400, "PayloadEmpty", "bug"],
  [400, "TopicDisallowed", "pause"],
  [403, "BadCertificate", "pause"],
  [403, "BadCertificateEnvironment", "pause"],
  [403, "ExpiredProviderToken", "new-token"],
  [403, "Forbidden", "pause"],
  [403, "InvalidProviderToken", "pause"],
  [403, "MissingProviderToken", "pause"],
  [403, "UnrelatedKeyIdInToken", "pause"],
  [403, "BadEnvironmentKeyIdInToken", "pause"],
  [404, "BadPath", "bug"],
  [405, "MethodNotAllowed", "bug"],
  [410, "ExpiredToken", "drop"],
  [410, "Unregistered", "drop"],
  [413, "PayloadTooLarge", "bug"],
  [429, "TooManyProviderTokenUpdates", "retry"],
  [429, "TooManyRequests", "retry"],
  [500, "InternalServerError", "retry"],
  [503, "ServiceUnavailable", "retry"],
  [503, "Shutdown", "retry"],
];

/** What the sender makes of each action; a stale provider token cannot be renewed where there is none, and pauses. */
const RESULTS: Readonly<Record<ApnsAction, PushResult["kind"]>> = {
  retry: "retry",
  "new-token": "paused",
  drop: "dead",
  pause: "paused",
  bug: "failed",
};

/** Sends one push to a stand-in that answers so. */
async function answerWith(
  answer: Extract<ApnsFault["effect"], { kind: "answer" }>["answer"],
  clock?: () => number,
): Promise<PushResult> {
  const standIn = await bench.startStandIn({ faults: [{ when: {}, effect: { kind: "answer", answer } }] });
  const sender = bench.keep(
    createApnsSender({ credentialFor: () => bench.credential, origin: standIn.origin, ca: standIn.ca, ...(clock && { clock }) }),
  );
  const { receipt, ...verdict } = await sender.send(claimed());
  expect(receipt).toEqual({ status: answer.status, apnsId: expect.stringMatching(UUID) });
  return verdict;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DELIVERED = { kind: "delivered", receipt: { status: 200, apnsId: expect.stringMatching(UUID) } };

describe("every documented reason", () => {
  test("has a row, and no other has", () => {
    expect(Object.keys(APNS_REASONS).toSorted()).toEqual(DOCUMENTED.map(([, reason]) => reason).toSorted());
  });

  test.each(DOCUMENTED)("%i %s leads to: %s", async (status, reason, action) => {
    expect(APNS_REASONS[reason]).toMatchObject({ status, action });
    const result = await answerWith({ status, reason });
    expect(result).toMatchObject({ kind: RESULTS[action], reason });
    const { words } = APNS_REASONS[reason];
    if (result.kind === "paused" || result.kind === "failed") expect(result.alert).toBe(words);
    expect(words).toMatch(/^[A-Za-z].{10,}[.?]$/u);
  });
});

describe("an answer", () => {
  test.each(["Unregistered", "ExpiredToken"] as const)("410 %s says since when", async (reason) => {
    expect(await answerWith({ status: 410, reason, timestamp: 1_700_000_000_123 })).toEqual({
      kind: "dead",
      reason,
      unregisteredAt: 1_700_000_000_123,
    });
  });

  test.each(["BadDeviceToken", "DeviceTokenNotForTopic"] as const)("400 %s may be the set-up's fault", async (reason) => {
    expect(await answerWith({ status: 400, reason, timestamp: 5 })).toEqual({
      kind: "dead",
      reason,
      doubtful: true,
      alert: APNS_REASONS[reason].words,
    });
  });

  test("429 waits half a minute at least, unless Retry-After says otherwise", async () => {
    const reason = "TooManyRequests";
    expect(await answerWith({ status: 429, reason })).toEqual({ kind: "retry", reason, afterMs: 30_000 });
    expect(await answerWith({ status: 429, reason, retryAfter: "7" })).toEqual({ kind: "retry", reason, afterMs: 7000 });
    expect(await answerWith({ status: 429, reason: "TooManyProviderTokenUpdates" })).toMatchObject({ afterMs: 1_200_000 });
  });

  test("503 heeds Retry-After, as seconds or a date, and not beyond a day", async () => {
    const clock = () => Date.parse("2026-03-01T12:00:00Z");
    const reason = "ServiceUnavailable";
    expect(await answerWith({ status: 503, reason, retryAfter: "120" }, clock)).toEqual({
      kind: "retry",
      reason,
      afterMs: 120_000,
    });
    expect(await answerWith({ status: 503, reason, retryAfter: "Sun, 01 Mar 2026 12:01:00 GMT" }, clock)).toMatchObject({
      afterMs: 60_000,
    });
    expect(await answerWith({ status: 503, reason, retryAfter: "999999999" }, clock)).toMatchObject({ afterMs: 86_400_000 });
    expect(await answerWith({ status: 503, reason, retryAfter: "soon" }, clock)).toEqual({ kind: "retry", reason });
  });

  test.each([
    [400, "SomethingNew", "failed"],
    [403, "SomethingNew", "paused"],
    [410, undefined, "dead"],
    [418, undefined, "failed"],
    [429, undefined, "retry"],
    [500, "SomethingNew", "retry"],
    [502, undefined, "retry"],
    [204, undefined, "retry"],
    [302, undefined, "retry"],
  ] as const)("%i %s that nobody documented is judged by its status: %s", async (status, reason, kind) => {
    const result = await answerWith({ status, ...(reason !== undefined && { reason }) });
    expect(result).toMatchObject({ kind, reason: reason ?? `status ${status}` });
  });

  test.each(["", "no JSON", "null", "[]", '{"reason":7,"timestamp":"x"}', "{".repeat(100_000)])(
    "with the body %s is read as one without a reason",
    async (body) => {
      expect(await answerWith({ status: 410, body: body.slice(0, 100_000) })).toEqual({ kind: "dead", reason: "status 410" });
    },
  );

  test("cannot reach the table's prototype", () => {
    expect(apnsReasonOf(500, "constructor").action).toBe("retry");
    expect(apnsReasonOf(500, "__proto__").action).toBe("retry");
  });
});

describe("a sender", () => {
  test("without a credential for the pass type pauses it", async () => {
    const sender = bench.keep(createApnsSender({ credentialFor: () => undefined }));
    expect(await sender.send(claimed())).toMatchObject({ kind: "paused", reason: "NoCredential" });
  });

  test("goes over to a new certificate with the next push, and lets the old connection go", async () => {
    const { issueCredential } = await import("../support/credentials.ts");
    const standIn = await bench.startStandIn();
    const renewed = await issueCredential(bench.authority);
    let current = bench.credential;
    const events: string[] = [];
    const sender = bench.keep(
      createApnsSender({
        credentialFor: () => Promise.resolve(current),
        origin: standIn.origin,
        ca: standIn.ca,
        onEvent: ({ kind, credentialId }) => events.push(`${kind} ${credentialId === renewed.id ? "new" : "old"}`),
      }),
    );
    expect(await sender.send(claimed())).toEqual(DELIVERED);
    current = renewed;
    expect(await sender.send(claimed())).toEqual(DELIVERED);
    await expect.poll(() => events, PATIENT).toContain("disconnected old");
    expect(events).toContain("connected new");
    expect(events).not.toContain("disconnected new");
  });

  test("whose certificate is of another pass type than the push is told so by APNs", async () => {
    const standIn = await bench.startStandIn();
    const sender = bench.keep(createApnsSender({ credentialFor: () => bench.credential, origin: standIn.origin, ca: standIn.ca }));
    expect(await sender.send(claimed({ passTypeIdentifier: "pass.com.example.other" }))).toMatchObject({
      kind: "paused",
      reason: "TopicDisallowed",
    });
  });

  test("says of a host that cannot be reached that no push is to blame, and of a push that gets no answer that it may be", async () => {
    const standIn = await bench.startStandIn({ faults: [{ when: { times: 1 }, effect: { kind: "silence" } }] });
    const { origin, ca } = standIn;
    const options = { credentialFor: () => bench.credential, origin, ca, requestTimeoutMs: 60 };
    expect(await bench.keep(createApnsSender(options)).send(claimed())).toEqual({ kind: "retry", reason: "request-timeout" });
    await standIn.close();
    expect(await bench.keep(createApnsSender(options)).send(claimed())).toMatchObject({
      kind: "retry",
      reason: "connect-failed",
      unreachable: expect.stringContaining("firewall"),
    });
  });
});
