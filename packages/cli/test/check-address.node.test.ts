import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { joinChunks, PassBundle } from "@passwright/pass";
import { placeCredentials, TRUST } from "./support/credentials.ts";
import { signedCard } from "./support/passes.ts";
import { createWorld, type Outcome } from "./support/world.ts";

const PASS_TYPE = "application/vnd.apple.pkpass";

/** A real server on the loopback; gives its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function sendPass(response: ServerResponse, bytes: Uint8Array, headers: Record<string, string> = {}): void {
  response
    .writeHead(200, { "content-type": PASS_TYPE, "content-length": bytes.length, "cache-control": "no-store", ...headers })
    .end(bytes);
}

async function check(address: string, ...args: string[]): Promise<Outcome> {
  const world = await createWorld();
  await placeCredentials(world);
  return world.run(["check", address, "--json", ...TRUST, ...args], { fetch: globalThis.fetch });
}

function rulesOf({ json }: Outcome): string[] {
  return json
    .flatMap(({ findings }) => findings.map(({ rule }: { rule: string }) => rule))
    .filter((rule: string) => /^(delivery|mime|zip)-/.test(rule));
}

test("a pass that is served well has no finding but that the test's server has no https", async () => {
  const pass = await signedCard();
  const outcome = await check(`${await serve((_, response) => sendPass(response, pass))}/ticket.pkpass`);
  expect(outcome.json).toMatchObject([
    {
      installs: "yes",
      delivery: { status: 200, contentType: PASS_TYPE, length: pass.length, redirects: [], methods: { HEAD: 200 } },
    },
  ]);
  expect(rulesOf(outcome)).toEqual(["delivery-https"]);
  expect(outcome.code).toBe(0);
});

test("redirects are followed and told one by one, relative ones too", async () => {
  const pass = await signedCard();
  const base = await serve((request, response) => {
    const step = Number(/\d+/.exec(request.url ?? "")?.[0] ?? 0);
    if (step < 6) response.writeHead(302, { location: step % 2 === 0 ? `/${step + 1}` : `./${step + 1}` }).end();
    else sendPass(response, pass);
  });
  const outcome = await check(`${base}/0`);
  const [line] = outcome.json;
  expect(line.delivery.redirects).toHaveLength(6);
  expect(line.delivery.redirects[0]).toEqual({ url: `${base}/0`, status: 302, location: `${base}/1` });
  expect(rulesOf(outcome)).toEqual(["delivery-https", "delivery-redirects"]);
});

test("endless redirects end, and so does one to a file", async () => {
  const base = await serve((request, response) => {
    response.writeHead(302, { location: request.url === "/file" ? "file:///etc/passwd" : "/again" }).end();
  });
  const endless = await check(`${base}/`);
  expect(endless.json[0].delivery.redirects).toHaveLength(10);
  expect(rulesOf(endless)).toContain("delivery-status");
  const file = await check(`${base}/file`);
  expect(file.json[0].delivery).toMatchObject({ status: 302, redirects: [] });
  expect(JSON.stringify(file.json)).not.toContain("root:");
});

test("a wrong type is an error, though the pass itself installs", async () => {
  const pass = await signedCard();
  const outcome = await check(
    await serve((_, response) => sendPass(response, pass, { "content-type": "application/octet-stream" })),
  );
  expect(outcome.json).toMatchObject([{ installs: "yes" }]);
  expect(rulesOf(outcome)).toContain("mime-type");
  expect(outcome.code).toBe(1);
});

test("a bundle is served under a type of its own", async () => {
  const bundle = joinChunks((await PassBundle.create([await signedCard()])).toChunks());
  const outcome = await check(await serve((_, response) => sendPass(response, bundle)));
  expect(rulesOf(outcome)).toContain("mime-bundle");
  expect(outcome.json.map(({ file }) => file.split("!")[1] ?? null)).toEqual([null, "1-S-1.pkpass"]);
});

test("an error page with status 200 is no pass", async () => {
  const outcome = await check(
    await serve((_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Please log in</h1>")),
  );
  expect(rulesOf(outcome)).toEqual(expect.arrayContaining(["delivery-body", "zip-readable"]));
  expect(outcome.json).toMatchObject([{ installs: "no", refusedAt: "archive" }]);
});

test("an error status is told with the body that came", async () => {
  const outcome = await check(await serve((_, response) => void response.writeHead(404).end("gone")));
  expect(outcome.json[0].delivery).toMatchObject({ status: 404, length: 4 });
  expect(rulesOf(outcome)).toContain("delivery-status");
});

test("a server that does not answer HEAD is told so", async () => {
  const pass = await signedCard();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method === "HEAD") response.writeHead(405).end();
    else sendPass(response, pass);
  };
  const outcome = await check(await serve(listener));
  expect(outcome.json[0].delivery.methods).toEqual({ HEAD: 405 });
  expect(rulesOf(outcome)).toContain("delivery-head");
});

test("a pass that only a POST gets is checked, and that GET is refused is the fault", async () => {
  const pass = await signedCard();
  const methods: (string | undefined)[] = [];
  const outcome = await check(
    await serve((request, response) => {
      methods.push(request.method);
      if (request.method === "POST") sendPass(response, pass);
      else response.writeHead(405, { allow: "POST" }).end();
    }),
  );
  expect(methods).toEqual(["GET", "POST"]);
  expect(rulesOf(outcome)).toContain("delivery-method");
  expect(outcome.json).toMatchObject([{ installs: "yes", delivery: { status: 405, methods: { POST: 200 } } }]);
  expect(outcome.code).toBe(1);
});

test("POST is sent nowhere else", async () => {
  const methods = new Set<string | undefined>();
  await check(
    await serve((request, response) => {
      methods.add(request.method);
      response.writeHead(500).end();
    }),
  );
  expect(methods).toEqual(new Set(["GET", "HEAD"]));
});

test("a body shorter than announced is told, and what came is checked", async () => {
  const pass = await signedCard();
  const outcome = await check(
    await serve((request, response) => {
      response.writeHead(200, { "content-type": PASS_TYPE, "content-length": pass.length });
      if (request.method === "HEAD") response.end();
      else response.write(pass.subarray(0, 1000), () => response.destroy());
    }),
  );
  expect(rulesOf(outcome)).toContain("delivery-length");
  expect(outcome.json[0].delivery.length).toBeLessThanOrEqual(1000);
  expect(outcome.json).toMatchObject([{ installs: "no" }]);
});

test("a compressed answer is unpacked and told", async () => {
  const pass = await signedCard();
  const { gzipSync } = await import("node:zlib");
  const packed = gzipSync(pass);
  const outcome = await check(await serve((_, response) => sendPass(response, packed, { "content-encoding": "gzip" })));
  expect(rulesOf(outcome)).toContain("delivery-encoding");
  expect(outcome.json).toMatchObject([{ installs: "yes", delivery: { length: pass.length } }]);
});

test("the report for a person tells how it was served", async () => {
  const pass = await signedCard();
  const world = await createWorld();
  await placeCredentials(world);
  const base = await serve((request, response) => {
    if (request.url === "/old") response.writeHead(301, { location: "/new" }).end();
    else sendPass(response, pass);
  });
  const { stdout } = await world.run(["check", `${base}/old`, ...TRUST], { fetch: globalThis.fetch });
  expect(stdout).toContain(`served      200, ${PASS_TYPE}, ${pass.length.toLocaleString("en")} bytes, after 1`);
  expect(stdout).toContain("delivery-https");
});

test("what cannot be fetched at all is misuse, with the reason", async () => {
  const gone = await serve(() => undefined);
  const { createServer: create } = await import("node:net");
  const closed = create();
  await new Promise<void>((resolve) => void closed.listen(0, "127.0.0.1", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => void closed.close(resolve));
  expect(await check(`http://127.0.0.1:${port}/`)).toMatchObject({ code: 2, stderr: expect.stringContaining("ECONNREFUSED") });
  expect(await check(gone.replace("http://", "http://user:secret@"))).toMatchObject({
    code: 2,
    stderr: expect.not.stringContaining("secret"),
  });
  expect(await check("http://")).toMatchObject({ code: 2, stderr: expect.stringContaining("is no web address") });
});

test("Ctrl-C ends a download", async () => {
  const stop = new AbortController();
  const base = await serve((_, response) => {
    response.writeHead(200).write("PK");
    stop.abort(new Error("interrupted"));
  });
  const world = await createWorld();
  const outcome = await world.run(["check", base], { fetch: globalThis.fetch, signal: stop.signal });
  expect(outcome).toMatchObject({ code: 2, stderr: "error: interrupted\n" });
});
