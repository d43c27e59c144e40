import { checkDelivery, checkPass } from "@passwright/pass";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DeviceMessage,
  EXPLANATIONS,
  explainLog,
  explainMessage,
  INSTALL_MESSAGES,
  MESSAGE_REASON_IDS,
  readDeviceMessage,
  redactMessage,
  splitLog,
  writeDeviceMessage,
} from "@passwright/wallet/protocol";

const URL_TEXT = "https://llc.example.com/passbook";
const TYPE = "pass.com.example.card.dev";

/** Messages of real devices, from public notes and issues, with other names in them. */
const SEEN: readonly (readonly [string, string])[] = [
  [
    `[2016-08-28 11:57:01 -0400] Unregister task (for device ceed8761e584e814ed4fe73cbb334ee9, pass type ${TYPE}, serial number 85607BFE98D91A-765F; with web service url ${URL_TEXT}) encountered error: Authentication failure`,
    "authentication-failure",
  ],
  [
    `[2016-08-28 20:44:25 +0700] Register task (for device 19121d6b570b31a3fa56dbd45411c933, pass type ${TYPE}, serial number 85607BFE98D91A-765F; with web service url ${URL_TEXT}) encountered error: Authentication failure`,
    "authentication-failure",
  ],
  [
    `[2016-08-24 10:04:38 +0800] Web service error for ${TYPE} (${URL_TEXT}): Update requested for unregistered serial number 8C6772F099D51AA3-7A32`,
    "unregistered-serial",
  ],
  [
    `[2016-08-23 19:58:35 -0700] Web service error for ${TYPE} (${URL_TEXT}): Server ignored the 'if-modified-since' header (Tue, 23 Aug 2016 16:54:10 GMT) and returned the full unchanged pass data for serial number '8C6771F89ED51DAA-AAF3'.`,
    "ignored-if-modified-since",
  ],
  [
    `[2013-03-22 11:10:28 -0700] Web service error for ${TYPE} (https://www.example.com/): Server requested update to serial number '12345', but the pass was unchanged.`,
    "unchanged-pass",
  ],
  [
    `[2024-07-08 10:22:35 AM +0200] Get serial #s task (for device e0309c8eb888695567019774838eb505, pass type ${TYPE}, last updated (null); with web service url https://api.example.com/) encountered error: Unexpected response code 401`,
    "unexpected-status",
  ],
  [
    `Get pass task (pass type ${TYPE}, serial number p69f2J, if-modified-since (null); with web service url https://2a26f7bc.example.io/) encountered error: Received invalid pass data (?? ??????? ???????, ??? ??? ???.)`,
    "invalid-pass",
  ],
  [
    `Get pass task (pass type ${TYPE}, serial number 0013529801379053, if-modified-since (null); with web service url xxx) encountered error: Received invalid pass data.`,
    "invalid-pass",
  ],
  [
    `[2016-08-23 16:49:38 -0700] Web service error for ${TYPE} (${URL_TEXT}): Server returned the pass data for serial number 'A' but did not provide a 'last-modified' header.`,
    "no-last-modified",
  ],
  [
    `[2016-08-23 16:49:38 -0700] Web service error for ${TYPE} (${URL_TEXT}): Response to 'What changed?' request included 1 serial numbers but the lastUpdated tag (1471) remained the same.`,
    "same-tag",
  ],
];

test.each(SEEN)("%s is read", (line, id) => {
  const message = readDeviceMessage(line);
  expect(message.kind).not.toBe("other");
  expect(message.reason.id).toBe(id);
  expect(explainMessage(line).explanation).toBe(EXPLANATIONS[message.reason.id]);
});

test("a message tells the task and its values", () => {
  expect(readDeviceMessage(SEEN[5]![0])).toEqual({
    kind: "task",
    at: new Date("2024-07-08T08:22:35Z"),
    level: "error",
    task: {
      kind: "list",
      deviceLibraryIdentifier: "e0309c8eb888695567019774838eb505",
      passTypeIdentifier: TYPE,
      lastUpdated: null,
      webServiceURL: "https://api.example.com/",
    },
    reason: { id: "unexpected-status", status: 401 },
  });
});

test("the wallet writes what devices write, letter by letter", () => {
  for (const [line] of SEEN) {
    const message = readDeviceMessage(line);
    if (message.at === null || line.includes(" AM ")) continue;
    const zone = / ([+-]\d{2})00\]/u.exec(line)![1]!;
    // "Etc/GMT+4" is four hours west.
    const timeZone = `Etc/GMT${zone.startsWith("-") ? "+" : "-"}${Number(zone.slice(1))}`;
    expect(writeDeviceMessage(message, timeZone)).toBe(line);
  }
});

test.each([
  ["2024-07-08 12:00:00 AM +0000", "2024-07-08T00:00:00.000Z"],
  ["2024-07-08 12:00:00\u202fPM +0000", "2024-07-08T12:00:00.000Z"],
  ["2024-07-08 1:02:03 pm -0330", "2024-07-08T16:32:03.000Z"],
])("the timestamp %s is read", (text, iso) => {
  expect(readDeviceMessage(`[${text}] x`).at?.toISOString()).toBe(iso);
});

test.each([
  "2024-13-08 12:00:00 +0000",
  "2024-02-30 12:00:00 +0000",
  "2024-07-08 25:00:00 +0000",
  "2024-07-08 13:00:00 PM +0000",
  "2024-07-08",
])("%s is no timestamp", (text) =>
  expect(readDeviceMessage(`[${text}] x`)).toMatchObject({ at: null, reason: { id: "unknown", text: `[${text}] x` } }),
);

test("timestamps are written in the device's time zone, also those of half hours and of summer", () => {
  const message: DeviceMessage = { kind: "other", at: new Date("2026-07-01T12:00:00Z"), reason: { id: "unknown", text: "x" } };
  expect(writeDeviceMessage(message, "Asia/Kolkata")).toBe("[2026-07-01 17:30:00 +0530] x");
  expect(writeDeviceMessage(message, "America/New_York")).toBe("[2026-07-01 08:00:00 -0400] x");
  expect(writeDeviceMessage(message, "UTC")).toBe("[2026-07-01 12:00:00 +0000] x");
});

describe("what is written is read", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9._-]{1,30}$/u);
  const reason = fc.oneof(
    fc.constant({ id: "authentication-failure" } as const),
    fc.constant({ id: "timed-out" } as const),
    fc.record({ id: fc.constant("unexpected-status" as const), status: fc.integer({ min: 0, max: 999 }) }),
    fc.record({ id: fc.constant("invalid-pass" as const), detail: fc.option(word) }),
    fc.record({ id: fc.constant("malformed-response" as const), detail: word }),
    fc.record({ id: fc.constant("other-pass" as const), detail: word }),
    fc.record({ id: fc.constant("unchanged-pass" as const), serialNumber: fc.string() }),
    fc.record({ id: fc.constant("no-last-modified" as const), serialNumber: word }),
    fc.record({ id: fc.constant("unregistered-serial" as const), serialNumber: word }),
    fc.record({ id: fc.constant("same-tag" as const), count: fc.nat(), tag: fc.string() }),
    fc.record({ id: fc.constant("ignored-if-modified-since" as const), ifModifiedSince: word, serialNumber: word }),
  );
  const names = { passTypeIdentifier: word, webServiceURL: fc.webUrl().map((url) => url.replaceAll(/[()]/gu, "")) };
  const task = fc.oneof(
    fc.record({
      kind: fc.constantFrom("register" as const, "unregister" as const),
      deviceLibraryIdentifier: word,
      serialNumber: word,
      ...names,
    }),
    fc.record({ kind: fc.constant("list" as const), deviceLibraryIdentifier: word, lastUpdated: fc.option(word), ...names }),
    fc.record({ kind: fc.constant("getPass" as const), serialNumber: word, ifModifiedSince: fc.option(word), ...names }),
  );
  const at = fc.option(
    fc
      .date({ min: new Date("2012-01-01"), max: new Date("2099-01-01"), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
  );

  test("messages of tasks", () => {
    fc.assert(
      fc.property(at, task, fc.constantFrom("error" as const, "warning" as const), reason, (when, what, level, why) => {
        const message: DeviceMessage = { kind: "task", at: when, task: what, level, reason: why };
        const line = writeDeviceMessage(message, "Asia/Kathmandu");
        fc.pre(line.length < 4000 && line === line.trim());
        expect(readDeviceMessage(line)).toEqual(message);
      }),
    );
  });

  test("messages about a service", () => {
    fc.assert(
      fc.property(at, fc.record(names), reason, (when, service, why) => {
        const message: DeviceMessage = { kind: "service", at: when, ...service, reason: why };
        const line = writeDeviceMessage(message, "America/St_Johns");
        fc.pre(line.length < 4000 && line === line.trim());
        expect(readDeviceMessage(line)).toEqual(message);
      }),
    );
  });
});

test("no text makes the readers throw or take long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      readDeviceMessage(text);
      explainMessage(`[2016-08-28 11:57:01 -0400] Get pass task (${text}) encountered error: ${text}`);
      explainLog(text);
      redactMessage(text);
    }),
  );
  const started = performance.now();
  for (const piece of ["Get pass task (", ", pass type ", "'", "(", ") encountered error: ", "ApplePass ", "a@", "://", "Pass  "]) {
    explainLog(piece.repeat(200_000 / piece.length));
    explainMessage(`Server requested update to serial number '${piece.repeat(4000)}`);
  }
  expect(performance.now() - started).toBeLessThan(5000);
});

test("several messages on one line of a server's log are told apart", () => {
  const log = `2026-01-01 INFO devices said: ["${SEEN[0]![0]}","${SEEN[2]![0]}"]\n\nsomething else\r\nserver logs ${SEEN[5]![0]},[2025-02-16 18:33:07 +0700]`;
  expect([...splitLog(log)]).toEqual([SEEN[0]![0], SEEN[2]![0], "something else", SEEN[5]![0], "[2025-02-16 18:33:07 +0700"]);
});

test("a message is found in the JSON that a server wrote down", () => {
  const lines = [...splitLog(`POST /v1/log {"logs":["${SEEN[0]![0]}"]}`), ...splitLog(`{ "logs" : [ "${SEEN[2]![0]}" ] }`)];
  expect(lines).toEqual([SEEN[0]![0], SEEN[2]![0]]);
});

test("a log is summed up by its causes", () => {
  const { causes, unknown } = explainLog(
    [SEEN[0]![0], SEEN[1]![0], SEEN[3]![0], "hello", "Safari cannot download this file."].join("\n"),
  );
  expect(causes.map(({ reason, installation, count }) => [reason, installation, count])).toEqual([
    ["authentication-failure", null, 2],
    ["ignored-if-modified-since", null, 1],
    ["unknown", "safari-download", 1],
  ]);
  expect(unknown).toBe(1);
});

test("every reason has a cause, a consequence and a fix", () => {
  expect(Object.keys(EXPLANATIONS).toSorted()).toEqual([...MESSAGE_REASON_IDS].toSorted());
  for (const { cause, consequence, fix } of Object.values(EXPLANATIONS))
    for (const words of [cause, consequence, fix]) expect(words).not.toBe("");
});

test.each([
  ["Pass dictionary must contain key 'formatVersion'.", "key-missing"],
  ["more than one field has the key 'gate'. Field keys must be unique", "field-key-twice"],
  ["Manifest signature did not verify successfully", "signature-wrong"],
  ["No entry in manifest for file .DS_Store", "manifest-missing-file"],
  [
    "The passTypeIdentifier or teamIdentifier provided may not match your certificate, or the certificate trust chain could not be verified.",
    "identity-or-chain",
  ],
  ["Unable to parse expirationDate 2024-03-06T08:05:52+0000 as a date. We expect dates in W3C date time stamp format", "date-form"],
  ["PKPass initWithData failed: The pass cannot be read because it isn’t valid.", "invalid-pass"],
  ["Sorry, your Pass cannot be installed to Passbook at this time.", "cannot-install"],
])("%s is explained", (text, id) => expect(explainMessage(text).installation?.id).toBe(id));

test.each(INSTALL_MESSAGES.flatMap(({ rules }) => rules))("the rule %s, which an install message names, exists", async (rule) => {
  const url = "https://example.com/a.pkpass";
  const headers = { "content-type": "application/zip" };
  const delivery = checkDelivery({ url, redirects: [], status: 200, headers, length: 1, content: "pass" });
  if (delivery.some((finding) => finding.rule === rule)) return;
  await expect(checkPass(new Uint8Array(), { rules: { only: [rule] } })).resolves.toMatchObject({ installs: "no" });
});

test("install messages have unique ids", () => {
  expect(new Set(INSTALL_MESSAGES.map(({ id }) => id)).size).toBe(INSTALL_MESSAGES.length);
});

test("tokens, push tokens and control characters do not get into a log", () => {
  const push = "0123456789abcdef".repeat(4);
  const text = redactMessage(
    `Authorization: ApplePass vxwxd7J8AlNNFPS8k0a0 AndroidPass abcdefgh12 {"authenticationToken":"s3cr3t-s3cr3t"} ${push} https://user:pw@host/ \n[forged] \u001b[31mred`,
  );
  for (const secret of ["vxwxd7J8", "abcdefgh12", "s3cr3t", push, "user:pw", "\n", "\u001b"]) expect(text).not.toContain(secret);
  expect(text).toContain("https://[redacted]@host/");
  const device = "ceed8761e584e814ed4fe73cbb334ee9";
  expect(redactMessage(device)).toBe(device);
});
