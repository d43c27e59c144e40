import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packFiles } from "@passwright/pass";
import { type ApiWorld, openApiWorld, packApiTemplate, PASS_TYPE, publishGate } from "../api/support/api-world.ts";

let world: ApiWorld;
let end: () => Promise<void>;
let serialNumber: string;
beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  await publishGate(world);
  serialNumber = (await world.client().passes.create({ templateId: "gate", values: { gate: "A1" } })).serialNumber;
}, 60_000);
afterAll(() => end());

const MB = 1024 * 1024;
const ZEROS = deflateRawSync(Buffer.alloc(400 * MB), { level: 9 });

/** Each way in which a template is uploaded. */
const UPLOADS: Readonly<
  Record<string, (bytes: Uint8Array) => { readonly body: BodyInit; readonly headers?: Record<string, string> }>
> = {
  "application/zip": (bytes) => ({ body: Buffer.from(bytes), headers: { "content-type": "application/zip" } }),
  "application/octet-stream": (bytes) => ({ body: Buffer.from(bytes), headers: { "content-type": "application/octet-stream" } }),
  "application/vnd.apple.pkpass": (bytes) => ({
    body: Buffer.from(bytes),
    headers: { "content-type": "application/vnd.apple.pkpass" },
  }),
  "a .zip in a form": (bytes) => ({ body: formOf("x.zip", bytes) }),
  "a .pkpasstemplate in a form": (bytes) => ({ body: formOf("x.pkpasstemplate", bytes) }),
  "a .pkpass in a form": (bytes) => ({ body: formOf("x.pkpass", bytes) }),
};

function formOf(name: string, bytes: Uint8Array): FormData {
  const form = new FormData();
  form.append("files", new Blob([Uint8Array.from(bytes)]), name);
  return form;
}

/** Archives that are small and unfold to much, each by a lie or a trick of its own. */
const BOMBS: Readonly<Record<string, () => Uint8Array>> = {
  "one entry of 400 MB": () => zipOf([{ name: "pass.json", data: ZEROS, size: 400 * MB }]),
  "one that says it is small": () => zipOf([{ name: "pass.json", data: ZEROS, size: 10 }]),
  "many that are one and the same": () =>
    zipOf(
      Array.from({ length: 900 }, (_, index) => ({
        name: `f${String(index).padStart(4, "0")}.txt`,
        data: ZEROS,
        size: 400 * MB,
        at: 0,
      })),
    ),
  "a hundred thousand of nothing": () =>
    zipOf(
      Array.from({ length: 60_000 }, (_, index) => ({
        name: `f${String(index).padStart(5, "0")}`,
        data: Buffer.alloc(0),
        size: 0,
      })),
    ),
};

test.each(Object.keys(BOMBS).flatMap((bomb) => Object.keys(UPLOADS).map((upload) => [bomb, upload] as const)))(
  "%s, sent as %s, is refused before it is unfolded",
  async (bomb, upload) => {
    const bytes = BOMBS[bomb]?.() ?? new Uint8Array();
    expect(bytes.length).toBeLessThan(10 * MB);
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const response = await world.ask("/templates/bomb", { method: "PUT", ...UPLOADS[upload]?.(bytes) });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ type: "urn:passwright:problem:invalid-template" });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * MB);
  },
  30_000,
);

test("an archive within a template is a file like any other: nobody unfolds it", async () => {
  const inner = BOMBS["one entry of 400 MB"]?.() ?? new Uint8Array();
  const nested = await packFiles({ "x.zip": inner, "y.pkpasstemplate": inner });
  const before = process.memoryUsage.rss();
  for (const upload of Object.keys(UPLOADS)) {
    const template = await packApiTemplate({}, { "inner.zip": inner, "deep.pkpasstemplate": nested });
    const response = await world.ask("/templates/nested", { method: "PUT", ...UPLOADS[upload]?.(template) });
    expect([200, 201, 422]).toContain(response.status);
    await response.arrayBuffer();
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(300 * MB);
}, 30_000);

test("a picture of a few bytes and a thousand million points is refused, in a template and of a pass", async () => {
  const picture = pngOf(32_000, 32_000);
  expect(picture.length).toBeLessThan(2 * MB);
  const before = process.memoryUsage.rss();
  const ofPass = await world.ask(`/passes/${PASS_TYPE}/${serialNumber}/images/thumbnail`, {
    method: "PUT",
    body: Buffer.from(picture),
    headers: { "content-type": "image/png" },
  });
  expect(ofPass.status).toBeGreaterThanOrEqual(400);
  expect(ofPass.status).toBeLessThan(500);
  const template = await packApiTemplate({}, { "icon.png": picture, "logo.png": picture });
  const response = await world.ask("/templates/picture", {
    method: "PUT",
    body: Buffer.from(template),
    headers: { "content-type": "application/zip" },
  });
  expect(response.status).toBeLessThan(500);
  for (const path of ["/templates/picture/preview", "/templates/picture/preview/picture"]) {
    const preview = await world.ask(path, { method: "POST", json: {} });
    expect(preview.status).toBeLessThan(500);
    await preview.arrayBuffer();
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(400 * MB);
}, 60_000);

interface Entry {
  readonly name: string;
  /** Deflated. */
  readonly data: Uint8Array;
  /** What is said of it. */
  readonly size: number;
  /** Where its local header is said to be; where it is when absent. */
  readonly at?: number;
}

/** A ZIP of entries that were deflated, which may say of themselves what is not so. */
function zipOf(entries: readonly Entry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, size, at } of entries) {
    const isShared = at !== undefined && parts.length > 0;
    if (!isShared) {
      parts.push(
        headerOf(0x04034b50, 30, [
          [4, 2, 20],
          [8, 2, 8],
          [18, 4, data.length],
          [22, 4, size],
          [26, 2, name.length],
        ]),
        Buffer.from(name),
        data,
      );
    }
    const head = headerOf(0x02014b50, 46, [
      [4, 2, 20],
      [6, 2, 20],
      [10, 2, 8],
      [20, 4, data.length],
      [24, 4, size],
      [28, 2, name.length],
      [42, 4, at ?? offset],
    ]);
    central.push(head, Buffer.from(name));
    if (!isShared) offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const last = headerOf(0x06054b50, 22, [
    [8, 2, entries.length],
    [10, 2, entries.length],
    [12, 4, directory.length],
    [16, 4, offset],
  ]);
  return Buffer.concat([...parts, directory, last]);
}

function headerOf(
  signature: number,
  length: number,
  fields: readonly (readonly [at: number, bytes: number, value: number])[],
): Uint8Array {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  for (const [at, width, value] of fields) bytes.writeUIntLE(value, at, width);
  return bytes;
}

/** A PNG in one colour, one bit a point. */
function pngOf(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const bytes = Buffer.alloc(8 + body.length);
    bytes.writeUInt32BE(data.length, 0);
    body.copy(bytes, 4);
    bytes.writeUInt32BE(crc32(body), 4 + body.length);
    return bytes;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width / 8 + 1) * height), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", new Uint8Array())]);
}
