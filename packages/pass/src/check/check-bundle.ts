import { ARCHIVE_LIMITS, BUNDLE_ARCHIVE_LIMITS } from "../archive/archive-limits.ts";
import type { ArchiveReport } from "../archive/archive-report.ts";
import type { Archive } from "../archive/read-archive.ts";
import { PassError } from "../errors.ts";
import { checkSubject, type CheckOptions, type PassCheck } from "./check-pass.ts";
import { gatherOpened, openArchive } from "./gather.ts";
import { isJunkFile } from "./junk-file.ts";
import type { Finding } from "./rule.ts";
import { BUNDLE_RULES } from "./rules/bundle.ts";
import { runRules } from "./run-rules.ts";
import { ALL_RULE_IDS } from "./rules/all-rule-ids.ts";
import { assertKnownRules, selectFindings } from "./select-findings.ts";

/** What checking a bundle may cost, all members together. */
export const BUNDLE_CHECK_LIMITS = {
  /** Members that are opened; a device takes ten. */
  members: 50,
  /** Bytes that all members together may unpack to. */
  unpackedBytes: 400 * 1024 * 1024,
} as const;

/** A pass of a bundle. */
export interface BundleMember {
  /** Its path in the bundle. */
  readonly name: string;
  readonly check: PassCheck;
}

/** What a check of a `.pkpasses` bundle found out. */
export interface BundleCheck {
  readonly kind: "bundle";
  readonly size: number;
  /** Whether the bundle as such is taken; each member has a verdict of its own. */
  readonly installs: "yes" | "no";
  readonly members: readonly BundleMember[];
  /** Faults of the bundle; those of its passes are with the members. */
  readonly findings: readonly Finding[];
  /** Rules that found more faults than a report holds. */
  readonly cut: readonly string[];
}

/** What rules about a bundle look at. */
export interface BundleFacts {
  readonly fileName: string | null;
  readonly size: number;
  readonly archiveProblem: PassError | null;
  readonly archive: ArchiveReport | null;
  /** Files that are no passes by their name, without what file managers leave behind. */
  readonly others: readonly string[];
  readonly junk: readonly string[];
  readonly members: readonly BundleMember[];
  /** Members that were not opened, because there are too many. */
  readonly unchecked: number;
}

/**
 * Checks a `.pkpasses` bundle: as a whole, and each of its passes. Like {@link checkPass} it finds and does not throw.
 *
 * @throws {PassError} `ERR_PASS_RULE_UNKNOWN` when `options.rules` names a rule that does not exist.
 *
 * @example
 * ```ts
 * const bundle = await checkBundle(bytes);
 * for (const { name, check } of bundle.members) console.log(name, check.installs);
 * ```
 */
export async function checkBundle(bytes: Uint8Array, options: CheckOptions = {}): Promise<BundleCheck> {
  assertKnownRules(options.rules ?? {}, ALL_RULE_IDS);
  return checkOpenedBundle(await openArchive(bytes, { ...BUNDLE_ARCHIVE_LIMITS, ...options.limits }), bytes.length, options);
}

/** The same for an archive that was opened already, or that could not be. */
export async function checkOpenedBundle(archive: Archive | PassError, size: number, options: CheckOptions): Promise<BundleCheck> {
  const facts = await gatherBundle(archive, size, options);
  const { findings, cut } = runRules(BUNDLE_RULES, facts);
  return {
    kind: "bundle",
    size,
    installs: findings.some(({ effect }) => effect === "refuses") ? "no" : "yes",
    members: facts.members,
    findings: selectFindings(findings, options.rules ?? {}),
    cut,
  };
}

async function gatherBundle(archive: Archive | PassError, size: number, options: CheckOptions): Promise<BundleFacts> {
  const common = { fileName: options.fileName ?? null, size };
  if (archive instanceof PassError) {
    return { ...common, archiveProblem: archive, archive: null, others: [], junk: [], members: [], unchecked: 0 };
  }
  const paths = [...archive.files.keys()];
  const passes = paths.filter((path) => isPassName(path) && !isJunkFile(path));
  const members: BundleMember[] = [];
  let budget: number = BUNDLE_CHECK_LIMITS.unpackedBytes;
  for (const name of passes.slice(0, BUNDLE_CHECK_LIMITS.members)) {
    const bytes = archive.files.get(name);
    if (bytes === undefined) continue;
    // The sum of all members is bounded, too: ten archives at the limit of one would not fit into memory.
    const limits = { ...ARCHIVE_LIMITS, ...options.limits };
    const opened = await openArchive(bytes, { ...limits, totalBytes: Math.min(limits.totalBytes, budget) });
    if (!(opened instanceof PassError)) for (const { length } of opened.files.values()) budget -= length;
    const subject = await gatherOpened(opened, bytes.length, { ...options, fileName: name.slice(name.lastIndexOf("/") + 1) });
    members.push({ name, check: checkSubject(subject, options.rules) });
  }
  return {
    ...common,
    archiveProblem: null,
    archive: archive.report,
    others: paths.filter((path) => !isPassName(path) && !isJunkFile(path)),
    junk: paths.filter(isJunkFile),
    members,
    unchecked: passes.length - members.length,
  };
}

export function isPassName(path: string): boolean {
  return /\.pkpass$/iu.test(path);
}
