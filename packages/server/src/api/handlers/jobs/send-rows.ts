import { rowInputsOf, RowsError } from "@passwright/pass/rows";
import type * as z from "zod";
import { createCreatePlanner } from "../../../jobs/create-planner.ts";
import { importRows, type RowPlanner } from "../../../jobs/import-rows.ts";
import { planOf } from "../../../jobs/job-plan.ts";
import { readJobRows, type RowSchema } from "../../../jobs/read-job-rows.ts";
import { createUpdatePlanner } from "../../../jobs/update-planner.ts";
import { createValueChecks } from "../../../jobs/value-checks.ts";
import type { Job } from "../../../storage/jobs/jobs-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import { type QUERIES, SCHEMAS } from "../../contract/schemas.ts";
import type { ShelvedTemplate } from "../../template-shelf.ts";
import { json } from "../answers.ts";
import { findSigner, newestCertificate, tryTemplate } from "../try-template.ts";
import { findOwnJob, toJobAnswer } from "./own-job.ts";

/** A body of rows, which is read as it comes. */
export interface RowsBody {
  readonly source: AsyncIterable<Uint8Array>;
  readonly contentType: string;
}

type SendCall = ApiCall<z.output<typeof QUERIES.jobRows>, RowsBody>;

const FORMATS: ReadonlyMap<string, "csv" | "ndjson"> = new Map([
  ["application/x-ndjson", "ndjson"],
  ["application/ndjson", "ndjson"],
  ["application/jsonl", "ndjson"],
  ["text/csv", "csv"],
  ["text/tab-separated-values", "csv"],
]);

/** Takes rows into a job while they are sent. */
export async function sendRows(call: SendCall): Promise<ApiAnswer> {
  const job = await findOwnJob(call);
  const type = (call.body.contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  const format = FORMATS.get(type);
  if (format === undefined) throw new ApiProblem("unsupported-media-type", "Send application/x-ndjson or text/csv.");
  const plan = planOf(job);
  const leave = call.gates.bodies.enter(call.key.id);
  try {
    switch (plan.kind) {
      case "create": {
        const { templateVersion } = plan;
        const opened = await openVersion(call, job, templateVersion);
        const planner = createCreatePlanner({
          job,
          opened,
          templateVersion,
          secret: call.secret,
          webServiceURL: call.webServiceURL(),
          certificateId: findSigner(call, job.passTypeIdentifier).facts.fingerprint,
          clock: call.clock,
          tryFirst: (pass) => tryTemplate(call, opened, pass),
        });
        return await take(call, { job, format, opened, planner, schema: SCHEMAS.JobCreateRow });
      }
      case "update": {
        const { shelf, storage } = call;
        const newest = await storage.templates.newestOf(job.templateId);
        const opened = await openVersion(call, job, newest?.version ?? 1);
        const checks = createValueChecks({ ...job, shelf, webServiceURL: call.webServiceURL(), secret: call.secret });
        const planner = createUpdatePlanner({
          job,
          jobs: storage.jobs,
          checks,
          certificateId: newestCertificate(call, job.passTypeIdentifier),
        });
        return await take(call, { job, format, opened, planner, schema: SCHEMAS.JobUpdateRow });
      }
      case "segment":
      case "roll-out":
        throw new ApiProblem("job-conflict", "A job of this kind takes no rows.");
      default:
        return plan satisfies never;
    }
  } finally {
    leave();
  }
}

async function openVersion({ shelf }: SendCall, { templateId }: Job, version: number): Promise<ShelvedTemplate> {
  const opened = await shelf.open(templateId, version);
  if (opened === undefined) throw new ApiProblem("not-found", "The template is gone.");
  return opened;
}

async function take<Asked>(
  call: SendCall,
  parts: {
    readonly job: Job;
    readonly format: "csv" | "ndjson";
    readonly opened: ShelvedTemplate;
    readonly planner: RowPlanner<Asked>;
    readonly schema: RowSchema<Asked>;
  },
): Promise<ApiAnswer> {
  const { job, format, opened, planner, schema } = parts;
  const { from = 1, end = "true" } = call.query;
  const plan = planOf(job);
  try {
    const done = await importRows({
      jobs: call.storage.jobs,
      job,
      rows: readJobRows(call.body.source, { format, schema, inputs: rowInputsOf(opened.template) }),
      planner,
      from,
      ends: end === "true",
      push: plan.kind === "update" ? plan.push : { kind: "none" },
      clock: call.clock,
      signal: call.signal,
      onPush: call.onPush,
    });
    return json(toJobAnswer(done));
  } catch (error) {
    if (error instanceof RowsError) throw new ApiProblem("invalid-request", error.message);
    if (call.signal.aborted) throw new ApiProblem("unavailable", "The server stops; send the rest to it again.");
    throw error;
  }
}
