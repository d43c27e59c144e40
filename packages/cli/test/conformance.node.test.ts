import { describe, expect, test } from "vitest";
import { CONFORMANCE_CASES } from "@passwright/wallet/conformance";
import { parsePushes } from "../src/conformance/issuer-command.ts";
import { ReferenceService } from "../../wallet/test/support/reference-service.ts";
import { placeCredentials } from "./support/credentials.ts";
import { signedCard } from "./support/passes.ts";
import { createWorld, type World } from "./support/world.ts";
import { NETWORK, startService } from "./support/web-service.ts";

const RUN = ["conformance", "--pass", "A-1.pkpass", "--trust", "root.pem", "--developer"] as const;

/** 204 for unregister, as one known server answers. */
class WrongStatus extends ReferenceService {
  protected override async unregister(...args: Parameters<ReferenceService["unregister"]>): Promise<Response> {
    await super.unregister(...args);
    return new Response(null, { status: 204 });
  }
}

async function worldWith(create?: (now: () => Date) => ReferenceService) {
  const [world, live] = [await createWorld(), await startService(create)];
  await live.issue(world, "A-1");
  return { world, live, run: (...args: string[]) => world.run([...RUN, ...args], NETWORK) };
}

test("a good service has one fault: the test's server has no https", { timeout: 60_000 }, async () => {
  const { live, run } = await worldWith();
  const outcome = await run("--json");
  expect(outcome).toMatchObject({ code: 1, stderr: "" });
  const [report] = outcome.json;
  expect(report).toMatchObject({ mode: "read-only", faults: 1, conforms: false, serialNumber: "A-1" });
  expect(report.results).toHaveLength(CONFORMANCE_CASES.length);
  expect(report.results.filter(({ outcome: end }: { outcome: string }) => end === "failed")).toMatchObject([{ id: "https" }]);
  expect(outcome.stdout).not.toContain("token-of-A-1");
  // Read-only: nothing was registered.
  expect(live.service.requests.some((line) => /^(POST|DELETE)/u.test(line) && !line.includes("/v1/log"))).toBe(false);
});

test("what conforms ends with 0", async () => {
  const { run } = await worldWith();
  const good = await run("--only", "no-token", "--only", "wrong-token");
  expect(good).toMatchObject({ code: 0, stderr: "" });
  expect(good.stdout).toMatch(/^✓ conforms: 2 passed, 0 faults\n/u);
});

test("a fault is told with what it does to a phone, and where that is said", { timeout: 60_000 }, async () => {
  const { run } = await worldWith((now) => new WrongStatus(now));
  const { code, stdout } = await run("--full");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^✗ does not conform: \d+ passed, \d+ faults/u);
  expect(stdout).toMatch(/ {2}fault unregister\n {4}tried {5}unregisters a device\n/u);
  expect(stdout).toContain("observed  the status was 204");
  expect(stdout).toMatch(/phones {4}\S/u);
  expect(stdout).toMatch(/source {4}https:\/\/\S+\n/u);
  expect(stdout).toContain("needs a second pass of the same service (--second-pass FILE)");
  expect(stdout).toContain("needs a way to change the pass (--change-command CMD)");
  expect(stdout).toContain("needs personal data to sign up with (--personal-info FILE)");
  expect((await run("--only", "change-listed")).stdout).toContain("writes, and the run is read-only (--full)");
  expect((await run("--full", "--only", "push-after-change", "--change-command", "true")).stdout).toContain("(--push-command CMD)");
});

test("the issuer's commands have their hand in the run: changes, pushes, and a second pass", { timeout: 60_000 }, async () => {
  const { world, live, run } = await worldWith();
  await live.issue(world, "A-2");
  // The commands reach the service as an issuer's would: over a socket.
  const { createServer } = await import("node:http");
  const back = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    const reference = { passTypeIdentifier: searchParams.get("type") ?? "", serialNumber: searchParams.get("serial") ?? "" };
    if (request.method === "POST") await live.service.change(reference);
    response.end(JSON.stringify(live.service.pushes));
  });
  await new Promise<void>((resolve) => void back.listen(0, "127.0.0.1", resolve));
  const { port } = back.address() as { port: number };
  const url = `http://127.0.0.1:${port}/`;
  const change = `curl -sf -X POST "${url}?type=$PASSWRIGHT_PASS_TYPE&serial=$PASSWRIGHT_SERIAL" > /dev/null`;
  const hands = ["--change-command", change, "--push-command", `curl -sf ${url}`];
  const { json, code } = await run("--full", "--second-pass", "A-2.pkpass", ...hands, "--json");
  back.closeAllConnections();
  back.close();
  const failed = json[0].results.filter(({ outcome }: { outcome: string }) => outcome === "failed");
  expect(failed.map(({ id, observed }: { id: string; observed: string }) => [id, observed])).toEqual([
    ["https", "webServiceURL is plain http"],
  ]);
  expect(code).toBe(1);
  const skipped = json[0].results.filter(({ outcome }: { outcome: string }) => outcome === "skipped");
  expect(skipped.map(({ id }: { id: string }) => id)).toEqual(["serial-not-in-url", "personalize"]);
  expect(live.service.registrations).toEqual([]);
});

test("a command of the issuer that fails is told, with what it said", async () => {
  const { run } = await worldWith();
  const { stdout } = await run("--full", "--only", "change-listed", "--change-command", "echo no database >&2; exit 3");
  expect(stdout.replaceAll(/\s+/gu, " ")).toContain("--change-command ended with 3: no database");
});

describe("what cannot be run is misuse", () => {
  const misuse = async (world: World, ...args: string[]) => {
    const outcome = await world.run(["conformance", ...args], NETWORK);
    expect(outcome.code, args.join(" ")).toBe(2);
    return outcome.stderr;
  };

  test("no pass, no such file, contradictions, no service", async () => {
    const { world } = await worldWith();
    await placeCredentials(world);
    await world.write("card.pkpass", await signedCard());
    expect(await misuse(world)).toContain("--pass FILE is missing");
    expect(await misuse(world, "--pass", "gone.pkpass")).toContain("no such file");
    expect(await misuse(world, "--pass", "A-1.pkpass", "--full", "--read-only")).toContain("exclude each other");
    expect(await misuse(world, "--pass", "card.pkpass")).toContain("ERR_WALLET_CONFORMANCE_PASS");
    expect(await misuse(world, "--pass", "A-1.pkpass")).toContain("--developer");
    const twice = ["--pass", "A-1.pkpass", "--second-pass", "A-1.pkpass", "--developer"];
    expect(await misuse(world, ...twice)).toContain("the serial number of the first");
    const unknown = ["--pass", "A-1.pkpass", "--developer", "--only", "tea-pot"];
    expect(await misuse(world, ...unknown)).toMatch(/"tea-pot"[\s\S]*--list/u);
    await world.write("me.json", '{"shoeSize":"44"}');
    expect(await misuse(world, "--pass", "A-1.pkpass", "--personal-info", "me.json")).toContain("emailAddress");
  });

  test("a service that nothing answers at, told at once", async () => {
    const { world, live } = await worldWith();
    live.stop();
    expect(await misuse(world, "--pass", "A-1.pkpass", "--developer")).toMatch(/cannot be reached: .*ECONNREFUSED/u);
  });

  test("Ctrl-C", async () => {
    const { world } = await worldWith();
    const stop = new AbortController();
    let requests = 0;
    const counting: typeof fetch = (...args) => {
      requests += 1;
      if (requests === 3) stop.abort(new Error("interrupted"));
      return fetch(...args);
    };
    const outcome = await world.run([...RUN], { fetch: counting, signal: stop.signal });
    expect(outcome).toMatchObject({ code: 2, stdout: "", stderr: "error: interrupted\n" });
    expect(requests).toBeLessThan(6);
  });
});

test("the cases are listed, for people and programs", async () => {
  const world = await createWorld();
  const { stdout, code } = await world.run(["conformance", "--list"]);
  expect(code).toBe(0);
  expect(stdout.split("\n")[0]).toMatch(/^case +area +mode +weight +needs$/u);
  for (const { id } of CONFORMANCE_CASES) expect(stdout).toContain(id.slice(0, 20));
  const { json } = await world.run(["conformance", "--list", "--json"]);
  expect(json).toHaveLength(CONFORMANCE_CASES.length);
  expect(json[0]).toMatchObject({ id: expect.any(String), expects: expect.any(String), source: expect.any(String) });
});

test("a terminal sees how far it is", async () => {
  const live = await startService();
  const world = await createWorld({ isTerminal: true, now: () => new Date(Date.UTC(2026, 2, 1, 12)) });
  await live.issue(world, "A-1");
  const { stderr } = await world.run([...RUN, "--only", "no-token"], NETWORK);
  expect(stderr).toContain("1/1 cases");
});

test("pushes are read as a list or line by line, and nothing else is taken for them", () => {
  const push = { pushToken: "ab", topic: "pass.com.example" };
  const line = JSON.stringify(push);
  expect(parsePushes(`${line}\n\n${line}\n`)).toEqual([push, push]);
  expect(parsePushes(` [${line}]`)).toEqual([push]);
  expect(parsePushes("")).toEqual([]);
  for (const text of ["{", "null", "5", '{"pushToken":5,"topic":"x"}', "[[]]", "Sent!"])
    expect(() => parsePushes(text), text).toThrow("--push-command has to print");
});
