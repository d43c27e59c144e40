import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareFile, type PreparedFile } from "../../src/archive/prepare-file.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { joinChunks, prepareGroup, writeArchive } from "../../src/archive/write-archive.ts";
import { PassError } from "../../src/errors.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const prepareAll = (files: Readonly<Record<string, Uint8Array>>) =>
  Promise.all(Object.entries(files).map(async ([path, bytes]) => prepareFile(path, bytes)));

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(500));

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof PassError) return error.code;
    throw error;
  }
  return "nothing thrown";
}

const fileName = fc.stringMatching(/^[\w@é][\w@é.-]{0,10}$/).filter((name) => name !== "." && name !== "..");
const anyPath = fc.array(fileName, { minLength: 1, maxLength: 3 }).map((steps) => steps.join("/"));
const anyFiles = fc.uniqueArray(fc.tuple(anyPath, fc.uint8Array({ maxLength: 300 })), { selector: ([path]) => path, maxLength: 8 });

describe("an archive that was written", () => {
  test("reads back the same, in the same order, with nothing odd about it", async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, fc.nat(8), async (files, constants) => {
        const prepared = await Promise.all(files.map(async ([path, bytes]) => prepareFile(path, bytes)));
        const group = prepareGroup(prepared.slice(0, constants));
        const { files: read, report } = await readArchive(joinChunks(writeArchive(prepared.slice(constants), group)));
        expect([...read]).toEqual(files);
        expect(report.oddities).toEqual([]);
      }),
    );
  });

  test("is the same with a group and without, and the same every time", async () => {
    const files = await prepareAll({ "icon.png": PNG, "pass.json": utf8("{} ".repeat(100)), signature: utf8("x") });
    const whole = joinChunks(writeArchive(files));
    expect(joinChunks(writeArchive(files.slice(1), prepareGroup(files.slice(0, 1))))).toEqual(whole);
    expect(joinChunks(writeArchive(files))).toEqual(whole);
    expect(joinChunks(writeArchive([], prepareGroup(files)))).toEqual(whole);
  });

  test("shares the bytes of the files: only the directory is made anew", async () => {
    const [icon, json] = (await prepareAll({ "icon.png": PNG, "pass.json": utf8("{}") })) as [PreparedFile, PreparedFile];
    const group = prepareGroup([icon]);
    const chunks = writeArchive([json], group);
    expect(chunks).toHaveLength(4);
    expect(chunks[0]).toBe(group.local);
    expect(chunks[1]).toBe(json.localHeader);
    expect(chunks[2]).toBe(json.bytes);
  });

  test("without files is an archive without files", async () => {
    const bytes = joinChunks(writeArchive([]));
    expect(bytes.length).toBe(22);
    expect((await readArchive(bytes)).report).toEqual({ size: 22, entries: [], oddities: [] });
  });

  test("has a fixed time, UTF-8 names, mode 0644, no extra field and no data descriptor", async () => {
    const bytes = joinChunks(writeArchive(await prepareAll({ "é.txt": utf8("a") })));
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    expect(view.getUint16(6, true)).toBe(0x0800);
    expect(view.getUint32(10, true)).toBe(0x0021_0000);
    expect(view.getUint16(28, true)).toBe(0);
    expect(view.getUint32(directory + 38, true) >>> 16).toBe(0o100644);
    expect(view.getUint32(directory + 12, true)).toBe(0x0021_0000);
  });

  test("has no path twice", async () => {
    const [file] = await prepareAll({ "pass.json": utf8("{}") });
    expect(await codeOf(() => writeArchive([file!, file!]))).toBe("ERR_PASS_ARCHIVE_UNSAFE");
    expect(await codeOf(() => prepareGroup([file!, file!]))).toBe("ERR_PASS_ARCHIVE_UNSAFE");
    expect(await codeOf(() => writeArchive([file!], prepareGroup([file!])))).toBe("ERR_PASS_ARCHIVE_UNSAFE");
  });

  test("has at most as many files as the format counts", async () => {
    const [file] = await prepareAll({ "0": utf8("") });
    const many = Array.from({ length: 65_535 }, (_, index) => ({ ...file!, path: `${index}` }));
    expect(await codeOf(() => writeArchive(many))).toBe("ERR_PASS_ARCHIVE_LIMIT");
  });
});

describe("a prepared file", () => {
  test("has the digests that manifest and archive need", async () => {
    const file = await prepareFile("a.txt", utf8("abc"));
    expect(file.sha1Hex).toBe("a9993e364706816aba3e25717850c26c9cd0d89d");
    expect(file.sha1).toHaveLength(20);
    expect(file.crc32).toBe(0x352441c2);
    expect(file.size).toBe(3);
  });

  test("is deflated when that makes it smaller", async () => {
    const bytes = utf8("abc".repeat(100));
    expect(await prepareFile("a.txt", bytes)).toMatchObject({ method: 8 });
    expect(await prepareFile("a.txt", bytes, { compression: "none" })).toMatchObject({ method: 0, compressed: bytes });
    expect(await prepareFile("a.txt", utf8("abc"))).toMatchObject({ method: 0 });
    expect(await prepareFile("a.txt", new Uint8Array())).toMatchObject({ method: 0, size: 0 });
  });

  test("is stored when it is compressed within", async () => {
    expect(await prepareFile("icon.png", PNG)).toMatchObject({ method: 0, compressed: PNG });
    expect(await prepareFile("icon.png", Uint8Array.of(0xff, 0xd8, 0xff, ...new Uint8Array(99)))).toMatchObject({ method: 0 });
  });

  test.each(["", "/a", "../a", "a/../b", "a\\b", "./a", "a//b", "a/", "C:a", "a\0b", ".", "a\nb"])(
    "cannot be called %j",
    async (path) => {
      expect(await codeOf(() => prepareFile(path, utf8("x")))).toBe("ERR_PASS_ARCHIVE_UNSAFE");
    },
  );

  test("cannot have a path of a thousand letters and more", async () => {
    expect(await codeOf(() => prepareFile("é".repeat(513), utf8("x")))).toBe("ERR_PASS_ARCHIVE_LIMIT");
    expect(await codeOf(() => prepareFile("é".repeat(512), utf8("x")))).toBe("nothing thrown");
  });
});
