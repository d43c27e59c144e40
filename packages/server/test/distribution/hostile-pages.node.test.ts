import * as fc from "fast-check";
import { expect, test } from "vitest";
import { deviceKindOf } from "../../src/distribution/pages/device-kind.ts";
import { chooseLanguages } from "../../src/distribution/pages/choose-language.ts";
import { fieldsToAsk, type FormField, readForm } from "../../src/distribution/pages/input-form.ts";
import { framePage } from "../../src/distribution/pages/page-frame.ts";
import { LANGUAGES } from "../../src/distribution/pages/page-words.ts";
import { passPage } from "../../src/distribution/pages/pass-page.ts";
import { templatePage } from "../../src/distribution/pages/template-page.ts";
import { PassTemplate } from "@passwright/pass";
import { openApiWorld, publishGate } from "../api/support/api-world.ts";
import { onceOf, rawGet, sendForm } from "./support/visit.ts";

const { words } = LANGUAGES.en;

/** Texts that try to be more than text. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        "<",
        ">",
        "&",
        "`",
        "\0",
        "\r\n",
        "</title>",
        "</style>",
        "<!--",
        "-->",
        "<script>",
        " onload=",
        "javascript:",
        "]]>",
        "\u2028",
        "\ud800",
        "\u202e",
        "{name}",
        "$&",
        "&lt;",
        "<svg/onload=x>",
        "x",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

/** The page without its texts and the values of its attributes: what a browser makes elements and attributes of. */
function skeletonOf(page: string): string {
  const open = page.replaceAll(/"[^"]*"/gu, '""');
  return [...open.matchAll(/<[^>]*>/gu)].map(([tag]) => tag).join("");
}

function showPass(text: string): string {
  const shown = {
    title: text,
    heading: text,
    organization: `x${text}`,
    lines: [`x${text}`, text],
    language: "en",
    width: 358,
    height: 503,
    hasFrames: true,
  };
  const device = deviceKindOf({});
  const rest = { words, device, isInsideApp: false, base: "token", query: "", badge: null, googleWallet: null, qr: null };
  return framePage("en", passPage({ shown, ...rest }));
}

function field(text: string, kind: FormField["kind"]): FormField {
  const none = {
    pattern: null,
    minimum: null,
    maximum: null,
    minLength: null,
    maxLength: null,
    default: undefined,
    example: undefined,
  };
  return { name: `f-${kind}`, path: [text], kind, required: true, title: text, description: text, choices: [text, "b"], ...none };
}

function showForm(text: string): string {
  const fields = (["text", "choice", "boolean", "list", "date"] as const).map((kind) => field(text, kind));
  const entries = new Map(fields.map(({ name, kind }) => [name, kind === "choice" || kind === "boolean" ? "" : text]));
  const faults = new Map(fields.map(({ name }) => [name, "wrong"] as const));
  return framePage(
    "en",
    templatePage({
      title: text,
      description: text,
      organization: `x${text}`,
      words,
      device: "iphone",
      query: "",
      fields,
      entries,
      faults,
      once: "o",
    }),
  );
}

test("whatever a pass, a template or a visitor writes, the page has the same elements and attributes", () => {
  const plain = { pass: skeletonOf(showPass("a")), form: skeletonOf(showForm("a")) };
  fc.assert(
    fc.property(hostile, (text) => {
      expect(skeletonOf(showPass(text))).toBe(plain.pass);
      expect(skeletonOf(showForm(text))).toBe(plain.form);
    }),
    { numRuns: 400 },
  );
});

test("whatever a browser sends as language, only a tag of a language comes of it", () => {
  fc.assert(
    fc.property(fc.option(hostile), hostile, (lang, header) => {
      const { page, pass, chosen } = chooseLanguages(lang, header);
      expect(Object.keys(LANGUAGES)).toContain(page);
      expect(pass.length).toBeLessThanOrEqual(3);
      for (const tag of [...pass, chosen ?? "en"]) expect(tag).toMatch(/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu);
    }),
  );
});

test("whatever a visitor sends, values come of the asked fields alone, and prototypes stay as they are", async () => {
  const inputs = {
    type: "object",
    required: ["a", "o"],
    properties: {
      a: { type: "string" },
      o: { type: "object", required: ["__proto__"], properties: JSON.parse('{"__proto__":{"type":"string"}}') as object },
      secret: { type: "string" },
    },
  };
  const template = await PassTemplate.fromFiles({ "pass.json": "{}", "template.json": JSON.stringify({ inputs }) });
  const fields = fieldsToAsk(template, {}, null);
  expect(fields.map(({ path }) => path)).toEqual([["a"], ["o", "__proto__"]]);
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.constantFrom("f0", "f1", "secret", "a", "__proto__"), hostile), hostile), (sent) => {
      const { values } = readForm(fields, new Map(Object.entries(sent)), () => 0);
      for (const name of Object.keys(values)) expect(["a", "o"]).toContain(name);
      expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
    }),
  );
});

test("behind a path of the public URL every address has it, and none is of the request", async () => {
  const world = await openApiWorld({ flags: { "public-url": "https://passes.example.com/shop", "trusted-proxies": "1" } });
  await publishGate(await shopWorld(world));
  const { url } = await (await shopWorld(world)).client().links.createForTemplate("gate", { values: { gate: "B7" } });
  expect(url).toMatch(/^https:\/\/passes\.example\.com\/shop\/p\/[\w-]{32}$/u);
  const local = url.replace("https://passes.example.com", world.server.origin);
  const lying = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-prefix": "/evil" };
  const page = await rawGet(local, lying);
  expect(page.status).toBe(200);
  expect(JSON.stringify(page)).not.toContain("evil");
  const made = await sendForm(
    `${local}?lang=//evil.example`,
    { once: onceOf(page.body), show: "//evil.example", next: "//evil.example" },
    { ...lying },
  );
  expect(made.headers.get("location")).toMatch(/^\/shop\/p\/[\w-]{32}$/u);
  for (const path of [
    "//evil.example/p/x",
    "/p/x",
    "/shop/p//evil",
    "/shop/m/1.x.y.z",
    "/shop/p/%00",
    "/shop/p/-/../../secret",
    "/shop/p/-/en.svg",
  ]) {
    const answer = await rawGet(`${world.server.origin}${path}`, {});
    expect(answer.status).toBe(404);
    expect(answer.headers["location"]).toBeUndefined();
  }
}, 60_000);

/** The API of that world is below the path as well. */
async function shopWorld(world: Awaited<ReturnType<typeof openApiWorld>>) {
  const { createIssuerClient } = await import("../../src/client/index.ts");
  const client = () => createIssuerClient({ server: `${world.server.origin}/shop`, apiKey: world.adminKey });
  return { ...world, client };
}
