import { expect, test } from "vitest";
import { historyRows } from "../src/api/history-rows.ts";
import { tableLines } from "../src/terminal/table.ts";
import { startIssuer } from "./support/issuer-server.ts";

const LONG = "01a1ffbd-3710-7831-964f-2428cf69548d";

test("the columns that are to stay whole are never cut, the others give way", () => {
  const [, row = ""] = tableLines(["serial", "words"], [[LONG, "so many words that no terminal has room for them"]], 60, {
    whole: 1,
  });
  expect(row).toContain(LONG);
  expect(row).toContain("…");
  expect(row.length).toBeLessThanOrEqual(60);
});

test("history says what each revision has changed, and of the oldest what it held", () => {
  const revision = (number: number, rest: object) => ({
    revision: number,
    at: "2026-11-21T10:00:00.000Z",
    templateVersion: 1,
    values: { gate: "B7" },
    voided: false,
    expiresAt: null,
    ...rest,
  });
  const rows = historyRows([
    revision(5, { values: { gate: "F12", seats: [1] }, templateVersion: 2 }),
    revision(4, { expiresAt: "2031-01-01T00:00:00.000Z" }),
    revision(3, {}),
    revision(2, { voided: true }),
    revision(1, {}),
  ]);
  expect(rows.map(([number, , news]) => [number, news])).toEqual([
    ["5", "gate: B7 → F12, seats: – → [1], expires: never, template version: 1 → 2"],
    ["4", "expires: 2031-01-01T00:00:00.000Z"],
    ["3", "valid again"],
    ["2", "voided"],
    ["1", '{"gate":"B7"}'],
  ]);
});

test("lists say when there is more, tables keep ids whole, and the audit log is read", { timeout: 60_000 }, async () => {
  const { world } = await startIssuer();
  const api = (...args: string[]) => world.run(["api", ...args], { fetch });
  await api("templates", "push", "gate.pass", "--publish");
  const made = await api("passes", "create", "gate", "--set", "gate=B7", "--external-id", "order-1", "--json");
  const { serialNumber } = made.json[0] as { readonly serialNumber: string };
  await api("passes", "create", "gate", "--set", "gate=B8");
  const first = await api("passes", "list", "--limit", "1");
  expect(first.stdout).toContain(`${serialNumber}  order-1`);
  expect(first.stderr).toContain("There are more than these 1");
  expect((await api("passes", "list", "--limit", "2")).stderr).toBe("");

  const taken = await api("passes", "create", "gate", "--set", "gate=B7", "--external-id", "order-1");
  expect(taken.stderr).toContain(`The pass ${serialNumber} has it.`);
  expect(await api("passes", "update", serialNumber)).toMatchObject({ code: 2 });
  expect((await api("passes", "create", "gate", "--serial", "../x")).stderr).toContain("takes up to 128 letters, digits");

  expect((await api("audit")).stdout).toMatch(/createPass +first +pass\.com\.example\.gate\/\S+/u);
  expect((await api("audit", "--limit", "1", "--json")).json).toHaveLength(1);
  const all = (await api("audit", "--all", "--json")).json;
  expect(all.map(({ action }) => action as string).toSorted()).toEqual(
    // The first is that of the first key.
    ["createKey", "createPass", "createPass", "publishTemplate", "uploadTemplate"],
  );
});

test("what reads as a number is a text where the template wants a text", { timeout: 60_000 }, async () => {
  const inputs = { type: "object", properties: { gate: { type: "string" }, row: { type: "integer" } }, required: ["gate"] };
  const { world } = await startIssuer({ settings: { inputs } });
  const run = (...args: string[]) => world.run(args, { fetch });
  await run("api", "templates", "push", "gate.pass", "--publish");
  const made = await run("api", "passes", "create", "gate", "--serial", "S1", "--set", "gate=12", "--set", "row=7", "--json");
  expect(made.json).toMatchObject([{ values: { gate: "12", row: 7 } }]);
  expect((await run("push", "S1", "--set", "gate=true", "--json")).json).toMatchObject([{ pass: { values: { gate: "true" } } }]);
  const taken = await run("api", "passes", "update", "S1", "--set", "row=null", "--json");
  expect(taken.json).toMatchObject([{ pass: { values: { gate: "true" } } }]);
});

test("a template's versions are listed, pulled and pushed again, and a draft is discarded", { timeout: 60_000 }, async () => {
  const { world } = await startIssuer();
  const api = (...args: string[]) => world.run(["api", "templates", ...args], { fetch });
  await api("push", "gate.pass", "--publish");
  expect((await api("versions", "gate")).stdout).toMatch(/^1 +20/mu);
  expect(await api("pull", "gate", "-o", "back.zip")).toMatchObject({ code: 0 });
  expect((await api("push", "back.zip", "--id", "gate", "--publish", "--json")).json).toMatchObject([{ version: 1 }]);
  await api("push", "gate.pass");
  expect((await api("discard", "gate")).stdout).toBe("the draft of gate is gone; version 1 stays\n");
  expect(await api("discard", "gate")).toMatchObject({ code: 1 });
});

test("a key is limited to templates, or made for trying, and the list says so", { timeout: 60_000 }, async () => {
  const { world } = await startIssuer();
  const api = (...args: string[]) => world.run(["api", ...args], { fetch });
  await api("templates", "push", "gate.pass", "--publish");
  expect((await api("keys", "create", "North", "--scope", "scan", "--template", "gate")).stdout).toMatch(/^pw_live_/u);
  expect((await api("keys", "create", "Trying", "--test")).stdout).toMatch(/^pw_test_/u);
  const { stdout } = await api("keys", "list");
  expect(stdout).toMatch(/North +pw_live_\S+ +scan +gate/u);
  expect(stdout).toMatch(/Trying +pw_test_\S+ +issue +all/u);
  const refused = await api("keys", "create", "x", "--template", "gate,nowhere");
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain("body.templates.1 is no template of the project");
});
