import { spawn } from "node:child_process";
import { once } from "node:events";
import { rename } from "node:fs/promises";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { printFolder } from "../src/preview/folder-print.ts";
import { watchFolder } from "../src/preview/watch-folder.ts";
import { startPreview } from "./support/preview.ts";
import { cardSource, cardTemplate } from "./support/sources.ts";
import { createWorld } from "./support/world.ts";

const WAIT = { timeout: 15_000 };
const FRONT = "/picture/front.svg";

/** Events of a preview as they come, until the test ends. */
async function listen(url: string): Promise<string[]> {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const { body } = await fetch(new URL("/events", url), { signal: stop.signal });
  const texts: string[] = [];
  void (async () => {
    for await (const chunk of body!.pipeThrough(new TextDecoderStream())) texts.push(chunk);
  })().catch(() => undefined);
  return texts;
}

/** A request that says of itself what a browser would not let a page say. */
async function ask(url: string, options: { readonly host?: string; readonly method?: string }): Promise<number> {
  const { hostname, port } = new URL(url);
  const sent = request({
    hostname,
    port,
    path: "/state",
    method: options.method ?? "GET",
    headers: { host: options.host ?? `${hostname}:${port}` },
  });
  sent.end();
  const [response] = await once(sent, "response");
  response.resume();
  return response.statusCode;
}

describe("what is saved is drawn", () => {
  test("a saved file is an event, and the picture is another", async () => {
    const preview = await startPreview();
    const events = await listen(preview.url);
    const before = await (await preview.get(FRONT)).text();
    expect(before).toContain("Ada Lovelace");
    await preview.save("pass.json", cardSource({ description: "Grace's card", logoText: "Wavebreak" }).get("pass.json")!);
    await expect.poll(() => events.join(""), WAIT).toContain("event: version\ndata: 2\n\n");
    const after = await (await preview.get(FRONT)).text();
    expect(after).toContain("Wavebreak");
    expect(after).not.toBe(before);
  });

  test("a language that is added is there to be chosen, and texts are in it", async () => {
    const preview = await startPreview();
    expect((await preview.getJson("/state")).languages.map(({ tag }: { tag: string }) => tag)).toEqual(["de", "en"]);
    await preview.save("fr.lproj/pass.strings", '"member" = "Membre";');
    await expect.poll(async () => (await preview.getJson("/state")).languages, WAIT).toContainEqual({ tag: "fr", name: "French" });
    expect(await (await preview.get(`${FRONT}?locale=fr`)).text()).toContain("MEMBRE");
    expect(await (await preview.get(`${FRONT}?locale=de`)).text()).toContain("MITGLIED");
  });

  test("each side is told in words, with its size and the address of its picture", async () => {
    const preview = await startPreview();
    const { faces, version } = await preview.getJson("/faces?locale=de&width=402&dark=1&layout=scroll");
    expect(version).toBe(1);
    expect(faces).toMatchObject([
      { face: "front", width: 370, lines: expect.arrayContaining(["Mitglied: Ada Lovelace"]), notes: [] },
      { face: "back", width: 402, lines: expect.arrayContaining(["Contact: https://tern.club"]) },
      { face: "watch" },
    ]);
    for (const { source } of faces) expect((await preview.get(source)).headers.get("content-type")).toBe("image/svg+xml");
  });

  test("findings are those of the check, in its groups", async () => {
    const preview = await startPreview(cardSource({ foregroundColor: "#ff0000", teamIdentifier: undefined }));
    const { verdict, groups } = await preview.getJson("/state");
    const { json } = await preview.world.run(["check", "card.pass", "--json"]);
    const rules = new Set(json[0].findings.map(({ rule }: { rule: string }) => rule));
    expect(groups.map(({ rule }: { rule: string }) => rule)).toEqual([...rules]);
    expect(verdict).toMatchObject({ isGood: false, text: expect.stringContaining("not ready to be signed") });
    expect(groups[0].findings[0]).toMatchObject({ message: expect.any(String), fix: expect.any(String) });
  });

  test("a template is drawn with its sample values", async () => {
    const preview = await startPreview(cardTemplate());
    expect(await preview.getJson("/state")).toMatchObject({ isTemplate: true, problem: null });
    expect((await preview.getJson("/faces")).faces[0].lines.join()).toContain("Ada");
  });
});

describe("a folder in the middle of a save", () => {
  test("keeps its last picture while pass.json is broken, and says where", async () => {
    const preview = await startPreview();
    const before = await (await preview.get(FRONT)).text();
    await preview.save("pass.json", '{\n  "formatVersion": 1,\n  "description" "Card"\n}');
    await expect.poll(async () => (await preview.getJson("/state")).problem, WAIT).not.toBeNull();
    const { problem, hasPass, verdict } = await preview.getJson("/state");
    expect(problem).toEqual({ message: expect.any(String), file: "pass.json", line: 3, column: expect.any(Number) });
    expect(hasPass).toBe(true);
    expect(verdict.isGood).toBe(false);
    expect(await (await preview.get(FRONT)).text()).toBe(before);
    await preview.save("pass.json", cardSource({ logoText: "Mended" }).get("pass.json")!);
    await expect.poll(async () => (await preview.getJson("/state")).problem, WAIT).toBeNull();
    expect(await (await preview.get(FRONT)).text()).toContain("Mended");
  });

  test("that is a template says the same of it", async () => {
    const preview = await startPreview(cardTemplate());
    await preview.save("pass.json", "{\n  oops");
    await expect.poll(async () => (await preview.getJson("/state")).problem, WAIT).toMatchObject({ file: "pass.json", line: 2 });
    expect(await preview.getJson("/state")).toMatchObject({ hasPass: true, verdict: null });
  });

  test("is waited for when it goes away, and drawn when it is back", async () => {
    const preview = await startPreview();
    const [here, away] = ["card.pass", "elsewhere"].map((name) => join(preview.world.folder, name)) as [string, string];
    await rename(here, away);
    await expect.poll(async () => (await preview.getJson("/state")).problem?.message, WAIT).toContain("The folder is gone");
    expect((await preview.get(FRONT)).status).toBe(200);
    await rename(away, here);
    await expect.poll(async () => (await preview.getJson("/state")).problem, WAIT).toBeNull();
    await preview.save("pass.json", cardSource({ logoText: "Back again" }).get("pass.json")!);
    await expect.poll(async () => (await preview.get(FRONT)).text(), WAIT).toContain("Back again");
  });

  test("that never made a pass is no end of it", async () => {
    const preview = await startPreview(new Map([["pass.json", "no JSON"]]));
    expect(await preview.getJson("/state")).toMatchObject({ hasPass: false, problem: { line: 1 } });
    expect((await preview.getJson("/faces")).faces).toEqual([]);
    expect((await preview.get(FRONT)).status).toBe(404);
    await preview.save("pass.json", "{}");
    await expect.poll(async () => (await preview.getJson("/faces")).faces.length, WAIT).toBe(3);
    expect((await preview.getJson("/faces")).faces[0].problem).toContain("no style");
  });

  test("changes are seen without the system's events too, in folders below, and many at once are one", async () => {
    const world = await createWorld();
    await world.writeAll("source", new Map([["en.lproj/pass.strings", ""]]));
    const [path, stop] = [join(world.folder, "source"), new AbortController()];
    let changes = 0;
    const watching = watchFolder(path, await printFolder(path), async () => void (changes += 1), {
      signal: stop.signal,
      useEvents: false,
      pollMs: 10,
    });
    await world.writeAll(
      "source",
      new Map([
        ["a", "1"],
        ["b", "2"],
        ["en.lproj/pass.strings", "3"],
      ]),
    );
    await expect.poll(() => changes, WAIT).toBeGreaterThan(0);
    const seen = changes;
    await world.write("source/en.lproj/deeper/x", "4");
    await expect.poll(() => changes, WAIT).toBeGreaterThan(seen);
    stop.abort();
    await watching;
    // What no pass is read from is no change.
    const print = await printFolder(path);
    await world.write("source/.git/x", "5");
    await world.write("source/.git/x", "6");
    expect(await printFolder(path)).not.toBe(print);
    const known = await printFolder(path);
    await world.write("source/.git/x", "77");
    expect(await printFolder(path)).toBe(known);
    expect(await printFolder(join(path, "nowhere"))).toBeNull();
  });
});

describe("the page is for this machine and its own pages", () => {
  test("a name that leads here is another address", async () => {
    const { url } = await startPreview();
    const { port } = new URL(url);
    expect(await ask(url, {})).toBe(200);
    expect(await ask(url, { host: `localhost:${port}` })).toBe(200);
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", `127.0.0.1.evil.example:${port}`]) {
      expect(await ask(url, { host })).toBe(421);
    }
  });

  test("what another site asks for is refused, and nothing can be sent", async () => {
    const { url, get } = await startPreview();
    for (const site of ["cross-site", "same-site"]) {
      for (const path of ["/state", "/faces", FRONT, "/events"]) {
        expect((await get(path, { "sec-fetch-site": site })).status).toBe(403);
      }
      expect((await get("/", { "sec-fetch-site": site })).status).toBe(200);
    }
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) expect(await ask(url, { method })).toBe(405);
    expect((await fetch(new URL("/state", url), { method: "HEAD" })).status).toBe(200);
    const { headers } = await get("/state");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });

  test("it listens on the loopback alone", async () => {
    const { url } = await startPreview();
    expect(new URL(url).hostname).toBe("127.0.0.1");
    await expect(fetch(`http://[::1]:${new URL(url).port}/`)).rejects.toThrow();
  });

  test("it may run its own script and load from its own server, and its files load nothing from elsewhere", async () => {
    const { get } = await startPreview();
    const page = await get("/");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//u);
    expect(html).not.toContain("innerHTML");
    expect((await get(FRONT)).headers.get("content-security-policy")).toContain("sandbox");
  });

  test.each([
    "/faces?locale=not%20a%20tag",
    "/faces?width=391",
    "/faces?layout=stack",
    "/faces?dark=yes",
    `${FRONT}?locale=../../etc`,
  ])("a view that the page has no switch for is refused: %s", async (path) => {
    const { get } = await startPreview();
    expect((await get(path)).status).toBe(400);
  });

  test.each(["/favicon.ico", "/picture/pass.json.svg", "/picture/../pass.json", "/%2e%2e/%2e%2e/etc/passwd", "//evil.example/"])(
    "there is nothing at %s",
    async (path) => {
      const { url } = await startPreview();
      const { hostname, port } = new URL(url);
      const sent = request({ hostname, port, path });
      sent.end();
      const [response] = await once(sent, "response");
      response.resume();
      expect([404, 400]).toContain(response.statusCode);
    },
  );

  test("hostile names and texts come as data, and languages that are none are left out", async () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const source = cardSource({ description: hostile, organizationName: hostile, [`</script>${hostile}`]: 1 });
    source.set(`${hostile.replaceAll("/", "")}.lproj/pass.strings`, '"member" = "x";');
    source.set("Base.lproj/pass.strings", '"member" = "x";');
    const preview = await startPreview(source, { name: "<b>card</b>".replace("/", "") });
    expect(await (await preview.get("/")).text()).not.toContain("onerror=");
    const state = await preview.get("/state");
    expect(state.headers.get("content-type")).toBe("application/json");
    expect(state.headers.get("x-content-type-options")).toBe("nosniff");
    const { name, languages } = await state.json();
    expect(name).toBe("<b>card<b>");
    expect(languages.map(({ tag }: { tag: string }) => tag)).not.toContain(expect.stringContaining("<"));
    expect(await (await preview.get(FRONT)).text()).not.toContain("<img");
  });
});

describe("the command", () => {
  test("says where the page is, at each change what was drawn, and Ctrl-C ends it well", { timeout: 60_000 }, async () => {
    const world = await createWorld();
    await world.writeAll("card.pass", cardSource());
    const bin = join(import.meta.dirname, "../src/bin.ts");
    const args = ["--conditions=@passwright/source", bin, "preview", "card.pass", "--json", "--locale", "de-AT"];
    const child = spawn(process.execPath, args, {
      cwd: world.folder,
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ended = once(child, "close");
    // oxlint-disable-next-line typescript/no-explicit-any -- as the test expects them to be
    const lines: any[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => lines.push(JSON.parse(line)));
    await expect.poll(() => lines, { timeout: 30_000 }).toHaveLength(1);
    expect(lines[0]).toMatchObject({ event: "listening", version: 1, problem: null, languages: ["de", "en"], errors: 0 });
    const { initial } = await (await fetch(`${lines[0].url}state`)).json();
    expect(initial).toBe("de-AT");
    await world.write("card.pass/pass.json", "{");
    await expect.poll(() => lines, WAIT).toHaveLength(2);
    expect(lines[1]).toMatchObject({ event: "drawn", version: 2, problem: { file: "pass.json", line: 1 } });
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(0);
  });

  test("is called wrongly with what is no source folder", async () => {
    const world = await createWorld();
    await world.write("ticket.pkpass", "PK");
    await world.write("empty/readme", "");
    expect(await world.run(["preview", "nowhere"])).toMatchObject({ code: 2, stderr: expect.stringContaining("no such folder") });
    expect(await world.run(["preview", "empty"])).toMatchObject({ code: 2, stderr: expect.stringContaining("passwright new") });
    expect(await world.run(["preview", "ticket.pkpass"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("passwright render"),
    });
    expect(await world.run(["preview", "empty", "--port", "99999"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no port"),
    });
  });
});
