import type * as z from "zod";
import { toTiming } from "../../jobs/job-plan.ts";
import type { PassImageChange } from "../../storage/images/image-storage.ts";
import type { PassChange, StoredPass } from "../../storage/storage.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { SCHEMAS } from "../contract/schemas.ts";
import { json, parseSeconds, toPass } from "./answers.ts";
import { auditOf } from "./audit-of.ts";
import { compareRevisions } from "./compare-passes.ts";
import { isSameJson, mergeValues } from "./merge-values.ts";
import { barcodesOf } from "./scan/barcodes-of.ts";
import { findOwnPass } from "./own-pass.ts";
import { newestCertificate } from "./try-template.ts";

type Update = z.output<typeof SCHEMAS.PassUpdate>;
type Wish = Pick<PassChange, "values" | "templateVersion" | "voided" | "expiresAt">;

/** A change that somebody asked for. */
interface Plan {
  readonly action: string;
  readonly push: Update["push"];
  /** What is to be different, given the pass as it is. */
  readonly wish: (pass: StoredPass) => Wish;
  readonly ifRevision?: number | undefined;
  readonly deletes?: boolean;
  /** Pictures that the pass has from this revision on. */
  readonly images?: readonly PassImageChange[];
  /** Makes a revision though nothing is different. */
  readonly always?: boolean;
}

/** Another change may come between reading a pass and writing it; so often it is read again. */
const TRIES = 8;

export async function updatePass(call: ApiCall<unknown, Update>): Promise<ApiAnswer> {
  const { values, templateVersion, expiresAt, push, ifRevision } = call.body;
  const seconds = typeof expiresAt === "string" ? parseSeconds("body.expiresAt", expiresAt) : expiresAt;
  return changePass(call, {
    action: "updatePass",
    push,
    ifRevision,
    wish: (pass) => ({
      ...(values !== undefined && { values: JSON.stringify(mergeValues(parseStored(pass), values)) }),
      ...(templateVersion !== undefined && { templateVersion }),
      ...(seconds !== undefined && { expiresAt: seconds }),
    }),
  });
}

type ActionCall = ApiCall<unknown, z.output<typeof SCHEMAS.PassAction>>;

export async function voidPass(call: ActionCall): Promise<ApiAnswer> {
  return changePass(call, { action: "voidPass", push: call.body.push, wish: () => ({ voided: true }) });
}

export async function unvoidPass(call: ActionCall): Promise<ApiAnswer> {
  return changePass(call, { action: "unvoidPass", push: call.body.push, wish: () => ({ voided: false }) });
}

export async function expirePass(call: ApiCall<unknown, z.output<typeof SCHEMAS.ExpireRequest>>): Promise<ApiAnswer> {
  const { at, push } = call.body;
  const expiresAt = at === undefined ? Math.floor(call.clock() / 1000) : parseSeconds("body.at", at);
  return changePass(call, { action: "expirePass", push, wish: () => ({ expiresAt }) });
}

export async function deletePass(call: ApiCall): Promise<ApiAnswer> {
  return changePass(call, { action: "deletePass", push: "now", wish: () => ({ voided: true }), deletes: true, always: true });
}

export async function pushPass(call: ApiCall): Promise<ApiAnswer> {
  return changePass(call, { action: "pushPass", push: "now", wish: () => ({}), always: true });
}

export async function changePass(call: ApiCall, plan: Plan): Promise<ApiAnswer> {
  const { storage, clock } = call;
  for (let tries = 1; ; tries += 1) {
    const { pass, record } = await findOwnPass(call);
    if (plan.ifRevision !== undefined && plan.ifRevision !== pass.revision) throw conflict(pass.revision);
    const wish = plan.wish(pass);
    const next = { ...pass, ...wish };
    const told = await compareRevisions(call, pass, next);
    const devices = (await storage.registrations.of(pass)).length;
    if (plan.always !== true && isSamePass(pass, next)) {
      return json({ changed: false, pass: toPass(pass, record), ...told, devices });
    }
    const { passTypeIdentifier, serialNumber, revision } = pass;
    const certificateId = newestCertificate(call, passTypeIdentifier);
    const result = await storage.issuing.amend(
      {
        passTypeIdentifier,
        change: {
          serialNumber,
          ...wish,
          ...(await changedBarcodes(call, pass, next, plan)),
          // Where there is none, the pass keeps the name of the one that it had.
          ...(certificateId !== undefined && { certificateId }),
          ifRevision: revision,
        },
        deletes: plan.deletes ?? false,
        images: plan.images ?? [],
        audit: auditOf(call, plan.action, `${passTypeIdentifier}/${serialNumber}`),
      },
      { now: clock(), push: toTiming(plan.push) },
    );
    switch (result.kind) {
      case "changed": {
        if (plan.push !== "none") call.onPush();
        const { modifiedAt } = result;
        const changed = { ...next, revision: result.revision, modifiedAt };
        const left = record === undefined || plan.deletes !== true ? record : { ...record, externalId: null };
        return json({ changed: true, pass: toPass(changed, left), ...told, devices });
      }
      case "unknown":
        throw new ApiProblem("not-found", "There is no such pass.");
      case "conflict":
        if (plan.ifRevision !== undefined || tries === TRIES) throw conflict(result.revision);
    }
  }
}

/** A deleted pass is found by no scanner; another is found by what it says now. */
async function changedBarcodes(
  call: ApiCall,
  before: StoredPass,
  after: StoredPass,
  { deletes }: Pick<Plan, "deletes">,
): Promise<Pick<PassChange, "barcodes" | "keepsBarcodes">> {
  if (deletes === true) return { barcodes: [] };
  const [older, newer] = await Promise.all(
    [before, after].map(({ templateId, templateVersion }) => call.shelf.open(templateId, templateVersion)),
  );
  if (newer === undefined) return {};
  const barcodes = barcodesOf(call, newer, after);
  const known = older === undefined ? [] : barcodesOf(call, older, before);
  return barcodes.join(" ") === known.join(" ") ? { keepsBarcodes: true } : { barcodes };
}

function conflict(revision: number): ApiProblem {
  return new ApiProblem("revision-conflict", `The pass has revision ${revision}.`, { revision });
}

function isSamePass(one: StoredPass, two: StoredPass): boolean {
  return (
    one.templateVersion === two.templateVersion &&
    one.voided === two.voided &&
    one.expiresAt === two.expiresAt &&
    isSameJson(parseStored(one), parseStored(two))
  );
}

function parseStored({ values }: StoredPass) {
  return JSON.parse(values) as ReturnType<typeof mergeValues>;
}
