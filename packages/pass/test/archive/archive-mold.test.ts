import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createArchiveMold } from "../../src/archive/archive-mold.ts";
import { packContent } from "../../src/archive/pack-content.ts";
import { prepareFile } from "../../src/archive/prepare-file.ts";
import { joinChunks, prepareGroup, writeArchive } from "../../src/archive/write-archive.ts";

const NAMES = ["pass.json", "manifest.json", "en.lproj/ünïcode.strings"] as const;

test("a cast archive is the archive that is written of the same files", async () => {
  const files = fc.uniqueArray(fc.constantFrom("a.png", "b/c.png", "d.json", "ü.txt"));
  const content = fc
    .uint8Array({ maxLength: 300 })
    .chain((bytes) => fc.constantFrom(bytes, new Uint8Array(600).fill(bytes[0] ?? 7)));
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.tuple(content, content, content),
      fc.constantFrom("auto", "none"),
      async (paths, contents, compression) => {
        const constants = await Promise.all(
          paths.map(async (path) => prepareFile(path, new TextEncoder().encode(path.repeat(50)))),
        );
        const group = prepareGroup(constants);
        const mold = createArchiveMold(group, NAMES);
        const cast = mold.cast(await Promise.all(contents.map(async (bytes) => packContent(bytes, compression))));
        const changing = await Promise.all(
          contents.map(async (bytes, index) => prepareFile(NAMES[index] ?? "", bytes, { compression })),
        );
        expect(joinChunks(cast)).toEqual(joinChunks(writeArchive(changing, group)));
      },
    ),
  );
});

test("what is the same in all archives is one piece that they share", async () => {
  const mold = createArchiveMold(prepareGroup([await prepareFile("icon.png", new Uint8Array(9))]), ["pass.json"]);
  const [first, second] = [await packContent(new Uint8Array(3), "none"), await packContent(new Uint8Array(5), "none")];
  expect(mold.cast([first])).toHaveLength(2);
  expect(mold.cast([first])[0]).toBe(mold.cast([second])[0]);
});

test("refuses a path twice, a path that no reader takes, and the lack of a content", async () => {
  const group = prepareGroup([await prepareFile("icon.png", new Uint8Array(9))]);
  const unsafe = expect.objectContaining({ code: "ERR_PASS_ARCHIVE_UNSAFE" }) as Error;
  expect(() => createArchiveMold(group, ["icon.png"])).toThrow(unsafe);
  expect(() => createArchiveMold(group, ["pass.json", "pass.json"])).toThrow(unsafe);
  expect(() => createArchiveMold(group, ["../pass.json"])).toThrow(unsafe);
  expect(() => createArchiveMold(group, ["pass.json"]).cast([])).toThrow(RangeError);
});
