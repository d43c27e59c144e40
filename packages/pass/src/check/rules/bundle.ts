import { clip, inFile, ofPass } from "../hit.ts";
import type { BundleFacts, BundleMember } from "../check-bundle.ts";
import type { RuleOver } from "../rule.ts";
import { SOURCES } from "../sources.ts";

/** A device takes no more (Apple: "up to 10 passes or 150 MB"). */
const MAX_MEMBERS = 10;
const MAX_BYTES = 150 * 1000 * 1000;

const REFUSES = { severity: "error", effect: "refuses", step: "archive", basis: "doc", confirmed: false } as const;

/** A `.pkpasses` file as a whole. */
export const BUNDLE_RULES: readonly RuleOver<BundleFacts>[] = [
  {
    ...REFUSES,
    id: "bundle-readable",
    sources: [SOURCES.distributing],
    *check({ archiveProblem }) {
      if (archiveProblem !== null) yield ofPass({ reason: archiveProblem.message });
    },
  },
  {
    ...REFUSES,
    id: "bundle-count",
    confirmed: true,
    sources: [SOURCES.distributing],
    *check({ members, unchecked }) {
      const count = members.length + unchecked;
      if (count > MAX_MEMBERS) yield ofPass({ count, limit: MAX_MEMBERS });
    },
  },
  {
    ...REFUSES,
    id: "bundle-size",
    confirmed: true,
    sources: [SOURCES.distributing],
    *check({ size }) {
      if (size > MAX_BYTES) yield ofPass({ megabytes: Math.ceil(size / 1_000_000) });
    },
  },
  {
    ...REFUSES,
    id: "bundle-empty",
    sources: [SOURCES.distributing],
    *check({ archiveProblem, members }) {
      if (archiveProblem === null && members.length === 0) yield ofPass();
    },
  },
  {
    ...REFUSES,
    id: "bundle-content",
    effect: "refuses",
    sources: [SOURCES.distributing],
    *check({ others, members }) {
      for (const path of others) yield inFile(path, { file: clip(path), problem: "is no .pkpass file" });
      for (const { name, check } of members) {
        if (check.refusedAt === "archive" || check.refusedAt === "files") {
          yield inFile(name, { file: clip(name), problem: "is not a complete signed pass" });
        }
      }
    },
  },
  {
    id: "bundle-junk",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.distributing],
    *check({ junk }) {
      const [first] = junk;
      if (first !== undefined) yield inFile(first, { file: clip(first), count: junk.length });
    },
  },
  {
    id: "bundle-same-id",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.distributing],
    *check({ members }) {
      const seen = new Map<string, string>();
      for (const member of members) {
        const identity = identityOf(member);
        const first = identity === null ? undefined : seen.get(identity);
        if (first !== undefined) yield inFile(member.name, { file: clip(member.name), first: clip(first) });
        else if (identity !== null) seen.set(identity, member.name);
      }
    },
  },
  {
    id: "bundle-file-ext",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.distributing],
    *check({ fileName }) {
      if (fileName !== null && !/\.pkpasses$/iu.test(fileName)) yield ofPass({ name: clip(fileName) });
    },
  },
];

function identityOf({ check }: BundleMember): string | null {
  const { passTypeIdentifier, serialNumber } = check;
  return passTypeIdentifier === null || serialNumber === null ? null : JSON.stringify([passTypeIdentifier, serialNumber]);
}
