import type * as z from "zod";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import type { RouteId, RouteOf } from "../contract/routes.ts";
import { deletePass, expirePass, pushPass, unvoidPass, updatePass, voidPass } from "./change-pass.ts";
import { createBundle } from "./bundles.ts";
import { cancelJob, createJob, getJob, listJobs, pauseJob, resumeJob } from "./jobs/jobs.ts";
import { listResults } from "./jobs/list-results.ts";
import { previewJob } from "./jobs/preview-job.ts";
import { type RowsBody, sendRows } from "./jobs/send-rows.ts";
import { watchJob } from "./jobs/watch-job.ts";
import { createKey, listAudit, listKeys, revokeKey } from "./keys.ts";
import { listPasses } from "./list-passes.ts";
import { drawPass, drawPreview } from "./pictures.ts";
import { createPass, downloadPass, getPass, listRevisions } from "./passes.ts";
import { downloadPreview, previewTemplate } from "./preview.ts";
import type { Upload } from "./read-upload.ts";
import { getTemplate, listPassTypes, listTemplates, publishTemplate, uploadTemplate } from "./templates.ts";

/** Routes that need a key, and so a handler. */
export type HandledId = Exclude<RouteId, "getDescription">;

type QueryOf<Id extends HandledId> =
  RouteOf<Id> extends { readonly query: infer Query extends z.ZodType } ? z.output<Query> : unknown;
type BodyOf<Id extends HandledId> =
  RouteOf<Id> extends { readonly body: infer Body }
    ? Body extends z.ZodType
      ? z.output<Body>
      : Body extends "rows"
        ? RowsBody
        : Upload
    : unknown;

/** What answers each route, with its query and body as the route's schemas read them. */
export const HANDLERS: { readonly [Id in HandledId]: (call: ApiCall<QueryOf<Id>, BodyOf<Id>>) => Promise<ApiAnswer> } = {
  listKeys,
  createKey,
  revokeKey,
  listAudit,
  listPassTypes,
  listTemplates,
  uploadTemplate,
  getTemplate,
  publishTemplate,
  previewTemplate,
  downloadPreview,
  drawPreview,
  createPass,
  listPasses,
  getPass,
  updatePass,
  deletePass,
  voidPass,
  unvoidPass,
  expirePass,
  pushPass,
  listRevisions,
  downloadPass,
  drawPass,
  createJob,
  listJobs,
  previewJob,
  getJob,
  sendRows,
  listResults,
  watchJob,
  pauseJob,
  resumeJob,
  cancelJob,
  createBundle,
};
