import type { ArchiveOddity, ArchiveOddityKind } from "../../archive/archive-report.ts";
import { clip, inFile, ofPass } from "../hit.ts";
import { isHiddenJunk, isMacArchiveJunk } from "../junk-file.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";

const ZIP_FORMAT = "https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT";

/** Above this a pass takes noticeably long over a cellular network. Apple names no limit. */
const LARGE_PASS_BYTES = 10 * 1024 * 1024;

const UNOPENED = { severity: "error", effect: "refuses", step: "archive", confirmed: false } as const;
const ODD = { severity: "warning", effect: "degrades", basis: "inferred", confirmed: false } as const;

/** The package as a file and as a ZIP archive. Every oddity that the reader reports has its rule here. */
export const ARCHIVE_RULES: readonly Rule[] = [
  {
    ...UNOPENED,
    id: "zip-readable",
    basis: "doc",
    sources: [SOURCES.buildingPass, SOURCES.guideCreating],
    *check({ archiveProblem }) {
      if (archiveProblem?.code !== "ERR_PASS_ARCHIVE_NOT_ZIP") return;
      const reason = archiveProblem.details["reason"];
      yield ofPass({ reason: typeof reason === "string" ? reason : archiveProblem.message });
    },
  },
  {
    ...UNOPENED,
    id: "zip-limits",
    basis: "inferred",
    sources: [SOURCES.buildingPass],
    *check({ archiveProblem }) {
      if (archiveProblem?.code === "ERR_PASS_ARCHIVE_LIMIT") yield ofPass({ reason: archiveProblem.message });
    },
  },
  {
    ...UNOPENED,
    id: "zip-overlap",
    basis: "inferred",
    sources: [ZIP_FORMAT],
    *check({ archiveProblem }) {
      const told = ["ERR_PASS_ARCHIVE_NOT_ZIP", "ERR_PASS_ARCHIVE_LIMIT"];
      if (archiveProblem !== null && !told.includes(archiveProblem.code)) yield ofPass({ reason: archiveProblem.message });
    },
  },
  {
    ...UNOPENED,
    id: "zip-truncated-end",
    basis: "doc",
    sources: [SOURCES.buildingPass, ZIP_FORMAT],
    check: (subject) => together(subject, ["truncated-end"]),
  },
  {
    ...UNOPENED,
    id: "zip-root-pass-json",
    step: "files",
    basis: "doc",
    sources: [SOURCES.buildingPass, SOURCES.guideCreating],
    *check({ archiveProblem, files, archive }) {
      if (archiveProblem !== null || files.has("pass.json")) return;
      // A pass.json that is there but cannot be unpacked is told by the rule about its entry.
      if (archive?.entries.some(({ path, isDirectory }) => path === "pass.json" && !isDirectory) !== true) yield ofPass();
    },
  },
  {
    ...UNOPENED,
    id: "zip-nested-folder",
    step: "files",
    basis: "doc",
    sources: [SOURCES.buildingPass, SOURCES.guideCreating, SOURCES.noStyleLog],
    narrows: ["zip-root-pass-json", "manifest-present", "signature-present"],
    *check({ files }) {
      if (files.has("pass.json")) return;
      const nested = [...files.keys()].find((path) => path.endsWith("/pass.json"));
      if (nested !== undefined) yield ofPass({ folder: clip(nested.slice(0, -"/pass.json".length)) });
    },
  },
  {
    ...ODD,
    id: "zip-ds-store",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.buildingPass, SOURCES.unlistedFileLog, SOURCES.observed],
    check: (subject) => junk(subject, isHiddenJunk),
  },
  {
    ...ODD,
    id: "zip-macosx",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.buildingPass, SOURCES.unlistedFileLog, SOURCES.observed],
    check: (subject) => junk(subject, isMacArchiveJunk),
  },
  {
    ...ODD,
    id: "zip-duplicate-name",
    severity: "error",
    effect: "loses",
    sources: [SOURCES.buildingPass, ZIP_FORMAT],
    check: (subject) => eachEntry(subject, ["duplicate-name"]),
  },
  {
    ...UNOPENED,
    id: "zip-unsafe-path",
    basis: "inferred",
    sources: [SOURCES.buildingPass, ZIP_FORMAT],
    *check(subject) {
      for (const hit of eachEntry(subject, ["unsafe-path"])) if (hit.params?.["detail"] !== "backslash") yield hit;
    },
  },
  {
    // Old versions of .NET write such archives. Nothing is known of what a device makes of them.
    ...ODD,
    id: "zip-backslash",
    severity: "error",
    effect: "loses",
    sources: [ZIP_FORMAT],
    *check(subject) {
      for (const hit of eachEntry(subject, ["unsafe-path"])) if (hit.params?.["detail"] === "backslash") yield hit;
    },
  },
  {
    ...UNOPENED,
    id: "zip-encrypted",
    basis: "inferred",
    sources: [SOURCES.buildingPass, ZIP_FORMAT],
    check: (subject) => eachEntry(subject, ["encrypted"]),
  },
  {
    ...UNOPENED,
    id: "zip-symlink",
    basis: "inferred",
    sources: [SOURCES.buildingPass],
    check: (subject) => eachEntry(subject, ["symlink"]),
  },
  {
    ...UNOPENED,
    id: "zip-damaged-entry",
    basis: "inferred",
    sources: [SOURCES.buildingPass, ZIP_FORMAT],
    check: (subject) => eachEntry(subject, ["damaged-entry"]),
  },
  {
    ...UNOPENED,
    id: "zip-unsupported-method",
    basis: "inferred",
    sources: [SOURCES.observed, ZIP_FORMAT],
    check: (subject) => eachEntry(subject, ["unsupported-method"]),
  },
  {
    ...ODD,
    id: "zip-checksum",
    severity: "error",
    effect: "loses",
    sources: [ZIP_FORMAT],
    check: (subject) => eachEntry(subject, ["checksum"]),
  },
  {
    ...ODD,
    id: "zip-method",
    basis: "observed",
    sources: [SOURCES.observed, ZIP_FORMAT],
    check: (subject) => together(subject, ["method-mismatch"]),
  },
  {
    ...ODD,
    id: "zip-header-mismatch",
    sources: [ZIP_FORMAT],
    check: (subject) => together(subject, ["size-mismatch", "name-mismatch"]),
  },
  {
    ...ODD,
    id: "zip-dot-slash",
    basis: "observed",
    sources: [SOURCES.observed],
    check: (subject) => together(subject, ["dot-slash-path"]),
  },
  {
    ...ODD,
    id: "zip-dir-entry",
    severity: "info",
    basis: "observed",
    sources: [SOURCES.observed],
    check: (subject) => together(subject, ["directory-entry"]),
  },
  {
    ...ODD,
    id: "zip-data-descriptor",
    severity: "info",
    basis: "observed",
    sources: [SOURCES.observed, ZIP_FORMAT],
    check: (subject) => together(subject, ["data-descriptor"]),
  },
  { ...ODD, id: "zip-zip64", sources: [ZIP_FORMAT], check: (subject) => together(subject, ["zip64"]) },
  {
    ...ODD,
    id: "zip-extra-bytes",
    sources: [ZIP_FORMAT],
    check: (subject) => together(subject, ["leading-bytes", "trailing-bytes"]),
  },
  { ...ODD, id: "zip-comment", severity: "info", sources: [ZIP_FORMAT], check: (subject) => together(subject, ["comment"]) },
  {
    ...ODD,
    id: "file-ext",
    effect: "loses",
    sources: [SOURCES.distributing],
    *check({ form, fileName }) {
      if (form === "package" && fileName !== null && !/\.pkpass$/iu.test(fileName) && !isTemplateName(fileName)) {
        yield ofPass({ name: clip(fileName) });
      }
    },
  },
  {
    ...ODD,
    id: "pass-size",
    severity: "info",
    sources: [SOURCES.distributing],
    *check({ size }) {
      if (size > LARGE_PASS_BYTES) yield ofPass({ megabytes: Math.round(size / 1024 / 102.4) / 10 });
    },
  },
  {
    ...ODD,
    id: "designer-tooling",
    severity: "info",
    basis: "apple-tool",
    sources: [SOURCES.passBuilder, SOURCES.passDesigner],
    *check({ files }) {
      if (files.has("tooling.json")) yield inFile("tooling.json");
    },
  },
  {
    ...UNOPENED,
    id: "template-shipped",
    step: "files",
    basis: "apple-tool",
    sources: [SOURCES.passBuilder, SOURCES.passDesigner],
    narrows: ["signature-present", "manifest-present"],
    *check({ form, fileName, files, archiveProblem }) {
      if (form !== "package" || archiveProblem !== null || files.has("signature")) return;
      const isNamedSo = fileName !== null && isTemplateName(fileName);
      if (isNamedSo || (files.has("pass.json") && files.has("tooling.json"))) yield ofPass();
    },
  },
];

function isTemplateName(fileName: string): boolean {
  return /\.pkpasstemplate$/iu.test(fileName);
}

function* junk({ files, form }: CheckSubject, isJunk: (path: string) => boolean): Generator<Hit> {
  const paths = [...files.keys()].filter(isJunk);
  const [first] = paths;
  // In a source folder they are left behind when it is built; there it is enough to know.
  if (first !== undefined)
    yield inFile(first, { file: clip(first), count: paths.length, where: form === "package" ? "The package" : "The folder" });
}

function odditiesOf({ archive }: CheckSubject, kinds: readonly ArchiveOddityKind[]): readonly ArchiveOddity[] {
  return archive?.oddities.filter(({ kind }) => kinds.includes(kind)) ?? [];
}

function* eachEntry(subject: CheckSubject, kinds: readonly ArchiveOddityKind[]): Generator<Hit> {
  for (const { file = "", detail = "" } of odditiesOf(subject, kinds))
    yield inFile(file, { file: clip(file), detail: clip(detail) });
}

/** One finding however many entries are so: they come from one tool. */
function* together(subject: CheckSubject, kinds: readonly ArchiveOddityKind[]): Generator<Hit> {
  const oddities = odditiesOf(subject, kinds);
  const [first] = oddities;
  if (first === undefined) return;
  const params = { count: oddities.length, kind: first.kind, detail: clip(first.detail ?? ""), file: clip(first.file ?? "") };
  yield first.file === undefined ? ofPass(params) : inFile(first.file, params);
}
