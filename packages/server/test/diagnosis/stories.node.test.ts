import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinChunks, PassPackage } from "@passwright/pass";
import { PASS_TYPE } from "../api/support/api-world.ts";
import { freshPostgres } from "../support/postgres.ts";
import { openStoryWorld, type StoryWorld } from "./support/story-world.ts";

/** A device that is refused before its request reaches the service. */
const isFetch = (request: Request) => request.method === "GET" && request.url.includes("/v1/passes/");
const isLog = (request: Request) => request.url.endsWith("/v1/log");
const nothing = (status: number) => new Response(null, { status });

describe("of one server", () => {
  let world: StoryWorld;
  beforeAll(async () => {
    world = await openStoryWorld();
  }, 60_000);
  afterAll(() => world.close());

  test("a pass that is changed, pushed, listed and fetched is up to date, and its story is told in order", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    const story = await world.expectFirst(pass, "up-to-date");
    expect(story).toMatchObject({ status: "up-to-date", revision: 2, devices: [{ pushesAccepted: 1, pushesRefused: 0 }] });
    expect(story.findings).toHaveLength(1);
    expect(story.findings[0]?.sentence).toMatch(/^Up to date: revision 2 is the newest, and one device holds it, last asked at /u);
    const kinds = story.events.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== "log" && kind !== "unchanged")).toEqual(
      expect.arrayContaining(["issued", "downloaded", "registered", "changed", "push-accepted", "listed", "fetched"]),
    );
    expect(kinds.indexOf("push-accepted")).toBeGreaterThan(kinds.indexOf("registered"));
    expect(kinds.at(-1)).toBe("fetched");
    const text = JSON.stringify(story);
    expect(text).not.toContain(phone.wallet.pushToken);
    expect(text).not.toContain(phone.wallet.passes[0]?.authenticationToken);
    const { deviceLibraryIdentifier } = (await world.server.storage.registrations.of(pass))[0]!;
    expect(text).not.toContain(deviceLibraryIdentifier);
    expect(story.events.find(({ kind }) => kind === "push-accepted")?.sentence).toMatch(
      /^push accepted: 200 \(apns-id [0-9a-f-]{36}\)$/iu,
    );
  });

  test("a pass that nobody has fetched waits to be handed out", async () => {
    const pass = await world.issue();
    expect(await world.expectFirst(pass, "not-handed-out")).toMatchObject({ status: "waiting" });
  });

  test("a pass that was handed out with an address of this machine, and not registered", async () => {
    const pass = await world.issue();
    await world.client.passes.download(pass);
    expect(await world.expectFirst(pass, "just-handed-out")).toMatchObject({ status: "waiting" });
    world.wait(3);
    expect((await world.expectFirst(pass, "address-not-public")).findings[0]?.sentence).toContain(world.server.webServiceURL);
  });

  test("a webServiceURL that ends in /v1 is seen by the requests that miss the service", async () => {
    const pass = await world.issue();
    const names = { passTypeIdentifier: PASS_TYPE, teamIdentifier: "A1B2C3D4E5" };
    const signer = await (await world.authority.issuePassCertificate(names)).signer();
    const given = await PassPackage.read(await world.client.passes.download(pass));
    const wrong = given.edit((editor) => editor.setValue("webServiceURL", `${world.server.webServiceURL}/v1`));
    const bytes = joinChunks((await wrong.sign(signer, { signingTime: new Date() })).toChunks());
    const phone = await world.openPhone();
    await phone.wallet.add(bytes);
    await phone.wallet.runDue();
    const story = await world.expectFirst(pass, "address-doubled-v1");
    expect(story).toMatchObject({ status: "broken" });
    expect(story.findings[0]?.sentence).toContain("below /wallet/v1/v1:");
    // A stranger without the token cannot say so.
    const other = await world.issue();
    const path = `/wallet/v1/v1/passes/${PASS_TYPE}/${other.serialNumber}`;
    await fetch(`${world.server.origin}${path}`, { headers: { authorization: "ApplePass 0123456789abcdef0123" } });
    expect((await world.client.activity.timeline(other)).findings[0]?.code).toBe("not-handed-out");
  });

  test("a copy that asks outside of the service's path is told so", async () => {
    const pass = await world.issue();
    const { authenticationToken } = (await world.server.storage.passes.find(pass))!;
    const address = `${world.server.origin}/v1/passes/${PASS_TYPE}/${pass.serialNumber}`;
    expect((await fetch(address, { headers: { authorization: `ApplePass ${authenticationToken}` } })).status).toBe(404);
    expect((await world.expectFirst(pass, "address-wrong-path")).findings[0]?.sentence).toContain("(/wallet)");
  });

  test("a device that deleted the pass, or switched its updates off", async () => {
    for (const end of ["delete", "switch"] as const) {
      const phone = await world.openPhone();
      const pass = await world.install(phone);
      if (end === "delete") await phone.wallet.remove(pass);
      else await phone.wallet.set(pass, { automaticUpdates: false });
      await world.client.passes.update(pass, { values: { gate: "B7" } });
      const story = await world.expectFirst(pass, "removed");
      expect(story.findings[0]?.sentence).toContain("automatic updates were switched off");
      expect(story.events.some(({ kind }) => kind === "ended")).toBe(true);
    }
  });

  test("a token that is not the pass's is refused, at registration and later", async () => {
    const phone = await world.openPhone({
      fetch: (request) => {
        if (request.headers.has("authorization")) request.headers.set("authorization", "ApplePass another-token-0123456789");
        return fetch(request);
      },
    });
    const pass = await world.install(phone);
    const story = await world.expectFirst(pass, "token-mismatch");
    expect(story.findings[0]?.sentence).toContain("401 at register");
    const text = JSON.stringify(story);
    expect(text).toContain("Register task (for device ");
    expect(text).not.toMatch(/[0-9a-f]{32}/u);
    expect(story.events.find(({ kind }) => kind === "refused")).toMatchObject({ mark: "problem" });
  });

  test("a push that was accepted by Apple and brought no list", async () => {
    const phone = await world.openPhone({ isOn: false });
    const pass = await world.install(phone);
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    await world.expectFirst(pass, "just-pushed");
    world.wait(3);
    const story = await world.expectFirst(pass, "never-listed");
    expect(story.findings[0]?.fix).toContain("Automatic Updates");
    // Pulled down on its back: then it is there, whatever the push did.
    await phone.wallet.refresh(pass);
    await world.expectFirst(pass, "up-to-date");
  });

  test("a list that named the pass, and no fetch", async () => {
    const phone = await world.openPhone({
      fetch: (request) => Promise.resolve(isFetch(request) || isLog(request) ? nothing(502) : fetch(request)),
    });
    const pass = await world.install(phone);
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    await world.expectFirst(pass, "just-listed");
    world.wait(3);
    const story = await world.expectFirst(pass, "listed-not-fetched");
    expect(story.events.find(({ kind }) => kind === "listed")?.sentence).toContain("told this pass");
  });

  test("what the device writes into the log comes before what it may be", async () => {
    const phone = await world.openPhone({ fetch: (request) => Promise.resolve(isFetch(request) ? nothing(502) : fetch(request)) });
    const pass = await world.install(phone);
    world.wait(1);
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    await expect
      .poll(async () => (await world.client.activity.timeline(pass)).events.some(({ kind }) => kind === "log"), { timeout: 10_000 })
      .toBe(true);
    world.wait(3);
    const story = await world.expectFirst(pass, "device-log");
    expect(story.findings.map(({ code }) => code)).toEqual(["device-log", "listed-not-fetched"]);
    expect(story.findings[0]?.sentence).toContain("status that the protocol does not know");
  });

  test("a signature that the device refuses", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    const task = `Get pass task (pass type ${PASS_TYPE}, serial number ${pass.serialNumber}, if-modified-since (null); with web service url ${world.server.webServiceURL})`;
    const line = `[2026-11-21 10:00:00 +0000] ${task} encountered error: Received invalid pass data (Manifest signature did not verify)`;
    world.wait(1);
    await fetch(`${world.server.webServiceURL}/v1/log`, { method: "POST", body: JSON.stringify({ logs: [line] }) });
    const story = await world.expectFirst(pass, "device-log");
    expect(story.findings[0]?.sentence).toContain("signature does not belong to this manifest.json");
    expect(story.findings[0]?.fix).toContain("Sign the bytes of manifest.json last");
  });

  test("a copy from elsewhere that says it is newer gets 304 for ever", async () => {
    const phone = await world.openPhone({
      fetch: async (request) => {
        const response = await fetch(request);
        if (!isFetch(request) || response.status !== 200) return response;
        const headers = new Headers(response.headers);
        headers.set("last-modified", new Date(world.now() + 24 * 60 * 60 * 1000).toUTCString());
        return new Response(await response.arrayBuffer(), { status: 200, headers });
      },
    });
    const pass = await world.install(phone);
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    const story = await world.expectFirst(pass, "stale-copy");
    expect(story.findings[0]?.sentence).toContain("304");
    expect(story.currentSince).toBeNull();
  });

  test("a token that Apple calls dead ends the registration", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    world.standIn.unregister(phone.wallet.pushToken, { at: world.now() + 1000 });
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    const story = await world.expectFirst(pass, "push-token-dead");
    expect(story.findings[0]?.sentence).toContain("410 Unregistered");
    expect(story.events.find(({ kind }) => kind === "push-refused")?.sentence).toContain("410 Unregistered");
  });

  test("a push that Apple takes no notice of for its own sake is refused in Apple's words", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    world.standIn.setFaults([
      {
        when: { pushToken: phone.wallet.pushToken },
        effect: { kind: "answer", answer: { status: 413, reason: "PayloadTooLarge" } },
      },
    ]);
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    expect((await world.expectFirst(pass, "push-refused")).findings[0]?.sentence).toContain("413 PayloadTooLarge");
    world.standIn.setFaults([]);
  });

  test.each(["BadTopic", "TopicDisallowed", "DeviceTokenNotForTopic"] as const)(
    "a certificate of another topic: %s",
    async (reason) => {
      const phone = await world.openPhone();
      const pass = await world.install(phone);
      world.standIn.setFaults([
        { when: { pushToken: phone.wallet.pushToken }, effect: { kind: "answer", answer: { status: 400, reason } } },
      ]);
      await world.client.passes.update(pass, { values: { gate: "B7" } });
      expect((await world.expectFirst(pass, "wrong-topic")).findings[0]?.sentence).toContain(reason);
      world.standIn.setFaults([]);
      await world.server.storage.pushes.resumePassType({ passTypeIdentifier: PASS_TYPE });
      world.server.wake();
    },
  );

  test("pushes that are held back for a credential", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    world.standIn.setFaults([{ when: {}, effect: { kind: "answer", answer: { status: 403, reason: "BadCertificate" } } }]);
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    expect((await world.expectFirst(pass, "pushes-paused")).findings[0]?.sentence).toContain("BadCertificate");
    world.standIn.setFaults([]);
    await world.server.storage.pushes.resumePassType({ passTypeIdentifier: PASS_TYPE });
    world.wait(60);
    world.server.wake();
    await world.expectFirst(pass, "up-to-date");
  });

  test("a push that failed for now is tried again", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    world.standIn.setFaults([
      {
        when: { pushToken: phone.wallet.pushToken },
        effect: { kind: "answer", answer: { status: 429, reason: "TooManyRequests" } },
      },
    ]);
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    const story = await world.expectFirst(pass, "push-retrying");
    expect(story).toMatchObject({ status: "waiting" });
    expect(story.findings[0]?.sentence).toContain("TooManyRequests");
    world.standIn.setFaults([]);
  });

  test("a push that waits for its turn", async () => {
    const phones = [await world.openPhone(), await world.openPhone()];
    const pass = await world.install(phones[0]!);
    await phones[1]!.wallet.add(await world.client.passes.download(pass));
    await world.client.passes.update(pass, { values: { gate: "B7" }, push: { over: 3600 } });
    const story = await world.expectFirst(pass, "push-paced");
    expect(story.findings[0]?.devices).toHaveLength(1);
    expect(story.events.at(-1)).toMatchObject({ kind: "push-queued", mark: "waiting" });
  });

  test("a change without a push", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    await world.client.passes.update(pass, { values: { gate: "B7" }, push: "none" });
    expect((await world.expectFirst(pass, "push-not-asked")).findings[0]?.fix).toContain(`passwright push ${pass.serialNumber}`);
    await world.client.passes.push(pass);
    await world.expectFirst(pass, "up-to-date");
  });

  test("a change that no field tells of, and one that shows nothing", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone, "quiet");
    await world.client.passes.update(pass, { values: { gate: "B7" } });
    const silent = await world.expectFirst(pass, "up-to-date");
    expect(silent.findings.map(({ code }) => code)).toEqual(["up-to-date", "silent-change"]);
    expect(silent.findings[1]?.sentence).toContain("(Gate)");
    await world.client.passes.update(pass, { values: { note: "for nobody" } });
    await expect
      .poll(async () => (await world.client.activity.timeline(pass)).findings.map(({ code }) => code), { timeout: 10_000 })
      .toEqual(["up-to-date", "invisible-change"]);
  });

  test("voided and expired passes are up to date, and it is said what they are", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    await world.client.passes.void(pass);
    await world.client.passes.expire(pass);
    const story = await world.expectFirst(pass, "up-to-date");
    expect(story.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(["voided", "expired"]));
  });

  test("a pass that cannot be made any more", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    // Behind the API's back, which would have refused it.
    await world.server.storage.passes.change(PASS_TYPE, [{ serialNumber: pass.serialNumber, values: "{}" }], {
      now: world.now(),
      push: { kind: "now" },
    });
    const story = await world.expectFirst(pass, "cannot-be-built");
    expect(story.findings[0]?.sentence).toContain("gate");
  });

  test("a certificate that has expired", async () => {
    const phone = await world.openPhone();
    const pass = await world.install(phone);
    world.wait(60 * 24 * 366 * 2);
    await world.expectFirst(pass, "certificate-expired");
  });
});

test("a server whose public address no phone reaches", async () => {
  const world = await openStoryWorld({ "public-url": "https://passes.unreachable.example" });
  const phone = await world.openPhone({ fetch: () => Promise.reject(new TypeError("fetch failed")) });
  const pass = await world.install(phone);
  world.wait(3);
  const story = await world.expectFirst(pass, "never-registered");
  expect(story.findings[0]?.sentence).toContain("https://passes.unreachable.example/wallet");
  await world.close();
});

test("a public address without https", async () => {
  const world = await openStoryWorld({ "public-url": "http://passes.unreachable.example" });
  const pass = await world.issue();
  await world.client.passes.download(pass);
  world.wait(3);
  await world.expectFirst(pass, "no-https");
  await world.close();
});

test("an installation where nobody sends pushes", async () => {
  const database = await freshPostgres();
  const world = await openStoryWorld({ role: "web", database: database.url });
  const pass = await world.install(await world.openPhone());
  await world.client.passes.update(pass, { values: { gate: "B7" } });
  await world.expectFirst(pass, "push-under-way");
  world.wait(3);
  expect((await world.expectFirst(pass, "worker-absent")).findings[0]?.fix).toContain("--role worker");
  await world.close();
  await database.drop();
});
