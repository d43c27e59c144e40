import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApiWorld,
  FOREIGN_TYPE,
  openApiWorld,
  packApiTemplate,
  PASS_TYPE,
  SCANNED,
  SCANNED_SETTINGS,
} from "../api/support/api-world.ts";
import { askFor, bodyOf, type Objects, type Operation, OPERATIONS } from "../api/support/operations.ts";
import { ownObjects } from "../api/support/own-objects.ts";
import { putAt, textPlacesOf, textsOf } from "./support/text-places.ts";

/** Texts that some program once took for more than a text. */
const HOSTILE = [
  "' OR '1'='1",
  "x'); DROP TABLE passes; --",
  "$1; SELECT pg_sleep(5) --",
  "../../../../etc/passwd",
  "..%2f..%2fsecret",
  "x\r\nset-cookie: canary=1\r\n\r\n<p>",
  'x"}\r\n{"level":"error","event":"canary-forged"}',
  "\u0000",
  "\u001b[2J\u2028\u202e",
  "__proto__",
  "constructor",
  "<script>alert(1)</script>{{7*7}}${7*7}",
  "\ud800",
  "9".repeat(400),
  "x".repeat(20_000),
] as const;

let world: ApiWorld;
let end: () => Promise<void>;
let template: Uint8Array;
let foreignKey: string;
beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
    flags: {
      "smtp-url": "smtp://localhost:1",
      "mail-from": "passes@example.com",
      "api-burst": "1000000",
      "api-rate": "100000",
      "log-level": "debug",
    },
  });
  template = await packApiTemplate(SCANNED, { "template.json": SCANNED_SETTINGS });
  await world.client().templates.upload("gate", template);
  await world.client().templates.publish("gate");
  const { access } = world.server.storage;
  await access.createProject({ id: "other", name: "Other", createdAt: 1 });
  await access.assignPassType(FOREIGN_TYPE, "other");
  foreignKey = await world.makeKey(["admin"], "other");
  const other = world.client(foreignKey);
  const foreign = await packApiTemplate({ ...SCANNED, passTypeIdentifier: FOREIGN_TYPE }, { "template.json": SCANNED_SETTINGS });
  await other.templates.upload("foreign", foreign);
  await other.templates.publish("foreign");
  await other.passes.create({ templateId: "foreign", values: { gate: "A1" }, externalId: "x" });
  await other.webhooks.create({ url: "http://127.0.0.1:1025/foreign" });
  await other.links.createForTemplate("foreign");
}, 60_000);
afterAll(() => end());

/** All that another project has, and a pass of this one that nobody names. */
async function readBystanders(bystander: { readonly passTypeIdentifier: string; readonly serialNumber: string }): Promise<string> {
  const other = world.client(foreignKey);
  return JSON.stringify([
    await other.passes.list(),
    await other.templates.list(),
    await other.webhooks.list(),
    await other.links.list(),
    (await other.keys.list()).items.map(({ id, name, scopes, revokedAt }) => [id, name, scopes, revokedAt]),
    await world.client().passes.get(bystander),
  ]);
}

interface Hostile {
  readonly where: string;
  readonly ask: (objects: Objects) => Promise<Response>;
}

/** Each text at each place of an operation that takes one. */
function hostileRequests(operation: Operation): readonly Hostile[] {
  const key = world.adminKey;
  const send = (given: Parameters<typeof askFor>[2]) => askFor(operation, { world, template }, given);
  return HOSTILE.flatMap((text) => {
    const parameters = operation.parameters.flatMap(({ name, in: place }): readonly Hostile[] => {
      // No address holds half a character.
      if (place === "path" && !text.isWellFormed()) return [];
      if (place === "path")
        return [{ where: `path ${name}`, ask: (objects) => send({ key, objects: { ...objects, [name]: text } }) }];
      if (place !== "query") return [];
      const query = `?${new URLSearchParams({ [name]: text }).toString()}`;
      return [{ where: `query ${name}`, ask: (objects) => send({ key, objects, query }) }];
    });
    const described = operation.content.flatMap(({ type, schema }) => (type === "application/json" ? textPlacesOf(schema) : []));
    // What the schema leaves open, such as the values of a pass, is seen in the body of the table.
    const given = described.length === 0 ? [] : textsOf(bodyOf(operation.id, {}));
    const places = [...new Map([...described, ...given].map((place) => [place.join("\0"), place])).values()];
    const fields = places.map((place): Hostile => ({
      where: `body ${place.join(".")}`,
      ask: (objects) => send({ key, objects, json: putAt(bodyOf(operation.id, objects), place, text) }),
    }));
    return [...parameters, ...fields];
  });
}

/** Whose answers never end. */
const LASTING: ReadonlySet<string> = new Set(["watchJob"]);

test("every operation with a text in its path, its query or its body is walked over", () => {
  const places = new Map(OPERATIONS.map((operation) => [operation.id, hostileRequests(operation).length / HOSTILE.length]));
  expect(places.get("createPass")).toBeGreaterThan(5);
  expect(places.get("createWebhook")).toBeGreaterThan(3);
  expect(places.get("listPasses")).toBeGreaterThan(5);
  const none = OPERATIONS.filter(({ parameters, content }) => parameters.length + content.length > 0).filter(
    ({ id }) => places.get(id) === 0,
  );
  // Their bodies are no JSON, or hold no text, and their paths no name.
  expect(none.map(({ id }) => id)).toEqual([]);
});

test(
  "no text at any place of any operation fails the server, reaches another object, a header, a prototype or a line of the log",
  { timeout: 240_000 },
  async () => {
    const bystander = await world.client().passes.create({ templateId: "gate", values: { gate: "B9" }, externalId: "bystander" });
    const before = await readBystanders(bystander);
    const objects = await ownObjects(world);
    const certificateId = (await world.client().certificates.request({ passTypeIdentifier: PASS_TYPE, commonName: "Example" })).id;
    const all: Objects = { ...objects, projectId: "default", certificateId };
    const wrong: string[] = [];
    let asked = 0;
    const left = OPERATIONS.filter(({ id }) => !LASTING.has(id)).flatMap((operation) =>
      hostileRequests(operation).map((request) => ({ operation, request })),
    );
    const work = async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) {
        const { operation, request } = one;
        const name = `${operation.id}, ${request.where}`;
        const answer = await request.ask(all).catch((error: unknown) => String(error));
        if (typeof answer === "string") {
          wrong.push(`${name}: ${answer}`);
          continue;
        }
        const text = await answer.text();
        asked += 1;
        if (answer.status >= 500) wrong.push(`${name}: ${answer.status} ${text}`);
        if (answer.status >= 400 && answer.headers.get("content-type") !== "application/problem+json")
          wrong.push(`${name}: no problem`);
        if (answer.headers.get("set-cookie") !== null) wrong.push(`${name}: a header`);
        if (text.includes("root:") || text.includes(FOREIGN_TYPE)) wrong.push(`${name}: what is another's`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    // Devices, too, say what they like, and at this level each of their lines is logged.
    for (const text of HOSTILE) {
      const body = JSON.stringify({ logs: [text] });
      expect((await fetch(`${world.server.webServiceURL}/v1/log`, { method: "POST", body })).status).toBeLessThan(500);
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(2000);
    expect(await readBystanders(bystander)).toBe(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
    const lines = world.logText().trimEnd().split("\n");
    for (const line of lines) expect((JSON.parse(line) as { readonly event: string }).event).not.toContain("canary");
    // oxlint-disable-next-line no-control-regex
    expect(world.logText()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028]/u);
    expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  },
);
