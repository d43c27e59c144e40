import type * as z from "zod";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import type { QUERIES } from "../../contract/schemas.ts";
import { LINES_TYPE } from "../../contract/openapi.ts";
import { findOwnJob } from "./own-job.ts";

const PAGE = 1000;

async function* eachLine(lines: readonly string[]): AsyncGenerator<string, void, undefined> {
  for (const line of lines) yield `${line}\n`;
}

/** What became of rows, as lines; where to go on stands in a header. */
export async function listResults(call: ApiCall<z.output<typeof QUERIES.jobResults>>): Promise<ApiAnswer> {
  const job = await findOwnJob(call);
  const { failures = "false", limit = PAGE, cursor = "0" } = call.query;
  const { lines, next } = await call.storage.jobs.results({
    jobId: job.id,
    after: Number(cursor),
    limit,
    failuresOnly: failures === "true",
  });
  return {
    status: 200,
    headers: next === null ? [] : ["passwright-next-cursor", String(next)],
    body: { lines: eachLine(lines), type: LINES_TYPE },
  };
}
