import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { joinChunks } from "../../src/archive/write-archive.ts";
import { readFolder } from "../../src/node/read-folder.ts";
import { writeChunks, writeFolder } from "../../src/node/write-files.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "passwright-"));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

async function makeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(root, "source.pass");
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

describe("reading a folder", () => {
  test("gives all files by path, sorted, hidden ones too", async () => {
    const folder = await makeFolder({
      "pass.json": "{}",
      "icon.png": "i",
      "en.lproj/pass.strings": "s",
      ".DS_Store": "d",
      "Zebra.png": "z",
    });
    const files = await readFolder(folder);
    expect([...files.keys()]).toEqual([".DS_Store", "Zebra.png", "en.lproj/pass.strings", "icon.png", "pass.json"]);
    expect(text(files.get("en.lproj/pass.strings"))).toBe("s");
  });

  test("tells which folders it does not enter", async () => {
    const folder = await makeFolder({ "pass.json": "{}", ".git/config": "x", "node_modules/a/b.js": "x" });
    const skipped: string[] = [];
    const files = await readFolder(folder, { onSkipped: (path) => skipped.push(path) });
    expect([...files.keys()]).toEqual(["pass.json"]);
    expect(skipped).toEqual([".git", "node_modules"]);
  });

  test("follows a link to a file inside, and refuses one that leads out", async () => {
    const folder = await makeFolder({ "icon.png": "i" });
    await symlink("icon.png", join(folder, "logo.png"));
    expect(text((await readFolder(folder)).get("logo.png"))).toBe("i");
    await writeFile(join(root, "secret.key"), "s");
    await symlink("../secret.key", join(folder, "strip.png"));
    await expect(readFolder(folder)).rejects.toMatchObject({ code: "ERR_PASS_FOLDER_UNSAFE", details: { path: "strip.png" } });
  });

  test("a folder with a name that begins alike is outside", async () => {
    const folder = await makeFolder({ "icon.png": "i" });
    await mkdir(`${folder}-private`);
    await writeFile(`${folder}-private/key.pem`, "s");
    await symlink(`${folder}-private/key.pem`, join(folder, "key.pem"));
    await expect(readFolder(folder)).rejects.toMatchObject({ code: "ERR_PASS_FOLDER_UNSAFE" });
  });

  test("refuses links to folders, in circles too, and pipes without waiting for them", async () => {
    const folder = await makeFolder({ "in/icon.png": "i" });
    await symlink("in", join(folder, "out"));
    await expect(readFolder(folder)).rejects.toMatchObject({ code: "ERR_PASS_FOLDER_UNSAFE" });
    await rm(join(folder, "out"));
    await symlink("..", join(folder, "in", "loop"));
    await expect(readFolder(folder)).rejects.toMatchObject({ code: "ERR_PASS_FOLDER_UNSAFE" });
    await rm(join(folder, "in", "loop"));
    if (spawnSync("mkfifo", [join(folder, "pipe.png")]).status === 0) {
      await expect(readFolder(folder)).rejects.toMatchObject({ code: "ERR_PASS_FOLDER_UNSAFE", details: { path: "pipe.png" } });
    }
  });

  test.each([
    [{ files: 1 }, "files"],
    [{ fileBytes: 2 }, "fileBytes"],
    [{ totalBytes: 4 }, "totalBytes"],
    [{ depth: 0 }, "depth"],
  ])("keeps to the limits %j", async (limits, limit) => {
    const folder = await makeFolder({ "a/b.png": "123", "c.png": "123" });
    await expect(readFolder(folder, { limits })).rejects.toMatchObject({ code: "ERR_PASS_FOLDER_LIMIT", details: { limit } });
  });

  test("what is not there is the file system's error", async () => {
    await expect(readFolder(join(root, "none"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("writing", () => {
  test("a file of pieces appears whole and leaves nothing beside it", async () => {
    const path = join(root, "a.pkpass");
    const chunks = Array.from({ length: 1_500 }, (_, index) => new Uint8Array([index & 255, index >> 8]));
    await writeChunks(path, [new Uint8Array(0), ...chunks]);
    expect(new Uint8Array(await readFile(path))).toEqual(joinChunks(chunks));
    await writeChunks(path, [new TextEncoder().encode("second")]);
    expect(await readFile(path, "utf8")).toBe("second");
    expect(await readdir(root)).toEqual(["a.pkpass"]);
  });

  test("a file that cannot be put in its place leaves nothing behind", async () => {
    await mkdir(join(root, "taken/inside"), { recursive: true });
    await expect(writeChunks(join(root, "taken"), [new Uint8Array(1)])).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/u);
    expect(await readdir(root)).toEqual(["taken"]);
  });

  test("a folder takes files in folders, and keeps others that are there", async () => {
    const folder = join(root, "out");
    await mkdir(folder);
    await writeFile(join(folder, "kept.txt"), "k");
    const files = new Map([
      ["pass.json", new TextEncoder().encode("{}")],
      ["en.lproj/pass.strings", new TextEncoder().encode("s")],
    ]);
    await writeFolder(folder, files);
    expect([...(await readFolder(folder)).keys()]).toEqual(["en.lproj/pass.strings", "kept.txt", "pass.json"]);
  });

  test.each(["../evil.txt", "/tmp/evil.txt", "a/../../evil.txt", "a\\b", "C:/x"])("never outside of it: %s", async (path) => {
    const folder = join(root, "out");
    const files = new Map([
      ["fine.txt", new Uint8Array(1)],
      [path, new Uint8Array(1)],
    ]);
    await expect(writeFolder(folder, files)).rejects.toMatchObject({ code: "ERR_PASS_FILE_NAME" });
    expect(existsSync(folder)).toBe(false);
  });

  test("never through a folder that is a link out, nor over the target of a link", async () => {
    const folder = join(root, "out");
    const elsewhere = join(root, "elsewhere");
    await mkdir(folder);
    await mkdir(elsewhere);
    await symlink(elsewhere, join(folder, "en.lproj"));
    await expect(writeFolder(folder, new Map([["en.lproj/pass.strings", new Uint8Array(1)]]))).rejects.toMatchObject({
      code: "ERR_PASS_FOLDER_UNSAFE",
    });
    expect(await readdir(elsewhere)).toEqual([]);
    await writeFile(join(root, "precious"), "p");
    await symlink(join(root, "precious"), join(folder, "icon.png"));
    await writeFolder(folder, new Map([["icon.png", new TextEncoder().encode("new")]]));
    expect(await readFile(join(root, "precious"), "utf8")).toBe("p");
    expect(await readFile(join(folder, "icon.png"), "utf8")).toBe("new");
  });
});
