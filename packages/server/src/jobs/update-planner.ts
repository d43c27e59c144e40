import type * as z from "zod";
import type { SCHEMAS } from "../api/contract/schemas.ts";
import { isTestSerial } from "../api/key-reach.ts";
import { toSeconds } from "../api/handlers/answers.ts";
import type { Job, JobEntry, JobPass, JobStore } from "../storage/jobs/jobs-storage.ts";
import type { StoredPass } from "../storage/storage.ts";
import type { NumberedRow, RowPlanner } from "./import-rows.ts";
import { planOf } from "./job-plan.ts";
import { planChange } from "./plan-change.ts";
import type { ValueChecks } from "./value-checks.ts";

/** A row of a job that changes passes. */
export type UpdateRow = z.output<typeof SCHEMAS.JobUpdateRow>;

type Changing = Extract<JobEntry, { readonly kind: "change" }>;

/** A pass that rows of a step name, as it will be after those that were planned. */
interface Planned extends JobPass {
  /** The entry that changes it, once there is one. */
  at: number | null;
  pass: StoredPass;
}

/** Changes the passes that rows name: each is read, and written unless another has changed it meanwhile. */
export function createUpdatePlanner(options: {
  readonly job: Job;
  readonly jobs: Pick<JobStore, "passesOf">;
  readonly checks: ValueChecks;
  readonly certificateId: string | undefined;
}): RowPlanner<UpdateRow> {
  const { job, jobs, checks, certificateId } = options;
  const isTest = planOf(job).test === true;

  function planOne({ row, given }: NumberedRow<UpdateRow>, found: Planned | undefined, entries: JobEntry[]): JobEntry {
    const { line, asked, problem } = given;
    const place = { row, line, externalId: asked?.externalId ?? null };
    const fail = (code: string, message: string): JobEntry => {
      const serialNumber = found?.pass.serialNumber ?? asked?.serialNumber ?? null;
      return { ...place, kind: "failed", serialNumber, problem: { code, message } };
    };
    if (asked === null) return fail("invalid-request", problem);
    if (found === undefined) return fail("not-found", "There is no such pass of this template.");
    const expiresAt = typeof asked.expiresAt === "string" ? toSeconds(asked.expiresAt) : asked.expiresAt;
    if (typeof asked.expiresAt === "string" && expiresAt === undefined) {
      return fail("invalid-request", "expiresAt is not a date between 1970 and 9999");
    }
    const { serialNumber } = found.pass;
    const planned = planChange(
      found.pass,
      { values: asked.values, voided: asked.voided, expiresAt },
      { checkOf: checks.find, certificateId },
    );
    switch (planned.kind) {
      case "unchanged":
        return { ...place, kind: "told", result: "unchanged", serialNumber };
      case "failed":
        return fail(planned.problem.code, planned.problem.message);
      case "change": {
        found.pass = planned.after;
        const earlier = found.at === null ? undefined : entries[found.at];
        if (earlier === undefined || found.at === null) {
          found.at = entries.length;
          return { ...place, kind: "change", change: planned.change };
        }
        // Two rows about one pass, whatever they call it, make one revision.
        entries[found.at] = { ...(earlier as Changing), change: { ...(earlier as Changing).change, ...planned.change } };
        return { ...place, kind: "told", result: "changed", serialNumber };
      }
      default:
        return planned satisfies never;
    }
  }

  return {
    nameOf: () => null,
    plan: async (rows) => {
      const asked = rows.flatMap(({ given }) => (given.asked === null ? [] : [given.asked]));
      const found = await jobs.passesOf(job, {
        serialNumbers: asked.flatMap(({ serialNumber }) => serialNumber ?? []),
        externalIds: asked.flatMap(({ externalId }) => externalId ?? []),
      });
      await checks.prepare(found.map(({ pass }) => pass.templateVersion));
      const reached = isTest ? found.filter(({ pass }) => isTestSerial(pass.serialNumber)) : found;
      const passes = reached.map((one): Planned => Object.assign({ at: null }, one));
      const bySerial = new Map(passes.map((one) => [one.pass.serialNumber, one]));
      const byId = new Map(passes.flatMap((one) => (one.externalId === null ? [] : [[one.externalId, one] as const])));
      const entries: JobEntry[] = [];
      for (const row of rows) {
        const { serialNumber, externalId } = row.given.asked ?? {};
        const named = serialNumber === undefined ? byId.get(externalId ?? "") : bySerial.get(serialNumber);
        entries.push(planOne(row, named, entries));
      }
      return entries;
    },
  };
}
