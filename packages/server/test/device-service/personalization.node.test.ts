import { expect, test } from "vitest";
import { PassPackage, verifySignature } from "@passwright/pass";
import { buildCredentials, buildPersonalizationBody, type PersonalInfo } from "@passwright/wallet/protocol";
import { type DeviceWorld, keyOf, openDeviceWorld, tokenOf } from "./support/device-world.ts";
import { PASS_TYPE, testAuthority } from "./support/test-authority.ts";

const ADA: PersonalInfo = { fullName: "Ada Lovelace", emailAddress: "ada@example.com" };

const personalize = (world: DeviceWorld, serial: string, personalizationToken = "0123456789abcdef", info = ADA) =>
  fetch(`${world.url}/v1/passes/${PASS_TYPE}/${serial}/personalize`, {
    method: "POST",
    headers: buildCredentials(tokenOf(serial)),
    body: buildPersonalizationBody({ personalizationToken, requiredPersonalizationInfo: info }),
  });

test("a wallet signs up, and its pass no longer asks", async () => {
  const world = await openDeviceWorld();
  const wallet = await world.openWallet();
  const bytes = await world.issue("1", { personalization: "open" });
  expect((await PassPackage.read(bytes)).files.has("personalization.json")).toBe(true);
  await wallet.add(bytes);
  const { end } = await wallet.personalize(keyOf("1"), ADA);
  expect(end.kind).toBe("personalized");
  expect((await PassPackage.read(await wallet.read(keyOf("1")))).files.has("personalization.json")).toBe(false);
  expect(await world.storage.personalizations.find(keyOf("1"))).toMatchObject({
    info: JSON.stringify(ADA),
    templateId: "rewards",
    templateVersion: 1,
  });
});

test("the answer is a detached signature over the token's bytes, made when the revision was committed", async () => {
  const world = await openDeviceWorld();
  const { authority } = await testAuthority();
  await world.issue("1", { personalization: "open" });
  const answer = await personalize(world, "1", "my-token");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/octet-stream"]);
  const report = await verifySignature({
    manifest: new TextEncoder().encode("my-token"),
    signature: await answer.bytes(),
    trustAnchors: authority.trustAnchors,
    intermediates: authority.intermediates,
    now: new Date(world.clock.now),
  });
  expect(report).toMatchObject({ readable: true, integrity: true, chain: true });
  expect(await world.storage.passes.find(keyOf("1"))).toMatchObject({ revision: 2, personalization: "done" });
});

test("a sign-up whose answer was lost is answered again and changes nothing more", async () => {
  const world = await openDeviceWorld();
  await world.issue("1", { personalization: "open" });
  const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await personalize(world, "1")).status));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  expect(await world.storage.passes.find(keyOf("1"))).toMatchObject({ revision: 2, personalization: "done" });
  await personalize(world, "1", "again", { fullName: "Somebody Else" });
  expect((await world.storage.personalizations.find(keyOf("1")))?.info).toBe(JSON.stringify(ADA));
});

test("a manifest is not signed as a token: its holder would have a pass of their own making", async () => {
  const world = await openDeviceWorld();
  await world.issue("1", { personalization: "open" });
  const manifest = JSON.stringify({ "pass.json": "da39a3ee5e6b4b0d3255bfef95601890afd80709" });
  const wide = manifest.replaceAll(/./gu, "$&\0");
  for (const token of [manifest, ` ${manifest}`, `\u{feff}${manifest}`, wide, "a{b", "line\nbreak"]) {
    expect((await personalize(world, "1", token)).status).toBe(400);
  }
  expect(await world.storage.passes.find(keyOf("1"))).toMatchObject({ revision: 1, personalization: "open" });
});

test("a pass that asks for nothing takes no sign-up, and needs its token for the answer", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  expect((await personalize(world, "1")).status).toBe(400);
  expect((await personalize(world, "unknown")).status).toBe(401);
  expect(await world.storage.personalizations.find(keyOf("1"))).toBeUndefined();
});

test("what cannot be signed is not kept", async () => {
  const world = await openDeviceWorld({
    replace: ({ source }) => ({
      source: { ...source, signToken: () => Promise.reject(new Error("the key service is away")) },
    }),
  });
  await world.issue("1", { personalization: "open" });
  expect((await personalize(world, "1")).status).toBe(500);
  expect(await world.storage.passes.find(keyOf("1"))).toMatchObject({ revision: 1, personalization: "open" });
  expect(await world.storage.personalizations.find(keyOf("1"))).toBeUndefined();
});

test("the issuer decides what of a person the pass shows; none of it is logged", async () => {
  const world = await openDeviceWorld({ personalizedValues: (_, { fullName = "" }) => JSON.stringify({ gate: fullName }) });
  await world.issue("1", { personalization: "open" });
  expect((await personalize(world, "1")).status).toBe(200);
  const pass = await fetch(`${world.url}/v1/passes/${PASS_TYPE}/1`, { headers: buildCredentials(tokenOf("1")) });
  const { data } = await PassPackage.read(await pass.bytes());
  expect(data["storeCard"]).toMatchObject({ headerFields: [{ value: "Ada Lovelace" }] });
  for (const secret of ["Ada", "ada@example.com", tokenOf("1"), "0123456789abcdef"]) expect(world.logText()).not.toContain(secret);
});

test("sign-ups are limited by address", async () => {
  const world = await openDeviceWorld({ limits: { signUpBurst: 2, signUpsPerSecond: 1 } });
  await world.issue("1", { personalization: "open" });
  const statuses: number[] = [];
  for (let round = 0; round < 3; round += 1) statuses.push((await personalize(world, "1")).status);
  expect(statuses).toEqual([200, 200, 429]);
});
