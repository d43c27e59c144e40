import { previewChange } from "../../../jobs/preview-change.ts";
import { findWork } from "../../../jobs/segment-work.ts";
import type * as z from "zod";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import type { SCHEMAS } from "../../contract/schemas.ts";
import { json } from "../answers.ts";
import { findOwnTemplate } from "../own-template.ts";
import { planJob } from "./jobs.ts";

/** What a job would do, without it. */
export async function previewJob(call: ApiCall<unknown, z.output<typeof SCHEMAS.JobPreviewRequest>>): Promise<ApiAnswer> {
  const own = await findOwnTemplate(call, call.body.templateId);
  const work = findWork(await planJob(call, own, call.body));
  const { templateId, passTypeIdentifier } = own;
  return json(await previewChange(call, { templateId, passTypeIdentifier, work, signal: call.signal }));
}
