import type { ArchiveOddityKind } from "../../archive/archive-report.ts";
import { clip, inFile, ofPass } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";

const PARSE_LOG = "https://blog.billguard.com/2012/10/coding-passbook-lessons-learned/";

const REFUSES = { severity: "error", effect: "refuses", step: "manifest", basis: "doc", confirmed: false } as const;

/** manifest.json against the files that are there. */
export const MANIFEST_RULES: readonly Rule[] = [
  {
    ...REFUSES,
    id: "manifest-present",
    step: "files",
    sources: [SOURCES.buildingPass, SOURCES.guideCreating],
    *check({ form, archiveProblem, files, archive }) {
      if (form !== "package" || archiveProblem !== null || files.has("manifest.json")) return;
      if (archive?.entries.some(({ path }) => path === "manifest.json") !== true) yield ofPass();
    },
  },
  {
    ...REFUSES,
    id: "manifest-parse",
    confirmed: true,
    sources: [SOURCES.buildingPass, PARSE_LOG],
    *check({ manifest }) {
      if (manifest !== null && !manifest.readable) yield inFile("manifest.json", { problem: clip(manifest.problem ?? "") });
    },
  },
  {
    id: "manifest-json",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.json],
    *check({ manifest }) {
      for (const { kind, file } of manifest?.tolerated ?? []) {
        yield inFile("manifest.json", { problem: TOLERATED[kind], file: file === undefined ? "" : ` (${clip(file)})` });
      }
    },
  },
  {
    ...REFUSES,
    id: "manifest-missing",
    confirmed: true,
    sources: [SOURCES.buildingPass, SOURCES.technicalNote, SOURCES.unlistedFileLog],
    *check({ manifest }) {
      for (const file of manifest?.unlisted ?? []) yield inFile(file, { file: clip(file) });
    },
  },
  {
    ...REFUSES,
    id: "manifest-extra",
    confirmed: true,
    sources: [SOURCES.buildingPass, SOURCES.technicalNote],
    *check(subject) {
      for (const file of subject.manifest?.absent ?? []) {
        if (!isLeftOut(subject, file)) yield atEntry(file);
      }
    },
  },
  {
    ...REFUSES,
    id: "manifest-hash",
    confirmed: true,
    sources: [SOURCES.technicalNote, SOURCES.buildingPass, SOURCES.guideCreating],
    *check({ manifest }) {
      for (const { file, listed, actual } of manifest?.mismatched ?? []) yield atEntry(file, { listed: clip(listed), actual });
    },
  },
  {
    ...REFUSES,
    id: "manifest-format",
    sources: [SOURCES.buildingPass, SOURCES.guideCreating],
    narrows: ["manifest-hash"],
    *check({ manifest }) {
      for (const [file, listed] of manifest?.entries ?? []) {
        if (!/^[0-9a-f]{40}$/iu.test(listed)) yield atEntry(file, { listed: clip(listed), kind: digestKind(listed) });
      }
    },
  },
  {
    id: "manifest-case",
    severity: "warning",
    effect: "degrades",
    basis: "observed",
    confirmed: false,
    sources: [SOURCES.observed],
    *check({ manifest }) {
      const upper = [...(manifest?.entries ?? [])].filter(([, listed]) => /^[0-9a-f]{40}$/iu.test(listed) && /[A-F]/u.test(listed));
      const [first] = upper;
      if (first !== undefined) yield atEntry(first[0], { count: upper.length });
    },
  },
  {
    ...REFUSES,
    id: "manifest-self",
    confirmed: true,
    sources: [SOURCES.technicalNote, SOURCES.buildingPass],
    narrows: ["manifest-hash", "manifest-extra", "manifest-format"],
    *check({ manifest }) {
      for (const file of ["manifest.json", "signature"]) if (manifest?.entries.has(file) === true) yield atEntry(file);
    },
  },
  {
    ...REFUSES,
    id: "manifest-path",
    basis: "inferred",
    sources: [SOURCES.buildingPass, SOURCES.unlistedFileLog],
    narrows: ["manifest-extra"],
    *check({ manifest, files }) {
      for (const file of manifest?.absent ?? []) {
        const plain = file.replaceAll("\\", "/").replace(/^(?:\.?\/)+/u, "");
        if (plain !== file && files.has(plain)) yield atEntry(file, { plain: clip(plain) });
      }
    },
  },
];

const TOLERATED = {
  "byte-order-mark": "it begins with a byte order mark",
  "trailing-comma": "there is a comma before the closing bracket",
  "duplicate-path": "a path stands twice",
} as const;

/** Entries that the reader left out: their own rules tell why. */
const LEFT_OUT: ReadonlySet<ArchiveOddityKind> = /* @__PURE__ */ new Set<ArchiveOddityKind>([
  "unsafe-path",
  "encrypted",
  "symlink",
  "damaged-entry",
  "unsupported-method",
  "size-mismatch",
]);

function isLeftOut({ archive }: CheckSubject, file: string): boolean {
  return archive?.oddities.some((oddity) => oddity.file === file && LEFT_OUT.has(oddity.kind)) ?? false;
}

function atEntry(file: string, params: Readonly<Record<string, string | number>> = {}): Hit {
  return { where: { file: "manifest.json", path: [file] }, params: { file: clip(file), ...params } };
}

function digestKind(listed: string): string {
  if (/^[0-9a-f]{64}$/iu.test(listed)) return "a SHA-256 digest";
  if (/^[0-9a-f]{32}$/iu.test(listed)) return "an MD5 digest";
  return /^[A-Za-z0-9+/]{27}=$/u.test(listed) ? "Base64" : "no digest";
}
