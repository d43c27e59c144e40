import { expect, test } from "vitest";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { PassFacts } from "../../src/diagnosis/pass-facts.ts";
import type { HolderActivity } from "../../src/storage/activity/activity-storage.ts";

const NOW = 1_790_000_000_000;
const DAY = 24 * 60 * 60 * 1000;

const HOLDER: HolderActivity = {
  deviceLibraryIdentifier: "3f2a90c1d0000000",
  client: "apple",
  registeredAt: NOW - DAY,
  tag: 0,
  lists: 0,
  listedAt: null,
  listedSince: null,
  listedTag: null,
  toldAt: null,
  toldTag: null,
  push: null,
  accepted: 0,
  refused: 0,
  acceptedAt: null,
  acceptedVersion: null,
  queued: null,
};

/** A pass at its second revision, changed ten minutes ago. */
function factsOf(holders: readonly Partial<HolderActivity>[], changes: Partial<PassFacts> = {}): PassFacts {
  return {
    now: NOW,
    pass: {
      passTypeIdentifier: "pass.com.example.gate",
      serialNumber: "G-1",
      templateId: "gate",
      templateVersion: 1,
      revision: 2,
      tag: 7,
      modifiedAt: NOW / 1000 - 600,
      certificateId: "",
      voided: false,
      expiresAt: null,
      personalization: "none",
    },
    createdAt: NOW - DAY,
    story: { activity: null, holders: holders.map((holder) => ({ ...HOLDER, ...holder })), ended: [], paused: null },
    revisions: [],
    log: [],
    served: { kind: "built", webServiceURL: "https://passes.example.com/wallet", hasToken: true },
    certificate: { notAfter: NOW + 300 * DAY },
    lastChange: null,
    ...changes,
  };
}

const codesOf = (facts: PassFacts) => diagnose(facts).findings.map(({ code }) => code);

test("a pass without an address or a token of its own is never registered", () => {
  const without = (served: Partial<Extract<PassFacts["served"], { kind: "built" }>>) =>
    codesOf(factsOf([], { served: { kind: "built", webServiceURL: "https://a.example/", hasToken: true, ...served } }));
  expect(without({ webServiceURL: null })[0]).toBe("no-web-service");
  expect(without({ hasToken: false })[0]).toBe("no-web-service");
});

test("an app that no push service serves shows the change when it asks, and nothing is broken", () => {
  const push = {
    at: NOW,
    outcome: "failed",
    status: null,
    reason: "no push service for pass2u",
    apnsId: null,
    diedAt: null,
    version: 7,
  };
  expect(codesOf(factsOf([{ client: "pass2u", push }]))).toEqual(["up-to-date", "client-polls"]);
});

test("a certificate is told of before it expires", () => {
  const told = { listedTag: 7, toldTag: 7, toldAt: NOW, listedAt: NOW };
  const activity = { fetchedAt: NOW, fetchedRevision: 2 } as PassFacts["story"]["activity"];
  const facts = factsOf([told], { certificate: { notAfter: NOW + 20 * DAY } });
  expect(codesOf({ ...facts, story: { ...facts.story, activity } })).toEqual(["up-to-date", "certificate-expires"]);
});

test("a device that came after the change is expected to ask by itself", () => {
  expect(codesOf(factsOf([{ tag: 9, registeredAt: NOW - 30_000 }]))).toEqual(["just-pushed"]);
  expect(codesOf(factsOf([{ tag: 9, registeredAt: NOW - 300_000 }]))).toEqual(["never-listed"]);
});

test("the same of several devices is one finding that names them", () => {
  const { findings } = diagnose(factsOf([{}, { deviceLibraryIdentifier: "77b1aa00d0000000" }]));
  expect(findings).toMatchObject([{ code: "push-not-asked", devices: ["3f2a90c1…", "77b1aa00…"] }]);
});

test("a push that is accepted tells of its own tag, not of a later one", () => {
  expect(codesOf(factsOf([{ acceptedAt: NOW - 300_000, acceptedVersion: 6 }]))).toEqual(["push-not-asked"]);
  expect(codesOf(factsOf([{ acceptedAt: NOW - 300_000, acceptedVersion: 7 }]))).toEqual(["never-listed"]);
});

test("a remark of a device does not break the way, and lines of before the change count no more", () => {
  const line = { at: NOW, passTypeIdentifier: null, serialNumber: "G-1", deviceLibraryIdentifier: null, text: "" };
  const unchanged = factsOf([], { pass: { ...factsOf([]).pass, revision: 1 } });
  const remark = { ...unchanged, log: [{ ...line, cause: "unchanged-pass" }] };
  expect(codesOf({ ...remark, story: { ...remark.story, holders: [HOLDER] } })).toEqual(["up-to-date", "device-remark"]);
  const old = { ...unchanged, log: [{ ...line, at: NOW - DAY, cause: "invalid-pass" }] };
  expect(codesOf({ ...old, story: { ...old.story, holders: [HOLDER] } })).toEqual(["up-to-date"]);
});
