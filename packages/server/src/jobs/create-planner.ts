import type * as z from "zod";
import { ApiProblem } from "../api/api-problem.ts";
import type { SCHEMAS } from "../api/contract/schemas.ts";
import { serialFault, toTestSerial } from "../api/key-reach.ts";
import { toSeconds } from "../api/handlers/answers.ts";
import type { ShelvedTemplate } from "../api/template-shelf.ts";
import { createTokenMaker } from "../installation/authentication-token.ts";
import type { Job, JobEntry, JobRowProblem } from "../storage/jobs/jobs-storage.ts";
import type { NewPass, StoredPass } from "../storage/storage.ts";
import { toStoredPass } from "../storage/stored-pass.ts";
import { createValueCheck } from "./check-values.ts";
import type { NumberedRow, RowPlanner } from "./import-rows.ts";
import { planOf } from "./job-plan.ts";
import { timeOrderedId } from "./time-ordered-id.ts";

/** A row of a job that makes passes. */
export type CreateRow = z.output<typeof SCHEMAS.JobCreateRow>;

/** Makes passes of rows: nothing has to be asked for them but the template. */
export function createCreatePlanner(options: {
  readonly job: Job;
  readonly opened: ShelvedTemplate;
  readonly templateVersion: number;
  readonly secret: string;
  readonly webServiceURL: string;
  /** Of the certificate that signs the passes. */
  readonly certificateId: string;
  readonly clock: () => number;
  /** Builds and signs the first pass. @throws {ApiProblem} `invalid-values` where only this one is at fault. */
  readonly tryFirst: (pass: StoredPass) => Promise<void>;
}): RowPlanner<CreateRow> {
  const { job, opened, templateVersion, secret, webServiceURL, certificateId, clock, tryFirst } = options;
  const { passTypeIdentifier, templateId } = job;
  const isTest = planOf(job).test === true;
  const check = createValueCheck(opened.template, { webServiceURL, secret });
  const makeToken = createTokenMaker(secret);
  const personalization = opened.template.prepare().names.includes("personalization.json") ? "open" : "none";

  function planOne({ row, given }: NumberedRow<CreateRow>, now: number): JobEntry {
    const { line, asked, problem } = given;
    const place = { row, line, externalId: asked?.externalId ?? null };
    const fail = (code: string, message: string): JobEntry => ({
      ...place,
      kind: "failed",
      serialNumber: asked?.serialNumber ?? null,
      problem: { code, message },
    });
    if (asked === null) return fail("invalid-request", problem);
    const expiresAt = typeof asked.expiresAt === "string" ? toSeconds(asked.expiresAt) : null;
    if (expiresAt === undefined) return fail("invalid-request", "expiresAt is not a date between 1970 and 9999");
    const wrong = asked.serialNumber === undefined ? null : serialFault(asked.serialNumber, { test: isTest });
    if (wrong !== null) return fail("invalid-request", `serialNumber ${wrong}`);
    const id = asked.serialNumber ?? (isTest ? toTestSerial(timeOrderedId(now)) : timeOrderedId(now));
    const key = { passTypeIdentifier, serialNumber: id };
    const values = asked.values ?? {};
    const pass = {
      ...key,
      authenticationToken: makeToken(key),
      templateId,
      templateVersion,
      values: JSON.stringify(values),
      expiresAt,
      // A revision keeps its certificate, whatever is uploaded later.
      certificateId,
      personalization,
    } as const;
    const { problem: fault, barcodes } = check(toStoredPass(pass, 0, Math.floor(now / 1000)), values);
    return fault === null ? { ...place, kind: "create", pass: { ...pass, barcodes } } : fail(fault.code, fault.message);
  }

  async function tryOne(pass: NewPass, now: number): Promise<JobRowProblem | null> {
    try {
      await tryFirst(toStoredPass(pass, 0, Math.floor(now / 1000)));
      return null;
    } catch (error) {
      if (error instanceof ApiProblem && error.problem === "invalid-values") return { code: error.problem, message: error.message };
      throw error;
    }
  }

  return {
    nameOf: ({ serialNumber }) => serialNumber ?? null,
    plan: async (rows) => {
      const now = clock();
      const entries = rows.map((row) => planOne(row, now));
      for (const [index, entry] of entries.entries()) {
        if (entry.kind !== "create") continue;
        const problem = await tryOne(entry.pass, now);
        if (problem === null) break;
        const { row, line, externalId, pass } = entry;
        entries[index] = { row, line, externalId, kind: "failed", serialNumber: pass.serialNumber, problem };
      }
      return entries;
    },
  };
}
