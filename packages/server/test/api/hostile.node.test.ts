import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assert, asyncProperty, json, nat, oneof, string } from "fast-check";
import { API_RATES } from "../../src/api/rate-limits.ts";
import { type ApiWorld, openApiWorld, packApiTemplate, PASS_TYPE, publishGate } from "./support/api-world.ts";

let world: ApiWorld;
let end: () => Promise<void>;
beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  await publishGate(world);
}, 60_000);
afterAll(() => end());

async function problemOf(response: Response): Promise<string> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const { type, requestId } = (await response.json()) as { readonly type: string; readonly requestId: string };
  expect(requestId).toBe(response.headers.get("x-request-id"));
  return type.replace("urn:passwright:problem:", "");
}

const post = (path: string, json: unknown) => world.ask(path, { method: "POST", json });
const postText = (path: string, body: string, type = "application/json") =>
  world.ask(path, { method: "POST", body, headers: { "content-type": type } });

describe("bodies", () => {
  test.each([
    ["no JSON", "{", "invalid-request"],
    ["no UTF-8", "\u0000", "invalid-request"],
    ["a list", "[]", "invalid-request"],
    ["a text", '"x"', "invalid-request"],
    ["nothing", "", "invalid-request"],
    ["__proto__", '{"templateId":"gate","values":{"gate":"A1"},"__proto__":{"admin":true}}', "invalid-request"],
    ["__proto__ inside", '{"templateId":"gate","values":{"gate":"A1","note":{"__proto__":{"a":1}}}}', "invalid-request"],
    ["__proto__ escaped", '{"templateId":"gate","values":{"\\u005f_proto__":{"gate":"A1"}}}', "invalid-request"],
    ["constructor", '{"templateId":"gate","values":{"gate":"A1"},"constructor":{}}', "invalid-request"],
    ["an unknown member", '{"templateId":"gate","values":{"gate":"A1"},"voided":true}', "invalid-request"],
    ["a path as template", '{"templateId":"../gate"}', "invalid-request"],
    ["a serial number with a slash", '{"templateId":"gate","values":{"gate":"A1"},"serialNumber":"a/b"}', "invalid-request"],
    ["a serial number of dots", '{"templateId":"gate","values":{"gate":"A1"},"serialNumber":".."}', "invalid-request"],
    ["line breaks in an external id", '{"templateId":"gate","values":{"gate":"A1"},"externalId":"a\\r\\nx: y"}', "invalid-request"],
    ["NUL in an external id", '{"templateId":"gate","values":{"gate":"A1"},"externalId":"a\\u0000"}', "invalid-request"],
    ["a date that is none", '{"templateId":"gate","values":{"gate":"A1"},"expiresAt":"2026-02-30T00:00:00Z"}', "invalid-request"],
    [
      "a date beyond all",
      '{"templateId":"gate","values":{"gate":"A1"},"expiresAt":"9999-12-31T23:59:59-23:00"}',
      "invalid-request",
    ],
    ["values of another kind", '{"templateId":"gate","values":{"gate":7}}', "invalid-values"],
    ["values that nobody asked for", '{"templateId":"gate","values":{"gate":"A1","other":1}}', "invalid-values"],
  ])("%s", async (_, body, problem) => {
    expect(await problemOf(await postText("/passes", body))).toBe(problem);
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  });

  test("that nest without end are refused and harm nothing", async () => {
    const deep = `{"templateId":"gate","values":{"gate":"A1","note":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`;
    expect((await postText("/passes", deep)).status).toBeGreaterThanOrEqual(400);
    expect(await problemOf(await postText("/passes", deep))).toBe("invalid-request");
    const shallow = `{"templateId":"gate","values":{"gate":"A1","note":"${"[".repeat(1000)}\\"[["}}`;
    expect((await postText("/passes", shallow)).status).toBe(201);
  });

  test("above the limit are refused, announced or not", async () => {
    const big = `{"templateId":"${"x".repeat(1024 * 1024)}"}`;
    expect(await problemOf(await postText("/passes", big))).toBe("body-too-large");
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(" ".repeat(65_536))),
    });
    const endless = world.ask("/passes", {
      method: "POST",
      body: stream,
      headers: { "content-type": "application/json" },
      duplex: "half",
    } as RequestInit);
    const ended = await endless.then(
      ({ status }) => status,
      () => "closed",
    );
    expect([413, "closed"]).toContain(ended);
  });

  test("of another type are refused", async () => {
    expect(await problemOf(await postText("/passes", "a=b", "application/x-www-form-urlencoded"))).toBe("unsupported-media-type");
    const upload = await world.ask("/templates/gate", { method: "PUT", body: "x", headers: { "content-type": "text/html" } });
    expect(await problemOf(upload)).toBe("unsupported-media-type");
  });

  test("whatever they hold, the answer is a problem or a pass, never a failure of the server", async () => {
    await assert(
      asyncProperty(oneof(json(), string()), async (body) => {
        const { status } = await postText("/passes", body);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});

describe("paths, parameters and headers", () => {
  test.each([
    "/passes/..%2f..%2fkeys/x",
    "/passes/%00/x",
    "/passes/pass.com.example.api/%zz",
    `/passes/pass.com.example.api/${"a".repeat(5000)}`,
    "/passes/pass.com.example.api/' OR 1=1 --",
    "/passes/pass.com.example.api/x%0d%0aset-cookie:a=b",
    "/templates/__proto__",
    "/templates/constructor",
    "/keys/..",
    "//keys",
    "/keys/",
    "/",
  ])("%s names nothing", async (path) => {
    const response = await world.ask(path);
    expect([404, 405]).toContain(response.status);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test.each([
    "limit=0",
    "limit=101",
    "limit=1e9",
    "limit=1&limit=2",
    "cursor=zzz",
    "cursor=W10",
    "__proto__=1",
    "voided=maybe",
    "order=1;DROP TABLE passes",
  ])("?%s is refused", async (query) => {
    expect(await problemOf(await world.ask(`/passes?${query}`))).toBe("invalid-request");
  });

  test("SQL in texts is text", async () => {
    const text = "x'); DROP TABLE pass_records; --";
    const created = await post("/passes", { templateId: "gate", values: { gate: "A1" }, externalId: text });
    expect(created.status).toBe(201);
    const { items } = await world.client().passes.list({ externalId: text });
    expect(items).toHaveLength(1);
    expect((await world.client().passes.list({ externalId: "x' OR '1'='1" })).items).toEqual([]);
  });

  test("an idempotency key that no header should hold is refused", async () => {
    const headers = { "idempotency-key": "a b", "content-type": "application/json" };
    const response = await world.ask("/passes", { method: "POST", headers, body: '{"templateId":"gate","values":{"gate":"A1"}}' });
    expect(await problemOf(response)).toBe("invalid-request");
  });

  test("pages of other origins are told nothing", async () => {
    const preflight = await world.ask("/passes", { method: "OPTIONS", key: null, headers: { origin: "https://evil.example" } });
    expect(preflight.status).toBe(401);
    const answer = await world.ask("/passes", { headers: { origin: "https://evil.example" } });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("another method is told which there are", async () => {
    const response = await world.ask("/passes", { method: "DELETE" });
    expect(response.headers.get("allow")).toBe("POST, GET");
    expect(await problemOf(response)).toBe("method-not-allowed");
  });
});

describe("templates", () => {
  const upload = (body: Uint8Array | FormData, type: string | null = "application/zip") =>
    world.ask("/templates/hostile", {
      method: "PUT",
      body: body instanceof FormData ? body : Buffer.from(body),
      ...(type === null ? {} : { headers: { "content-type": type } }),
    });

  test("that are no ZIP, or none of a template, are refused with what is wrong", async () => {
    expect(await problemOf(await upload(new Uint8Array(100)))).toBe("invalid-template");
    expect(
      await problemOf(await upload(await packApiTemplate({ storeCard: { headerFields: [{ key: "a", value: { $eval: "((" } }] } }))),
    ).toBe("invalid-template");
    expect(await problemOf(await upload(await packApiTemplate({ passTypeIdentifier: { $eval: "type" } })))).toBe(
      "invalid-template",
    );
  });

  test("that unpack to far more than they are, are refused", async () => {
    const bomb = await packApiTemplate({}, { "bomb.txt": new Uint8Array(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problemOf(await upload(bomb))).toBe("invalid-template");
  });

  test("whose patterns or references would run for ever are refused", async () => {
    const settings = { inputs: { type: "object", properties: { gate: { type: "string", pattern: "^(a+)+$" } } } };
    const files = { "template.json": JSON.stringify(settings) };
    expect(await problemOf(await upload(await packApiTemplate({}, files)))).toBe("invalid-template");
  });

  test("in a form may not leave their folder", async () => {
    const form = new FormData();
    form.set("pass.json", JSON.stringify({ passTypeIdentifier: PASS_TYPE }));
    form.append("files", new Blob(["x"]), "../../etc/passwd");
    expect(await problemOf(await upload(form, null))).toBe("invalid-template");
  });

  test("in a form that is none are refused", async () => {
    expect(await problemOf(await upload(new TextEncoder().encode("x"), "multipart/form-data; boundary=a"))).toBe("invalid-request");
    expect(await problemOf(await upload(new TextEncoder().encode("x"), "multipart/form-data"))).toBe("invalid-request");
  });

  test("with any byte changed never end in a failure of the server", { timeout: 60_000 }, async () => {
    const whole = await packApiTemplate();
    await assert(
      asyncProperty(nat(whole.length - 1), nat(255), async (index, value) => {
        const broken = whole.slice();
        broken[index] = value;
        expect((await upload(broken)).status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});

test("a body that comes a byte now and then holds nothing up", async () => {
  const { port } = new URL(world.server.origin);
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(
    `POST /api/passes HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${world.adminKey}\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{`,
  );
  expect((await world.ask("/keys")).status).toBe(200);
  socket.destroy();
});

test("a key that asks without pause is told to wait, and so is a stranger", async () => {
  const limited = await world.makeKey(["read"]);
  const statuses = new Set<number>();
  for (let sent = 0; sent < API_RATES.keyBurst * 2 && !statuses.has(429); sent += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.ask("/pass-types", { key: limited })));
    for (const answer of answers) {
      statuses.add(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      await answer.arrayBuffer();
    }
  }
  const strangers = await Promise.all(Array.from({ length: API_RATES.strangerBurst * 3 }, () => world.ask("/keys", { key: "x" })));
  expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([401, 429]));
  // Whoever has a key is not held back by those who have none.
  expect((await world.ask("/keys")).status).toBe(200);
});
