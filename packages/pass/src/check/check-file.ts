import { ARCHIVE_LIMITS, BUNDLE_ARCHIVE_LIMITS } from "../archive/archive-limits.ts";
import type { Archive } from "../archive/read-archive.ts";
import { PassError } from "../errors.ts";
import { checkOpenedBundle, isPassName, type BundleCheck } from "./check-bundle.ts";
import { checkSubject, type CheckOptions, type PassCheck } from "./check-pass.ts";
import { gatherOpened, openArchive } from "./gather.ts";
import { ALL_RULE_IDS } from "./rules/all-rule-ids.ts";
import { assertKnownRules } from "./select-findings.ts";

/**
 * Checks a file that may be a pass or a bundle of passes; its content decides, and its name only where the content says
 * nothing.
 *
 * @throws {PassError} `ERR_PASS_RULE_UNKNOWN` when `options.rules` names a rule that does not exist.
 *
 * @example
 * ```ts
 * const check = await checkFile(bytes, { fileName: "tickets.pkpasses" });
 * if (check.kind === "bundle") console.log(check.members.length, "passes");
 * ```
 */
export async function checkFile(bytes: Uint8Array, options: CheckOptions = {}): Promise<PassCheck | BundleCheck> {
  assertKnownRules(options.rules ?? {}, ALL_RULE_IDS);
  const isNamedBundle = /\.pkpasses$/iu.test(options.fileName ?? "");
  let archive = await openArchive(bytes, { ...ARCHIVE_LIMITS, ...options.limits });
  if (archive instanceof PassError && archive.code === "ERR_PASS_ARCHIVE_LIMIT") {
    // A bundle may be as large as several passes.
    const asBundle = await openArchive(bytes, { ...BUNDLE_ARCHIVE_LIMITS, ...options.limits });
    if (isNamedBundle || (!(asBundle instanceof PassError) && isBundle(asBundle))) archive = asBundle;
  }
  const bundle =
    archive instanceof PassError ? isNamedBundle : isBundle(archive) || (isNamedBundle && !archive.files.has("pass.json"));
  if (bundle) return checkOpenedBundle(archive, bytes.length, options);
  return checkSubject(await gatherOpened(archive, bytes.length, options), options.rules);
}

function isBundle({ files }: Archive): boolean {
  return !files.has("pass.json") && [...files.keys()].some(isPassName);
}
