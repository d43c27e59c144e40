import { expect, test } from "vitest";
import { createZoneDays, parseDate, toDate } from "../../src/statistics/zone-days.ts";
import { toCsv } from "../../src/statistics/to-csv.ts";
import { openApiWorld, PASS_TYPE, publishGate } from "./support/api-world.ts";

test("what happened is counted by day and template, as JSON and as a table", async () => {
  const world = await openApiWorld();
  await publishGate(world);
  const client = world.client();
  const passes = await Promise.all(
    ["A1", "A2", "A3"].map((gate) => client.passes.create({ templateId: "gate", values: { gate } })),
  );
  await client.passes.update(passes[0]!, { values: { gate: "B7" } });
  const { storage } = world.server;
  const name = { passTypeIdentifier: PASS_TYPE, serialNumber: passes[1]!.serialNumber };
  const device = { ...name, deviceLibraryIdentifier: "d".repeat(32), client: "apple", pushToken: "ab".repeat(32) };
  await storage.registrations.register(device, { now: Date.now() });
  const counts = { issued: 3, installed: 1, removed: 0, updated: 1, pushed: 0 };
  const told = await client.activity.statistics();
  expect(told).toMatchObject({
    by: "day",
    timeZone: "UTC",
    totals: counts,
    items: [{ source: null, passTypeIdentifier: PASS_TYPE, templateId: "gate", ...counts }],
    templates: [{ templateId: "gate", issued: 3, installed: 1, active: 0 }],
  });
  expect(told.items[0]?.day).toBe(told.to);
  const bySource = await client.activity.statistics({ by: "source", timeZone: "Asia/Kathmandu" });
  expect(bySource.items).toMatchObject([{ day: null, source: "", ...counts }]);
  const table = Buffer.from(await client.activity.statisticsTable({ templateId: "gate" })).toString();
  expect(table).toBe(
    `day,passTypeIdentifier,templateId,issued,installed,removed,updated,pushed\r\n${told.to},${PASS_TYPE},gate,3,1,0,1,0\r\n`,
  );
  const asked = await world.ask("/statistics?format=csv");
  expect(asked.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(await asked.text()).toBe(table);
  expect((await client.activity.statistics({ from: "2020-01-01", to: "2020-01-31" })).items).toEqual([]);
  expect((await client.activity.statistics({ templateId: "other" })).templates).toEqual([]);
});

test("days that no calendar has, zones that are none and stretches that are too long are refused", async () => {
  const world = await openApiWorld();
  for (const query of [
    "from=2026-02-30",
    "to=yesterday",
    "timeZone=Mars/Base",
    "from=2026-02-02&to=2026-02-01",
    "from=2020-01-01&to=2026-01-01",
    "by=week",
  ]) {
    expect((await world.ask(`/statistics?${query}`)).status).toBe(400);
  }
});

test("a day of a zone begins at its midnight, also when clocks are changed", () => {
  const berlin = createZoneDays("Europe/Berlin");
  const day = parseDate("2026-03-29")!;
  const spans = berlin.spans(day - 1, day + 1);
  expect(
    spans.map(({ from, to, offsetMs }) => [new Date(from).toISOString(), new Date(to).toISOString(), offsetMs / 3_600_000]),
  ).toEqual([
    ["2026-03-27T23:00:00.000Z", "2026-03-29T01:00:00.000Z", 1],
    ["2026-03-29T01:00:00.000Z", "2026-03-30T22:00:00.000Z", 2],
  ]);
  expect(toDate(berlin.dayOf(Date.parse("2026-03-28T23:30:00Z")))).toBe("2026-03-29");
  const year = berlin.spans(parseDate("2026-01-01")!, parseDate("2026-12-31")!);
  expect(year).toHaveLength(3);
  expect(year.every(({ from }, index) => index === 0 || from === year[index - 1]?.to)).toBe(true);
  const lordHowe = createZoneDays("Australia/Lord_Howe").spans(parseDate("2026-01-01")!, parseDate("2026-12-31")!);
  expect(new Set(lordHowe.map(({ offsetMs }) => offsetMs / 3_600_000))).toEqual(new Set([10.5, 11]));
  expect(parseDate("2026-02-29")).toBeUndefined();
});

test("a table runs nothing in a spreadsheet, and quotes what has to be", () => {
  expect(toCsv(["a"], [["=HYPERLINK(1)"], ['x"y,z'], [-1], [null]])).toBe('a\r\n\'=HYPERLINK(1)\r\n"x""y,z"\r\n-1\r\n\r\n');
});
