import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { prepareFile } from "../../src/archive/prepare-file.ts";
import { joinChunks, prepareGroup, writeArchive } from "../../src/archive/write-archive.ts";

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "passwright-zip-"));
afterAll(() => rm(folder, { recursive: true }));

const available = async (command: string, ...options: string[]) =>
  run(command, options).then(
    () => true,
    () => false,
  );

async function writeSample(name: string): Promise<string> {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const constants = [
    await prepareFile("icon.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(99))),
    await prepareFile("en.lproj/pass.strings", utf8('"a" = "b";'.repeat(50))),
    await prepareFile("übung.txt", new Uint8Array()),
  ];
  const fresh = [
    await prepareFile("pass.json", utf8('{"formatVersion":1} '.repeat(50))),
    await prepareFile("signature", utf8("x")),
  ];
  const path = join(folder, name);
  await writeFile(path, joinChunks(writeArchive(fresh, prepareGroup(constants))));
  return path;
}

test.skipIf(!(await available("unzip", "-v")))("Info-ZIP finds no error in an archive", async () => {
  const { stdout } = await run("unzip", ["-t", await writeSample("unzip.zip")]);
  expect(stdout).toMatch(/No errors detected/);
});

test.skipIf(!(await available("python3", "--version")))("Python reads the same files from an archive", async () => {
  const script = [
    "import zipfile, sys, json",
    "z = zipfile.ZipFile(sys.argv[1])",
    "print(json.dumps([z.testzip(), [[i.filename, i.file_size, i.compress_type, i.date_time, oct(i.external_attr >> 16)] for i in z.infolist()]]))",
  ].join("\n");
  const { stdout } = await run("python3", ["-c", script, await writeSample("python.zip")]);
  const time = [1980, 1, 1, 0, 0, 0];
  expect(JSON.parse(stdout)).toEqual([
    null,
    [
      ["icon.png", 103, 0, time, "0o100644"],
      ["en.lproj/pass.strings", 500, 8, time, "0o100644"],
      ["übung.txt", 0, 0, time, "0o100644"],
      ["pass.json", 1000, 8, time, "0o100644"],
      ["signature", 1, 0, time, "0o100644"],
    ],
  ]);
});
