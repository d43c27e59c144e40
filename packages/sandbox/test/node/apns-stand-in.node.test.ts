import { createServer } from "node:http";
import { connect, type ClientHttp2Session, type OutgoingHttpHeaders } from "node:http2";
import { generateKeyPairSync, sign } from "node:crypto";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createThrowawayAuthority, generateKeyMaterial } from "@passwright/sandbox";
import { type ApnsStandIn, type ApnsStandInOptions, issueServerCertificate, startApnsStandIn } from "@passwright/sandbox/node";

/** For `expect.poll`: the second that it waits by itself is short on a machine that others use too. */
const PATIENT = { timeout: 15_000, interval: 5 } as const;

const TOPIC = "pass.com.example.gate";
const TOKEN = "ab".repeat(32);
const ids = { passTypeIdentifier: TOPIC, teamIdentifier: "A1B2C3D4E5", key: "ec-p256" } as const;
const keys = { root: await generateKeyMaterial("ec-p256"), intermediate: await generateKeyMaterial("ec-p256") };
const authority = await createThrowawayAuthority({ keys });
const certificate = await issueServerCertificate({ authority });
const issued = await authority.issuePassCertificate(ids);
const stranger = await (await createThrowawayAuthority({ keyKind: "ec-p256" })).issuePassCertificate(ids);

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function start(options: Partial<ApnsStandInOptions> = {}): Promise<ApnsStandIn> {
  const standIn = await startApnsStandIn({ authority, certificate, ...options });
  open.push(standIn);
  return standIn;
}

function dial(standIn: ApnsStandIn, pass: typeof issued | null = issued): ClientHttp2Session {
  const client = connect(standIn.origin, {
    ca: standIn.ca,
    ...(pass !== null && { cert: pass.certificatePem, key: pass.privateKeyPem }),
  });
  client.on("error", () => undefined);
  open.push({ close: () => client.destroy() });
  return client;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

function ask(client: ClientHttp2Session, headers: OutgoingHttpHeaders = {}, body = "{}"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stream = client.request({ ":method": "POST", ":path": `/3/device/${TOKEN}`, "apns-topic": TOPIC, ...headers });
    let received: Readonly<Record<string, unknown>> = {};
    let text = "";
    stream.setEncoding("utf8");
    stream.on("response", (each) => {
      received = { ...each };
    });
    stream.on("data", (chunk: string) => {
      text += chunk;
    });
    stream.on("error", reject);
    stream.on("close", () => {
      const status = Number(received[":status"] ?? 0);
      if (status === 0) reject(new Error(`closed with ${stream.rstCode}`));
      else resolve({ status, headers: received, body: text === "" ? null : JSON.parse(text) });
    });
    stream.end(body);
  });
}

describe("a push that is in order", () => {
  test("is answered 200 with its own id and no body, and handed on", async () => {
    const pushes: unknown[] = [];
    const standIn = await start({ onPush: (push) => pushes.push(push) });
    const id = "123e4567-e89b-12d3-a456-426614174000";
    const answer = await ask(dial(standIn), {
      "apns-id": id,
      "apns-push-type": "background",
      "apns-priority": "5",
      "apns-expiration": "0",
    });
    expect(answer).toMatchObject({ status: 200, body: null, headers: { "apns-id": id } });
    expect(pushes).toEqual([
      { passTypeIdentifier: TOPIC, pushToken: TOKEN, apnsId: id, pushType: "background", priority: 5, expiration: 0 },
    ]);
    expect(standIn.counts).toMatchObject({ connections: 1, requests: 1, delivered: 1 });
  });

  test("may leave out the topic, for the certificate stands for one", async () => {
    const standIn = await start();
    const client = dial(standIn);
    const stream = client.request({ ":method": "POST", ":path": `/3/device/${TOKEN}` });
    const status = await new Promise((resolve) => {
      stream.on("response", (headers) => resolve(headers[":status"]));
      stream.end("{}");
    });
    expect(status).toBe(200);
  });

  test("reaches a device in another process of this machine", async () => {
    const bodies: string[] = [];
    const device = createServer((request, response) => {
      request.setEncoding("utf8");
      request.on("data", (text: string) => bodies.push(`${request.method} ${request.url} ${text}`));
      request.on("end", () => response.end());
    });
    await new Promise<void>((resolve) => {
      device.listen(0, "127.0.0.1", resolve);
    });
    open.push({
      close: () => {
        device.closeAllConnections();
        device.close();
      },
    });
    const standIn = await start();
    standIn.connectDevice(TOKEN, `http://127.0.0.1:${(device.address() as AddressInfo).port}/push`);
    await ask(dial(standIn));
    await expect
      .poll(() => bodies, PATIENT)
      .toEqual([`POST /push ${JSON.stringify({ passTypeIdentifier: TOPIC, pushToken: TOKEN })}`]);
  });

  test("is told of a device that does not listen, and a device elsewhere is none", async () => {
    const faults: string[] = [];
    const standIn = await start({ onDeviceFault: (pushToken) => faults.push(pushToken) });
    standIn.connectDevice(TOKEN, "http://127.0.0.1:1/push");
    expect(await ask(dial(standIn))).toMatchObject({ status: 200 });
    await expect.poll(() => faults, PATIENT).toEqual([TOKEN]);
    expect(() => standIn.connectDevice(TOKEN, "http://example.com/push")).toThrow(TypeError);
    standIn.connectDevice(TOKEN, null);
  });
});

describe("a push that is not", () => {
  test.each([
    [405, "MethodNotAllowed", { ":method": "PUT" }, "{}"],
    [404, "BadPath", { ":path": "/4/device/ab" }, "{}"],
    [400, "MissingDeviceToken", { ":path": "/3/device/" }, "{}"],
    [400, "MissingDeviceToken", { ":path": "/3/device" }, "{}"],
    [400, "BadDeviceToken", { ":path": "/3/device/xyz" }, "{}"],
    [400, "BadTopic", { "apns-topic": "com.example" }, "{}"],
    [400, "TopicDisallowed", { "apns-topic": "pass.com.example.other" }, "{}"],
    [400, "BadMessageId", { "apns-id": "7" }, "{}"],
    [400, "BadExpirationDate", { "apns-expiration": "tomorrow" }, "{}"],
    [400, "BadPriority", { "apns-priority": "7" }, "{}"],
    [400, "BadPriority", { "apns-priority": "10", "apns-push-type": "background" }, "{}"],
    [400, "BadCollapseId", { "apns-collapse-id": "x".repeat(65) }, "{}"],
    [400, "InvalidPushType", { "apns-push-type": "wallet" }, "{}"],
    [400, "PayloadEmpty", {}, ""],
    [413, "PayloadTooLarge", {}, JSON.stringify({ x: "y".repeat(5000) })],
  ])("is answered %i %s", async (status, reason, headers, body) => {
    const standIn = await start();
    expect(await ask(dial(standIn), headers, body)).toMatchObject({ status, body: { reason } });
    expect(standIn.counts).toMatchObject({ delivered: 0, answers: { [reason]: 1 } });
  });

  test("because its device has gone is answered 410 with the moment, until the device registers again", async () => {
    const standIn = await start();
    const client = dial(standIn);
    standIn.unregister(TOKEN, { at: 1_700_000_000_000 });
    expect(await ask(client)).toMatchObject({ status: 410, body: { reason: "Unregistered", timestamp: 1_700_000_000_000 } });
    standIn.unregister(TOKEN.toUpperCase(), { at: 5, reason: "ExpiredToken" });
    expect(await ask(client)).toMatchObject({ status: 410, body: { reason: "ExpiredToken", timestamp: 5 } });
    standIn.register(TOKEN);
    expect(await ask(client)).toMatchObject({ status: 200 });
  });
});

describe("a client", () => {
  test.each([
    ["without a certificate", null],
    ["with one of another authority", stranger],
  ])("%s does not get in", async (_, pass) => {
    const standIn = await start();
    await expect(ask(dial(standIn, pass))).rejects.toThrow();
    expect(standIn.counts.requests).toBe(0);
  });

  test("with a bad certificate is told so where provider tokens are taken too", async () => {
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const standIn = await start({
      providerKeys: [{ teamId: "A1B2C3D4E5", keyId: "K1", publicKey: publicKey.export({ type: "spki", format: "der" }) }],
    });
    expect(await ask(dial(standIn, stranger))).toMatchObject({ status: 403, body: { reason: "BadCertificate" } });
    expect(await ask(dial(standIn))).toMatchObject({ status: 200 });
  });

  test("with a provider token needs one that is signed, of its team, not older than an hour, and not renewed all the time", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const now = 1_700_000_000;
    const standIn = await start({
      clock: () => now * 1000,
      providerKeys: [
        { teamId: "A1B2C3D4E5", keyId: "K1", publicKey: publicKey.export({ type: "spki", format: "pem" }).toString() },
      ],
    });
    const make = (claims: object, head: object = { alg: "ES256", kid: "K1" }): string => {
      const text = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
      return `bearer ${text}.${sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
    };
    const client = dial(standIn, null);
    const good = make({ iss: "A1B2C3D4E5", iat: now - 3000 });
    const cases: readonly (readonly [string | undefined, number, string | null])[] = [
      [undefined, 403, "MissingProviderToken"],
      ["basic x", 403, "MissingProviderToken"],
      ["bearer x.y.z", 403, "InvalidProviderToken"],
      [make({ iss: "OTHERTEAM0", iat: now }), 403, "InvalidProviderToken"],
      [make({ iss: "A1B2C3D4E5", iat: now }, { alg: "none", kid: "K1" }), 403, "InvalidProviderToken"],
      [make({ iss: "A1B2C3D4E5", iat: now }, { alg: "ES256", kid: "K2" }), 403, "InvalidProviderToken"],
      [`${good.slice(0, -8)}AAAAAAAA`, 403, "InvalidProviderToken"],
      [make({ iss: "A1B2C3D4E5", iat: now - 3601 }), 403, "ExpiredProviderToken"],
      [make({ iss: "A1B2C3D4E5", iat: now + 3601 }), 403, "ExpiredProviderToken"],
      [good, 200, null],
      [make({ iss: "A1B2C3D4E5", iat: now - 2000 }), 429, "TooManyProviderTokenUpdates"],
      [good, 200, null],
      [make({ iss: "A1B2C3D4E5", iat: now - 1000 }), 200, null],
    ];
    for (const [authorization, status, reason] of cases) {
      const answer = await ask(client, authorization === undefined ? {} : { authorization });
      expect(answer).toMatchObject({ status, body: reason === null ? null : { reason } });
    }
  });
});

describe("told to fail", () => {
  test("each n-th, one token, so many times, or by chance, always alike", async () => {
    const effect = { kind: "answer", answer: { status: 500, reason: "InternalServerError", retryAfter: "3" } } as const;
    const run = async (standIn: ApnsStandIn, count: number): Promise<string> => {
      const client = dial(standIn);
      let statuses = "";
      for (let index = 0; index < count; index += 1) statuses += (await ask(client)).status === 200 ? "." : "x";
      return statuses;
    };
    expect(await run(await start({ faults: [{ when: { every: 3 }, effect }] }), 7)).toBe("..x..x.");
    expect(await run(await start({ faults: [{ when: { pushToken: TOKEN, times: 2 }, effect }] }), 4)).toBe("xx..");
    expect(await run(await start({ faults: [{ when: { pushToken: "cd" }, effect }] }), 3)).toBe("...");
    const chance = { seed: 4, faults: [{ when: { share: 0.3 }, effect }] };
    const first = await run(await start(chance), 40);
    expect(first).toBe(await run(await start(chance), 40));
    expect(first).toMatch(/x/u);
    expect(first).toMatch(/\./u);
    expect(await ask(dial(await start({ faults: [{ when: {}, effect }] })))).toMatchObject({ headers: { "retry-after": "3" } });
  });

  test("resets, cuts and silence leave a request without an answer", async () => {
    const standIn = await start();
    standIn.setFaults([{ when: { times: 1 }, effect: { kind: "reset", code: 11 } }]);
    await expect(ask(dial(standIn))).rejects.toMatchObject({ message: expect.stringContaining("ENHANCE_YOUR_CALM") });
    standIn.setFaults([{ when: { times: 1 }, effect: { kind: "cut" } }]);
    await expect(ask(dial(standIn))).rejects.toThrow();
    standIn.setFaults([{ when: { times: 1 }, effect: { kind: "silence" } }]);
    const silent = ask(dial(standIn));
    await expect.poll(() => standIn.counts.requests, PATIENT).toBe(3);
    standIn.reset();
    await expect(silent).rejects.toThrow();
  });

  test("going away says why, answers what is open, and takes the next on a new connection", async () => {
    const standIn = await start({ latencyMs: 300 });
    const client = dial(standIn);
    const said: unknown[] = [];
    client.on("goaway", (code: number, _last: number, data: Buffer) =>
      said.push(code, (JSON.parse(data?.toString() ?? "{}") as { reason?: string }).reason),
    );
    const pending = ask(client);
    await expect.poll(() => standIn.counts.requests, PATIENT).toBe(1);
    standIn.goAway({ reason: "Shutdown" });
    expect(await pending).toMatchObject({ status: 200 });
    expect(said.slice(0, 2)).toEqual([0, "Shutdown"]);
    expect(await ask(dial(standIn))).toMatchObject({ status: 200 });
    expect(standIn.counts.connections).toBe(2);
  });

  test("latency and the stream limit can change while it runs", async () => {
    const standIn = await start({ maxConcurrentStreams: 3 });
    const client = dial(standIn);
    await ask(client);
    expect(client.remoteSettings.maxConcurrentStreams).toBe(3);
    standIn.setMaxConcurrentStreams(9);
    standIn.setLatency(1);
    await ask(client);
    expect(client.remoteSettings.maxConcurrentStreams).toBe(9);
  });
});

test("a server certificate is for this machine and no other", async () => {
  const standIn = await start();
  const client = connect(standIn.origin, {
    ca: standIn.ca,
    servername: "push.example.com",
    cert: issued.certificatePem,
    key: issued.privateKeyPem,
  });
  open.push({ close: () => client.destroy() });
  const error = await new Promise((resolve) => {
    client.on("error", resolve);
  });
  expect(error).toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
});
