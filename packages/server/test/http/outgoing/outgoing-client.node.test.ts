import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  createOutgoingClient,
  type OutgoingClientOptions,
  type OutgoingRequest,
} from "../../../src/http/outgoing/outgoing-client.ts";
import { createOutgoingPolicy } from "../../../src/http/outgoing/outgoing-policy.ts";
import { startReceiver } from "../../webhooks/support/receiver.ts";

const LOOPBACK = createOutgoingPolicy({ allowedNetworks: ["127.0.0.0/8"] });
const STRICT = createOutgoingPolicy({ allowedNetworks: [] });
const LIMITS = { connectMs: 2000, answerMs: 2000, bodyMs: 500, bodyBytes: 1024 };

function open(options: Partial<OutgoingClientOptions> = {}) {
  const client = createOutgoingClient({ policy: LOOPBACK, ...options });
  onTestFinished(() => client.close());
  return (url: string, rest: Partial<OutgoingRequest> = {}) =>
    client.send({ url: new URL(url), method: "POST", headers: {}, body: Buffer.from("{}"), limits: LIMITS, ...rest });
}

const textOf = (answer: Awaited<ReturnType<ReturnType<typeof open>>>) =>
  answer.kind === "answer" ? `${answer.status} ${Buffer.from(answer.body).toString()}` : answer.reason;

/** Answers as a resolver that was told these, one call after the other. */
const resolving =
  (...answers: readonly (readonly string[])[]): NonNullable<OutgoingClientOptions["resolve"]> =>
  (_, callback) => {
    const addresses = answers[Math.min(resolving.calls, answers.length - 1)] ?? [];
    resolving.calls += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
resolving.calls = 0;

test("an address is not connected to when it is not allowed, however the URL got here", async () => {
  const receiver = await startReceiver();
  const send = open({ policy: STRICT });
  for (const url of [
    receiver.url,
    receiver.url.replace("127.0.0.1", "2130706433"),
    receiver.url.replace("127.0.0.1", "[::ffff:7f00:1]"),
  ]) {
    expect(await send(url)).toEqual({ kind: "failed", reason: "the address is not an address on the internet" });
  }
  expect(receiver.connections()).toBe(0);
});

test("a name is looked at in the moment of connecting, whatever it led to before", async () => {
  const receiver = await startReceiver();
  resolving.calls = 0;
  const rebinding = resolving(["127.0.0.1"], ["10.0.0.1"]);
  const send = open({ resolve: rebinding, connectionsPerHost: 1 });
  const url = receiver.url.replace("127.0.0.1", "hooks.example.com");
  expect(textOf(await send(url, { headers: { connection: "close" } }))).toBe("204 ");
  expect(textOf(await send(url, { headers: { connection: "close" } }))).toBe(
    "the name leads to what is not an address on the internet",
  );
  expect(receiver.connections()).toBe(1);
});

test("of several addresses of a name only those that are allowed are tried", async () => {
  const receiver = await startReceiver();
  resolving.calls = 0;
  const send = open({ resolve: resolving(["10.0.0.1", "::1", "169.254.169.254", "127.0.0.1"]) });
  expect(textOf(await send(receiver.url.replace("127.0.0.1", "hooks.example.com")))).toBe("204 ");
});

test("a name without an address, and one that is not there, are told in words", async () => {
  resolving.calls = 0;
  expect(textOf(await open({ resolve: resolving([]) })("http://hooks.example.com/"))).toBe("the name has no address");
  const gone = open({
    resolve: (_, callback) => callback(Object.assign(new Error("getaddrinfo ENOTFOUND secret.host"), { code: "ENOTFOUND" }), []),
  });
  expect(textOf(await gone("http://secret.host.example/"))).toBe("there is no such name");
});

test("redirects are not followed", async () => {
  const target = await startReceiver();
  const receiver = await startReceiver((_, response) => void response.writeHead(302, { location: target.url }).end());
  expect(await open()(receiver.url)).toMatchObject({ kind: "answer", status: 302 });
  expect(target.connections()).toBe(0);
});

test("no more than the limit is read of an answer, and it is not waited for its end", async () => {
  const huge = await startReceiver((_, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(65_536, "x");
    const write = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", write);
    write();
  });
  const answer = await open()(huge.url);
  expect(answer).toMatchObject({ kind: "answer", status: 200 });
  expect(answer.kind === "answer" ? answer.body.length : 0).toBe(1024);
  const dripping = await startReceiver((_, response) => {
    response.writeHead(200);
    response.write("begun");
  });
  expect(textOf(await open()(dripping.url, { limits: { ...LIMITS, bodyMs: 50 } }))).toBe("200 begun");
});

test("who does not answer is given up in time, before the connection and after it", async () => {
  const hanging = await startReceiver(() => undefined);
  expect(textOf(await open()(hanging.url, { limits: { ...LIMITS, answerMs: 50 } }))).toBe("no answer in time");
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as { port: number };
  // TLS that never begins is a connection that never stands.
  expect(textOf(await open()(`https://127.0.0.1:${port}/`, { limits: { ...LIMITS, connectMs: 50 } }))).toBe(
    "connecting took too long",
  );
});

test("what speaks no HTTP, and nobody at all, are told in words", async () => {
  const rude = createServer((socket) => {
    socket.resume().end("SSH-2.0-OpenSSH_9.9\r\n");
  });
  await new Promise<void>((resolve) => rude.listen(0, "127.0.0.1", resolve));
  const { port } = rude.address() as { port: number };
  expect(textOf(await open()(`http://127.0.0.1:${port}/`))).toBe("what answers does not speak HTTP");
  await new Promise((resolve) => rude.close(resolve));
  expect(textOf(await open()(`http://127.0.0.1:${port}/`))).toBe("the connection was refused");
});

test("a signal ends a call with its reason", async () => {
  const hanging = await startReceiver(() => undefined);
  const abort = new AbortController();
  const call = open()(hanging.url, { signal: abort.signal });
  const reason = new Error("enough");
  setTimeout(() => abort.abort(reason), 20);
  await expect(call).rejects.toBe(reason);
  await expect(open()(hanging.url, { signal: abort.signal })).rejects.toBe(reason);
});

test("a connection is used again, and one that the other side has just closed is replaced", async () => {
  const receiver = await startReceiver((_, response, raw) => {
    if (receiver.received.length === 3) raw.socket.destroy();
    else response.writeHead(200).end("fine");
  });
  const send = open();
  for (let index = 0; index < 2; index += 1) expect(textOf(await send(receiver.url))).toBe("200 fine");
  expect(receiver.connections()).toBe(1);
  expect(textOf(await send(receiver.url))).toBe("200 fine");
  expect(receiver.connections()).toBe(2);
});

test("TLS is verified: an authority that is not trusted is refused, one that is given is not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "passwright-tls-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-keyout",
      key,
      "-out",
      cert,
      "-days",
      "2",
    ].concat(["-subj", "/CN=hooks", "-addext", "subjectAltName=IP:127.0.0.1"]),
    { stdio: "ignore" },
  );
  const tls = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  const receiver = await startReceiver((_, response) => void response.writeHead(200).end("sealed"), { tls });
  expect(textOf(await open()(receiver.url))).toBe("its certificate is self-signed");
  expect(textOf(await open({ ca: tls.cert })(receiver.url))).toBe("200 sealed");
  resolving.calls = 0;
  const elsewhere = open({ ca: tls.cert, resolve: resolving(["127.0.0.1"]) });
  expect(textOf(await elsewhere(receiver.url.replace("127.0.0.1", "hooks.example.com")))).toBe(
    "its certificate is for another name",
  );
});
