import { expect, test } from "vitest";
import { joinChunks, PassBundle } from "@passwright/pass";
import { placeCredentials, SIGNING, TRUST } from "./support/credentials.ts";
import { signedCard } from "./support/passes.ts";
import { cardSource } from "./support/sources.ts";
import { createWorld, type World, type WorldOptions } from "./support/world.ts";

async function passWorld(options?: WorldOptions): Promise<World> {
  const world = await createWorld(options);
  await placeCredentials(world);
  await world.write("card.pkpass", await signedCard());
  return world;
}

const BOARDING = {
  generic: undefined,
  logoText: "Tern Air",
  relevantDate: "2030-06-01T09:40:00+01:00",
  boardingPass: {
    transitType: "PKTransitTypeAir",
    headerFields: [{ key: "gate", label: "GATE", value: "F12" }],
    primaryFields: [
      { key: "from", label: "Lisbon", value: "LIS" },
      { key: "to", label: "Oslo", value: "OSL" },
    ],
    auxiliaryFields: [
      {
        key: "boarding",
        label: "BOARDING",
        value: "2030-06-01T09:40:00+01:00",
        timeStyle: "PKDateStyleShort",
        dateStyle: "PKDateStyleNone",
      },
      { key: "seat", label: "SEAT", value: "14C" },
    ],
    secondaryFields: [
      { key: "passenger", label: "PASSENGER", value: "Ada Lovelace-Byron of Ockham, Countess, and her whole travelling household" },
    ],
    backFields: [{ key: "terms", label: "Terms", value: "First line\nSecond line" }],
  },
  barcodes: [{ format: "PKBarcodeFormatAztec", message: "M1LOVELACE/ADA", messageEncoding: "iso-8859-1", altText: "LOVELACE" }],
};

test("show draws a card that can be read", async () => {
  const world = await passWorld();
  await world.write("flight.pkpass", await signedCard(BOARDING));
  const { code, stdout } = await world.run(["show", "flight.pkpass", "--time-zone", "Europe/Oslo"]);
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "╭────────────────────────────────────────────────────────────────╮
    │ Tern Air                                              GATE F12 │
    │                                                                │
    │ Lisbon                                                    Oslo │
    │ LIS                           →                            OSL │
    │                                                                │
    │ BOARDING                          SEAT                         │
    │ 10:40 AM                          14C                          │
    │                                                                │
    │ PASSENGER                                                      │
    │ Ada Lovelace-Byron of Ockham, Countess, and her whole          │
    │ travelling household                                           │
    │                                                                │
    │ ▌▐▌  M1LOVELACE/ADA                                            │
    │      Aztec, shown with "LOVELACE"                              │
    ╰────────────────────────────────────────────────────────────────╯
      languages: en, de (shown: en)

      Back
      Terms
        First line
        Second line
      boardingPass, flight.pkpass (passwright check verifies it)
    "
  `);
});

test("show speaks the language that is asked for", async () => {
  const world = await passWorld();
  expect((await world.run(["show", "card.pkpass", "--locale", "de"])).stdout).toContain("│ Mitglied  ");
  expect((await world.run(["show", "card.pkpass", "--locale", "de_AT"])).stdout).toContain("│ Mitglied  ");
  expect((await world.run(["show", "card.pkpass"])).stdout).toContain("│ Member  ");
});

test("show reads folders, bundles and standard input; an object a pass and line for programs", async () => {
  const world = await passWorld();
  await world.writeAll("card.pass", cardSource());
  const bundle = await PassBundle.create([await signedCard(), await signedCard({ serialNumber: "S-2", voided: true })]);
  await world.write("two.pkpasses", joinChunks(bundle.toChunks()));
  const { json } = await world.run(["show", "card.pass", "two.pkpasses", "-", "--json"], { stdin: await signedCard() });
  expect(json.map(({ file, title, style }) => [file, title, style])).toEqual([
    ["card.pass", "Tern Club", "generic"],
    ["two.pkpasses!1-S-1.pkpass", "Tern Club", "generic"],
    ["two.pkpasses!2-S-2.pkpass", "Tern Club", "generic"],
    ["-", "Tern Club", "generic"],
  ]);
  expect((await world.run(["show", "two.pkpasses", "--no-back"])).stdout).toContain("voided");
});

test.each(["boardingPass", "coupon", "eventTicket", "generic", "storeCard", "posterGeneric"])(
  "new %s makes a template that builds, installs and shows",
  async (style) => {
    const world = await createWorld();
    const made = await world.run([
      "new",
      style,
      "mine.pass",
      "--pass-type",
      "pass.com.tern",
      "--team",
      "A1B2C3D4E5",
      "--organization",
      "Tern",
    ]);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain("passwright build mine.pass --throwaway");
    expect(await world.run(["build", "mine.pass", "--throwaway", "authority"])).toMatchObject({ code: 0 });
    const { json, code } = await world.run(["check", "mine.pkpass", "--trust", "authority/root.pem", "--json"]);
    expect(json).toMatchObject([{ installs: "yes" }]);
    expect(json[0].findings.filter(({ severity }: { severity: string }) => severity !== "info")).toEqual([]);
    expect(code).toBe(0);
    const shown = await world.run(["show", "mine.pkpass"]);
    const rows = shown.stdout.split("\n").filter((line) => line.startsWith("│"));
    expect(rows.length).toBeGreaterThan(6);
    expect(new Set(rows.map((line) => line.length))).toEqual(new Set([66]));
  },
);

test("new fills no folder that holds something, and names the styles there are", async () => {
  const world = await createWorld();
  await world.write("mine.pass/thesis.txt", "years of work");
  expect(await world.run(["new", "generic", "mine.pass"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("mine.pass is not empty"),
  });
  expect(await world.run(["new", "generic", "mine.pass", "--force", "--json"])).toMatchObject({
    code: 0,
    json: [expect.objectContaining({ style: "generic" })],
  });
  expect(await world.readText("mine.pass/thesis.txt")).toBe("years of work");
  expect(await world.run(["new", "concert", "other.pass"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("eventTicket"),
  });
});

test("unpack, change, sign: what unpack --source writes can be signed again", async () => {
  const world = await passWorld();
  const unpacked = await world.run(["unpack", "card.pkpass", "--source", "--json"]);
  expect(unpacked).toMatchObject({ code: 0, json: [{ folder: "card.pass" }] });
  expect(await world.list("card.pass")).not.toEqual(expect.arrayContaining(["signature"]));
  await world.write("card.pass/pass.json", (await world.readText("card.pass/pass.json")).replace("Ada Lovelace", "Grace Hopper"));
  expect(await world.run(["sign", "card.pass", ...SIGNING, "-o", "new.pkpass"])).toMatchObject({ code: 0 });
  expect(await world.run(["check", "new.pkpass", ...TRUST])).toMatchObject({ code: 0 });
  expect((await world.run(["show", "new.pkpass"])).stdout).toContain("Grace Hopper");
});

test("unpack gives all files of a pass and all passes of a bundle, and fills no folder that holds something", async () => {
  const world = await passWorld();
  await world.run(["unpack", "card.pkpass", "-o", "files"]);
  expect(await world.list("files")).toEqual(expect.arrayContaining(["manifest.json", "signature", "pass.json", "en.lproj"]));
  expect(await world.run(["unpack", "card.pkpass", "-o", "files"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("files is not empty"),
  });
  const bundle = await PassBundle.create([await signedCard()]);
  await world.write("one.pkpasses", joinChunks(bundle.toChunks()));
  await world.run(["unpack", "one.pkpasses"]);
  expect(await world.list("one")).toEqual(["1-S-1.pkpass"]);
  expect(await world.run(["check", "one/1-S-1.pkpass", ...TRUST])).toMatchObject({ code: 0 });
});

test("unpack writes nothing outside of its folder", async () => {
  const world = await passWorld();
  const script =
    "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], 'w'); z.writestr('pass.json', '{}'); z.writestr('../evil.txt', 'x'); z.close()";
  const { run } = await import("./support/credentials.ts");
  await run("python3", ["-c", script, `${world.folder}/evil.pkpass`]);
  const { code, stderr } = await world.run(["unpack", "evil.pkpass"]);
  expect(code).toBe(1);
  expect(stderr).toContain("left out ../evil.txt: its path would leave the folder");
  expect(await world.list("evil.pass")).toEqual(["pass.json"]);
  expect(await world.list()).not.toContain("evil.txt");
});

test("bundle packs signed passes in their order", async () => {
  const world = await passWorld();
  await world.write("second.pkpass", await signedCard({ serialNumber: "S-2" }));
  const { code, json } = await world.run(["bundle", "second.pkpass", "card.pkpass", "-o", "both.pkpasses", "--json"]);
  expect(code).toBe(0);
  expect(json).toEqual([
    {
      file: "both.pkpasses",
      bytes: expect.any(Number),
      passes: [
        { path: "1-S-2.pkpass", from: "second.pkpass" },
        { path: "2-S-1.pkpass", from: "card.pkpass" },
      ],
    },
  ]);
  expect(await world.run(["check", "both.pkpasses", ...TRUST])).toMatchObject({ code: 0 });
  const piped = await world.run(["bundle", "card.pkpass", "-o", "-"]);
  expect((await world.run(["check", "-", "--json", ...TRUST], { stdin: piped.bytes })).json.map(({ file }) => file)).toEqual([
    "-",
    "-!1-S-1.pkpass",
  ]);
});

test("bundle refuses what is no bundle: two of one pass, a folder, an unsigned pass, none", async () => {
  const world = await passWorld();
  await world.writeAll("card.pass", cardSource());
  await world.run(["build", "card.pass", "--unsigned", "-o", "plain.pkpass"]);
  const bundle = (...passes: string[]) => world.run(["bundle", ...passes, "-o", "x.pkpasses"]);
  expect(await bundle("card.pkpass", "card.pkpass")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("same type and serial number"),
  });
  expect(await bundle("card.pass")).toMatchObject({ code: 2, stderr: expect.stringContaining("is a source folder") });
  expect(await bundle("plain.pkpass")).toMatchObject({ code: 1, stderr: expect.stringContaining("not signed") });
  expect(await bundle()).toMatchObject({ code: 2 });
});

test("diff tells fields, values, files, and the message that the lock screen shows", async () => {
  const world = await passWorld();
  const points = (value: number) => ({
    generic: {
      primaryFields: [{ key: "name", label: "member", value: "Ada Lovelace" }],
      secondaryFields: [{ key: "points", label: "points", value, changeMessage: "You have %@ points" }],
      backFields: [{ key: "contact", label: "Contact", value: "https://tern.club" }],
    },
  });
  await world.write("newer.pkpass", await signedCard({ ...points(50), backgroundColor: "rgb(1, 2, 3)" }));
  const { code, stdout } = await world.run(["diff", "card.pkpass", "newer.pkpass", "--locale", "de"]);
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "Lock screen
      “You have 50 points”

    Fields
      ~ Punkte (points): "42" → "50"
          message: “You have 50 points”

    Values
      ~ /backgroundColor: "rgb(32, 84, 78)" → "rgb(1, 2, 3)"
    "
  `);
  const { json } = await world.run(["diff", "card.pkpass", "newer.pkpass", "--json"]);
  expect(json).toMatchObject([
    {
      isUnchanged: false,
      notice: { kind: "message", text: "You have 50 points" },
      fields: [{ key: "points", before: "42", after: "50" }],
    },
  ]);
});

test("diff of a pass with itself finds nothing, and of two passes says that they are two", async () => {
  const world = await passWorld();
  await world.write("again.pkpass", await signedCard());
  expect(await world.run(["diff", "card.pkpass", "again.pkpass"])).toMatchObject({
    code: 0,
    stdout: "No difference that a phone or a person could see.\n",
  });
  await world.write("other.pkpass", await signedCard({ serialNumber: "S-2" }));
  expect((await world.run(["diff", "card.pkpass", "other.pkpass"])).stdout).toContain(
    'Another pass: devices keep both\n  ~ serialNumber: "S-1" → "S-2"',
  );
});

test.each([
  [["show"], "missing required argument"],
  [["show", "card.pkpass", "--locale", "?"], "is not a language tag"],
  [["show", "card.pkpass", "--time-zone", "Mars/Base"], "is not a time zone"],
  [["show", "card.pkpass", "--style", "coupon"], 'the pass has no style "coupon"'],
  [["diff", "card.pkpass"], "missing required argument"],
  [["diff", "-", "-"], "standard input can be read once"],
  [["diff", "card.pkpass", "card.pkpass", "--time-zone", "nowhere"], "is not a time zone"],
  [["unpack", "data-home-that-is-not-there"], "no such file or folder"],
  [["new", "generic"], "missing required argument"],
])("%j is misuse: %s", async (args, message) => {
  const world = await passWorld();
  const { code, stderr } = await world.run(args);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

test("what is no pass cannot be shown, which is the file's fault", async () => {
  const world = await passWorld();
  await world.write("page.pkpass", "<html>");
  const { code, stderr } = await world.run(["show", "page.pkpass"]);
  expect(code).toBe(1);
  expect(stderr).toContain("passwright check FILE tells what it is instead.");
});
