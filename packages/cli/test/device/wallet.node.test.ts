import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgedCard } from "../support/passes.ts";
import { placeCredentials } from "../support/credentials.ts";
import { createWorld } from "../support/world.ts";
import { DEVELOPER, NETWORK, startService, TEST_PASS_TYPE } from "../support/web-service.ts";

const WALLET = ["--wallet", "wallet"] as const;

async function worldWithPass() {
  const [world, live] = [await createWorld(), await startService()];
  await live.issue(world, "A-1");
  const device = (...args: string[]) => world.run(["device", ...args, ...WALLET], NETWORK);
  const added = await device("add", "A-1.pkpass", ...DEVELOPER, "--time-zone", "Europe/Oslo");
  return { world, live, device, added };
}

test("adding installs and registers, and what was said of the device stays", async () => {
  const { added, live, device } = await worldWithPass();
  expect(added).toMatchObject({ code: 0, stderr: "" });
  expect(added.stdout).toContain("✓ Example Air, Boarding pass of Example Air (A-1): added");
  expect(added.stdout).toContain(`updates come from ${live.url}`);
  expect(live.service.registrations.map(({ serialNumber }) => serialNumber)).toEqual(["A-1"]);
  await live.moveTo("A-1", "F12");
  // Neither --developer nor --trust are said again.
  const refreshed = await device("refresh");
  expect(refreshed).toMatchObject({ code: 0, stderr: "" });
  expect(refreshed.stdout).toContain("↻ Example Air, Boarding pass of Example Air (A-1): updated");
  expect(refreshed.stdout).toContain("Example Air: “Gate changed to F12”");
  expect(refreshed.stdout).toContain('Gate: "B7" → "F12"');
});

test("the device's language is that of its notifications", async () => {
  const { live, device } = await worldWithPass();
  await live.moveTo("A-1", "F12");
  expect((await device("refresh", "--locale", "de")).stdout).toContain("“Neuer Flugsteig: F12”");
  await live.moveTo("A-1", "F13");
  expect((await device("refresh")).stdout).toContain("“Neuer Flugsteig: F13”");
});

test("what did not change is said so, and JSON tells the same without tokens", async () => {
  const { device, live, world } = await worldWithPass();
  expect((await device("refresh", "A-1")).stdout).toBe("= Example Air, Boarding pass of Example Air (A-1): not modified\n");
  await live.moveTo("A-1", "C1");
  const { json } = await device("refresh", "--json");
  expect(json).toMatchObject([
    {
      event: "updated",
      passTypeIdentifier: TEST_PASS_TYPE,
      serialNumber: "A-1",
      notices: [{ device: "phone", text: "Gate changed to C1" }, { device: "watch" }],
      fields: [{ key: "gate", label: "Gate", before: "B7", after: "C1", notification: "Gate changed to C1" }],
    },
  ]);
  const listed = await device("list", "--json");
  expect(listed.json).toMatchObject([{ serialNumber: "A-1", isRegistered: true, updates: { kind: "updates" }, pending: [] }]);
  const told = [listed.stdout, (await device("add", "A-1.pkpass", "--json")).stdout, JSON.stringify(json)].join("\n");
  expect(told).not.toContain("token-of-A-1");
  expect(await world.readText("wallet/state.json")).toContain("token-of-A-1");
});

test("a refused pass is refused in words, with the step and the mend", async () => {
  const world = await createWorld();
  await placeCredentials(world);
  await world.write("forged.pkpass", await forgedCard());
  const refused = await world.run(["device", "add", "forged.pkpass", "--trust", "root.pem", ...WALLET]);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain("Wallet refuses it: its files are not those that were signed");
  expect(refused.stdout).toContain("error manifest-hash");
  expect(refused.stdout).toContain("Fix:");
  const { json } = await world.run(["device", "add", "forged.pkpass", "--json", ...WALLET]);
  expect(json).toMatchObject([{ file: "forged.pkpass", added: [], refused: [{ because: expect.any(String) }] }]);
  expect((await world.run(["device", "list", ...WALLET])).stdout).toBe("");
});

test("a pass from a stranger's authority is refused unless it is trusted; plain http wants developer mode", async () => {
  const [world, live] = [await createWorld(), await startService()];
  await live.issue(world, "A-1");
  const add = (...args: string[]) => world.run(["device", "add", "A-1.pkpass", ...args, ...WALLET], NETWORK);
  expect(await add()).toMatchObject({ code: 1, stdout: expect.stringContaining("its certificate is not accepted") });
  const http = await add("--trust", "root.pem");
  expect(http).toMatchObject({ code: 0, stdout: expect.stringContaining("it is never updated: its webServiceURL is plain http") });
  expect(live.service.requests).toEqual([]);
  expect((await world.run(["device", "refresh", ...WALLET], NETWORK)).stdout).toContain("never updated");
  // Registered late, once it may be.
  const late = await world.run(["device", "refresh", "--developer", ...WALLET], NETWORK);
  expect(late.stdout).toContain("registered: Example Air");
  const off = await world.run(["device", "refresh", "--no-developer", ...WALLET], NETWORK);
  expect(off.stdout).toContain("never updated");
});

test("a pass comes from a web address as well, and adding it again changes nothing", async () => {
  const { world, live, device } = await worldWithPass();
  const { createServer } = await import("node:http");
  const server = createServer((_, response) => response.end(live.service.passes[0]!.bytes));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const again = await device("add", `http://127.0.0.1:${port}/a.pkpass`);
  server.closeAllConnections();
  server.close();
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("(A-1): held already") });
  expect((await world.list("wallet/passes")).length).toBe(1);
});

test("removing unregisters; a server that is away is told later", async () => {
  const { live, device } = await worldWithPass();
  live.failWith(503);
  const removed = await device("remove", "A-1");
  expect(removed).toMatchObject({ code: 0, stdout: expect.stringContaining("the server answered 503; tried again from") });
  expect(removed.stdout).toContain("tells the service");
  const listed = await device("list");
  expect(listed.stdout).toContain("A-1 is removed;");
  expect(live.service.registrations).toHaveLength(1);
  expect(await device("remove", "A-1")).toMatchObject({ code: 2, stderr: expect.stringContaining('holds no pass "A-1"') });
});

test("of many files the refusals are short, and what is good is added", async () => {
  const [world, live] = [await createWorld(), await startService()];
  await live.issue(world, "A-1");
  for (const name of ["x", "y", "z"]) await world.write(`${name}.pkpass`, "<html>");
  const { stdout, code } = await world.run(["device", "add", ".", ...DEVELOPER, ...WALLET], NETWORK);
  expect(code).toBe(1);
  expect(stdout).toContain("(A-1): added");
  expect(stdout.match(/it cannot be opened/gu)).toHaveLength(3);
  expect(stdout).not.toContain("Fix:");
  // From standard input there is no name to find fault with.
  const piped = await world.run(["device", "add", "-", ...WALLET], { ...NETWORK, stdin: live.service.passes[0]!.bytes });
  expect(piped).toMatchObject({ code: 0, stdout: expect.stringContaining("held already") });
});

test("the token of a pass that is gone is in no output either", async () => {
  const { world, live, device } = await worldWithPass();
  live.failWith(500);
  const removed = await device("remove", "A-1", "--json");
  expect(removed.json).toMatchObject([
    { removed: { serialNumber: "A-1" }, events: [{}, { event: "failed", task: { kind: "unregister" } }] },
  ]);
  expect(removed.stdout).not.toContain("token-of-A-1");
  // It is kept where it is needed.
  expect(await world.readText("wallet/state.json")).toContain("token-of-A-1");
});

test("a pass is exported as it is now", async () => {
  const { world, live, device } = await worldWithPass();
  await live.moveTo("A-1", "Z9");
  await device("refresh");
  expect(await device("export", "A-1", "-o", "out.pkpass")).toMatchObject({ code: 0 });
  expect((await world.run(["show", "out.pkpass"])).stdout).toContain("Z9");
  expect(await device("export", "A-1", "-o", "out.pkpass")).toMatchObject({ code: 2, stderr: expect.stringContaining("exists") });
  expect(await device("export", "B-1", "-o", "-")).toMatchObject({ code: 2 });
  const { bytes } = await device("export", "A-1", "-o", "-");
  expect(bytes).toEqual(await world.read("out.pkpass"));
});

test("the lock screen: which passes come up, and why the others do not", async () => {
  const { world, live, device } = await worldWithPass();
  await live.issue(world, "B-1", {
    locations: [{ latitude: 52.52, longitude: 13.405, relevantText: "Near the lounge" }],
    beacons: [{ proximityUUID: "F8F589E9-C07E-58B0-AEAB-A36BE4D48FAC", major: 7 }],
  });
  await device("add", "B-1.pkpass");
  const near = await device("surface", "--near", "52.521,13.405", "--at", "2026-03-01T13:00:00Z");
  expect(near.stdout).toContain("(B-1): “Near the lounge”");
  expect(near.stdout).toContain("111 m from its place /locations/0; about 1,000 m count");
  expect(near.stdout).toContain("(A-1): it says nothing of when or where it is relevant");
  const far = await device("surface", "--near", "59.9,10.7", "--json");
  expect(far.json).toMatchObject([{ shown: [], hidden: [{ serialNumber: "A-1" }, { because: [{ kind: "other-place" }] }] }]);
  const beacon = await device("surface", "--beacon", "f8f589e9-c07e-58b0-aeab-a36be4d48fac,7,1");
  expect(beacon.stdout).toContain("hears its beacon /beacons/0 (UUID and major match)");
  for (const [option, value] of [
    ["--near", "91,0"],
    ["--near", "1"],
    ["--near", ","],
    ["--beacon", "shop,1,2"],
    ["--beacon", "f8f589e9-c07e-58b0-aeab-a36be4d48fac,70000,1"],
    ["--at", "yesterday"],
  ] as const)
    expect(await device("surface", option, value), value).toMatchObject({ code: 2, stderr: expect.stringContaining(option) });
});

test("files are their owner's alone, and the wallet is found by its variable", async () => {
  const { world } = await worldWithPass();
  const wallet = join(world.folder, "wallet");
  for (const name of ["state.json", "device.json", ...(await readdir(join(wallet, "passes"))).map((file) => `passes/${file}`)])
    expect((await stat(join(wallet, name))).mode & 0o777, name).toBe(0o600);
  for (const name of [".", "passes"]) expect((await stat(join(wallet, name))).mode & 0o777, name).toBe(0o700);
  const other = await createWorld({ environment: { PASSWRIGHT_WALLET: wallet } });
  expect((await other.run(["device", "list"])).stdout).toContain("A-1");
  const home = await createWorld({ environment: { HOME: world.folder } });
  expect((await home.run(["device", "list"])).stderr).toContain(join(world.folder, ".passwright", "wallet"));
});

test("two passes of one serial number are told apart by their types", async () => {
  const { world, device } = await worldWithPass();
  const state = JSON.parse(await world.readText("wallet/state.json"));
  state.passes.push({ ...state.passes[0], passTypeIdentifier: "pass.com.example.other" });
  await world.write("wallet/state.json", JSON.stringify(state));
  expect(await device("export", "A-1", "-o", "x.pkpass")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("pass.com.example.other/A-1"),
  });
  expect(await device("export", `${TEST_PASS_TYPE}/A-1`, "-o", "x.pkpass")).toMatchObject({ code: 0 });
});
