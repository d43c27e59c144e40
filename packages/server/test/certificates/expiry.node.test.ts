import { createThrowawayAuthority, type ThrowawayAuthority } from "@passwright/sandbox";
import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CertificateBook, openCertificateBook } from "../../src/certificates/certificate-book.ts";
import { expiryWarnings } from "../../src/certificates/certificate-warnings.ts";
import { startExpiryWatch } from "../../src/certificates/expiry-watch.ts";
import { type HeldCertificate, holdCertificate } from "../../src/certificates/held-certificate.ts";
import { toSealingSecret } from "../../src/installation/sealed-secret.ts";
import { createLogger } from "../../src/logging/logger.ts";
import { openSqliteStorage } from "../../src/storage/sqlite/open-sqlite-storage.ts";
import type { Storage } from "../../src/storage/storage.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-06-01T12:00:00Z");
const NAMES = { passTypeIdentifier: "pass.com.example.gate", teamIdentifier: "A1B2C3D4E5" };

let authority: ThrowawayAuthority;
let storage: Storage;
let now = START;
let lines: { level: string; event: string; daysLeft: number; kind: string; passTypeIdentifier: string }[] = [];
const log = createLogger({
  write: (text) =>
    lines.push(
      ...text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as (typeof lines)[number]),
    ),
  level: "info",
  clock: () => now,
});
beforeAll(async () => {
  authority = await createThrowawayAuthority({ now: new Date(START) });
});
beforeEach(async () => {
  now = START;
  lines = [];
  const folder = await mkdtemp(join(tmpdir(), "passwright-expiry-"));
  storage = await openSqliteStorage({ file: join(folder, "p.sqlite") });
  const opened = storage;
  onTestFinished(async () => {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });
});

async function hold(days: number, since = -20): Promise<HeldCertificate> {
  const [notBefore, notAfter] = [new Date(START + since * DAY), new Date(START + days * DAY)];
  const { certificate, key, intermediate } = await authority.issuePassCertificate({ ...NAMES, notBefore, notAfter });
  return holdCertificate(
    { certificate, privateKey: key.pkcs8, intermediate },
    { source: "folder", file: "a.pem" },
    new Date(START),
  );
}

async function openBook(held: readonly HeldCertificate[]): Promise<CertificateBook> {
  return openCertificateBook({
    store: storage.certificates,
    files: { stamp: async () => "", load: async () => held },
    sealing: toSealingSecret("ab".repeat(32)),
    clock: () => now,
    log,
  });
}

const watchOf = (book: CertificateBook) => startExpiryWatch({ book, store: storage.certificates, clock: () => now, log });
const tell = () => {
  log.flush();
  return lines.splice(0).map(({ level, event, daysLeft }) => [level, event, daysLeft]);
};

test("at 60, 30, 7 and 1 days before the end and from then on someone is told, once a day, however many processes look", async () => {
  const book = await openBook([await hold(100)]);
  const watches = [watchOf(book), watchOf(book)];
  onTestFinished(async () => {
    for (const watch of watches) await watch.stop();
  });
  const told: unknown[] = [];
  const seen = new Map<number, string>();
  for (const left of [61, 60, 59.9, 30.5, 30, 29, 8, 7, 1.5, 1, 0.5, 0, -3]) {
    now = START + (100 - left) * DAY;
    await Promise.all([...watches, ...watches].map((watch) => watch.look()));
    const lot = tell();
    told.push([left, lot.length]);
    for (const warning of expiryWarnings(book, now)) if ("threshold" in warning) seen.set(left, String(warning.threshold));
  }
  expect(told).toEqual([
    [61, 0],
    [60, 1],
    // The same day by the calendar.
    [59.9, 0],
    [30.5, 1],
    [30, 1],
    [29, 1],
    [8, 1],
    [7, 1],
    [1.5, 1],
    [1, 1],
    [0.5, 1],
    [0, 1],
    [-3, 1],
  ]);
  expect(Object.fromEntries(seen)).toEqual({
    60: "60",
    "59.9": "60",
    "30.5": "60",
    30: "30",
    29: "30",
    8: "30",
    7: "7",
    "1.5": "7",
    1: "1",
    "0.5": "1",
    0: "0",
    "-3": "0",
  });
});

test("a process that starts again on the same day says nothing twice", async () => {
  const held = await hold(20);
  for (let starts = 0; starts < 3; starts += 1) {
    const watch = watchOf(await openBook([held]));
    await watch.look();
    await watch.stop();
  }
  expect(tell()).toEqual([["warn", "certificate expires soon", 20]]);
});

test("one that has another in its place may end; the one that signs may not", async () => {
  const old = await hold(5);
  const fresh = await hold(300, -1);
  expect(expiryWarnings(await openBook([old]), START)).toMatchObject([{ kind: "certificate-expires", threshold: 7, daysLeft: 5 }]);
  expect(expiryWarnings(await openBook([old, fresh]), START)).toEqual([]);
});

test("the end of the intermediate that issued it is told as well", async () => {
  const by = await authority.issueAuthority({ notAfter: new Date(START + 3 * DAY) });
  const { certificate, key, intermediate } = await authority.issuePassCertificate({
    ...NAMES,
    by,
    notAfter: new Date(START + 300 * DAY),
  });
  const held = await holdCertificate({ certificate, privateKey: key.pkcs8, intermediate }, { source: "demo" }, new Date(START));
  expect(expiryWarnings(await openBook([held]), START)).toMatchObject([
    { kind: "intermediate-expires", threshold: 7, daysLeft: 3 },
  ]);
});

test("of several certificates the newest valid one signs what is new, and a revision of then what was valid then", async () => {
  const old = await hold(10);
  const book = await openBook([old, await hold(300, -1)]);
  const { fingerprint } = old.signer.facts;
  const find = (certificateId: string, modifiedAt?: number) =>
    book.find({ passTypeIdentifier: NAMES.passTypeIdentifier, certificateId, ...(modifiedAt !== undefined && { modifiedAt }) })
      ?.facts.fingerprint;
  const seconds = START / 1000;
  expect(find(fingerprint, seconds)).toBe(fingerprint);
  // A change that was made after its end names it still: nothing that devices take would come of it.
  expect(find(fingerprint, seconds + 20 * 86_400)).not.toBe(fingerprint);
  now = START + 20 * DAY;
  expect(find("")).not.toBe(fingerprint);
  expect(find("")).toBeDefined();
});
