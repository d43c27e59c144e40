import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { packFiles } from "../../src/package/pack-files.ts";

test("what is packed can be read again, file by file", async () => {
  const path = fc.stringMatching(/^[a-z]{1,8}(?:\.lproj\/[a-z]{1,8})?$/u);
  const files = fc.uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 300 })), { selector: ([name]) => name, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(files, async (entries) => {
      const { files: read } = await readArchive(await packFiles(entries));
      expect([...read]).toEqual(entries);
    }),
    { numRuns: 100 },
  );
});

test("the same files give the same bytes", async () => {
  const files = { "pass.json": "{}", "icon.png": new Uint8Array([1, 2, 3]) };
  expect(await packFiles(files)).toEqual(await packFiles({ ...files }));
});

test("a path that leaves the folder is refused", async () => {
  await expect(packFiles({ "../pass.json": "{}" })).rejects.toMatchObject({ code: "ERR_PASS_FILE_NAME" });
});
