import type { Job } from "../../../storage/jobs/jobs-storage.ts";
import type { ApiCall } from "../../api-context.ts";
import { planOf } from "../../../jobs/job-plan.ts";
import { type KeyReach, reachesTemplate } from "../../key-reach.ts";
import { ApiProblem } from "../../api-problem.ts";
import { toOptionalTime, toTime } from "../answers.ts";

/** The job that a request names. @throws {ApiProblem} `not-found`: for foreign jobs as for those that never were. */
export async function findOwnJob({ storage, key, reach, params }: ApiCall): Promise<Job> {
  const job = await storage.jobs.find({ id: params["jobId"] ?? "", projectId: key.projectId });
  if (job === undefined || !reachesJob(reach, job)) throw new ApiProblem("not-found", "There is no such job.");
  return job;
}

/** A test key reaches jobs of test keys alone, whose rows and passes are for trying. */
export function reachesJob(reach: KeyReach, job: Job): boolean {
  return reachesTemplate(reach, job.templateId) && (!reach.test || planOf(job).test === true);
}

/** A job as its issuer sees it. */
export function toJobAnswer(job: Job) {
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    templateId: job.templateId,
    passTypeIdentifier: job.passTypeIdentifier,
    rows: job.position,
    total: job.total,
    created: job.created,
    changed: job.changed,
    unchanged: job.unchanged,
    failed: job.failed,
    problem: job.problem,
    plan: JSON.parse(job.plan) as unknown,
    createdAt: toTime(job.createdAt),
    updatedAt: toTime(job.updatedAt),
    endedAt: toOptionalTime(job.endedAt),
  };
}
