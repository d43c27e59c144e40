import { expect, test } from "vitest";
import { PassPackage } from "@passwright/pass";
import { buildCredentials, buildRegistrationBody, formatHttpDate, parseListBody } from "@passwright/wallet/protocol";
import { type DeviceWorld, keyOf, openDeviceWorld, tokenOf } from "./support/device-world.ts";
import { PASS_TYPE, TEST_NOW } from "./support/test-authority.ts";

const registrationPath = (device: string, serial: string) => `/v1/devices/${device}/registrations/${PASS_TYPE}/${serial}`;
const passPath = (serial: string) => `/v1/passes/${PASS_TYPE}/${serial}`;

function register(
  world: DeviceWorld,
  device: string,
  serial: string,
  pushToken: string,
  client: "apple" | "wallet-passes" = "apple",
) {
  return fetch(`${world.url}${registrationPath(device, serial)}`, {
    method: "POST",
    headers: buildCredentials(tokenOf(serial), client),
    body: buildRegistrationBody({ pushToken }),
  });
}

async function list(world: DeviceWorld, device: string, tag?: string) {
  const query = tag === undefined ? "" : `?passesUpdatedSince=${tag}`;
  const response = await fetch(`${world.url}/v1/devices/${device}/registrations/${PASS_TYPE}${query}`);
  if (response.status === 204) return null;
  const body = parseListBody(await response.bytes());
  if (!body.ok) throw new Error(body.problem);
  return body.value;
}

const getPass = (world: DeviceWorld, serial: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}${passPath(serial)}`, { headers: { ...buildCredentials(tokenOf(serial)), ...headers } });

test("registering twice keeps one row: 201, then 200", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  expect((await register(world, "device-1", "1", "aa")).status).toBe(201);
  expect((await register(world, "device-1", "1", "aa")).status).toBe(200);
  expect(await world.storage.registrations.of(keyOf("1"))).toHaveLength(1);
});

test("of twenty registrations at once exactly one is new", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  const answers = await Promise.all(Array.from({ length: 20 }, () => register(world, "device-1", "1", "aa")));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([...Array<number>(19).fill(200), 201]);
  expect(await world.storage.registrations.of(keyOf("1"))).toHaveLength(1);
});

test("a new push token counts for all registrations of the device", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  await world.issue("2");
  await register(world, "device-1", "1", "old");
  await register(world, "device-1", "2", "old");
  await register(world, "device-1", "2", "new");
  const rows = [...(await world.storage.registrations.of(keyOf("1"))), ...(await world.storage.registrations.of(keyOf("2")))];
  expect(rows.map(({ pushToken }) => pushToken)).toEqual(["new", "new"]);
});

test("the app that registers is kept with its token", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  await register(world, "phone", "1", "apns-token");
  await register(world, "android", "1", "gcm-token", "wallet-passes");
  const rows = await world.storage.registrations.of(keyOf("1"));
  expect(rows.map(({ client, pushToken }) => `${client} ${pushToken}`).toSorted()).toEqual([
    "apple apns-token",
    "wallet-passes gcm-token",
  ]);
});

test("unregistering is answered with 200 however often it is asked", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  await register(world, "device-1", "1", "aa");
  for (let round = 0; round < 3; round += 1) {
    const { status } = await fetch(`${world.url}${registrationPath("device-1", "1")}`, {
      method: "DELETE",
      headers: buildCredentials(tokenOf("1")),
    });
    expect(status).toBe(200);
  }
  expect(await world.storage.registrations.of(keyOf("1"))).toEqual([]);
});

test("a listed serial number whose revision the device lacks is never answered with 304", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  await register(world, "device-1", "1", "aa");
  let tag = (await list(world, "device-1"))?.lastUpdated;
  let lastModified = (await getPass(world, "1")).headers.get("last-modified") ?? "";
  // Many changes within one second of the clock.
  for (let round = 0; round < 10; round += 1) {
    await world.change("1");
    const changed = await list(world, "device-1", tag);
    expect(changed?.serialNumbers).toEqual(["1"]);
    expect(Number(changed?.lastUpdated)).toBeGreaterThan(Number(tag));
    const answer = await getPass(world, "1", { "if-modified-since": lastModified });
    expect(answer.status).toBe(200);
    const { data } = await PassPackage.read(await answer.bytes());
    expect(data["storeCard"]).toMatchObject({ headerFields: [{ value: `B${round + 2}` }] });
    tag = changed?.lastUpdated;
    lastModified = answer.headers.get("last-modified") ?? "";
    expect((await getPass(world, "1", { "if-modified-since": lastModified })).status).toBe(304);
    expect(await list(world, "device-1", tag)).toBeNull();
  }
});

test("lists under concurrent changes miss no pass and their tags never decrease", async () => {
  const world = await openDeviceWorld();
  const serials = Array.from({ length: 12 }, (_, index) => `S${index}`);
  for (const serial of serials) {
    await world.issue(serial);
    await register(world, "device-1", serial, "aa");
  }
  let tag = (await list(world, "device-1"))?.lastUpdated ?? "";
  const seen = new Set<string>();
  const state = { isChanging: true };
  const changing = Promise.all(serials.map((serial) => world.change(serial))).then(() => (state.isChanging = false));
  const read = async () => {
    const changed = await list(world, "device-1", tag);
    if (changed === null) return;
    expect(Number(changed.lastUpdated)).toBeGreaterThan(Number(tag));
    for (const serial of changed.serialNumbers) seen.add(serial);
    tag = changed.lastUpdated;
  };
  while (state.isChanging) await read();
  await changing;
  await read();
  expect([...seen].toSorted()).toEqual(serials.toSorted());
});

test("a tag that another service gave gets everything", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  await register(world, "device-1", "1", "aa");
  for (const tag of ["1772366400", "2026-03-01T12:00:00+00:00", "x", "-1", "99999999999999999999"]) {
    expect((await list(world, "device-1", encodeURIComponent(tag)))?.serialNumbers, tag).toEqual(["1"]);
  }
});

test("an unchanged pass is the same, byte for byte, from another process too", async () => {
  const world = await openDeviceWorld();
  const issued = await world.issue("1");
  const first = await (await getPass(world, "1")).bytes();
  world.archives.clear();
  world.clock.now += 86_400_000;
  const second = await (await getPass(world, "1")).bytes();
  expect(Buffer.compare(first, second)).toBe(0);
  expect(Buffer.compare(first, issued)).toBe(0);
});

test("If-Modified-Since counts to the second, and what is no date does not count", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  const at = (seconds: number) => formatHttpDate(new Date(TEST_NOW + seconds * 1000));
  const cases: [string, number][] = [
    [at(0), 304],
    [at(1), 304],
    [at(-1), 200],
    ["Sunday, 01-Mar-26 12:00:00 GMT", 304],
    ["Sun Mar  1 12:00:00 2026", 304],
    ["yesterday", 200],
    ["", 200],
    ["2026-03-01T12:00:00Z", 200],
  ];
  for (const [since, status] of cases) {
    expect((await getPass(world, "1", { "if-modified-since": since })).status, since).toBe(status);
  }
});

test("HEAD gives the size and date of the pass, and no body", async () => {
  const world = await openDeviceWorld();
  const bytes = await world.issue("1");
  const answer = await fetch(`${world.url}${passPath("1")}`, { method: "HEAD", headers: buildCredentials(tokenOf("1")) });
  expect([answer.status, answer.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
  expect(await answer.text()).toBe("");
});

test("a wallet installs, registers, is told, updates and removes, without a word in the device log", async () => {
  const world = await openDeviceWorld();
  const wallet = await world.openWallet();
  await wallet.add(await world.issue("1"));
  await world.change("1");
  const pushes = await world.takePushes();
  expect(pushes).toEqual([{ pushToken: wallet.pushToken, topic: PASS_TYPE }]);
  const events = await wallet.push(PASS_TYPE);
  expect(events.map(({ kind }) => kind)).toEqual(["listed", "updated"]);
  await wallet.remove(keyOf("1"));
  expect(await world.storage.registrations.of(keyOf("1"))).toEqual([]);
  expect(await world.storage.deviceLog.read({ limit: 10 })).toEqual([]);
});

test("wallets of other apps are kept up to date as well", async () => {
  const world = await openDeviceWorld();
  const bytes = await world.issue("1");
  const wallet = await world.openWallet({ client: "wallet-passes" });
  await wallet.add(bytes);
  await world.change("1");
  expect((await wallet.push(PASS_TYPE)).map(({ kind }) => kind)).toEqual(["listed", "updated"]);
  expect((await world.storage.registrations.of(keyOf("1"))).map(({ client }) => client)).toEqual(["wallet-passes"]);
});
