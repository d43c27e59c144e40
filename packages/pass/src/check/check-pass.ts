import { PassError } from "../errors.ts";
import { PassDocument } from "../model/pass-document.ts";
import type { PassStyle } from "../model/style.ts";
import type { SignatureReport } from "../signature/signature-report.ts";
import { gatherPackage, gatherSource, type GatherOptions, type SourceFiles } from "./gather.ts";
import type { Finding, InstallStep } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { runRules, type Documents } from "./run-rules.ts";
import { ALL_RULE_IDS } from "./rules/all-rule-ids.ts";
import { assertKnownRules, selectFindings, type RuleSelection } from "./select-findings.ts";
import type { CheckSubject } from "./subject.ts";
import { judge, SOURCE_STEPS, type Installs, type StepOutcome } from "./verdict.ts";

export interface CheckOptions extends GatherOptions {
  /** Which findings to report. The verdict is drawn from all rules whatever is chosen here. */
  readonly rules?: RuleSelection;
}

/** What a check of a pass found out. */
export interface PassCheck {
  readonly kind: "pass";
  readonly form: "package" | "source";
  /** Bytes of the package; of a source, the sum of its files. */
  readonly size: number;
  /** Will Wallet install it today? Null for a source, which nobody can install before it is signed. */
  readonly installs: Installs | null;
  /** Would it have, on the day of signing? */
  readonly installedWhenSigned: Installs | null;
  /** The first step that refuses today; of a source, the first that will refuse. */
  readonly refusedAt: InstallStep | null;
  readonly refusedAtWhenSigned: InstallStep | null;
  readonly steps: readonly StepOutcome[];
  /** The style a device draws when it knows no newer one. */
  readonly style: PassStyle | null;
  readonly styles: readonly PassStyle[];
  readonly passTypeIdentifier: string | null;
  readonly teamIdentifier: string | null;
  readonly serialNumber: string | null;
  readonly organizationName: string | null;
  readonly description: string | null;
  /** Null for a source, and where there is no signature or no manifest to compare it with. */
  readonly signature: SignatureReport | null;
  /** All faults at once: what refuses first in the order of the steps, then by severity. */
  readonly findings: readonly Finding[];
  /** Rules that found more faults than a report holds. */
  readonly cut: readonly string[];
}

const RULES_BY_ID = /* @__PURE__ */ new Map(/* @__PURE__ */ RULES.map((rule) => [rule.id, rule]));

/**
 * Checks a pass: will Wallet install it, and if not, which step refuses it; and everything else that is wrong with it.
 * A bad pass gives findings, however broken it is; nothing in it makes this throw.
 *
 * @param input a finished `.pkpass` as bytes, or the files of a source folder by path.
 * @throws {PassError} `ERR_PASS_RULE_UNKNOWN` when `options.rules` names a rule that does not exist.
 *
 * @example
 * ```ts
 * const check = await checkPass(bytes, { fileName: "ticket.pkpass" });
 * if (check.installs === "no") console.error(`refused at ${check.refusedAt}`);
 * for (const finding of check.findings) console.log(finding.severity, describeFinding(finding).message);
 * ```
 */
export async function checkPass(input: Uint8Array | SourceFiles, options: CheckOptions = {}): Promise<PassCheck> {
  assertKnownRules(options.rules ?? {}, ALL_RULE_IDS);
  const subject = input instanceof Uint8Array ? await gatherPackage(input, options) : gatherSource(input, options);
  return checkSubject(subject, options.rules);
}

/** The same over a subject that is already gathered. */
export function checkSubject(subject: CheckSubject, selection: RuleSelection = {}): PassCheck {
  const { findings, cut } = runRules(RULES, subject, documentsOf(subject));
  const isSource = subject.form === "source";
  const walked = isSource ? SOURCE_STEPS : undefined;
  const now = judge(findings, RULES_BY_ID, "now", walked);
  const whenSigned = judge(findings, RULES_BY_ID, "signing", walked);
  const text = (key: string) => {
    const value = subject.pass[key];
    return typeof value === "string" ? value : null;
  };
  return {
    kind: "pass",
    form: subject.form,
    size: subject.size,
    installs: isSource ? null : now.installs,
    installedWhenSigned: isSource ? null : whenSigned.installs,
    refusedAt: now.refusedAt,
    refusedAtWhenSigned: whenSigned.refusedAt,
    steps: now.steps,
    style: subject.style,
    styles: subject.styles,
    passTypeIdentifier: text("passTypeIdentifier"),
    teamIdentifier: text("teamIdentifier"),
    serialNumber: text("serialNumber"),
    organizationName: text("organizationName"),
    description: text("description"),
    signature: subject.signature,
    findings: selectFindings(findings, selection),
    cut,
  };
}

function documentsOf({ document, personalization, files }: CheckSubject): Documents {
  const documents = new Map<string, PassDocument | null>([
    ["pass.json", document],
    ["personalization.json", personalization],
  ]);
  return {
    get(file) {
      // The manifest is read by a reader of its own; as a document it is wanted only where something in it is wrong.
      if (file === "manifest.json" && !documents.has(file)) documents.set(file, readDocument(files.get(file)));
      return documents.get(file) ?? undefined;
    },
  };
}

function readDocument(bytes: Uint8Array | undefined): PassDocument | null {
  try {
    return bytes === undefined ? null : PassDocument.parse(bytes);
  } catch (error) {
    if (error instanceof PassError) return null;
    throw error;
  }
}
