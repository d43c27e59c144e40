import { setTimeout as sleep } from "node:timers/promises";
import { JOB_LIMITS } from "../../../jobs/job-limits.ts";
import { ENDED_STATES, type Job } from "../../../storage/jobs/jobs-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import type { EventSink } from "../../event-stream.ts";
import { findOwnJob, toJobAnswer } from "./own-job.ts";

/**
 * Events of a job: what it is now, then whenever it has changed, by a look at the database, for it may go on in another process.
 * Ids are versions of the job: a listener that comes back is told what it has not seen.
 */
export async function watchJob(call: ApiCall): Promise<ApiAnswer> {
  const job = await findOwnJob(call);
  const done = call.gates.events.enter(call.key.id);
  return { status: 200, body: { events: (sink) => watch(call, job, sink), done } };
}

async function watch(call: ApiCall, first: Job, sink: EventSink): Promise<void> {
  const { storage, key, signal, lastEventId } = call;
  let seen = lastEventId;
  let silentMs = 0;
  for (let job: Job | undefined = first; job !== undefined && !signal.aborted;) {
    const id = String(job.version);
    const isEnd = ENDED_STATES.has(job.state);
    if (id !== seen || isEnd) {
      await sink.send({ id, name: isEnd ? "end" : "progress", data: toJobAnswer(job) });
      seen = id;
      silentMs = 0;
    } else if (silentMs >= JOB_LIMITS.heartbeatMs) {
      await sink.beat();
      silentMs = 0;
    }
    if (isEnd) return;
    await sleep(JOB_LIMITS.eventsPollMs, undefined, { signal }).catch(() => undefined);
    silentMs += JOB_LIMITS.eventsPollMs;
    // A key that was revoked meanwhile hears nothing more.
    job = signal.aborted ? undefined : await storage.jobs.find({ id: job.id, projectId: key.projectId });
  }
}
