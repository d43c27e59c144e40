import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PassBundle } from "@passwright/pass";
import { createIssuerClient } from "@passwright/server/client";
import { startIssuer } from "./support/issuer-server.ts";

async function openIssuer() {
  const { world, origin: server, key } = await startIssuer();
  const api = (...args: string[]) => world.run(["api", ...args], { fetch });
  await api("templates", "push", "gate.pass", "--publish");
  return { world, api, server, key };
}

test("a table becomes passes, its bad rows are told with their lines, and the job is looked up", { timeout: 60_000 }, async () => {
  const { world, api } = await openIssuer();
  await world.write("guests.csv", 'externalId,gate\none,A1\ntwo,"A\n2"\n"three,A3\nfour,A4\none,A5\n');
  const made = await api("passes", "import", "guests.csv", "--template", "gate", "--json");
  expect(made).toMatchObject({ code: 1, json: [{ state: "finished", rows: 5, created: 3, failed: 2, total: 5 }] });
  const errors = (await readFile(join(world.folder, "guests.csv.errors.ndjson"), "utf8")).trim().split("\n");
  expect(errors.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { line: 5, row: 3, error: "a quotation mark opens a cell, and none closes it" },
    { line: 7, row: 5, error: "A pass of this template with this external id exists." },
  ]);
  const { id } = made.json[0] as { readonly id: string };
  expect((await api("jobs", "list")).stdout).toContain(id);
  expect((await api("jobs", "show", id)).stdout).toMatch(/^created +3$/mu);
  expect((await api("jobs", "results", id, "--failures", "--json")).json).toMatchObject([{ row: 3 }, { row: 5 }]);
  expect((await api("jobs", "results", id)).stdout).toMatch(/^1 +created .* one/mu);
  expect((await api("jobs", "watch", id, "--json")).json).toMatchObject([{ state: "finished" }]);
  expect(await api("jobs", "cancel", id)).toMatchObject({ code: 1 });
});

test("an import goes on where it was stopped, out of standard input too", { timeout: 60_000 }, async () => {
  const { world, api, server, key } = await openIssuer();
  const rows = Array.from({ length: 20 }, (_, index) => JSON.stringify({ externalId: `g${index}`, values: { gate: "A1" } }));
  const job = await createIssuerClient({ server, apiKey: key }).jobs.create({ kind: "create", templateId: "gate" });
  const { id } = job;
  await world.write("rows.ndjson", `${rows.join("\n")}\n`);
  const done = await api("passes", "import", "rows.ndjson", "--job", id, "--json");
  expect(done).toMatchObject({ code: 0, json: [{ state: "finished", rows: 20, created: 20 }] });
  const again = await api("passes", "import", "rows.ndjson", "--job", id, "--json");
  expect(again).toMatchObject({ code: 0, json: [{ rows: 20, created: 20, failed: 0 }] });
  const input = rows.map((row) => row.replace("A1", "B2")).join("\n");
  const updated = await world.run(
    ["api", "passes", "import", "-", "--format", "ndjson", "--update", "--template", "gate", "--push", "none", "--json"],
    { fetch, stdin: input },
  );
  expect(updated).toMatchObject({ code: 0, json: [{ kind: "update", changed: 20 }] });
  expect((await api("passes", "import", "rows.ndjson")).code).toBe(2);
  expect((await api("passes", "import", "rows.txt", "--template", "gate")).code).toBe(2);
});

test("all passes that rules find are changed, rolled out, and bundled", { timeout: 60_000 }, async () => {
  const { world, api } = await openIssuer();
  const rows = ["A1", "A1", "B1"].map((gate, index) =>
    JSON.stringify({ serialNumber: `S${index}`, values: { gate, points: index * 50 } }),
  );
  await world.write("rows.ndjson", rows.join("\n"));
  await api("passes", "import", "rows.ndjson", "--template", "gate");
  const dry = await api("passes", "update-where", "gate", "--where", "gate=A1|C1", "--set", "gate=F12", "--dry-run");
  expect(dry.stdout).toMatch(/^would change +2$/mu);
  expect(dry.stdout).toContain("S0 Gate: A1 → F12   lock screen: Gate changed to F12");
  const done = await api(
    "passes",
    "update-where",
    "gate",
    "--where",
    "gate=A1",
    "--where",
    "points>=50",
    "--set",
    "gate=F12",
    "--json",
  );
  expect(done).toMatchObject({ code: 0, json: [{ state: "finished", changed: 1 }] });
  expect((await api("passes", "show", "S1", "--json")).json).toMatchObject([{ values: { gate: "F12" } }]);
  expect((await api("passes", "update-where", "gate", "--where", "gate~A1", "--void")).code).toBe(2);
  expect((await api("passes", "update-where", "gate")).code).toBe(2);
  expect((await api("passes", "update-where", "gate", "--where", "gate=B1", "--void", "--no-wait", "--json")).json).toMatchObject([
    { kind: "segment", state: "running" },
  ]);

  const pass = JSON.parse(await readFile(join(world.folder, "gate.pass/pass.json"), "utf8")) as Record<string, unknown>;
  await world.write("gate.pass/pass.json", JSON.stringify({ ...pass, description: "Another gate card" }));
  await api("templates", "push", "gate.pass", "--publish");
  expect((await api("templates", "roll-out", "gate", "--dry-run")).stdout).toMatch(/^would change +3$/mu);
  expect((await api("templates", "roll-out", "gate", "--push", "none", "--json")).json).toMatchObject([
    { kind: "roll-out", changed: 3 },
  ]);

  expect(await api("bundle", "S2", "S0", "-o", "trip.pkpasses")).toMatchObject({ code: 0 });
  const { passes } = await PassBundle.read(await readFile(join(world.folder, "trip.pkpasses")));
  expect(passes.map(({ path }) => path)).toEqual(["1-S2.pkpass", "2-S0.pkpass"]);
});
