import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDataFolder } from "../../src/installation/data-folder.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "passwright-data-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test("the first start makes the folder with a secret that its owner alone can read", async () => {
  const folder = await openDataFolder(join(root, "new", "data"));
  expect(folder.isNew).toBe(true);
  expect(folder.secret).toMatch(/^[0-9a-f]{64}$/u);
  expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder.path, "secret"))).mode & 0o777).toBe(0o600);
  expect((await readdir(folder.path)).toSorted()).toEqual(["certificates", "secret", "templates"]);
});

test("a second start keeps the secret, and closes one that lies open", async () => {
  const { secret } = await openDataFolder(root);
  await chmod(join(root, "secret"), 0o644);
  expect(await openDataFolder(root)).toMatchObject({ secret, isNew: false });
  expect((await stat(join(root, "secret"))).mode & 0o777).toBe(0o600);
});

test("many processes that start at once end with one secret", async () => {
  const folders = await Promise.all(Array.from({ length: 20 }, () => openDataFolder(root)));
  expect(new Set(folders.map(({ secret }) => secret)).size).toBe(1);
  expect(folders.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await readdir(root)).not.toContainEqual(expect.stringContaining("secret."));
});

test("a damaged secret is named and not replaced", async () => {
  await openDataFolder(root);
  await writeFile(join(root, "secret"), "short");
  await expect(openDataFolder(root)).rejects.toMatchObject({ code: "ERR_SERVER_SECRET" });
  expect(await readFile(join(root, "secret"), "utf8")).toBe("short");
});

test("a place that cannot be a folder is named", async () => {
  await writeFile(join(root, "file"), "");
  await expect(openDataFolder(join(root, "file"))).rejects.toMatchObject({ code: "ERR_SERVER_DATA_FOLDER" });
});
