import { expect, test } from "vitest";
import { placeCredentials, run, SIGNING, TRUST } from "./support/credentials.ts";
import { cardTemplate } from "./support/sources.ts";
import { createWorld, type World, type WorldOptions } from "./support/world.ts";

async function templateWorld(options?: WorldOptions): Promise<World> {
  const world = await createWorld(options);
  await placeCredentials(world);
  await world.writeAll("card.pass", cardTemplate());
  return world;
}

const BUILD = ["build", "card.pass", ...SIGNING] as const;

function rowsOf(
  count: number,
  change: (row: { serialNumber: string; name: string; points: number }, index: number) => object = (row) => row,
): string {
  const rows = Array.from({ length: count }, (_, index) =>
    change({ serialNumber: `N-${index + 1}`, name: `Guest ${index + 1}`, points: index }, index),
  );
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

async function errorsOf(world: World, path: string): Promise<{ line: number; error: string; values: unknown }[]> {
  return (await world.readText(path))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function passesIn(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith(".pkpass"));
}

test("three hundred rows with bad ones among them: the good become passes, the bad are told with line and cause", async () => {
  const world = await templateWorld();
  const rows = rowsOf(300, (row, index) =>
    index === 9 ? { ...row, points: "many" } : index === 19 ? { name: "Nobody" } : row,
  ).split("\n");
  rows[29] = '{"serialNumber": "N-30", "name": ';
  rows[39] = "[1, 2]";
  await world.write("rows.ndjson", rows.join("\n"));
  const { code, json } = await world.run([...BUILD, "--data", "rows.ndjson", "--out", "out", "--json"]);
  expect(code).toBe(1);
  expect(json).toEqual([
    { out: "out", built: 296, skipped: 0, failed: 4, errors: "out/errors.ndjson", seconds: expect.any(Number) },
  ]);
  const errors = await errorsOf(world, "out/errors.ndjson");
  expect(errors.toSorted((a, b) => a.line - b.line)).toEqual([
    { line: 10, error: expect.stringContaining("points"), values: { serialNumber: "N-10", name: "Guest 10", points: "many" } },
    { line: 20, error: "no value for the file name {serialNumber}.pkpass", values: { name: "Nobody" } },
    { line: 30, error: expect.stringContaining("not JSON"), values: null },
    { line: 40, error: "not a JSON object", values: null },
  ]);
  expect(passesIn(await world.list("out"))).toHaveLength(296);
  expect(await world.run(["check", "out", "--quiet", ...TRUST])).toMatchObject({ code: 0 });
}, 60_000);

test("a run that is stopped goes on where it was: nothing is built twice, nothing is lost", async () => {
  const world = await templateWorld();
  await world.write("rows.ndjson", rowsOf(300));
  const stop = new AbortController();
  let reads = 0;
  // The clock is asked once a pass: it stops the run after some of them.
  const clock = (): Date => {
    reads += 1;
    if (reads === 120) stop.abort(new Error("interrupted"));
    return new Date("2026-03-01T12:00:00Z");
  };
  const stopped = await (
    await reopen(world, clock)
  ).run([...BUILD, "--data", "rows.ndjson", "--out", "out"], { signal: stop.signal });
  expect(stopped).toMatchObject({ code: 2, stderr: expect.stringContaining("Run the same command again to go on.") });
  const first = passesIn(await world.list("out"));
  expect(first.length).toBeGreaterThan(50);
  expect(first.length).toBeLessThan(300);
  const before = new Map(await Promise.all(first.map(async (name) => [name, await inodeOf(world, name)] as const)));
  const resumed = await world.run([...BUILD, "--data", "rows.ndjson", "--out", "out", "--json"]);
  expect(resumed).toMatchObject({
    code: 0,
    json: [expect.objectContaining({ built: 300 - first.length, skipped: first.length, failed: 0 })],
  });
  expect(passesIn(await world.list("out"))).toHaveLength(300);
  for (const [name, inode] of before) expect(await inodeOf(world, name)).toBe(inode);
  expect(await world.list("out")).not.toContain("errors.ndjson");
}, 60_000);

async function reopen(world: World, now: () => Date): Promise<World> {
  const { openWorld } = await import("./support/world.ts");
  return openWorld(world.folder, { now });
}

async function inodeOf(world: World, name: string): Promise<number> {
  const { stat } = await import("node:fs/promises");
  return (await stat(`${world.folder}/out/${name}`)).ino;
}

test("after a correction only the rows that changed are built; another template builds all again, and so does --fresh", async () => {
  const world = await templateWorld();
  const args = [...BUILD, "--data", "rows.ndjson", "--out", "out", "--json"];
  await world.write(
    "rows.ndjson",
    rowsOf(20, (row, index) => (index === 3 ? { ...row, name: "" } : row)),
  );
  expect((await world.run(args)).json).toMatchObject([{ built: 19, failed: 1, errors: "out/errors.ndjson" }]);
  await world.write(
    "rows.ndjson",
    rowsOf(20, (row, index) => (index === 5 ? { ...row, points: 1000 } : row)),
  );
  expect((await world.run(args)).json).toMatchObject([{ built: 2, skipped: 18, failed: 0, errors: null }]);
  expect(await world.list("out")).not.toContain("errors.ndjson");
  await world.writeAll("card.pass", cardTemplate({ organizationName: "Another Club" }));
  expect((await world.run(args)).json).toMatchObject([{ built: 20, skipped: 0 }]);
  expect((await world.run([...args, "--fresh"])).json).toMatchObject([{ built: 20, skipped: 0 }]);
  expect((await world.run(args)).json).toMatchObject([{ built: 0, skipped: 20 }]);
});

test("a pass that was taken away is built again", async () => {
  const world = await templateWorld();
  const { rm } = await import("node:fs/promises");
  await world.write("rows.ndjson", rowsOf(3));
  const args = [...BUILD, "--data", "rows.ndjson", "--out", "out", "--json"];
  await world.run(args);
  await rm(`${world.folder}/out/N-2.pkpass`);
  expect((await world.run(args)).json).toMatchObject([{ built: 1, skipped: 2 }]);
});

test("an archive holds the passes in the order of their rows, and no stale ones", async () => {
  const world = await templateWorld();
  await world.write(
    "rows.ndjson",
    rowsOf(12, (row, index) => (index === 2 ? { ...row, name: "" } : row)),
  );
  const args = [...BUILD, "--data", "rows.ndjson", "--out", "all.zip"];
  expect(await world.run(args)).toMatchObject({ code: 1 });
  expect(await world.list()).toEqual(expect.arrayContaining(["all.zip", "all.zip.errors.ndjson", "all.zip.parts"]));
  await world.write("rows.ndjson", rowsOf(11));
  expect((await world.run([...args, "--json"])).json).toMatchObject([{ built: 1, skipped: 10, failed: 0 }]);
  const script =
    "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print('\\n'.join(z.namelist()))";
  const { stdout } = await run("python3", ["-c", script, `${world.folder}/all.zip`]);
  expect(stdout.trim().split("\n")).toEqual(Array.from({ length: 11 }, (_, index) => `N-${index + 1}.pkpass`));
  expect(await world.list()).not.toContain("all.zip.parts");
  expect(await world.list()).not.toContain("all.zip.errors.ndjson");
  expect(await world.run(args)).toMatchObject({ code: 2, stderr: expect.stringContaining("all.zip exists") });
  const once = await world.read("all.zip");
  expect(await world.run([...args, "--force"])).toMatchObject({ code: 0 });
  expect(await world.read("all.zip")).toEqual(once);
});

test("rows of spreadsheets: semicolons, byte order mark, quotes, line breaks, CRLF, empty lines, unused columns", async () => {
  const world = await templateWorld();
  const csv = [
    "\uFEFFserialNumber;name;points;note",
    '1;"Ada; ""the first""";42;',
    "",
    '2;"Two',
    'lines";;x',
    "3;Bob;4.5;x",
    '4;"never closed;1;x',
    '5;Eve "the hacker";5;x',
    "6;too few",
    "1;Double;1;x",
  ].join("\r\n");
  await world.write("rows.csv", csv);
  const { code, stderr } = await world.run([...BUILD, "--data", "rows.csv", "--out", "out"]);
  expect(code).toBe(1);
  expect(stderr).toContain("left out, for the template has no such input: note");
  expect(passesIn(await world.list("out"))).toEqual(["1.pkpass", "2.pkpass", "5.pkpass"]);
  const errors = (await errorsOf(world, "out/errors.ndjson")).toSorted((a, b) => a.line - b.line);
  expect(errors.map(({ line, error }) => [line, error])).toEqual([
    [6, 'column "points": "4.5" is not a whole number'],
    [7, expect.stringContaining("a quotation mark opens a cell")],
    [9, "2 cells, where the header has 4"],
    [10, "1.pkpass is the pass of line 2 already"],
  ]);
  const shown = await world.run(["show", "out", "--json"]);
  expect(shown.json.map(({ primary }) => primary[0].value)).toEqual(['Ada; "the first"', "Two\nlines", 'Eve "the hacker"']);
});

test.each([
  ["commas", "rows.csv", "serialNumber,name\n1,Ada\n"],
  ["tabs in a .csv", "rows.csv", "serialNumber\tname\n1\tAda\n"],
  ["a .tsv", "rows.tsv", "serialNumber\tname\n1\tAda\n"],
  ["old Macintosh line ends", "rows.csv", "serialNumber,name\r1,Ada\r"],
])("%s are read", async (_, file, text) => {
  const world = await templateWorld();
  await world.write(file, text);
  expect(await world.run([...BUILD, "--data", file, "--out", "out"])).toMatchObject({ code: 0 });
  expect(passesIn(await world.list("out"))).toEqual(["1.pkpass"]);
});

test("UTF-16, as spreadsheets export it, is read; bytes that are no UTF-8 are a bad row", async () => {
  const world = await templateWorld();
  await world.write("utf16.csv", new Uint8Array(Buffer.from("\uFEFFserialNumber\tname\n1\tJosé\n", "utf16le")));
  expect(await world.run([...BUILD, "--data", "utf16.csv", "--out", "a"])).toMatchObject({ code: 0 });
  const latin1 = Buffer.from("serialNumber,name\n1,Jos\xe9\n2,Ada\n", "latin1");
  await world.write("latin1.csv", new Uint8Array(latin1));
  expect(await world.run([...BUILD, "--data", "latin1.csv", "--out", "b"])).toMatchObject({ code: 1 });
  expect(await errorsOf(world, "b/errors.ndjson")).toEqual([{ line: 2, error: expect.stringContaining("UTF-8"), values: null }]);
  expect(passesIn(await world.list("b"))).toEqual(["2.pkpass"]);
});

test("rows come from standard input when their format is named", async () => {
  const world = await templateWorld();
  const stdin = `${rowsOf(2)}{"serialNumber": "L", "name": "separator \u2028 inside"}\n`;
  const { code, json } = await world.run([...BUILD, "--data", "-", "--format", "ndjson", "--out", "out", "--json"], { stdin });
  expect({ code, json }).toMatchObject({ code: 0, json: [{ built: 3 }] });
});

test("names of files are made of values, and never leave the folder", async () => {
  const world = await createWorld();
  await placeCredentials(world);
  const template = cardTemplate();
  template.delete("template.json");
  await world.writeAll("card.pass", template);
  const rows = ["../../../etc/passwd", "..", ".hidden", "a/b\\c", "CON", "x".repeat(400), "tab\tnul\0", "ÄÖ", "äö"].map(
    (serialNumber) => JSON.stringify({ serialNumber, name: "n", points: 1 }),
  );
  await world.write("rows.ndjson", rows.join("\n"));
  const { json } = await world.run([...BUILD, "--data", "rows.ndjson", "--out", "out", "--json"]);
  expect(json).toMatchObject([{ built: 8, failed: 1 }]);
  const names = passesIn(await world.list("out"));
  expect(names).toEqual(
    expect.arrayContaining([
      "_._.._.._etc_passwd.pkpass",
      "_..pkpass",
      "_hidden.pkpass",
      "a_b_c.pkpass",
      "_CON.pkpass",
      "tab_nul_.pkpass",
      "ÄÖ.pkpass",
    ]),
  );
  expect(names.every((name) => Buffer.byteLength(name) < 255)).toBe(true);
  expect(await errorsOf(world, "out/errors.ndjson")).toMatchObject([{ error: "äö.pkpass is the pass of line 8 already" }]);
  expect((await world.list()).toSorted()).toEqual([
    "card.pass",
    "cert.pem",
    "key.pem",
    "out",
    "root.pem",
    "rows.ndjson",
    "wwdr.pem",
  ]);
});

test("--name takes values and the line; a name that is no input, or none at all, is misuse", async () => {
  const world = await templateWorld();
  await world.write("rows.ndjson", rowsOf(2));
  const args = [...BUILD, "--data", "rows.ndjson", "--out", "out", "--name"];
  expect(await world.run([...args, "card-{line}-{name}.pkpass"])).toMatchObject({ code: 0 });
  expect(passesIn(await world.list("out"))).toEqual(["card-1-Guest_1.pkpass", "card-2-Guest_2.pkpass"]);
  expect(await world.run([...args, "{seat}.pkpass"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("has no input seat"),
  });
  expect(await world.run([...args, "card.pkpass"])).toMatchObject({ code: 2, stderr: expect.stringContaining("one name") });
});

test("a throwaway authority signs many, whether the template has a sample or not", async () => {
  const world = await createWorld();
  const template = cardTemplate();
  template.delete("template.json");
  await world.writeAll("card.pass", template);
  await world.write("rows.ndjson", rowsOf(3));
  const args = ["build", "card.pass", "--throwaway", "authority", "--data", "rows.ndjson", "--out", "out", "--json"];
  expect(await world.run(args)).toMatchObject({ code: 0, json: [{ built: 3 }] });
  expect(await world.run(args)).toMatchObject({ code: 0, json: [{ built: 0, skipped: 3 }] });
  expect(await world.run(["check", "out", "--trust", "authority/root.pem", "--quiet"])).toMatchObject({ code: 0 });
});

test("a terminal sees a bar with count, rate and time left; a pipe sees none", async () => {
  const world = await templateWorld();
  await world.write("rows.ndjson", rowsOf(40));
  let time = Date.parse("2026-03-01T12:00:00Z");
  const { openWorld } = await import("./support/world.ts");
  const terminal = openWorld(world.folder, { isTerminal: true, now: () => new Date((time += 50)), environment: { NO_COLOR: "1" } });
  const shown = await terminal.run([...BUILD, "--data", "rows.ndjson", "--out", "out"]);
  expect(shown.code).toBe(0);
  // oxlint-disable-next-line no-control-regex -- that is what a bar is drawn with
  expect(shown.stderr).toMatch(/\r\u001b\[K█+░+ \d+\/40 passes {2}\d+\/s {2}\d+ s left/u);
  expect(shown.stderr).toMatch(/█{28} 40\/40 passes {2}\d+\/s\n/u);
  const piped = await world.run([...BUILD, "--data", "rows.ndjson", "--out", "other"]);
  expect(piped.stderr).not.toContain("\r");
});

test("two columns of one name are misuse, for nobody knows which is meant", async () => {
  const world = await templateWorld();
  await world.write("rows.csv", "serialNumber,name,name\n1,a,b\n");
  expect(await world.run([...BUILD, "--data", "rows.csv", "--out", "out"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('two columns are called "name"'),
  });
});

test("a disk that takes no more ends the run with its reason", async () => {
  const world = await templateWorld();
  await world.write("rows.ndjson", rowsOf(5));
  // A folder stands where a pass should go.
  await world.write("out/N-3.pkpass/file", "");
  const { code, stderr } = await world.run([...BUILD, "--data", "rows.ndjson", "--out", "out"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/EISDIR|is a directory|ENOTEMPTY/);
  expect((await world.list("out")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
