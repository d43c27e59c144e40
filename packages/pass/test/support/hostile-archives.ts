import { platform } from "#platform";
import type { ArchiveOddityKind } from "../../src/archive/archive-report.ts";
import type { PassErrorCode } from "../../src/errors.ts";
import { buildRawZip, concat, packNumbers, type RawEntry } from "./raw-zip.ts";

/** A wicked or broken archive, and what reading it with the usual limits must come to. */
export interface HostileArchive {
  /** Completes the sentence "an archive …". */
  readonly name: string;
  readonly build: () => Promise<Uint8Array>;
  /** The error it is refused with, or all its oddities and the files that remain. */
  readonly outcome:
    | { readonly refused: PassErrorCode }
    | { readonly oddities: readonly ArchiveOddityKind[]; readonly files: readonly string[] };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const GB = 1024 * 1024 * 1024;

/** A good file, to see that it survives its neighbour. */
const good: RawEntry = { name: "pass.json", content: utf8('{"formatVersion":1}'), method: 8 };
const bad: RawEntry = { name: "bad.bin", content: utf8("something or other, something or other"), method: 8 };

const zip64Extra = (...values: readonly (number | bigint)[]) =>
  packNumbers([2, 1], [2, values.length * 8], ...values.map((value) => [8, value] as const));

/** An archive of the good file and a bad one. */
function pair(name: string, entry: RawEntry, ...oddities: readonly ArchiveOddityKind[]): HostileArchive {
  return { name, build: () => buildRawZip([good, entry]), outcome: { oddities, files: ["pass.json"] } };
}

/** The same where the odd one can be read. */
function readable(name: string, entry: RawEntry, path: string, ...oddities: readonly ArchiveOddityKind[]): HostileArchive {
  return { name, build: () => buildRawZip([good, entry]), outcome: { oddities, files: ["pass.json", path] } };
}

function refused(name: string, code: PassErrorCode, build: () => Promise<Uint8Array>): HostileArchive {
  return { name, build, outcome: { refused: code } };
}

const named = (name: string): RawEntry => ({ ...bad, name });

const paths: readonly HostileArchive[] = [
  pair("with a path to a parent folder", named("../../etc/passwd"), "unsafe-path"),
  pair("with a path that leaves its folder on the way", named("en.lproj/../../x"), "unsafe-path"),
  pair("with an absolute path", named("/etc/passwd"), "unsafe-path"),
  pair("with a drive letter", named("c:evil.exe"), "unsafe-path"),
  pair("with backslashes", named("..\\..\\evil.exe"), "unsafe-path"),
  pair("with a folder by backslash", named("en.lproj\\pass.strings"), "unsafe-path"),
  pair("with NUL in a path", named("icon.png\0.exe"), "unsafe-path"),
  pair("with a terminal escape in a path", named("\u001b[2Jicon.png"), "unsafe-path"),
  pair("with an empty path", named(""), "unsafe-path"),
  pair("with a file called dot", named("."), "dot-slash-path", "unsafe-path"),
  pair("with a folder that climbs", { name: "../", content: new Uint8Array() }, "unsafe-path"),
  readable("with ./ before a path", named("./a/./icon.png"), "a/icon.png", "dot-slash-path"),
  readable("with a path that is not UTF-8", { ...bad, name: Uint8Array.of(0x81, 0x62) }, "üb"),
  readable("with another name before the data", { ...bad, local: { name: "pass.json" } }, "bad.bin", "name-mismatch"),
  pair("with a symbolic link", { ...bad, directory: { mode: 0o120777 } }, "symlink"),
  pair("with a folder that is marked by mode and holds data", { ...bad, directory: { mode: 0o040755 } }, "directory-entry"),
  refused("with a path of 2000 letters", "ERR_PASS_ARCHIVE_LIMIT", () => buildRawZip([named("a".repeat(2000))])),
];

const duplicates: readonly HostileArchive[] = [
  {
    name: "with one path twice",
    build: () => buildRawZip([good, { ...good, content: utf8("{}") }]),
    outcome: { oddities: ["duplicate-name"], files: ["pass.json"] },
  },
  {
    name: "with one path twice, once behind ./",
    build: () => buildRawZip([good, { ...good, name: "./pass.json" }]),
    outcome: { oddities: ["dot-slash-path", "duplicate-name"], files: ["pass.json"] },
  },
  {
    name: "with one path twice, the second damaged",
    build: () => buildRawZip([good, { ...good, packed: Uint8Array.of(7, 0) }]),
    outcome: { oddities: ["duplicate-name", "damaged-entry"], files: [] },
  },
  {
    name: "with one path twice, the first damaged",
    build: () => buildRawZip([{ ...good, packed: Uint8Array.of(7, 0) }, good]),
    outcome: { oddities: ["damaged-entry", "duplicate-name"], files: ["pass.json"] },
  },
];

const lies: readonly HostileArchive[] = [
  pair("with an encrypted file", { ...bad, flags: 0x0001 }, "encrypted"),
  pair("with a strongly encrypted file", { ...bad, flags: 0x0041 }, "encrypted"),
  pair("with a masked directory", { ...bad, flags: 0x2000 }, "encrypted"),
  pair("with a file packed by bzip2", { ...bad, method: 12 }, "unsupported-method"),
  pair("with a file encrypted by AES in the manner of WinZip", { ...bad, method: 99, flags: 1 }, "encrypted"),
  readable(
    "that says stored over deflated data in the directory",
    { ...bad, directory: { method: 0 } },
    "bad.bin",
    "method-mismatch",
  ),
  readable("that says stored over deflated data in the header", { ...bad, local: { method: 0 } }, "bad.bin", "method-mismatch"),
  readable("that says deflated over stored data", { ...bad, method: 0, directory: { method: 8 } }, "bad.bin", "method-mismatch"),
  readable("that says bzip2 in one of the headers", { ...bad, directory: { method: 12 } }, "bad.bin", "method-mismatch"),
  readable("with a wrong checksum", { ...bad, directory: { crc32: 1 }, local: { crc32: 1 } }, "bad.bin", "checksum"),
  readable("with other sizes before the data", { ...bad, local: { size: 3 } }, "bad.bin", "size-mismatch"),
  readable(
    "that announces more than there is",
    { ...bad, directory: { size: 99 }, local: { size: 99 } },
    "bad.bin",
    "size-mismatch",
  ),
  pair("that announces less than there is", { ...bad, directory: { size: 9 }, local: { size: 9 } }, "size-mismatch"),
  pair("with a file larger than the archive", { ...bad, directory: { compressedSize: 5000 } }, "damaged-entry"),
  pair("with deflated data cut off", { ...bad, packed: Uint8Array.of(0x2b, 0xce) }, "damaged-entry"),
  pair("with deflated data of a reserved type", { ...bad, packed: Uint8Array.of(7, 0) }, "damaged-entry"),
  pair("with a header offset beyond the end", { ...bad, directory: { offset: 0xfffffff0 } }, "damaged-entry"),
  pair("with a header offset inside a file", { ...bad, directory: { offset: 40 } }, "damaged-entry"),
  readable(
    "with a data descriptor",
    { ...bad, flags: 8, local: { crc32: 0, size: 0, compressedSize: 0 }, after: new Uint8Array(16) },
    "bad.bin",
    "data-descriptor",
  ),
  readable("with an empty file deflated to nothing", { name: "empty", method: 8, packed: new Uint8Array() }, "empty"),
];

const bombs: readonly HostileArchive[] = [
  refused("that announces 10 GB", "ERR_PASS_ARCHIVE_LIMIT", () =>
    buildRawZip([{ ...bad, directory: { size: 0xffffffff, extra: zip64Extra(10 * GB) } }]),
  ),
  refused("that announces 2^64 bytes", "ERR_PASS_ARCHIVE_LIMIT", () =>
    buildRawZip([{ ...bad, directory: { size: 0xffffffff, extra: zip64Extra(0xffff_ffff_ffff_ffffn) } }]),
  ),
  refused("that announces 4 GB and has no ZIP64 field", "ERR_PASS_ARCHIVE_LIMIT", () =>
    buildRawZip([{ ...bad, directory: { size: 0xffffffff } }]),
  ),
  refused("that announces 30 MB four times", "ERR_PASS_ARCHIVE_LIMIT", () =>
    buildRawZip(Array.from({ length: 4 }, (_, index) => ({ ...bad, name: `${index}`, directory: { size: 30_000_000 } }))),
  ),
  refused("with 16 MB of zeros in 16 KB, honestly announced", "ERR_PASS_ARCHIVE_LIMIT", () =>
    buildRawZip([{ name: "zeros", content: new Uint8Array(16_000_000), method: 8 }]),
  ),
  {
    name: "with 16 MB of zeros announced as 100 bytes",
    build: () =>
      buildRawZip([
        good,
        { name: "zeros", content: new Uint8Array(16_000_000), method: 8, directory: { size: 100 }, local: { size: 100 } },
      ]),
    outcome: { oddities: ["size-mismatch"], files: ["pass.json"] },
  },
  refused("with 10,000 entries", "ERR_PASS_ARCHIVE_LIMIT", () =>
    buildRawZip(Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}` }))),
  ),
  refused("with 10,000 entries that says it has one", "ERR_PASS_ARCHIVE_LIMIT", () =>
    buildRawZip(
      Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}` })),
      { entries: 1 },
    ),
  ),
  refused("with two entries over one file", "ERR_PASS_ARCHIVE_UNSAFE", () =>
    buildRawZip([bad, { ...bad, name: "again.bin", directoryOnly: true, directory: { offset: 0 } }]),
  ),
  refused("with a file inside the data of another", "ERR_PASS_ARCHIVE_UNSAFE", async () => {
    const inner = await buildRawZip([bad]);
    const local = inner.subarray(0, 30 + 7 + (await platform.deflateRaw(bad.content ?? new Uint8Array())).length);
    // Quoted: the first file's data is the second's header and data.
    return buildRawZip([
      { name: "outer", content: local },
      { ...bad, directoryOnly: true, directory: { offset: 30 + 5 } },
    ]);
  }),
];

const frames: readonly HostileArchive[] = [
  refused("of no bytes", "ERR_PASS_ARCHIVE_NOT_ZIP", () => Promise.resolve(new Uint8Array())),
  refused("cut off before its directory", "ERR_PASS_ARCHIVE_NOT_ZIP", async () => (await buildRawZip([good, bad])).subarray(0, 90)),
  refused("of nothing but end signatures", "ERR_PASS_ARCHIVE_NOT_ZIP", () =>
    Promise.resolve(concat(...Array.from({ length: 100_000 }, () => utf8("PK\u0005\u0006")))),
  ),
  { name: "without entries", build: () => buildRawZip([]), outcome: { oddities: [], files: [] } },
  {
    name: "behind other bytes",
    build: () => buildRawZip([good], { leading: utf8("#!/bin/sh\n") }),
    outcome: { oddities: ["leading-bytes"], files: ["pass.json"] },
  },
  {
    name: "behind other bytes, its offsets counting them",
    build: () => buildRawZip([{ ...good, directory: { offset: 3 } }], { leading: utf8("abc"), directoryOffset: 67 }),
    outcome: { oddities: ["leading-bytes"], files: ["pass.json"] },
  },
  {
    name: "before other bytes",
    build: () => buildRawZip([good], { trailing: utf8("\r\n") }),
    outcome: { oddities: ["trailing-bytes"], files: ["pass.json"] },
  },
  {
    name: "with a comment",
    build: () => buildRawZip([good], { comment: utf8("made by hand") }),
    outcome: { oddities: ["comment"], files: ["pass.json"] },
  },
  {
    name: "with its comment cut off",
    build: () => buildRawZip([good], { commentSize: 300 }),
    outcome: { oddities: ["truncated-end"], files: ["pass.json"] },
  },
  {
    name: "with its end record cut off",
    build: async () => (await buildRawZip([good, bad])).subarray(0, -5),
    outcome: { oddities: ["truncated-end"], files: ["pass.json", "bad.bin"] },
  },
  {
    name: "that says it has 5 entries and has one",
    build: () => buildRawZip([good], { entries: 5 }),
    outcome: { oddities: ["size-mismatch"], files: ["pass.json"] },
  },
  {
    name: "whose directory says it is larger than the archive",
    build: () => buildRawZip([good], { directorySize: 0xfffffff }),
    outcome: { oddities: [], files: ["pass.json"] },
  },
  {
    name: "whose directory says it is elsewhere",
    build: () => buildRawZip([good], { directoryOffset: 0xfffffff }),
    outcome: { oddities: [], files: ["pass.json"] },
  },
  refused("whose directory is neither where it says nor where it should be", "ERR_PASS_ARCHIVE_NOT_ZIP", () =>
    buildRawZip([good], { directoryOffset: 1, directorySize: 3 }),
  ),
  {
    name: "that holds another archive, stored",
    build: async () => buildRawZip([good, { name: "inner.zip", content: await buildRawZip([bad]) }]),
    outcome: { oddities: [], files: ["pass.json", "inner.zip"] },
  },
  {
    name: "with another archive as its comment (the last end record rules)",
    build: async () => buildRawZip([bad], { comment: await buildRawZip([good]) }),
    outcome: { oddities: ["leading-bytes"], files: ["pass.json"] },
  },
];

const zip64: readonly HostileArchive[] = [
  {
    name: "in ZIP64",
    build: () =>
      buildRawZip(
        [
          {
            ...good,
            directory: { size: 0xffffffff, compressedSize: 0xffffffff, offset: 0xffffffff, extra: zip64Extra(19, 21, 0) },
            local: { size: 0xffffffff, compressedSize: 0xffffffff, extra: zip64Extra(19, 21) },
          },
        ],
        { entries: 0xffff, directorySize: 0xffffffff, directoryOffset: 0xffffffff, beforeEnd: zip64End() },
      ),
    outcome: { oddities: ["zip64"], files: ["pass.json"] },
  },
  {
    name: "in ZIP64 behind other bytes",
    build: () =>
      buildRawZip([good], {
        leading: utf8("hello"),
        entries: 0xffff,
        directorySize: 0xffffffff,
        directoryOffset: 0xffffffff,
        beforeEnd: zip64End(),
      }),
    outcome: { oddities: ["leading-bytes", "zip64"], files: ["pass.json"] },
  },
  {
    name: "whose ZIP64 locator points outside",
    build: () => buildRawZip([good], { beforeEnd: () => packNumbers([4, 0x07064b50], [4, 0], [8, 2n ** 63n], [4, 1]) }),
    outcome: { oddities: [], files: ["pass.json"] },
  },
  refused("whose ZIP64 record gives a size that cannot be", "ERR_PASS_ARCHIVE_NOT_ZIP", () =>
    buildRawZip([good], {
      directorySize: 0xffffffff,
      directoryOffset: 0xffffffff,
      beforeEnd: zip64End({ size: 2n ** 64n - 1n, offset: 2n ** 64n - 1n }),
    }),
  ),
  pair(
    "with a ZIP64 offset that cannot be",
    { ...bad, directory: { offset: 0xffffffff, extra: zip64Extra(2n ** 63n) } },
    "zip64",
    "damaged-entry",
  ),
  pair(
    "with a ZIP64 field that is too short",
    { ...bad, directory: { offset: 0xffffffff, extra: packNumbers([2, 1], [2, 60000], [4, 0]) } },
    "zip64",
    "damaged-entry",
  ),
];

/** A ZIP64 end record and its locator, with the true numbers or others. */
function zip64End(lies: { readonly size?: bigint; readonly offset?: bigint } = {}) {
  return (facts: { readonly entries: number; readonly size: number; readonly offset: number }) =>
    concat(
      packNumbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, facts.entries], [8, facts.entries]),
      packNumbers([8, lies.size ?? facts.size], [8, lies.offset ?? facts.offset]),
      packNumbers([4, 0x07064b50], [4, 0], [8, facts.offset + facts.size], [4, 1]),
    );
}

/** Every wicked archive that we know of. */
export const hostileArchives: readonly HostileArchive[] = [...paths, ...duplicates, ...lies, ...bombs, ...frames, ...zip64];
