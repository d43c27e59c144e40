import type { JsonObject } from "@passwright/pass";
import { isSameJson, mergeValues } from "../api/handlers/merge-values.ts";
import type { JobRowProblem } from "../storage/jobs/jobs-storage.ts";
import type { PassChange, StoredPass } from "../storage/storage.ts";
import type { ValueCheck } from "./check-values.ts";

/** What is to be different about a pass. */
export interface ChangeWish {
  /** A JSON Merge Patch. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly templateVersion?: number | undefined;
  readonly voided?: boolean | undefined;
  /** Whole seconds since 1970; null: never. */
  readonly expiresAt?: number | null | undefined;
}

/** What a wish comes to for one pass. */
export type PlannedChange =
  | { readonly kind: "change"; readonly change: PassChange & { readonly ifRevision: number }; readonly after: StoredPass }
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly problem: JobRowProblem };

/**
 * Works out a change: only what is different is written, and only what the template takes.
 *
 * @param checkOf - the check of a version of the pass's template; null where there is no such version.
 * @param certificateId - of the certificate that signs new revisions.
 */
export function planChange(
  pass: StoredPass,
  wish: ChangeWish,
  {
    checkOf,
    certificateId,
  }: { readonly checkOf: (version: number) => ValueCheck | null; readonly certificateId: string | undefined },
): PlannedChange {
  const knownValues = JSON.parse(pass.values) as JsonObject;
  const values = wish.values === undefined ? knownValues : mergeValues(knownValues, wish.values);
  const hasNewValues = wish.values !== undefined && !isSameJson(knownValues, values);
  const { templateVersion, voided, expiresAt } = wish;
  const different = {
    ...(hasNewValues && { values: JSON.stringify(values) }),
    ...(templateVersion !== undefined && templateVersion !== pass.templateVersion && { templateVersion }),
    ...(voided !== undefined && voided !== pass.voided && { voided }),
    ...(expiresAt !== undefined && expiresAt !== pass.expiresAt && { expiresAt }),
  };
  if (Object.keys(different).length === 0) return { kind: "unchanged" };
  const after = { ...pass, ...different };
  const checked =
    hasNewValues || "templateVersion" in different ? (checkOf(after.templateVersion)?.(after, values) ?? undefined) : null;
  if (checked === undefined) return { kind: "failed", problem: NO_VERSION };
  if (checked !== null && checked.problem !== null) return { kind: "failed", problem: checked.problem };
  const known = checked === null ? null : checkOf(pass.templateVersion)?.(pass, knownValues).barcodes;
  const hasNewBarcodes = checked !== null && checked.barcodes.join(" ") !== known?.join(" ");
  const { serialNumber, revision } = pass;
  const change = {
    serialNumber,
    ...different,
    ...(hasNewBarcodes ? { barcodes: checked.barcodes } : ({ keepsBarcodes: true } as const)),
    // A new revision is signed by the newest certificate; where there is none, the pass keeps the name of the one that it had.
    ...(certificateId !== undefined && { certificateId }),
    ifRevision: revision,
  };
  return { kind: "change", change, after };
}

const NO_VERSION: JobRowProblem = { code: "invalid-values", message: "There is no such version of the template." };
