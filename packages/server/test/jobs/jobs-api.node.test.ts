import { expect, test } from "vitest";
import { PassBundle, PassPackage } from "@passwright/pass";
import type { Job, JobResult } from "../../src/client/index.ts";
import {
  type ApiWorld,
  openApiWorld,
  packApiTemplate,
  PASS_TYPE,
  publishGate,
  SCANNED_SETTINGS,
} from "../api/support/api-world.ts";

async function openWorld(): Promise<ApiWorld> {
  const world = await openApiWorld();
  await publishGate(world);
  return world;
}

const ndjson = (rows: readonly unknown[]) =>
  ({ type: "application/x-ndjson", rows: rows.map((row) => `${JSON.stringify(row)}\n`).join("") }) as const;

async function resultsOf(world: ApiWorld, job: Job, options: { failures?: boolean } = {}): Promise<readonly JobResult[]> {
  const results: JobResult[] = [];
  for await (const result of world.client().jobs.results(job.id, options)) results.push(result);
  return results;
}

async function untilEnd(world: ApiWorld, job: Job): Promise<Job> {
  let last = job;
  for await (const state of world.client().jobs.watch(job.id)) last = state;
  return last;
}

/** Passes of the template `gate` with these gates, named r1, r2 and so on. */
async function issue(world: ApiWorld, gates: readonly string[]): Promise<void> {
  const { jobs } = world.client();
  const job = await jobs.create({ kind: "create", templateId: "gate" });
  await jobs.send(
    job.id,
    ndjson(gates.map((gate, index) => ({ externalId: `r${index + 1}`, serialNumber: `S${index + 1}`, values: { gate } }))),
  );
}

const nameOf = (serialNumber: string) => ({ passTypeIdentifier: PASS_TYPE, serialNumber });

test("rows become passes, and each row is told what became of it", { timeout: 30_000 }, async () => {
  const world = await openWorld();
  const client = world.client();
  const job = await client.jobs.create({ kind: "create", templateId: "gate", total: 6 });
  expect(job).toMatchObject({ state: "open", rows: 0, total: 6 });
  const done = await client.jobs.send(
    job.id,
    ndjson([
      { externalId: "a", values: { gate: "A1" } },
      { externalId: "a", values: { gate: "A2" } },
      { externalId: "b", values: { gate: "much too long" } },
      { serialNumber: "S1", values: { gate: "A3" }, expiresAt: "2030-01-01T00:00:00Z" },
      { serialNumber: "S1", values: { gate: "A4" } },
      { values: { gate: "A5" }, colour: "red" },
    ]),
  );
  expect(done).toMatchObject({ state: "finished", rows: 6, created: 2, failed: 4 });
  const results = await resultsOf(world, job);
  expect(results.map(({ row, line, result, problem }) => [row, line, result, problem?.code])).toEqual([
    [1, 1, "created", undefined],
    [2, 2, "failed", "external-id-taken"],
    [3, 3, "failed", "invalid-values"],
    [4, 4, "created", undefined],
    [5, 5, "failed", "serial-number-taken"],
    [6, 6, "failed", "invalid-request"],
  ]);
  expect(results[2]?.problem?.message).toContain("values.gate");
  expect((await resultsOf(world, job, { failures: true })).map(({ row }) => row)).toEqual([2, 3, 5, 6]);
  const pass = await client.passes.get(nameOf("S1"));
  expect(pass).toMatchObject({ values: { gate: "A3" }, expiresAt: "2030-01-01T00:00:00.000Z", revision: 1, templateVersion: 1 });
  // What was written as a row is built and signed as any other pass.
  const read = await PassPackage.read(await client.passes.download(nameOf("S1")));
  expect(read.data).toMatchObject({ serialNumber: "S1", passTypeIdentifier: PASS_TYPE });
});

test("a table is read by its header: columns of the row, and inputs of the template", async () => {
  const world = await openWorld();
  const client = world.client();
  const job = await client.jobs.create({ kind: "create", templateId: "gate" });
  const rows = 'externalId,gate,note\r\none,A1,"a ""note"",\nin two lines"\r\ntwo,A2,\r\nthree,A3\r\nfour,A4,x,y\r\n"five,A5,\r\n';
  const done = await client.jobs.send(job.id, { type: "text/csv", rows });
  expect(done).toMatchObject({ created: 2, failed: 3, rows: 5 });
  const { items } = await client.passes.list({ externalId: "one" });
  expect(items[0]?.values).toEqual({ gate: "A1", note: 'a "note",\nin two lines' });
  expect((await resultsOf(world, job)).map(({ line }) => line)).toEqual([2, 4, 5, 6, 7]);
});

test("rows are sent again from anywhere, and none is done twice", async () => {
  const world = await openWorld();
  const { jobs } = world.client();
  const rows = Array.from({ length: 1200 }, (_, index) => ({ externalId: `x${index}`, values: { gate: "A1" } }));
  const job = await jobs.create({ kind: "create", templateId: "gate" });
  const first = await jobs.send(job.id, ndjson(rows.slice(0, 700)), { end: false });
  expect(first).toMatchObject({ state: "open", rows: 700, created: 700 });
  await expect(jobs.send(job.id, ndjson(rows.slice(701)), { from: 702 })).rejects.toMatchObject({ fault: "job-conflict" });
  const other = [...rows];
  other[699] = { externalId: "another", values: { gate: "A9" } };
  await expect(jobs.send(job.id, ndjson(other))).rejects.toMatchObject({ fault: "job-conflict" });
  expect(await jobs.send(job.id, ndjson(rows.slice(600)), { from: 601, end: false })).toMatchObject({ rows: 1200, created: 1200 });
  const whole = await jobs.send(job.id, ndjson(rows));
  expect(whole).toMatchObject({ state: "finished", rows: 1200, created: 1200, failed: 0 });
  // The answer was lost, and the sender begins again.
  expect(await jobs.send(job.id, ndjson(rows))).toMatchObject({ state: "finished", rows: 1200, created: 1200 });
  await expect(jobs.send(job.id, ndjson([...rows, { values: { gate: "A1" } }]))).rejects.toMatchObject({ fault: "job-conflict" });
  expect((await resultsOf(world, job)).map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
});

test("rows change the passes that they name, and devices are told as the job says", async () => {
  const world = await openWorld();
  const client = world.client();
  await issue(world, ["A1", "A2", "A3", "A4"]);
  const job = await client.jobs.create({ kind: "update", templateId: "gate", push: "none" });
  const done = await client.jobs.send(
    job.id,
    ndjson([
      { externalId: "r1", values: { gate: "B1" } },
      { serialNumber: "S2", values: { note: "hello" }, voided: true },
      { serialNumber: "S3", values: { gate: "A3" } },
      { externalId: "nobody", values: { gate: "B1" } },
      { serialNumber: "S4", values: { gate: null } },
      { serialNumber: "S1", values: { note: "twice" } },
    ]),
  );
  expect(done).toMatchObject({ changed: 3, unchanged: 1, failed: 2 });
  expect((await resultsOf(world, job)).map(({ result, serialNumber, problem }) => [result, serialNumber, problem?.code])).toEqual([
    ["changed", "S1", undefined],
    ["changed", "S2", undefined],
    ["unchanged", "S3", undefined],
    ["failed", null, "not-found"],
    ["failed", "S4", "invalid-values"],
    ["changed", "S1", undefined],
  ]);
  expect(await client.passes.get(nameOf("S1"))).toMatchObject({ values: { gate: "B1", note: "twice" }, revision: 2 });
  expect(await client.passes.get(nameOf("S2"))).toMatchObject({ values: { gate: "A2", note: "hello" }, voided: true });
  expect((await client.passes.get(nameOf("S3"))).revision).toBe(1);
});

test("scanners find what bulk work made, and what it changed by the new barcode alone", async () => {
  const world = await openApiWorld();
  const client = world.client();
  const barcodes = [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "SEAT-${gate}" }];
  await client.templates.upload("gate", await packApiTemplate({ barcodes }, { "template.json": SCANNED_SETTINGS }));
  await client.templates.publish("gate");
  const reasonOf = async (message: string) => (await client.scans.scan({ message, dryRun: true })).reason;
  await issue(world, ["A1", "A2", "B1"]);
  expect(await Promise.all(["SEAT-A1", "SEAT-A2", "SEAT-B1"].map(reasonOf))).toEqual([null, null, null]);

  const rows = await client.jobs.create({ kind: "update", templateId: "gate" });
  await client.jobs.send(rows.id, ndjson([{ externalId: "r1", values: { gate: "C1" } }]));
  expect(await Promise.all(["SEAT-A1", "SEAT-C1"].map(reasonOf))).toEqual(["unknown", null]);

  const where = { values: { gate: "B1" } };
  await untilEnd(
    world,
    await client.jobs.create({ kind: "segment", templateId: "gate", where, change: { values: { gate: "C2" } } }),
  );
  expect(await Promise.all(["SEAT-B1", "SEAT-C2"].map(reasonOf))).toEqual(["unknown", null]);

  const moved = [{ ...barcodes[0], message: "ROW-${gate}" }];
  await client.templates.upload("gate", await packApiTemplate({ barcodes: moved }, { "template.json": SCANNED_SETTINGS }));
  await client.templates.publish("gate");
  await untilEnd(world, await client.jobs.create({ kind: "roll-out", templateId: "gate" }));
  expect(await Promise.all(["SEAT-A2", "ROW-A2"].map(reasonOf))).toEqual(["unknown", null]);
});

test("a question changes the passes that it finds and no other, and a dry run says so before", async () => {
  const world = await openWorld();
  const client = world.client();
  await issue(world, ["A1", "A2", "B1", "B2", "A1"]);
  const request = {
    kind: "segment",
    templateId: "gate",
    where: { values: { gate: { in: ["A1", "B2"] } } },
    change: { values: { gate: "C1" } },
  } as const;
  const preview = await client.jobs.preview(request);
  expect(preview).toMatchObject({
    total: 5,
    looked: 5,
    complete: true,
    matched: 3,
    changed: 3,
    failed: 0,
    compared: 3,
    notified: 3,
  });
  expect(preview.sample[0]).toMatchObject({
    serialNumber: "S1",
    externalId: "r1",
    fields: [{ key: "gate", before: "A1", after: "C1", notification: "Gate changed to C1" }],
  });
  expect((await client.passes.get(nameOf("S1"))).revision).toBe(1);
  const done = await untilEnd(world, await client.jobs.create(request));
  expect(done).toMatchObject({ state: "finished", rows: 5, changed: 3, failed: 0 });
  const gates = await Promise.all(
    [1, 2, 3, 4, 5].map(async (number) => (await client.passes.get(nameOf(`S${number}`))).values["gate"]),
  );
  expect(gates).toEqual(["C1", "A2", "B1", "C1", "C1"]);
  const again = await untilEnd(world, await client.jobs.create(request));
  expect(again).toMatchObject({ changed: 0, unchanged: 0 });
});

test("a roll-out takes passes to the published version, and leaves those that cannot be built", async () => {
  const world = await openWorld();
  const client = world.client();
  await issue(world, ["A1", "A2", "TOO5"]);
  const settings = {
    name: "Gate",
    inputs: {
      type: "object",
      required: ["gate"],
      properties: { gate: { type: "string", maxLength: 2 }, note: { type: "string" } },
    },
    sample: { gate: "A1" },
  };
  const storeCard = { headerFields: [{ key: "gate", label: "Door", value: { $eval: "gate" } }] };
  await client.templates.upload("gate", await packApiTemplate({ storeCard }, { "template.json": JSON.stringify(settings) }));
  const published = await client.templates.publish("gate", { rollOut: { push: "none" } });
  expect(published.version).toBe(2);
  const job = await client.jobs.get(published.rollOutJob ?? "");
  const done = await untilEnd(world, job);
  expect(done).toMatchObject({ kind: "roll-out", state: "finished", changed: 2, failed: 1 });
  expect((await resultsOf(world, job, { failures: true }))[0]).toMatchObject({
    serialNumber: "S3",
    problem: { code: "invalid-values" },
  });
  expect((await client.passes.get(nameOf("S1"))).templateVersion).toBe(2);
  expect((await client.passes.get(nameOf("S3"))).templateVersion).toBe(1);
  const preview = await client.jobs.preview({ kind: "roll-out", templateId: "gate" });
  expect(preview).toMatchObject({ matched: 1, changed: 0, failed: 1 });
  expect(preview.failures[0]).toMatchObject({ serialNumber: "S3" });
});

test("passes go into one file, in the order that was asked for", async () => {
  const world = await openWorld();
  await issue(world, ["A1", "A2"]);
  const bytes = await world.client().bundle({ passes: [nameOf("S2"), { templateId: "gate", externalId: "r1" }] });
  const { passes } = await PassBundle.read(bytes);
  const serials = await Promise.all(passes.map(async ({ bytes: one }) => (await PassPackage.read(one)).data["serialNumber"]));
  expect(serials).toEqual(["S2", "S1"]);
  const answer = await world.ask("/bundles", { method: "POST", json: { passes: [nameOf("S1")], name: "trip" } });
  expect(answer.headers.get("content-type")).toBe("application/vnd.apple.pkpasses");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="trip.pkpasses"');
  await expect(world.client().bundle({ passes: [nameOf("S1"), nameOf("S1")] })).rejects.toMatchObject({ fault: "invalid-request" });
});
