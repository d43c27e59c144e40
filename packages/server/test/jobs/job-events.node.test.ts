import { expect, test } from "vitest";
import { JOB_LIMITS } from "../../src/jobs/job-limits.ts";
import type { Job } from "../../src/client/index.ts";
import { type ApiWorld, openApiWorld, publishGate } from "../api/support/api-world.ts";

async function openWorld(): Promise<ApiWorld> {
  const world = await openApiWorld();
  await publishGate(world);
  return world;
}

const rowsOf = (count: number) => ({ type: "application/x-ndjson", rows: '{"values":{"gate":"A1"}}\n'.repeat(count) }) as const;

/** The text of a stream up to a sign in it, or its end. */
async function readUntil(answer: Response, sign: string): Promise<string> {
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (!text.includes(sign)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

test("events tell how far a job is, and end with it", { timeout: 60_000 }, async () => {
  const world = await openWorld();
  const { jobs } = world.client();
  const job = await jobs.create({ kind: "create", templateId: "gate" });
  const seen: Job[] = [];
  const watching = (async () => {
    for await (const state of jobs.watch(job.id)) {
      seen.push(state);
      if (seen.length === 1) await jobs.send(job.id, rowsOf(3), { end: false });
      if (seen.length === 2) await jobs.send(job.id, rowsOf(5));
    }
  })();
  await watching;
  expect(seen.map(({ state, rows }) => [state, rows])).toEqual([
    ["open", 0],
    ["open", 3],
    ["finished", 5],
  ]);
});

test("a listener that comes back is told what it has not seen, and no more", { timeout: 60_000 }, async () => {
  const world = await openWorld();
  const { jobs } = world.client();
  const job = await jobs.create({ kind: "create", templateId: "gate" });
  const path = `/jobs/${job.id}/events`;
  const first = await world.ask(path);
  expect(first.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const text = await readUntil(first, "\n\nid: 1\nevent: progress\ndata: {");
  expect(text).toContain("retry: 3000\n\n");
  const again = await world.ask(path, { headers: { "last-event-id": "1" } });
  await jobs.send(job.id, rowsOf(1));
  const later = await readUntil(again, "event: end");
  expect(later).not.toContain("event: progress");
  const late = await world.ask(path, { headers: { "last-event-id": "\u{e9}\0".slice(0, 1) } });
  expect(await readUntil(late, "event: end")).toContain('"state":"finished"');
});

test(
  "one key keeps so many streams open and no more, and a place is free when a listener is gone",
  { timeout: 60_000 },
  async () => {
    const world = await openWorld();
    const job = await world.client().jobs.create({ kind: "update", templateId: "gate" });
    const open: AbortController[] = [];
    const ask = async () => {
      const own = new AbortController();
      open.push(own);
      return (await world.ask(`/jobs/${job.id}/events`, { signal: own.signal })).status;
    };
    for (let count = 0; count < JOB_LIMITS.openEventsOfKey; count += 1) expect(await ask()).toBe(200);
    expect(await ask()).toBe(429);
    open[0]?.abort();
    let status = 429;
    for (let tries = 0; tries < 100 && status === 429; tries += 1) {
      await new Promise((resolve) => void setTimeout(resolve, 20));
      status = await ask();
    }
    expect(status).toBe(200);
    for (const one of open) one.abort();
  },
);

test("a server that stops ends its events at once", { timeout: 60_000 }, async () => {
  const world = await openWorld();
  const job = await world.client().jobs.create({ kind: "update", templateId: "gate" });
  const answer = await world.ask(`/jobs/${job.id}/events`);
  const reading = readUntil(answer, "event: end");
  const started = performance.now();
  await world.server.stop();
  expect(await reading).not.toContain("event: end");
  expect(performance.now() - started).toBeLessThan(10_000);
});
