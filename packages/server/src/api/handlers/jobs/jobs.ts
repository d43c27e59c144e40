import type * as z from "zod";
import { type JobPlan, type JobRequest, toTiming } from "../../../jobs/job-plan.ts";
import { createValueChecks } from "../../../jobs/value-checks.ts";
import { createJobId } from "../../../jobs/time-ordered-id.ts";
import type { Job, JobAction } from "../../../storage/jobs/jobs-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { QUERIES } from "../../contract/schemas.ts";
import { json, parseSeconds } from "../answers.ts";
import { auditOf } from "../audit-of.ts";
import { findOwnTemplate, openOwnTemplate, type OwnTemplate } from "../own-template.ts";
import { findSigner } from "../try-template.ts";
import { findOwnJob, reachesJob, toJobAnswer } from "./own-job.ts";

export async function createJob(call: ApiCall<unknown, JobRequest>): Promise<ApiAnswer> {
  const job = await writeJob(call, call.body);
  return { ...json(toJobAnswer(job), 201), headers: ["location", `/api/jobs/${job.id}`] };
}

/**
 * Writes a job, and wakes who goes on with it.
 *
 * @throws {ApiProblem} `not-found`, `no-certificate`, `invalid-values`.
 */
export async function writeJob(call: ApiCall, request: JobRequest): Promise<Job> {
  const { storage, clock, key } = call;
  const { templateId } = request;
  const own = await findOwnTemplate(call, templateId);
  const { passTypeIdentifier } = own;
  const plan = await planJob(call, own, request);
  const isSent = request.kind === "create" || request.kind === "update";
  const total = isSent ? (request.total ?? null) : await storage.jobs.countPasses({ passTypeIdentifier, templateId });
  const now = clock();
  const id = createJobId(now);
  const job = await storage.jobs.create(
    {
      id,
      projectId: key.projectId,
      passTypeIdentifier,
      templateId,
      kind: request.kind,
      plan: JSON.stringify(plan),
      actor: key.id,
      createdAt: now,
      total,
    },
    { audit: auditOf(call, "createJob", id) },
  );
  if (!isSent) call.onJob();
  return job;
}

/** What is asked for, with what it leaves open filled in; and whether it can be done. */
export async function planJob(call: ApiCall, own: OwnTemplate, request: JobRequest): Promise<JobPlan> {
  const plan = await planRequest(call, own, request);
  return call.reach.test ? { ...plan, test: true } : plan;
}

async function planRequest(call: ApiCall, own: OwnTemplate, request: JobRequest): Promise<JobPlan> {
  switch (request.kind) {
    case "create": {
      const { version } = await openOwnTemplate(call, own, { version: request.templateVersion, drafts: false });
      findSigner(call, own.passTypeIdentifier);
      return { kind: "create", templateVersion: version ?? 0 };
    }
    case "update":
      return { kind: "update", push: toTiming(request.push) };
    case "segment": {
      const { change, where = {} } = request;
      if (typeof change.expiresAt === "string") parseSeconds("body.change.expiresAt", change.expiresAt);
      if (change.templateVersion !== undefined) await assertVersion(call, own, change.templateVersion);
      return { kind: "segment", where, change, push: toTiming(request.push) };
    }
    case "roll-out": {
      const version = request.templateVersion ?? own.newest?.version;
      if (version === undefined) throw new ApiProblem("not-found", "The template is not published yet.");
      await assertVersion(call, own, version);
      return { kind: "roll-out", templateVersion: version, push: toTiming(request.push) };
    }
    default:
      return request satisfies never;
  }
}

async function assertVersion(call: ApiCall, own: OwnTemplate, version: number): Promise<void> {
  const { templateId, passTypeIdentifier } = own;
  const checks = createValueChecks({
    shelf: call.shelf,
    templateId,
    passTypeIdentifier,
    webServiceURL: call.webServiceURL(),
    secret: call.secret,
  });
  await checks.prepare([version]);
  if (checks.find(version) !== null) return;
  throw new ApiProblem("invalid-values", "There is no such version of the template.", {
    faults: [{ place: "body.templateVersion", message: "is no version of the template" }],
  });
}

const PAGE = 20;

export async function listJobs(call: ApiCall<z.output<typeof QUERIES.jobs>>): Promise<ApiAnswer> {
  const { state, kind, limit = PAGE, cursor } = call.query;
  const jobs = await call.storage.jobs.list({
    projectId: call.key.projectId,
    limit: limit + 1,
    ...(state !== undefined && { state }),
    ...(kind !== undefined && { kind }),
    ...(cursor !== undefined && { before: cursor }),
  });
  const page = jobs.slice(0, limit);
  const items = page.filter((job) => reachesJob(call.reach, job)).map(toJobAnswer);
  return json({ items, nextCursor: jobs.length > limit ? (page.at(-1)?.id ?? null) : null });
}

export async function getJob(call: ApiCall): Promise<ApiAnswer> {
  return json(toJobAnswer(await findOwnJob(call)));
}

export async function pauseJob(call: ApiCall): Promise<ApiAnswer> {
  return act(call, "pause");
}

export async function resumeJob(call: ApiCall): Promise<ApiAnswer> {
  return act(call, "resume");
}

export async function cancelJob(call: ApiCall): Promise<ApiAnswer> {
  return act(call, "cancel");
}

async function act(call: ApiCall, action: JobAction): Promise<ApiAnswer> {
  const { storage, key, clock } = call;
  const { id } = await findOwnJob(call);
  const audit = auditOf(call, `${action}Job`, id);
  const result = await storage.jobs.act({ id, projectId: key.projectId }, { action, now: clock(), audit });
  if (result.kind === "absent") throw new ApiProblem("not-found", "There is no such job.");
  if (result.kind === "refused") throw new ApiProblem("job-conflict", `The job is ${result.job.state}.`);
  if (action === "resume") call.onJob();
  return json(toJobAnswer(result.job));
}
