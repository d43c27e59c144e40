import { expect, test } from "vitest";
import { chartLines } from "../src/terminal/chart.ts";
import { startIssuer } from "./support/issuer-server.ts";

test("why tells the story of a pass, what to do, and by its exit code whether the way is broken", async () => {
  const { world, storage } = await startIssuer();
  const run = (...args: string[]) => world.run(args, { fetch });
  await run("api", "templates", "push", "gate.pass", "--publish");
  await run("api", "passes", "create", "gate", "--serial", "G-1", "--set", "gate=B7");
  const fresh = await run("why", "G-1");
  expect(fresh).toMatchObject({ code: 0, stderr: "" });
  expect(fresh.stdout).toMatch(
    /^G-1 of pass\.com\.example\.gate \(gate, revision 1\)\n\n… The pass was issued, and nobody has fetched it/u,
  );
  expect(fresh.stdout).toMatch(/\n {2}→ Hand it out: passwright api passes download/u);
  expect(fresh.stdout).toMatch(/\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}✓ issued from gate\n$/u);

  const device = { passTypeIdentifier: "pass.com.example.gate", serialNumber: "G-1", deviceLibraryIdentifier: "ab".repeat(16) };
  await storage.registrations.register({ ...device, client: "apple", pushToken: "cd".repeat(32) }, { now: Date.now() });
  await run("api", "passes", "update", "G-1", "--set", "gate=F12", "--push", "none");
  const broken = await run("why", "G-1");
  expect(broken.code).toBe(1);
  expect(broken.stdout).toContain("[push-not-asked]");
  expect(broken.stdout).toContain("✓ abababab… registered (apple)");
  expect(broken.stdout).not.toContain("cd".repeat(32));
  expect(broken.stdout).not.toContain("ab".repeat(16));
  expect((await run("why", "G-1", "--json")).json).toMatchObject([{ status: "broken", findings: [{ code: "push-not-asked" }] }]);
  const shown = await run("why", "G-1", "--public");
  expect(shown.stdout).not.toMatch(/G-1|pass\.com|gate/u);
  expect(await run("why", "none")).toMatchObject({ code: 1, stdout: "" });
});

test("statistics are shown as tables, a chart, JSON and CSV", async () => {
  const { world } = await startIssuer();
  const run = (...args: string[]) => world.run(["api", ...args], { fetch });
  await run("templates", "push", "gate.pass", "--publish");
  expect(await run("statistics")).toMatchObject({ code: 0, stdout: "" });
  for (const serial of ["1", "2"]) await run("passes", "create", "gate", "--serial", serial, "--set", "gate=B7");
  const told = await run("statistics");
  expect(told.stdout).toMatch(/^gate +2 +0 +0$/mu);
  expect(told.stdout).toMatch(/^all +2 +0 +0 +0 +0$/mu);
  expect(told.stdout).toMatch(/^\d{4}-\d\d-\d\d {2}█+ 2$/mu);
  expect((await run("statistics", "--json")).json).toMatchObject([{ totals: { issued: 2 } }]);
  expect((await run("statistics", "--csv", "--by", "source")).stdout).toMatch(
    /^source,passTypeIdentifier,.*\r\n,pass\.com\.example\.gate,gate,2,/u,
  );
  expect((await run("statistics", "--time-zone", "Mars")).code).toBe(1);
});

test("the longest bar takes the room, and the smallest value is still seen", () => {
  const lines = chartLines(
    [
      { label: "a", value: 1000 },
      { label: "bb", value: 1 },
      { label: "c", value: 0 },
    ],
    30,
  );
  expect(lines).toEqual([`a   ${"█".repeat(21)} 1000`, "bb  ▏ 1", "c    0"]);
});
