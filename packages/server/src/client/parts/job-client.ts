import type { Job, JobPage, JobPreview, JobPreviewRequest, JobResult, NewJob } from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations, RowsBody } from "../operations.ts";
import { readEvents } from "./read-events.ts";
import { readNdjson } from "./read-ndjson.ts";

/** Bulk work of the project. */
export interface JobClient {
  readonly create: (job: NewJob) => Promise<Job>;
  /** What a change would do, without it. */
  readonly preview: (job: JobPreviewRequest) => Promise<JobPreview>;
  readonly get: (jobId: string) => Promise<Job>;
  readonly list: (query?: Operations["listJobs"]["query"]) => Promise<JobPage>;
  /**
   * Sends rows. After a broken connection `get` says how many are done: send on with the next one (`from`), or all of them again;
   * none is done twice. `end: false` leaves the job open for more.
   */
  readonly send: (
    jobId: string,
    body: RowsBody,
    options?: { readonly from?: number; readonly end?: boolean; readonly signal?: AbortSignal },
  ) => Promise<Job>;
  /** What became of each row, in their order. */
  readonly results: (
    jobId: string,
    options?: { readonly failures?: boolean; readonly after?: number; readonly signal?: AbortSignal },
  ) => AsyncGenerator<JobResult, void, undefined>;
  /** The job whenever it has changed, until it has ended. Connects again by itself. */
  readonly watch: (jobId: string, options?: { readonly signal?: AbortSignal }) => AsyncGenerator<Job, void, undefined>;
  readonly pause: (jobId: string) => Promise<Job>;
  readonly resume: (jobId: string) => Promise<Job>;
  readonly cancel: (jobId: string) => Promise<Job>;
}

/** Lines of one page of results. */
const PAGE = 5000;

export function createJobClient(call: Call): JobClient {
  return {
    create: (body) => call("createJob", { body }),
    preview: (body) => call("previewJob", { body }),
    get: (jobId) => call("getJob", { path: { jobId } }),
    list: (query) => call("listJobs", { query: query ?? {} }),
    send: (jobId, body, { from, end, signal } = {}) =>
      call("sendRows", {
        path: { jobId },
        query: { ...(from !== undefined && { from }), ...(end !== undefined && { end: end ? "true" : "false" }) },
        body,
        signal,
      }),
    results: async function* (jobId, { failures = false, after = 0, signal } = {}) {
      for (let cursor: string | null = String(after); cursor !== null;) {
        const query = { cursor, limit: PAGE, failures: failures ? ("true" as const) : ("false" as const) };
        const answer: Response = await call("listResults", { path: { jobId }, query, signal });
        yield* readNdjson<JobResult>(answer);
        cursor = answer.headers.get("passwright-next-cursor");
      }
    },
    watch: (jobId, { signal } = {}) =>
      readEvents<Job>(
        (lastEventId) =>
          call("watchJob", {
            path: { jobId },
            headers: lastEventId === null ? {} : { "last-event-id": lastEventId },
            signal,
          }),
        signal,
      ),
    pause: (jobId) => call("pauseJob", { path: { jobId } }),
    resume: (jobId) => call("resumeJob", { path: { jobId } }),
    cancel: (jobId) => call("cancelJob", { path: { jobId } }),
  };
}
