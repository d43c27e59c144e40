import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { publishTemplates } from "../../src/installation/publish-templates.ts";
import { openSqliteStorage } from "../../src/storage/sqlite/open-sqlite-storage.ts";

const DEMO = fileURLToPath(new URL("../../assets/demo.pass", import.meta.url));

async function publishAll(prepare: (folder: string) => Promise<void>) {
  const root = await mkdtemp(join(tmpdir(), "passwright-templates-"));
  const storage = await openSqliteStorage({ file: join(root, "passwright.sqlite") });
  onTestFinished(async () => {
    await storage.close();
    await rm(root, { recursive: true });
  });
  const folder = join(root, "templates");
  await mkdir(folder);
  await prepare(folder);
  return () => publishTemplates(folder, storage, 1000);
}

test("every folder and link to one is a template; files, and what tools hide there, are not", async () => {
  const publish = await publishAll(async (folder) => {
    await cp(DEMO, join(folder, "gate"), { recursive: true });
    await symlink(DEMO, join(folder, "linked"));
    for (const name of [".git", "..2026_11_21"]) await mkdir(join(folder, name));
    await writeFile(join(folder, "README.md"), "notes");
  });
  expect((await publish()).map(({ templateId, version }) => [templateId, version])).toEqual([
    ["gate", 1],
    ["linked", 1],
  ]);
  expect((await publish()).map(({ version }) => version)).toEqual([1, 1]);
});

test("a folder that is no template, and a link that leads nowhere, are named", async () => {
  const empty = await publishAll((folder) => mkdir(join(folder, "empty")).then(() => undefined));
  await expect(empty()).rejects.toMatchObject({ code: "ERR_SERVER_TEMPLATE", message: expect.stringMatching(/[/\\]empty: /u) });
  const dangling = await publishAll((folder) => symlink(join(folder, "gone"), join(folder, "link")));
  await expect(dangling()).rejects.toMatchObject({ code: "ERR_SERVER_TEMPLATE", message: expect.stringMatching(/[/\\]link: /u) });
});
