import { afterAll, beforeAll, expect, test } from "vitest";
import { API_LIMITS } from "../../src/api/contract/schemas/api-limits.ts";
import { createMintLink } from "../../src/client/create-mint-link.ts";
import { type ApiWorld, openApiWorld, packApiTemplate, PASS_TYPE, SCANNED, SCANNED_SETTINGS } from "../api/support/api-world.ts";
import { OPERATIONS, type Objects } from "../api/support/operations.ts";
import { ownObjects } from "../api/support/own-objects.ts";
import { type RawRequest, sendEndless } from "./support/raw-request.ts";

/** Short, so that the tests are. */
const LIMITS = { requestTimeout: 1200, headersTimeout: 1000, longBodyTimeout: 1200, longBodyBytes: 1000, drainBytes: 64 * 1024 };
/** A connection must be gone by then. */
const PATIENCE_MS = LIMITS.requestTimeout + 4000;

let world: ApiWorld;
let end: () => Promise<void>;
let objects: Objects;
let pages: readonly string[];
beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
    flags: { "smtp-url": "smtp://localhost:1", "mail-from": "passes@example.com", "api-burst": "100000", "api-rate": "10000" },
    limits: LIMITS,
  });
  const client = world.client();
  await client.templates.upload("gate", await packApiTemplate(SCANNED, { "template.json": SCANNED_SETTINGS }));
  await client.templates.publish("gate");
  objects = { ...(await ownObjects(world)), projectId: "default", certificateId: "none" };
  const pass = { passTypeIdentifier: PASS_TYPE, serialNumber: objects["serialNumber"] ?? "" };
  const { key } = await client.links.createMintKey();
  pages = [
    (await client.links.createForTemplate("gate")).url,
    (await client.links.createForPass(pass)).url,
    await createMintLink({ server: world.server.origin, key, templateId: "gate", values: { gate: "A1" } }),
  ].map((url) => new URL(url).pathname);
}, 60_000);
afterAll(() => end());

interface Route extends RawRequest {
  readonly name: string;
  readonly kind: "json" | "template" | "image" | "rows" | "none" | "outside";
}

function kindOf(types: readonly string[]): Route["kind"] {
  if (types.length === 0) return "none";
  if (types.includes("application/json")) return "json";
  if (types.includes("application/zip")) return "template";
  return types.includes("image/png") ? "image" : "rows";
}

/** Every address of the server, with each type of body that it takes: those of the API out of its description. */
function allRoutes(key: string | null): readonly Route[] {
  const { origin } = world.server;
  const api = OPERATIONS.flatMap(({ id, method, path, content }) => {
    const types = content.map(({ type }) => type);
    return (types.length === 0 ? ["application/json"] : types).map((type): Route => ({
      name: `${id} ${type}`,
      kind: kindOf(types),
      origin,
      method,
      path: `/api${path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(objects[name] ?? "x"))}`,
      headers: { "content-type": type, ...(key !== null && { authorization: `Bearer ${key}` }) },
    }));
  });
  const { serialNumber } = objects;
  const others = [
    ["POST", `/wallet/v1/devices/device-1/registrations/${PASS_TYPE}/${serialNumber}`],
    ["DELETE", `/wallet/v1/devices/device-1/registrations/${PASS_TYPE}/${serialNumber}`],
    ["GET", `/wallet/v1/passes/${PASS_TYPE}/${serialNumber}`],
    ["POST", `/wallet/v1/passes/${PASS_TYPE}/${serialNumber}/personalize`],
    ["POST", "/wallet/v1/log"],
    ...pages.flatMap((path) => [
      ["POST", path],
      ["GET", path],
    ]),
    ["POST", "/.well-known/jwks.json"],
    ["POST", "/metrics"],
    ["POST", "/nowhere"],
  ] as const;
  const outside = others.map(([method = "", path = ""]): Route => {
    const type = pages.includes(path) ? "application/x-www-form-urlencoded" : "application/json";
    const headers = { "content-type": type, authorization: "ApplePass 0123456789abcdef0123" };
    return { name: `${method} ${path}`, kind: "outside", origin, method, path, headers };
  });
  return [...api, ...outside];
}

const withHeaders = (route: Route, headers: Readonly<Record<string, string>>): RawRequest => ({
  ...route,
  headers: { ...route.headers, ...headers },
});

test("the description names routes with each kind of body", () => {
  const kinds = new Set(allRoutes(null).map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(["json", "template", "image", "rows", "none", "outside"]));
});

test(
  "a body that comes byte by byte is ended in time at every address, and others are served meanwhile",
  { timeout: 60_000 },
  async () => {
    const drip = { more: () => Buffer.from(" "), everyMs: 60 };
    const slow = [world.adminKey, null].flatMap((key) =>
      allRoutes(key).flatMap((route) =>
        [{ "content-length": "900" }, { "transfer-encoding": "chunked" }].map(async (framing) => ({
          route,
          isKnown: key !== null,
          end: await sendEndless(withHeaders(route, framing), drip),
        })),
      ),
    );
    expect(slow.length).toBeGreaterThan(300);
    // All of them are open now, and wait.
    await new Promise((resolve) => void setTimeout(resolve, 300));
    const started = performance.now();
    for (let index = 0; index < 20; index += 1) {
      expect((await world.ask("/pass-types")).status).toBe(200);
      expect((await fetch(`${world.server.origin}/healthz`)).status).toBe(200);
    }
    expect(performance.now() - started).toBeLessThan(PATIENCE_MS);
    const ends = await Promise.all(slow);
    expect(ends.filter(({ end: { ms } }) => ms > PATIENCE_MS).map(({ route }) => route.name)).toEqual([]);
    // Who had a key, and was waited for, was told; nobody was let in by what came.
    const waited = ends.filter(
      ({ isKnown, route: { kind, name } }) => isKnown && kind !== "outside" && !name.startsWith("getDescription"),
    );
    const wrong = waited.filter(({ route: { kind }, end: { status } }) => status !== (kind === "rows" ? 400 : 408));
    expect(wrong.map(({ route: { name }, end: { status } }) => `${name}: ${status}`)).toEqual([]);
    expect(world.logText()).not.toContain('"level":"error"');
  },
);

test("a body that is announced as larger than anything is refused at once at every address", { timeout: 60_000 }, async () => {
  const silent = { more: () => null, everyMs: 1000 };
  const routes = allRoutes(world.adminKey).filter(({ kind }) => kind !== "rows");
  const ends = await Promise.all(
    routes.map(async (route) => ({
      route,
      end: await sendEndless(withHeaders(route, { "content-length": "999999999999" }), silent),
    })),
  );
  const wrong = ends.filter(({ route: { kind, name }, end: { status, ms } }) => {
    if (ms > PATIENCE_MS) return true;
    return kind !== "outside" && !name.startsWith("getDescription") && status !== 413;
  });
  expect(wrong.map(({ route: { name }, end: { status, ms } }) => `${name}: ${status} ${ms}`)).toEqual([]);
});

/** What may lie between two programs on one machine, sent and not yet read. */
const BUFFERED = 12 * 1024 * 1024;

const MOST: Readonly<Record<Route["kind"], number>> = {
  json: API_LIMITS.jsonBytes,
  none: LIMITS.drainBytes,
  image: API_LIMITS.imageBytes,
  template: API_LIMITS.templateBytes,
  rows: 0,
  outside: LIMITS.drainBytes + 8 * 1024 * 1024,
};

test("a body without an end is read no further than its limit at every address", { timeout: 60_000 }, async () => {
  const piece = Buffer.alloc(64 * 1024, " ");
  const before = process.memoryUsage.rss();
  // Some at a time: each of them fills the buffers of the machine.
  const left = allRoutes(world.adminKey).filter(({ kind }) => kind !== "rows");
  const wrong: string[] = [];
  const work = async () => {
    for (let route = left.pop(); route !== undefined; route = left.pop()) {
      const most = MOST[route.kind] + BUFFERED;
      let sent = 0;
      const more = () => {
        if (sent > most) return null;
        sent += piece.length;
        return piece;
      };
      const ended = await sendEndless(withHeaders(route, { "transfer-encoding": "chunked" }), { more, everyMs: 0 });
      if (ended.sent > most || ended.ms > PATIENCE_MS) wrong.push(`${route.name}: ${ended.sent} bytes, ${ended.ms} ms`);
      // The answer may be lost behind what was still being written; where one came it says why.
      const isRead = route.kind !== "outside" && !route.name.startsWith("getDescription");
      if (isRead && ![413, 408, null].includes(ended.status)) wrong.push(`${route.name}: ${ended.status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  expect(wrong).toEqual([]);
  expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 1024 * 1024);
});

test("one row without an end takes no memory, and fails alone", { timeout: 60_000 }, async () => {
  const { id } = await world.client().jobs.create({ kind: "create", templateId: "gate" });
  const pieces = 128;
  let left = pieces;
  const before = process.memoryUsage.rss();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      left -= 1;
      if (left === 0) controller.enqueue(Buffer.from('"}}\n{"values":{"gate":"A1"}}\n'));
      else if (left < 0) controller.close();
      else controller.enqueue(Buffer.from((left === pieces - 1 ? '{"values":{"gate":"' : "") + "x".repeat(1024 * 1024)));
    },
  });
  const answer = await world.ask(`/jobs/${id}/rows`, {
    method: "POST",
    body,
    headers: { "content-type": "application/x-ndjson" },
    duplex: "half",
  } as RequestInit);
  expect(await answer.json()).toMatchObject({ state: "finished", created: 1, failed: 1 });
  expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024);
});
