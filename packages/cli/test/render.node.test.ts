import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { PassPackage } from "@passwright/pass";
import { PHONES } from "../src/render/screen-width.ts";
import { signedCard } from "./support/passes.ts";
import { cardSource, cardTemplate } from "./support/sources.ts";
import { createWorld, type World } from "./support/world.ts";

async function cardWorld(): Promise<World> {
  const world = await createWorld();
  await world.write("card.pkpass", await signedCard());
  await world.writeAll("card.pass", cardSource());
  return world;
}

/** Width and height of a PNG, pixels. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

const IN_UTC = ["--time-zone", "UTC"] as const;

describe("what is drawn", () => {
  test("a pass becomes an SVG of its front beside where one works, whatever holds it", async () => {
    const world = await cardWorld();
    const { code, stdout, stderr } = await world.run(["render", "card.pkpass"]);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "",
      stderr: "card.front.svg: front of card.pkpass, 358 × 503 points\n",
    });
    const file = await world.readText("card.front.svg");
    expect(file).toMatch(/^<svg .*Ada Lovelace/su);
    const others = [["card.pass"], ["-"]];
    for (const args of others) {
      const { bytes } = await world.run(["render", ...args, "-o", "-"], { stdin: await signedCard() });
      expect(new TextDecoder().decode(bytes)).toBe(file);
    }
  });

  test("a template is drawn with its sample values", async () => {
    const world = await createWorld();
    await world.writeAll("card.pass", cardTemplate());
    expect((await world.run(["render", "card.pass", "--describe"])).stdout).toContain("Ada");
  });

  test("each side, in the language, size and look that are asked for", async () => {
    const world = await cardWorld();
    const args = ["render", "card.pkpass", "--front", "--back", "--watch", "-o", "pictures/", "--locale", "de", "--json"];
    const { json } = await world.run([...args, "--width", "iphone-16-pro", ...IN_UTC]);
    expect(json).toMatchObject([
      {
        face: "front",
        file: "pictures/card.front.svg",
        width: 370,
        lines: expect.arrayContaining(["Mitglied: Ada Lovelace"]),
        findings: [],
      },
      { face: "back", file: "pictures/card.back.svg", width: 402, lines: expect.arrayContaining(["Contact: https://tern.club"]) },
      { face: "watch", file: "pictures/card.watch.svg" },
    ]);
    expect(await world.list("pictures")).toEqual(["card.back.svg", "card.front.svg", "card.watch.svg"]);
    const light = await world.readText("pictures/card.back.svg");
    await world.run([...args, "--dark", "--force"]);
    expect(await world.readText("pictures/card.back.svg")).not.toBe(light);
  });

  test("the ending of the name tells the format, and the scale how large a PNG is", async () => {
    const world = await cardWorld();
    await world.run(["render", "card.pkpass", "-o", "a.png"]);
    await world.run(["render", "card.pkpass", "-o", "b.png", "--scale", "3"]);
    const { bytes } = await world.run(["render", "card.pkpass", "-o", "-", "--format", "png", "--scale", "1"]);
    expect([await world.read("a.png"), await world.read("b.png"), bytes].map(sizeOf)).toEqual([
      [716, 1006],
      [1074, 1509],
      [358, 503],
    ]);
  });

  test("the Watch shows a card of the carousel, or all of the pass", async () => {
    const world = await cardWorld();
    const heights: number[] = [];
    for (const layout of ["carousel", "scroll"]) {
      const { json } = await world.run(["render", "card.pkpass", "--watch", "--layout", layout, "--json", "-o", `${layout}.svg`]);
      heights.push(json[0].height);
    }
    expect(heights[0]).not.toBe(heights[1]);
  });

  test("in words it is what is written, in reading order, and nothing is written to a file", async () => {
    const world = await cardWorld();
    const { stdout, code } = await world.run(["render", "card.pkpass", "--front", "--back", "--describe", "--locale", "de"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Pass: .*\n[^]*Mitglied: Ada Lovelace\nPunkte: 42\n\n[^]*Contact: https:\/\/tern\.club\n/u);
    expect(await world.list()).toEqual(["card.pass", "card.pkpass"]);
  });

  test("texts of a pass are shown, never obeyed", async () => {
    const world = await createWorld();
    await world.writeAll("card.pass", cardSource({ logoText: "\u001b]0;owned\u0007<script>alert(1)</script>" }));
    const { stdout } = await world.run(["render", "card.pass", "--describe"]);
    expect(stdout).not.toContain("\u001b");
    const { bytes } = await world.run(["render", "card.pass", "-o", "-"]);
    expect(new TextDecoder().decode(bytes)).not.toContain("<script");
  });
});

describe("notices", () => {
  test("an update is told in the words of the field that changed, on phone and Watch", async () => {
    const world = await cardWorld();
    const points = { secondaryFields: [{ key: "points", label: "points", value: 57, changeMessage: "You have %@ points" }] };
    await world.write("new.pkpass", await signedCard({ generic: { ...card().generic, ...points } }));
    const { json } = await world.run(["render", "new.pkpass", "--notice", "--before", "card.pkpass", "--json", "-o", "notice.png"]);
    expect(json[0]).toMatchObject({ face: "notice", lines: ["Tern Club", "You have 57 points"] });
    const watch = await world.run(["render", "new.pkpass", "--notice", "--device", "watch", "--before", "card.pass", "--describe"]);
    expect(watch.stdout).toContain("You have 57 points\nView pass");
  });

  test("a silent update has no picture, and the way to learn why is told", async () => {
    const world = await cardWorld();
    const { code, stderr } = await world.run(["render", "card.pkpass", "--notice", "--before", "card.pass"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("passwright diff") });
  });

  test("what makes a pass relevant is what the lock screen says", async () => {
    const world = await createWorld();
    const places = [{ latitude: 59.9, longitude: 10.7, relevantText: "member" }];
    await world.writeAll("near.pass", cardSource({ locations: places }));
    expect((await world.run(["render", "near.pass", "--notice", "--describe", "--locale", "de"])).stdout).toContain("Mitglied");
    const event = { generic: undefined, eventTicket: card().generic, relevantDate: "2029-06-01T19:00+02:00" };
    await world.writeAll("soon.pass", cardSource(event));
    const soon = await world.run(["render", "soon.pass", "--notice", "--describe", ...IN_UTC]);
    expect(soon).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("5:00") });
    const { code, stderr } = await world.run(["render", "soon.pass", "--notice", "--now", "2026-01-01", "--describe"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await world.writeAll("mute.pass", cardSource());
    expect(await world.run(["render", "mute.pass", "--notice"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("says nothing of when or where"),
    });
  });
});

describe("many passes", () => {
  test("of a bundle go into a folder, or the one that is asked for", async () => {
    const world = await createWorld();
    await world.write("0.pkpass", await signedCard());
    await world.write("1.pkpass", await signedCard({ serialNumber: "S-2", logoText: "Second" }));
    await world.run(["bundle", "0.pkpass", "1.pkpass", "-o", "family.pkpasses"]);
    const { code, stderr } = await world.run(["render", "family.pkpasses"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("--pass N") });
    await world.run(["render", "family.pkpasses", "-o", "all/"]);
    expect(await world.list("all")).toEqual(["family-1-S-1.front.svg", "family-2-S-2.front.svg"]);
    await world.run(["render", "family.pkpasses", "--pass", "2", "-o", "second.svg"]);
    expect(await world.readText("second.svg")).toContain("Second");
    expect(await world.run(["render", "family.pkpasses", "--pass", "3"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there are 2 passes"),
    });
  });

  test("of a bundle are drawn though one of them cannot be", async () => {
    const world = await createWorld();
    const bare = await PassPackage.fromFiles(cardSource({ generic: undefined })).toBytes();
    const members = new Map([
      ["1.pkpass", bare],
      ["2.pkpass", await signedCard({ logoText: "Second" })],
    ]);
    await world.write("family.pkpasses", await PassPackage.fromFiles(members).toBytes());
    const { code, stderr } = await world.run(["render", "family.pkpasses", "-o", "all/"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error: family.pkpasses!1.pkpass: ");
    expect(await world.list("all")).toEqual(["family-2.front.svg"]);
    const paper = await world.run(["pdf", "family.pkpasses", "--json"]);
    expect(paper).toMatchObject({ code: 1, json: [{ failed: 1, passes: ["family.pkpasses!2.pkpass"] }] });
  });

  test("a bad one does not stop the others; names that are alike stay apart", async () => {
    const world = await createWorld();
    const folders = ["a", "b", "c", "d"];
    for (const folder of folders) await world.write(`passes/${folder}/card.pkpass`, await signedCard());
    await world.write("passes/b/card.pkpass", "no archive");
    await world.write("passes/c/card.pkpass", await PassPackage.fromFiles(cardSource({ generic: undefined })).toBytes());
    const { code, stderr } = await world.run(["render", "passes", "-o", "out"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error: passes/b/card.pkpass: ");
    expect(stderr).toContain("ERR_RENDER_NO_STYLE");
    expect(stderr).toContain("2 pictures of 4 files, 2 passes could not be drawn");
    expect(await world.list("out")).toEqual(["card-2.front.svg", "card.front.svg"]);
  });

  test("progress is drawn on a terminal", async () => {
    const world = await createWorld({ isTerminal: true });
    const bytes = await signedCard();
    for (const name of ["a", "b", "c", "d"]) await world.write(`passes/${name}.pkpass`, bytes);
    expect((await world.run(["render", "passes", "-o", "out"])).stderr).not.toContain("front of passes");
  });

  test("what a picture leaves out is told on standard error and in JSON", async () => {
    const world = await createWorld();
    const arabic = { primaryFields: [{ key: "name", label: "member", value: "مرحبا" }] };
    await world.writeAll("card.pass", cardSource({ generic: arabic }));
    const { code, stderr } = await world.run(["render", "card.pass"]);
    expect(code).toBe(0);
    expect(stderr.replaceAll(/\s+/gu, " ")).toContain("text-missing-glyphs");
    const { json } = await world.run(["render", "card.pass", "--json", "--force"]);
    expect(json[0].findings).toContainEqual(expect.objectContaining({ rule: "text-missing-glyphs", where: { file: "pass.json" } }));
    const font = new URL(import.meta.resolve("@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff"));
    const drawn = await world.run(["render", "card.pass", "--json", "--force", "--font", font.pathname]);
    expect(drawn.json[0].findings).toEqual([]);
  });

  test("a picture of an emoji is taken out of the folder of them", async () => {
    const world = await createWorld();
    await world.writeAll("card.pass", cardSource({ logoText: "🎉" }));
    await world.write("emoji/1f389.svg", '<svg viewBox="0 0 36 36"><path fill="#DD2E44" d="M11 7l5 0l-3 9z"/></svg>');
    const { json } = await world.run(["render", "card.pass", "--json", "--emoji", "emoji"]);
    expect(json[0].findings).toEqual([]);
    expect(await world.readText("card.front.svg")).toContain("#dd2e44");
  });
});

describe("addresses", () => {
  test("a pass is fetched and called after its address; what is no pass is told", async () => {
    const card = await signedCard();
    const server = createServer((request, response) => {
      if (request.url?.startsWith("/my%20card.pkpass") === true) response.writeHead(200).end(card);
      else response.writeHead(404).end("nothing here");
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const world = await createWorld();
    expect(await world.run(["render", `${base}/my%20card.pkpass?token=1`], { fetch })).toMatchObject({ code: 0 });
    expect(await world.list()).toEqual(["my_card.front.svg"]);
    expect(await world.run(["render", `${base}/gone.pkpass`], { fetch })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("404"),
    });
  });
});

describe("called wrongly", () => {
  test.each([
    [["--width", "400"], "440 (iphone-16-pro-max)"],
    [["--scale", "4"], "is not 1, 2 or 3"],
    [["--layout", "round"], "carousel"],
    [["--locale", "not a tag"], "language tag"],
    [["--time-zone", "Mars"], "time zone"],
    [["--before", "card.pkpass"], "Add --notice"],
    [["--device", "watch"], "Add --notice"],
    [["-o", "card.jpg"], "pictures are .svg or .png"],
    [["-o", "card.svg", "--format", "png"], "do not fit"],
    [["--front", "--back"], "need a folder"],
    [["--front", "--back", "-o", "card.svg"], "room for one picture"],
    [["--describe", "-o", "card.svg"], "--describe prints words"],
    [["--font", "nowhere.ttf"], "no such file"],
    [["--font", "card.pkpass"], "ERR_RENDER_FONT_INVALID"],
    [["--emoji", "nowhere"], "no such folder"],
    [["--pass", "0"], "whole number"],
    [["--notice", "--before", "nowhere.pkpass"], "no such file"],
  ])("%j", async (args, words) => {
    const world = await createWorld();
    await world.write("card.pkpass", await signedCard());
    const { code, stdout, stderr } = await world.run(["render", "card.pkpass", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  test("a file that is there is kept, and nothing is written to a terminal", async () => {
    const world = await cardWorld();
    await world.write("card.front.svg", "mine");
    expect(await world.run(["render", "card.pkpass"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--force") });
    expect(await world.readText("card.front.svg")).toBe("mine");
    expect((await world.run(["render", "card.pkpass", "--force"])).code).toBe(0);
    const terminal = await createWorld({ isTerminal: true });
    await terminal.write("card.pkpass", await signedCard());
    expect(await terminal.run(["render", "card.pkpass", "-o", "-"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("a terminal"),
    });
  });
});

test("each phone is known by its name and by its points", async () => {
  const { FACE_WIDTHS } = await import("@passwright/render");
  expect(Object.values(PHONES).map(String).toSorted()).toEqual(Object.keys(FACE_WIDTHS).toSorted());
});

/** The card's pass.json. */
function card() {
  return JSON.parse(String(cardSource().get("pass.json"))) as { generic: Record<string, unknown> };
}
