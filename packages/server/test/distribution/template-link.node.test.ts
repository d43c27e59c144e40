import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiWorld, openApiWorld, packApiTemplate, publishGate } from "../api/support/api-world.ts";
import { newVisitor, onceOf, sendForm } from "./support/visit.ts";

let world: ApiWorld;
let end: () => Promise<void>;

beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
    flags: { "trusted-proxies": "1" },
  });
  await publishGate(world);
  await publish("club", {
    type: "object",
    required: ["gate", "name", "size", "visit", "born"],
    properties: {
      gate: { type: "string" },
      name: { type: "string", title: "Your name", description: "As on your card", maxLength: 40 },
      size: { type: "integer", minimum: 1, maximum: 9 },
      visit: { enum: ["morning", "evening"] },
      born: { type: "string", format: "date" },
      at: { type: "string", format: "date-time" },
      vip: { type: "boolean" },
      serialNumber: { type: "string" },
    },
    additionalProperties: false,
  });
}, 60_000);
afterAll(() => end());

async function publish(templateId: string, inputs: object): Promise<void> {
  const settings = { name: "Club", description: "Come in", inputs };
  const client = world.client();
  await client.templates.upload(templateId, await packApiTemplate({}, { "template.json": JSON.stringify(settings) }));
  await client.templates.publish(templateId);
}

/** Opens the page, fills its form in and sends it. */
async function getPass(url: string, fields: Readonly<Record<string, string>> = {}, headers: Record<string, string> = {}) {
  const page = await (await fetch(url)).text();
  return sendForm(url, { once: onceOf(page), show: "page", ...fields }, headers);
}

const passesOf = async (templateId: string) => (await world.client().passes.list({ templateId })).items;

test("looking makes nothing; the button makes one pass, with its source, and leads to its page", async () => {
  const { url, id } = await world.client().links.createForTemplate("gate", { values: { gate: "B7" }, source: "poster-3" });
  for (let looks = 0; looks < 3; looks += 1) expect((await fetch(url)).status).toBe(200);
  await fetch(url, { method: "HEAD" });
  expect(await passesOf("gate")).toEqual([]);
  const answer = await getPass(url);
  expect(answer.status).toBe(303);
  const [made, ...others] = await passesOf("gate");
  expect(others).toEqual([]);
  expect(made).toMatchObject({ values: { gate: "B7" }, source: "poster-3" });
  const page = await fetch(new URL(answer.headers.get("location") ?? "", url));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Gate: B7");
  const { items } = await world.client().links.list({ source: "poster-3" });
  expect(items.find((link) => link.id === id)).toMatchObject({ uses: 1, kind: "template" });
  expect(items.find((link) => link.serialNumber === made?.serialNumber)).toMatchObject({ kind: "pass", source: "poster-3" });
  expect((await world.client().audit()).items.find(({ actor }) => actor === id)).toMatchObject({ action: "createPass" });
});

test("a form that is sent twice, or many times at once, makes one pass", async () => {
  const { url } = await world.client().links.createForTemplate("gate", { values: { gate: "C1" } });
  const once = onceOf(await (await fetch(url)).text());
  const answers = await Promise.all(Array.from({ length: 6 }, () => sendForm(url, { once, show: "pass" })));
  const places = new Set(answers.map(({ headers }) => headers.get("location")));
  expect(places.size).toBe(1);
  expect([...places][0]).toMatch(/\/p\/[\w-]{32}\/pass\.pkpass$/u);
  expect((await passesOf("gate")).filter(({ values }) => values["gate"] === "C1")).toHaveLength(1);
});

test("a form without what tells it from others, with another's or a malformed one, makes nothing by itself", async () => {
  const { url } = await world.client().links.createForTemplate("gate", { values: { gate: "C2" } });
  for (const once of ["", "x", "../../x"]) expect((await sendForm(url, { once })).status).toBe(200);
  expect((await fetch(url, { method: "POST", body: "{}", headers: { "content-type": "application/json" } })).status).toBe(404);
  expect((await passesOf("gate")).filter(({ values }) => values["gate"] === "C2")).toEqual([]);
});

test("a form on somebody else's page makes nothing", async () => {
  const { url } = await world.client().links.createForTemplate("gate", { values: { gate: "C3" } });
  for (const site of ["cross-site", "same-site"]) expect((await getPass(url, {}, { "sec-fetch-site": site })).status).toBe(404);
  expect((await getPass(url, {}, { "sec-fetch-site": "same-origin" })).status).toBe(303);
});

test("of a link for two passes the third visitor gets none, and learns why", async () => {
  const { url } = await world.client().links.createForTemplate("gate", { values: { gate: "C4" }, maxUses: 2 });
  const onces = await Promise.all(Array.from({ length: 5 }, async () => onceOf(await (await fetch(url)).text())));
  const answers = await Promise.all(onces.map((once) => sendForm(url, { once })));
  expect(answers.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([303, 303, 410, 410, 410]);
  expect((await passesOf("gate")).filter(({ values }) => values["gate"] === "C4")).toHaveLength(2);
  expect((await fetch(url)).status).toBe(410);
});

test("the form asks for what is missing, in fields of the right kind with labels, and fills the values in", async () => {
  const { url } = await world
    .client()
    .links.createForTemplate("club", { values: { gate: "D1" }, ask: ["name", "size", "visit", "born", "at", "vip"] });
  const page = await (await fetch(url)).text();
  expect(page).toMatch(/<label for="f0"\s*><span dir="auto">Your name<\/span/u);
  expect(page).toMatch(/aria-describedby="f0-help"/u);
  expect(page).not.toMatch(/serialNumber|D1"/u);
  const fields = { f0: "Ada <b>", f1: "3", f2: "1", f3: "1815-12-10", f4: "2026-07-01T19:30", f5: "yes" };
  expect((await getPass(url, fields)).status).toBe(303);
  const [made] = await passesOf("club");
  expect(made?.values).toEqual({
    gate: "D1",
    name: "Ada <b>",
    size: 3,
    visit: "evening",
    born: "1815-12-10",
    at: "2026-07-01T19:30:00Z",
    vip: true,
  });
});

test("what does not fit is shown beside its field with what was written, and makes no pass", async () => {
  const { url } = await world.client().links.createForTemplate("club", { values: { gate: "D2" } });
  const answer = await getPass(url, { f0: '"><script>alert(1)</script>', f1: "99", f2: "7", f3: "never" });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const name of ["f1", "f2", "f3"]) expect(page).toMatch(new RegExp(`id="${name}-bad"`, "u"));
  expect(page).toContain("&quot;&gt;&lt;script&gt;");
  expect(page).not.toContain("<script");
  expect(page).toMatch(/role="alert"/u);
  const empty = await (await getPass(url, {})).text();
  expect(empty).toContain("Please fill this in.");
  expect((await passesOf("club")).filter(({ values }) => values["gate"] === "D2")).toEqual([]);
});

test("a visitor sets nothing that is not asked for", async () => {
  const { url } = await world.client().links.createForTemplate("gate", { values: { gate: "E1" } });
  const answer = await getPass(url, {
    gate: "HACK",
    note: "HACK",
    f0: "HACK",
    f1: "HACK",
    serialNumber: "HACK",
    __proto__: "HACK",
  });
  expect(answer.status).toBe(303);
  const made = (await passesOf("gate")).filter(({ values }) => values["gate"] === "E1");
  expect(made).toHaveLength(1);
  expect(JSON.stringify(made)).not.toContain("HACK");
});

test("a link that no visitor could use is refused to whoever makes it", async () => {
  const { links } = world.client();
  await publish("lists", {
    type: "object",
    required: ["gate", "guests"],
    properties: { gate: { type: "string" }, guests: { type: "array" } },
  });
  await expect(links.createForTemplate("lists", { values: { gate: "A" } })).rejects.toMatchObject({ fault: "invalid-values" });
  await expect(links.createForTemplate("gate", { ask: ["colour"] })).rejects.toMatchObject({ fault: "invalid-values" });
  await expect(links.createForTemplate("gate", { values: { gate: 7 } })).rejects.toMatchObject({ fault: "invalid-values" });
  await expect(links.createForTemplate("none")).rejects.toMatchObject({ fault: "not-found" });
});

test("no form asks for what is the issuer's to decide, even where the template requires it", async () => {
  const { links } = world.client();
  const properties = { gate: { type: "string" }, serialNumber: { type: "string" }, authenticationToken: { type: "string" } };
  await publish("own", { type: "object", required: ["gate", "serialNumber", "authenticationToken"], properties });
  const { url } = await links.createForTemplate("own");
  const page = await (await fetch(url)).text();
  expect([...page.matchAll(/name="(f\d+)"/gu)].map(([, name]) => name)).toEqual(["f0"]);
  await expect(links.createForTemplate("own", { ask: ["serialNumber"] })).rejects.toMatchObject({ fault: "invalid-values" });
});

test("one visitor makes so many passes and is then told to wait", async () => {
  const { url } = await world.client().links.createForTemplate("gate", { values: { gate: "F1" } });
  const statuses: number[] = [];
  let last: Response | undefined;
  const visitor = newVisitor();
  for (let tries = 0; tries < 40; tries += 1) {
    last = await getPass(url, {}, visitor);
    statuses.push(last.status);
    if (last.status === 429) break;
  }
  expect(statuses.at(-1)).toBe(429);
  expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("the page of a template is in the visitor's language, as far as its pass.strings go, and says whose pass it will be", async () => {
  const inputs = {
    type: "object",
    required: ["name", "when"],
    properties: {
      name: { type: "string", title: "Your name", description: "As on your card" },
      when: { enum: ["morning", "evening"], title: "When" },
    },
  };
  const words = { Tour: "Führung", "Come in": "Kommen Sie", "Your name": "Ihr Name", evening: "abends", Museum: "Das Museum" };
  const strings = Object.entries(words).map(([key, text]) => `"${key}" = "${text}";`);
  const settings = { name: "Tour", description: "Come in", inputs, sample: { name: "Ada", when: "evening" } };
  const client = world.client();
  // A signed barcode and a serial number are the server's to supply: without them nobody would be named.
  const barcodes = [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "${signedBarcode} ${serialNumber}" }];
  await client.templates.upload(
    "tour",
    await packApiTemplate(
      { organizationName: "Museum", barcodes, storeCard: { primaryFields: [{ key: "n", value: "${name}" }] } },
      { "template.json": JSON.stringify(settings), "de.lproj/pass.strings": strings.join("\n"), "en.lproj/pass.strings": "" },
    ),
  );
  await client.templates.publish("tour");
  const { url } = await client.links.createForTemplate("tour");
  const german = await (await fetch(url, { headers: { "accept-language": "de-AT" } })).text();
  for (const text of [
    "<h1>Führung</h1>",
    "Kommen Sie",
    "Ihr Name",
    ">abends</option>",
    ">morning</option>",
    "<bdi>Das Museum</bdi>",
  ]) {
    expect(german).toContain(text);
  }
  // What browsers fill in by themselves is told by its purpose.
  expect(german).toMatch(/<input type="text"[^>]* autocomplete="name"/u);
  expect(await (await fetch(url, { headers: { "accept-language": "fr" } })).text()).toContain("<h1>Tour</h1>");
  const answer = await getPass(`${url}?lang=de`, { f0: "Ada", f1: "1" });
  expect(answer.status).toBe(303);
  expect(await passesOf("tour")).toMatchObject([{ values: { name: "Ada", when: "evening" } }]);
});
