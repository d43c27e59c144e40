import { createHash } from "node:crypto";
import { PassError, type PassValues, type ScanRule } from "@passwright/pass";
import { issuerKeysOf } from "../../../device-service/issuer-keys.ts";
import { completeValues } from "../../../device-service/template-pass-source.ts";
import { readScanned } from "../../../scan/read-scanned.ts";
import type { ScanReason } from "../../../scan/scan-verdict.ts";
import type { PassRecord } from "../../../storage/issuer/issuer-storage.ts";
import type { StoredPass } from "../../../storage/storage.ts";
import type { ApiCall, ApiContext } from "../../api-context.ts";
import { isScannable, type KeyReach, reachesTemplate } from "../../key-reach.ts";
import type { ShelvedTemplate } from "../../template-shelf.ts";

/** A pass that a scanner holds, with what its template says about it. */
export interface FoundPass {
  readonly pass: StoredPass;
  readonly record: PassRecord | undefined;
  readonly rule: RuleOf;
}

/** A rule, or why there is none. */
export type RuleOf =
  | { readonly rule: ScanRule; readonly reason: null }
  | { readonly rule: null; readonly reason: "no-rule" | "rule-broken" };

export type Finding = FoundPass | { readonly pass: null; readonly reason: ScanReason };

/** The pass of the caller's project that has a barcode; those of others are as unknown as those that never were. */
export async function findScanned(call: ApiCall, message: string): Promise<Finding> {
  const { storage, key, keyring, secret } = call;
  const { projectId } = key;
  const scanned = await readScanned(message, { keySet: () => keyring.publicKeys(projectId), secret });
  if (scanned.kind === "refused") return { pass: null, reason: scanned.reason };
  const candidates = await storage.scans.findByMessage({ projectId, hash: scanned.hash });
  const found: StoredPass[] = [];
  for (const candidate of candidates) {
    const pass = await storage.passes.find(candidate);
    if (pass !== undefined) found.push(pass);
  }
  // A ticket that somebody tried out with the same values must not keep the real one outside.
  const meant = found.filter(({ templateId, serialNumber }) => isScannable(call.reach, { templateId, serialNumber }));
  const passes = meant.length > 0 ? meant : found;
  const reason = whyNotHere(call.reach, passes);
  if (reason !== null) return { pass: null, reason };
  // A ticket that was made anew has the barcode of the one that it took the place of.
  const valid = passes.length > 1 ? passes.filter(({ voided }) => !voided) : passes;
  const [pass, ...others] = valid.length === 0 ? passes : valid;
  if (pass === undefined) return { pass: null, reason: "unknown" };
  if (others.length > 0) return { pass: null, reason: "ambiguous" };
  const [record] = await storage.issuing.records([pass]);
  const template = await call.shelf.open(pass.templateId, pass.templateVersion);
  return { pass, record, rule: template === undefined ? { rule: null, reason: "no-rule" } : ruleOf(call, template, pass) };
}

/** Why the scanner's key lets nobody in with any of these; null where it may. */
function whyNotHere(reach: KeyReach, [pass]: readonly StoredPass[]): ScanReason | null {
  if (pass === undefined || isScannable(reach, pass)) return null;
  if (!reachesTemplate(reach, pass.templateId)) return "not-here";
  return reach.test ? "live-pass" : "test-pass";
}

/** What a template says about scanning one of its passes. */
export function ruleOf({ webServiceURL, log }: ApiContext, { template }: ShelvedTemplate, pass: StoredPass): RuleOf {
  try {
    const values = JSON.parse(pass.values) as PassValues;
    const complete = completeValues(values, template, issuerKeysOf(pass, webServiceURL()));
    const rule = template.scanRule(complete, { now: new Date(pass.modifiedAt * 1000) });
    return rule === null ? { rule, reason: "no-rule" } : { rule, reason: null };
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    const { templateId, templateVersion } = pass;
    log.warn("scan rule cannot be used", { templateId, templateVersion, error });
    return { rule: null, reason: "rule-broken" };
  }
}

/** SHA-256 in hex, of parts that cannot run into each other. */
export function digestOf(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
