import { request } from "node:http";
import { connect } from "node:net";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readJobRows } from "../../src/jobs/read-job-rows.ts";
import { stallGuard } from "../../src/http/stall-guard.ts";
import { SCHEMAS } from "../../src/api/contract/schemas.ts";
import { type ApiWorld, openApiWorld, publishGate } from "../api/support/api-world.ts";

async function openWorld(): Promise<{ readonly world: ApiWorld; readonly jobId: string }> {
  const world = await openApiWorld();
  await publishGate(world);
  return { world, jobId: (await world.client().jobs.create({ kind: "create", templateId: "gate" })).id };
}

function send(world: ApiWorld, jobId: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) {
  return world.ask(`/jobs/${jobId}/rows`, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson", ...headers },
    body: typeof body === "string" ? body : Uint8Array.from(body),
  });
}

test("a row that nobody can want fails by itself, and the next one is made", { timeout: 60_000 }, async () => {
  const { world, jobId } = await openWorld();
  const good = '{"values":{"gate":"A1"}}\n';
  const bad: readonly (string | Uint8Array)[] = [
    `{"values":{"gate":"${"x".repeat(10_000_000)}"}}\n`,
    Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d, 0x0a),
    "\0\n",
    '{"values":{"gate":"\\u0000"},"externalId":"a\\u0000b"}\n',
    '{"values":{"gate":"A1"},"externalId":"\\ud800"}\n',
    '{"values":{"gate":"A1","__proto__":{}}}\n',
    '{"values":{"gate":"A1"},"\\u005f_proto__":{}}\n',
    '{"serialNumber":"../../x","values":{"gate":"A1"}}\n',
    `${'{"values":'.repeat(5000)}{}${"}".repeat(5000)}\n`,
    "[]\n",
    "null\n",
    '{"values":{"gate":"A1"},"expiresAt":"+275760-09-13T00:00:00Z"}\n',
  ];
  const parts = bad.flatMap((row) => [Buffer.from(row), Buffer.from(good)]);
  const answer = await send(world, jobId, Buffer.concat(parts));
  expect(await answer.json()).toMatchObject({ state: "finished", created: bad.length, failed: bad.length });
  const log = world.logText();
  expect(log).not.toContain('"level":"error"');
});

test("what is no body of rows is refused as a whole", { timeout: 60_000 }, async () => {
  const { world, jobId } = await openWorld();
  const csv = { "content-type": "text/csv" };
  expect((await send(world, jobId, "{}", { "content-type": "application/json" })).status).toBe(415);
  expect((await send(world, jobId, "{}", { "content-encoding": "gzip" })).status).toBe(415);
  expect((await send(world, jobId, "gate,__proto__\nA1,x\n", csv)).status).toBe(400);
  expect((await send(world, jobId, "gate,gate\nA1,x\n", csv)).status).toBe(400);
  expect((await send(world, jobId, "constructor,gate\nx,A1\n", csv)).status).toBe(200);
  const segment = await world.client().jobs.create({ kind: "segment", templateId: "gate", change: { voided: true } });
  expect((await send(world, segment.id, "{}")).status).toBe(409);
  const paused = await world.client().jobs.create({ kind: "update", templateId: "gate" });
  await world.client().jobs.pause(paused.id);
  expect((await send(world, paused.id, '{"serialNumber":"x"}\n')).status).toBe(409);
  expect((await world.client().jobs.get(jobId)).failed).toBe(1);
});

test("rows before a broken connection are kept, and their sender goes on after them", { timeout: 60_000 }, async () => {
  const { world, jobId } = await openWorld();
  const rows = Array.from({ length: 1700 }, (_, index) => `{"externalId":"x${index}","values":{"gate":"A1"}}\n`);
  const { port } = new URL(world.server.origin);
  const socket = connect(Number(port), "127.0.0.1");
  const head = [
    `POST /api/jobs/${jobId}/rows HTTP/1.1`,
    "host: localhost",
    `authorization: Bearer ${world.adminKey}`,
    "content-type: application/x-ndjson",
    "content-length: 100000000",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${rows.slice(0, 1200).join("")}`);
  const { jobs } = world.client();
  while ((await jobs.get(jobId)).rows < 1000) expect((await jobs.get(jobId)).state).toBe("open");
  socket.destroy();
  const { rows: done } = await jobs.get(jobId);
  expect(done).toBe(1000);
  const rest = { type: "application/x-ndjson", rows: rows.slice(done).join("") } as const;
  expect(await jobs.send(jobId, rest, { from: done + 1 })).toMatchObject({
    rows: 1700,
    created: 1700,
    failed: 0,
    state: "finished",
  });
});

test(
  "a server that stops ends the body after its step, and says that the rest can be sent again",
  { timeout: 60_000 },
  async () => {
    const { world, jobId } = await openWorld();
    const url = `${world.server.origin}/api/jobs/${jobId}/rows`;
    const headers = { authorization: `Bearer ${world.adminKey}`, "content-type": "application/x-ndjson" };
    const outgoing = request(url, { method: "POST", headers });
    const status = new Promise((resolve, reject) => {
      outgoing.on("response", (response) => resolve(response.statusCode));
      outgoing.on("error", reject);
    });
    outgoing.write('{"values":{"gate":"A1"}}\n'.repeat(600));
    while ((await world.client().jobs.get(jobId)).rows < 500) await new Promise((resolve) => void setImmediate(resolve));
    const started = performance.now();
    await world.server.stop();
    expect(await status).toBe(503);
    expect(performance.now() - started).toBeLessThan(15_000);
  },
);

test("a body that falls silent is ended, one that is not waited for is not", async () => {
  const signal = new AbortController().signal;
  async function* silent(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1);
    await new Promise(() => undefined);
  }
  const chunks: Uint8Array[] = [];
  const reading = (async () => {
    for await (const chunk of stallGuard(silent(), { limits: { longBodyTimeout: 30, longBodyBytes: 1 }, signal })) {
      chunks.push(chunk);
      // The reader itself may take as long as it needs.
      await new Promise((resolve) => void setTimeout(resolve, 60));
    }
  })();
  await expect(reading).rejects.toMatchObject({ problem: "invalid-request" });
  expect(chunks.length).toBe(1);
});

test("a body that comes byte by byte is ended as well, one that comes slowly and steadily is not", async () => {
  const signal = new AbortController().signal;
  async function* drip(bytes: number): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < 40; index += 1) {
      await new Promise((resolve) => void setTimeout(resolve, 10));
      yield new Uint8Array(bytes);
    }
  }
  const read = async (bytes: number) => {
    let size = 0;
    const limits = { longBodyTimeout: 150, longBodyBytes: 100 };
    for await (const chunk of stallGuard(drip(bytes), { limits, signal })) size += chunk.length;
    return size;
  };
  await expect(read(1)).rejects.toMatchObject({ problem: "invalid-request" });
  expect(await read(100)).toBe(4000);
});

test("no body of rows makes the reader fail, or keeps a whole row from being read", async () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    '"',
    ",",
    ":",
    "values",
    "gate",
    "\n",
    "\r\n",
    "[",
    "é",
    "\\",
    "\0",
    "\u{fffd}",
    " ",
    "1",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (pieces, size, isTable) => {
        const last = isTable ? "gate\nA1" : '{"values":{"gate":"A1"}}';
        const bytes = Buffer.from(isTable ? `${last}\n${pieces.join("")}` : `${pieces.join("")}\n${last}\n`);
        async function* source(): AsyncGenerator<Uint8Array> {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        }
        const options = {
          format: isTable ? ("csv" as const) : ("ndjson" as const),
          schema: SCHEMAS.JobCreateRow,
          inputs: { fields: [], names: null },
        };
        const rows = [];
        for await (const row of readJobRows(source(), options)) rows.push(row);
        expect(rows.some(({ asked }) => asked?.values?.["gate"] === "A1")).toBe(true);
      },
    ),
  );
});
