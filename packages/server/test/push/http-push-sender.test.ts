import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { createHttpPushSender, HTTP_PUSH_SERVICES, type HttpPushService } from "../../src/push/http-push-sender.ts";
import { claimed } from "./support/push-bench.ts";

interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** What the service answers next, and what it has seen. */
const service: { status: number; headers: Record<string, string>; hangs: boolean; readonly received: Received[] } = {
  status: 200,
  headers: {},
  hangs: false,
  received: [],
};

const server = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    text += chunk;
  });
  request.on("end", () => {
    service.received.push({ url: request.url ?? "", headers: request.headers, body: JSON.parse(text) });
    if (service.hangs) return;
    response.writeHead(service.status, service.headers);
    response.end("{}");
  });
});
await new Promise<void>((resolve) => {
  server.listen(0, "127.0.0.1", resolve);
});
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const simulated: HttpPushService = {
  url: `${origin}/push`,
  body: ({ passTypeIdentifier, pushToken }) => ({ passTypeIdentifier, pushToken }),
};

async function answered(status: number, headers: Record<string, string> = {}): Promise<unknown> {
  Object.assign(service, { status, headers, hangs: false });
  return createHttpPushSender({ service: simulated, clock: () => 0 }).send(claimed());
}

describe("a push over plain HTTP", () => {
  test("is a JSON body at a fixed address", async () => {
    service.received.length = 0;
    expect(await answered(200)).toEqual({ kind: "delivered" });
    expect(service.received).toMatchObject([
      {
        url: "/push",
        headers: { "content-type": "application/json" },
        body: { passTypeIdentifier: claimed().passTypeIdentifier, pushToken: claimed().pushToken },
      },
    ]);
  });

  test("puts what a device said into the path encoded, never as a step or a host", async () => {
    Object.assign(service, { status: 200, headers: {}, hangs: false });
    service.received.length = 0;
    const sender = createHttpPushSender({ service: { ...simulated, url: `${origin}/d/{pushToken}/push?t={passTypeIdentifier}` } });
    expect(await sender.send(claimed({ pushToken: "../admin?x#y" }))).toEqual({ kind: "delivered" });
    expect(service.received[0]!.url).toBe("/d/..%2Fadmin%3Fx%23y/push?t=pass.com.example.gate");
    for (const pushToken of ["..", ".", "", "\ud800"])
      expect(await sender.send(claimed({ pushToken }))).toMatchObject({ kind: "dead" });
    expect(service.received).toHaveLength(1);
    for (const url of [
      "http://{pushToken}/push",
      "http://127.0.0.1:{pushToken}/push",
      "ftp://127.0.0.1/push",
      "http://127.0.0.1",
    ]) {
      expect(() => createHttpPushSender({ service: { ...simulated, url } })).toThrow(
        expect.objectContaining({ code: "ERR_PUSH_OPTION" }),
      );
    }
  });

  test.each([
    [204, "delivered"],
    [302, "failed"],
    [400, "failed"],
    [401, "retry"],
    [403, "retry"],
    [404, "failed"],
    [408, "retry"],
    [410, "dead"],
    [429, "retry"],
    [500, "retry"],
    [503, "retry"],
  ])("answered %i is: %s", async (status, kind) => {
    service.received.length = 0;
    expect(await answered(status, { location: `${origin}/elsewhere` })).toMatchObject({ kind });
    expect(service.received).toHaveLength(1);
  });

  test("refused for its key waits an hour and tells someone, but pauses nothing", async () => {
    expect(await answered(401)).toEqual({ kind: "retry", reason: "status 401", afterMs: 3_600_000, alert: expect.any(String) });
  });

  test("heeds Retry-After, up to a day", async () => {
    expect(await answered(429)).toMatchObject({ afterMs: 30_000 });
    expect(await answered(503, { "retry-after": "17" })).toMatchObject({ afterMs: 17_000 });
    expect(await answered(503, { "retry-after": "99999999" })).toMatchObject({ afterMs: 86_400_000 });
  });

  test("without an answer in time, or without a connection, comes again", async () => {
    Object.assign(service, { hangs: true });
    const slow = createHttpPushSender({ service: simulated, timeoutMs: 50 });
    expect(await slow.send(claimed())).toEqual({ kind: "retry", reason: "no answer in time" });
    const nobody = createHttpPushSender({ service: { ...simulated, url: "http://127.0.0.1:1/push" } });
    expect(await nobody.send(claimed())).toMatchObject({ kind: "retry", reason: expect.stringContaining("no connection") });
  });

  test("that is aborted rejects with the signal's reason; after close nothing is sent", async () => {
    Object.assign(service, { hangs: true });
    const sender = createHttpPushSender({ service: simulated });
    const controller = new AbortController();
    const sent = sender.send(claimed(), { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(sent).rejects.toThrow("enough");
    await expect(sender.send(claimed(), { signal: controller.signal })).rejects.toThrow("enough");
    await sender.close();
    expect(await sender.send(claimed())).toEqual({ kind: "retry", reason: "closed" });
  });
});

test("other apps get the bodies that their services document", () => {
  const push = claimed({ pushToken: "T" });
  expect(HTTP_PUSH_SERVICES["wallet-passes"].body(push)).toEqual({
    passTypeIdentifier: push.passTypeIdentifier,
    pushTokens: ["T"],
  });
  expect(HTTP_PUSH_SERVICES["passes-alliance"].body(push)).toEqual({ registrationIds: ["T"] });
});
