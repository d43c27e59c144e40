import { describe, expect, test } from "vitest";
import { createMemoryStore, parseWalletState, Wallet, type WalletStore } from "@passwright/wallet";
import { openWorld } from "../support/open-world.ts";
import { atGate, passJson, TEST_PASS_TYPE } from "../support/issuer.ts";
import { gateOf } from "../support/reference-service.ts";

const A1 = { passTypeIdentifier: TEST_PASS_TYPE, serialNumber: "A-1" };

test("a wallet goes on after a restart where it left off", async () => {
  const { wallet, service, reopen, clock } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  clock.advance(60_000);
  await service.change(A1, atGate("A-1", "F12"));
  await wallet.push(TEST_PASS_TYPE);
  const again = await reopen();
  expect(again.toState()).toEqual(wallet.toState());
  expect(again.pushToken).toBe(wallet.pushToken);
  expect(await gateOf(await again.read(A1))).toBe("F12");
  service.requests.length = 0;
  clock.advance(60_000);
  await service.change(A1, atGate("A-1", "G1"));
  expect((await again.push(TEST_PASS_TYPE)).map(({ kind }) => kind)).toEqual(["listed", "updated"]);
  expect(service.requests[0]).toContain("?passesUpdatedSince=2");
});

test("what failed before the restart is tried again after it", async () => {
  let isDown = true;
  const holder: { fetch?: (request: Request) => Promise<Response> } = {};
  const world = await openWorld({
    fetch: async (request) => (isDown ? new Response(null, { status: 500 }) : holder.fetch!(request)),
  });
  holder.fetch = world.service.fetch;
  await world.wallet.add(await world.service.issue(passJson("A-1")));
  isDown = false;
  const again = await world.reopen();
  world.clock.advance(3_600_000);
  expect((await again.runDue()).map(({ kind }) => kind)).toContain("registered");
});

test("state is JSON, and parsed as what it was", async () => {
  const { wallet, service } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  const state = wallet.toState();
  const json: unknown = JSON.parse(JSON.stringify(state));
  expect(json).toEqual(state);
  expect(parseWalletState(json)).toEqual(state);
});

type Rows = Record<string, unknown>[];

describe("a state that cannot be read is refused as a whole, with the place", () => {
  const task = { passTypeIdentifier: "t", serialNumber: "s", attempts: 0, dueAt: "2026-01-01" };

  test.each<[string, (state: Record<string, unknown>) => void]>([
    ["version", (state) => Object.assign(state, { version: 2 })],
    ["passes", (state) => Object.assign(state, { passes: {} })],
    ["passes[0].digest", ({ passes }) => Object.assign((passes as Rows)[0]!, { digest: "../../etc/passwd" })],
    ["passes[0].style", ({ passes }) => Object.assign((passes as Rows)[0]!, { style: "card" })],
    ["passes[0].size", ({ passes }) => Object.assign((passes as Rows)[0]!, { size: -1 })],
    ["passes[0].addedAt", ({ passes }) => Object.assign((passes as Rows)[0]!, { addedAt: "then" })],
    ["passes[0].personalized", ({ passes }) => Object.assign((passes as Rows)[0]!, { personalized: "no" })],
    ["services[0].tags", ({ services }) => Object.assign((services as Rows)[0]!, { tags: { a: 1 } })],
    ["tasks[0].kind", (state) => Object.assign(state, { tasks: [{ ...task, kind: "dance" }] })],
    ["tasks[0].attempts", (state) => Object.assign(state, { tasks: [{ ...task, kind: "register", attempts: -1 }] })],
    ["tasks[0]", (state) => Object.assign(state, { tasks: [null] })],
    ["logs[0].messages[0]", (state) => Object.assign(state, { logs: [{ service: "s", messages: [1] }] })],
  ])("%s", async (place, spoil) => {
    const { wallet, service } = await openWorld();
    await wallet.add(await service.issue(passJson("A-1")));
    const state = structuredClone(wallet.toState()) as unknown as Record<string, unknown>;
    spoil(state);
    expect(() => parseWalletState(state)).toThrow(expect.objectContaining({ code: "ERR_WALLET_STATE", details: { place } }));
  });

  test.each([1, "text", [], {}])("%j", (value) => {
    expect(() => parseWalletState(value)).toThrow(expect.objectContaining({ code: "ERR_WALLET_STATE" }));
  });
});

test("an empty store makes a new wallet; a language or zone that is none is refused at once", async () => {
  const { wallet } = await openWorld();
  expect(wallet.passes).toEqual([]);
  expect(wallet.pushToken).toMatch(/^[0-9a-f]{64}$/u);
  const fetch = async () => new Response();
  expect(() => Wallet.fromState(null, { fetch, timeZone: "Mars/Olympus" })).toThrow(RangeError);
  expect(() => Wallet.fromState(null, { fetch, locale: "not a language" })).toThrow(RangeError);
  expect(Wallet.fromState(null, { fetch, locale: "pt_BR" }).passes).toEqual([]);
});

/** A store whose process dies after a number of writes: later ones do not reach the disk. */
function createDyingStore(inner: WalletStore, writes: number): WalletStore {
  let left = writes;
  const write = async (act: () => Promise<void>) => {
    if (left === 0) throw new Error("the process was killed");
    left -= 1;
    await act();
  };
  return {
    readState: () => inner.readState(),
    readPass: (digest) => inner.readPass(digest),
    writeState: (state) => write(() => inner.writeState(state)),
    writePass: (digest, bytes) => write(() => inner.writePass(digest, bytes)),
    removePass: (digest) => write(() => inner.removePass(digest)),
  };
}

test("a process killed at any write loses no pass and misses no update", async () => {
  for (let writes = 0; writes < 12; writes += 1) {
    const inner = createMemoryStore();
    const first = await openWorld({ store: inner });
    const { service, clock } = first;
    await first.wallet.add(await service.issue(passJson("A-1")));
    clock.advance(60_000);
    await service.change(A1, atGate("A-1", "F12"));
    const options = { fetch: service.fetch, now: clock.now };
    const dying = await openWorld({ ...options, store: createDyingStore(inner, writes) });
    await dying.wallet.push(TEST_PASS_TYPE).catch(() => undefined);
    const again = await openWorld({ ...options, store: inner });
    clock.advance(3_600_000);
    await again.wallet.restart();
    expect(again.wallet.passes).toHaveLength(1);
    expect(await gateOf(await again.wallet.read(A1))).toBe("F12");
  }
});

test("bytes that the store lost are told when they are asked for", async () => {
  const { wallet, service, store } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  await store.removePass(wallet.passes[0]!.digest);
  await expect(wallet.read(A1)).rejects.toMatchObject({ code: "ERR_WALLET_STORE" });
  expect((await wallet.surface()).hidden).toMatchObject([{ because: [{ kind: "unreadable" }] }]);
  await service.change(A1, atGate("A-1", "F12"));
  expect(await wallet.push(TEST_PASS_TYPE)).toMatchObject([{ kind: "listed" }, { kind: "updated", comparison: null }]);
});
