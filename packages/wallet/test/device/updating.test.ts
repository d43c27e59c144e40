import { createThrowawayAuthority } from "@passwright/sandbox";
import { describe, expect, test } from "vitest";
import type { DeviceEvent } from "@passwright/wallet";
import { openWorld } from "../support/open-world.ts";
import { atGate, passJson, testIssuer, TEST_NOW, TEST_PASS_TYPE, TEST_TEAM } from "../support/issuer.ts";
import { gateOf, type ReferenceService } from "../support/reference-service.ts";

const kinds = (events: readonly DeviceEvent[]) => events.map(({ kind }) => kind);
const A1 = { passTypeIdentifier: TEST_PASS_TYPE, serialNumber: "A-1" };

test("a push is followed by a list with the tag, a conditional get, and a notice", async () => {
  const { wallet, service, clock } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  clock.advance(60_000);
  await service.change(A1, atGate("A-1", "F12"));
  service.requests.length = 0;
  const events = await wallet.push(TEST_PASS_TYPE);
  expect(kinds(events)).toEqual(["listed", "updated"]);
  const updated = events.find((event) => event.kind === "updated");
  expect(updated?.notices.map(({ device, text }) => [device, text])).toEqual([
    ["phone", "Gate changed to F12"],
    ["watch", "Gate changed to F12"],
  ]);
  expect(updated?.comparison?.fields).toMatchObject([{ key: "gate", before: "B7", after: "F12" }]);
  const [, device = ""] = /devices\/([0-9a-f]{32})\//u.exec(service.requests[0] ?? "") ?? [];
  expect(service.requests).toEqual([
    `GET /v1/devices/${device}/registrations/${TEST_PASS_TYPE}?passesUpdatedSince=1`,
    `GET /v1/passes/${TEST_PASS_TYPE}/A-1`,
  ]);
  expect(await gateOf(await wallet.read(A1))).toBe("F12");
  expect(service.logs).toEqual([]);
});

test("the second fetch asks with the Last-Modified of the first", async () => {
  const { wallet, service, clock } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  clock.advance(60_000);
  await service.change(A1, atGate("A-1", "F12"));
  await wallet.push(TEST_PASS_TYPE);
  expect(await wallet.refresh(A1)).toMatchObject([{ kind: "unchanged", status: 304 }]);
});

test("the notice is in the holder's language, and none comes when the holder wants none", async () => {
  const { wallet, service } = await openWorld({ locale: "de" });
  await wallet.add(await service.issue(passJson("A-1")));
  await service.change(A1, atGate("A-1", "F12"));
  const first = (await wallet.push(TEST_PASS_TYPE)).find((event) => event.kind === "updated");
  expect(first?.notices[0]).toMatchObject({ title: "Example Air", text: "Neuer Flugsteig: F12", places: ["lock-screen"] });
  await wallet.set(A1, { notices: false });
  await service.change(A1, atGate("A-1", "G1"));
  const second = (await wallet.push(TEST_PASS_TYPE)).find((event) => event.kind === "updated");
  expect(second?.notices).toEqual([]);
  expect(second?.comparison?.notice).toEqual({ kind: "message", text: "Neuer Flugsteig: G1" });
});

test("a push for a type that it does not hold does nothing", async () => {
  const { wallet, service } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  service.requests.length = 0;
  expect(await wallet.push("pass.com.example.other")).toEqual([]);
  expect(service.requests).toEqual([]);
});

test("pushes that come together make one list, and a push during a list makes another", async () => {
  const { wallet, service } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  service.requests.length = 0;
  await Promise.all([wallet.push(TEST_PASS_TYPE), wallet.push(TEST_PASS_TYPE), wallet.push(TEST_PASS_TYPE)]);
  const lists = service.requests.filter((line) => line.includes("/registrations/")).length;
  expect(lists).toBeGreaterThanOrEqual(1);
  expect(lists).toBeLessThanOrEqual(2);
});

test("a push that comes while a list is under way is not lost in it", async () => {
  const holder: { service?: ReferenceService; held?: Promise<void> } = {};
  const { wallet, service, clock } = await openWorld({
    fetch: async (request) => {
      const response = await holder.service!.fetch(request);
      // The answer from before the change arrives after the second push.
      if (request.url.includes("/registrations/")) await holder.held;
      return response;
    },
  });
  holder.service = service;
  await wallet.add(await service.issue(passJson("A-1")));
  let release = () => {};
  holder.held = new Promise((resolve) => {
    release = () => resolve();
  });
  const first = wallet.push(TEST_PASS_TYPE);
  while (service.requests.filter((line) => line.includes("passesUpdatedSince")).length === 0)
    await new Promise((done) => void setTimeout(done, 1));
  clock.advance(60_000);
  await service.change(A1, atGate("A-1", "F12"));
  const second = wallet.push(TEST_PASS_TYPE);
  release();
  await Promise.all([first, second]);
  expect(await gateOf(await wallet.read(A1))).toBe("F12");
});

test("pulling fetches without a list; all passes when none is named", async () => {
  const { wallet, service } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  await wallet.add(await service.issue(passJson("A-2")));
  service.requests.length = 0;
  await wallet.refresh(A1);
  expect(service.requests).toEqual([`GET /v1/passes/${TEST_PASS_TYPE}/A-1`]);
  await wallet.refresh();
  expect(service.requests).toHaveLength(3);
});

test("removing a pass unregisters it", async () => {
  const { wallet, service, store } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  const { digest } = wallet.passes[0]!;
  expect(kinds(await wallet.remove(A1))).toEqual(["unregistered"]);
  expect(service.registrations).toEqual([]);
  expect(wallet.passes).toEqual([]);
  expect(await store.readPass(digest)).toBeNull();
  expect(wallet.nextDueAt).toBeNull();
});

test("switching automatic updates off unregisters, on registers again; pulling works all the time", async () => {
  const { wallet, service } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  await wallet.set(A1, { automaticUpdates: false });
  expect(service.registrations).toEqual([]);
  await service.change(A1, atGate("A-1", "F12"));
  expect(await wallet.push(TEST_PASS_TYPE)).toEqual([]);
  expect(kinds(await wallet.refresh(A1))).toEqual(["updated"]);
  await wallet.set(A1, { automaticUpdates: true });
  expect(service.registrations).toHaveLength(1);
});

test("a new push token registers all passes anew", async () => {
  const { wallet, service } = await openWorld({ pushToken: "old-token" });
  await wallet.add(await service.issue(passJson("A-1")));
  await wallet.add(await service.issue(passJson("A-2")));
  await wallet.renewPushToken("new-token");
  expect(service.registrations.map(({ pushToken }) => pushToken)).toEqual(["new-token", "new-token"]);
  await wallet.renewPushToken();
  expect(service.registrations[0]?.pushToken).toMatch(/^[0-9a-f]{64}$/u);
});

test("after a restart of the phone every service is asked once for each type", async () => {
  const { wallet, service } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  await wallet.add(await service.issue(passJson("A-2")));
  service.requests.length = 0;
  await wallet.restart();
  expect(service.requests).toHaveLength(1);
});

test("other clients of the protocol show themselves", async () => {
  const { wallet, service } = await openWorld({ client: "wallet-passes" });
  await wallet.add(await service.issue(passJson("A-1")));
  expect(service.registrations).toMatchObject([{ client: "wallet-passes" }]);
});

test("an update with another token or service is registered there", async () => {
  const { wallet, service } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  service.requests.length = 0;
  await service.change(A1, passJson("A-1", { webServiceURL: "https://passes.example.com/wallet/" }));
  await wallet.push(TEST_PASS_TYPE);
  expect(service.requests.filter((line) => line.startsWith("POST /v1/devices"))).toHaveLength(1);
});

describe("personalization", () => {
  const CARD = { ...passJson("A-1"), boardingPass: undefined, storeCard: {} };
  const FORM = {
    "personalization.json": JSON.stringify({
      requiredPersonalizationFields: ["PKPassPersonalizationFieldName"],
      description: "Join",
    }),
  };

  test("only what is asked for is sent, the signed token is verified, and the new pass fetched", async () => {
    const bodies: string[] = [];
    const holder: { service?: ReferenceService } = {};
    const { wallet, service } = await openWorld({
      fetch: async (request) => {
        if (request.url.endsWith("/personalize")) bodies.push(await request.clone().text());
        return holder.service!.fetch(request);
      },
    });
    holder.service = service;
    await wallet.add(await service.issue(CARD, FORM));
    const { end, events } = await wallet.personalize(A1, { fullName: "Ada Lovelace", emailAddress: "ada@example.com" });
    expect(bodies.join("")).toContain("Ada Lovelace");
    expect(bodies.join("")).not.toContain("ada@example.com");
    expect(end).toEqual({ kind: "personalized" });
    expect(kinds(events)).toEqual(["updated"]);
    expect(service.passes[0]?.json["userInfo"]).toEqual({ member: "Ada Lovelace" });
    expect(wallet.get(TEST_PASS_TYPE, "A-1").personalized).toBe(true);
  });

  test("a token that the issuer did not sign is not believed", async () => {
    const { service, clock } = await openWorld();
    const bytes = await service.issue(CARD, FORM);
    for (const answer of [new Response("ok"), new Response(null, { status: 204 }), new Response(null, { status: 401 })]) {
      const fetch = async (request: Request) => (request.url.endsWith("/personalize") ? answer : service.fetch(request));
      const world = await openWorld({ fetch, now: clock.now });
      await world.wallet.add(bytes);
      const { end } = await world.wallet.personalize(A1, { fullName: "Ada" });
      expect(end.kind).toBe("failed");
      expect(world.wallet.get(TEST_PASS_TYPE, "A-1").personalized).toBe(false);
    }
  });

  test.each(["another pass type", "another authority", "another token"])("a token signed with %s is not believed", async (what) => {
    const { authority } = await testIssuer();
    const elsewhere = what === "another authority" ? await createThrowawayAuthority({ now: TEST_NOW }) : authority;
    const passTypeIdentifier = what === "another pass type" ? "pass.com.example.other" : TEST_PASS_TYPE;
    const certificate = await elsewhere.issuePassCertificate({ passTypeIdentifier, teamIdentifier: TEST_TEAM });
    const signer = await certificate.signer();
    const holder: { service?: ReferenceService } = {};
    const fetch = async (request: Request) => {
      if (!request.url.endsWith("/personalize")) return holder.service!.fetch(request);
      const { personalizationToken } = (await request.json()) as { personalizationToken: string };
      const token = new TextEncoder().encode(what === "another token" ? `${personalizationToken}0` : personalizationToken);
      return new Response(new Uint8Array(await signer.sign(token, { signingTime: TEST_NOW })));
    };
    const { wallet, service } = await openWorld({ fetch });
    holder.service = service;
    await wallet.add(await service.issue(CARD, FORM));
    const { end } = await wallet.personalize(A1, { fullName: "Ada" });
    expect(end).toEqual({ kind: "failed", fault: { kind: "bad-signature" } });
  });

  test("a pass without a form cannot be personalized", async () => {
    const { wallet, service } = await openWorld();
    await wallet.add(await service.issue(passJson("A-1")));
    await expect(wallet.personalize(A1, {})).rejects.toMatchObject({ code: "ERR_WALLET_NOT_PERSONALIZABLE" });
  });
});

test("a file that the store lost is fetched in full, and put back", async () => {
  const { wallet, service, store, clock } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  clock.advance(60_000);
  await service.change(A1, atGate("A-1", "F12"));
  await wallet.push(TEST_PASS_TYPE);
  await store.removePass(wallet.get(TEST_PASS_TYPE, "A-1").digest);
  await expect(wallet.read(A1)).rejects.toMatchObject({ code: "ERR_WALLET_STORE" });
  expect(await wallet.refresh(A1)).toMatchObject([{ kind: "unchanged", status: 200 }]);
  expect(await gateOf(await wallet.read(A1))).toBe("F12");
  expect(service.logs).toEqual([]);
});

test("a pass that was removed while its service was away, changed, and added again from an old copy is not left behind", async () => {
  const network = { isDown: false };
  const holder: { service?: ReferenceService } = {};
  const { wallet, service, clock } = await openWorld({
    fetch: (request) => {
      // The service never hears of the removal, and so goes on listing the pass: the tag then moves past its change.
      const isRefused = network.isDown && request.method === "DELETE";
      return isRefused ? Promise.reject(new TypeError("fetch failed")) : holder.service!.fetch(request);
    },
  });
  holder.service = service;
  const copy = await service.issue(passJson("A-1"));
  await wallet.add(copy);
  await wallet.add(await service.issue(passJson("A-2")));
  network.isDown = true;
  await wallet.remove(A1);
  clock.advance(60_000);
  await service.change(A1, atGate("A-1", "F12"));
  expect(kinds(await wallet.push(TEST_PASS_TYPE))).toContain("listed");
  network.isDown = false;
  await wallet.add(copy);
  await wallet.runDue();
  expect(await gateOf(await wallet.read(A1))).toBe("F12");
});
