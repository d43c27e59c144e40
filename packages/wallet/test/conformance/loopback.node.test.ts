import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runConformance } from "@passwright/wallet/conformance";
import { createTestBytes } from "../support/clock.ts";
import { passJson, testIssuer, TEST_NOW, TEST_SERVICE } from "../support/issuer.ts";
import { openWorld } from "../support/open-world.ts";
import { ReferenceService } from "../support/reference-service.ts";

const service = new ReferenceService(() => TEST_NOW);

/** The reference service behind real sockets. */
const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
  incoming.on("end", async () => {
    const method = incoming.method ?? "GET";
    const headers = new Headers(incoming.headers as Record<string, string>);
    const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
    const request = new Request(`${new URL(TEST_SERVICE).origin}${incoming.url}`, { method, headers, body });
    const response = await service.fetch(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(new Uint8Array(await response.arrayBuffer()));
  });
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

const webServiceURL = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(TEST_SERVICE).pathname}`;

test("a service behind real sockets is driven through every case", async () => {
  const { authority } = await testIssuer();
  const pass = await service.issue(passJson("A-0001", { webServiceURL: webServiceURL() }));
  const secondPass = await service.issue(passJson("A-0002", { webServiceURL: webServiceURL() }));
  const report = await runConformance({
    pass,
    secondPass,
    mode: "full",
    developerMode: true,
    fetch: (request) => fetch(request),
    issuer: { change: (reference) => service.change(reference), pushes: async () => service.pushes },
    trustAnchors: authority.trustAnchors,
    intermediates: authority.intermediates,
    now: () => TEST_NOW,
    wait: async () => {},
    randomBytes: createTestBytes(),
  });
  expect(report.results.filter(({ outcome }) => outcome === "failed").map(({ id, observed }) => [id, observed])).toEqual([
    ["https", "webServiceURL is plain http"],
  ]);
});

test("a wallet installs, registers and updates over real sockets", async () => {
  const { wallet } = await openWorld({ developerMode: true, fetch: (request) => fetch(request), now: () => TEST_NOW });
  await wallet.add(await service.issue(passJson("B-0001", { webServiceURL: webServiceURL() })));
  await service.change({ passTypeIdentifier: "pass.com.example.passwright", serialNumber: "B-0001" });
  expect((await wallet.push("pass.com.example.passwright")).map(({ kind }) => kind)).toEqual(["listed", "updated"]);
});
