import type * as z from "zod";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import type { RouteId, RouteOf } from "../contract/routes.ts";
import { downloadStatistics, getStatistics } from "./activity/statistics.ts";
import { getTimeline } from "./activity/timeline.ts";
import { deletePass, expirePass, pushPass, unvoidPass, updatePass, voidPass } from "./change-pass.ts";
import { createBundle } from "./bundles.ts";
import { cancelJob, createJob, getJob, listJobs, pauseJob, resumeJob } from "./jobs/jobs.ts";
import { listResults } from "./jobs/list-results.ts";
import { previewJob } from "./jobs/preview-job.ts";
import { type RowsBody, sendRows } from "./jobs/send-rows.ts";
import { watchJob } from "./jobs/watch-job.ts";
import {
  deleteCertificate,
  downloadCertificateRequest,
  getCertificate,
  importCertificate,
  listCertificates,
  requestCertificate,
  uploadCertificate,
} from "./certificates/certificates.ts";
import { createKey, exportAudit, listAudit, listKeys, revokeKey, updateKey } from "./keys.ts";
import { createPassLink, createTemplateLink, listLinks, revokeLink } from "./distribution/links.ts";
import { getMail, listMails, mailPass } from "./distribution/mails.ts";
import { createMintKey, listMintKeys, revokeMintKey } from "./distribution/mint-keys.ts";
import { listPasses } from "./list-passes.ts";
import { deletePassImage, listPassImages, putPassImage } from "./pass-images.ts";
import { drawPass, drawPreview } from "./pictures.ts";
import { createPass, downloadPass, getPass, listRevisions } from "./passes.ts";
import {
  assignPassType,
  createProject,
  createProjectKey,
  getProject,
  listProjectKeys,
  listProjects,
  revokeProjectKey,
  updateProject,
} from "./projects/projects.ts";
import { downloadPreview, previewTemplate } from "./preview.ts";
import type { Upload } from "./read-upload.ts";
import { listBarcodeKeys, retireBarcodeKey, rotateBarcodeKey } from "./scan/barcode-keys.ts";
import { getScanManifest } from "./scan/scan-manifest.ts";
import { countScans, listScans, scanBatch, scanPass, undoScan } from "./scan/scans.ts";
import {
  discardDraft,
  downloadTemplate,
  getTemplate,
  listPassTypes,
  listTemplates,
  listTemplateVersions,
  publishTemplate,
  uploadTemplate,
} from "./templates.ts";
import { getDelivery, listDeliveries, replayDelivery, replayFailedDeliveries, testWebhook } from "./webhooks/deliveries.ts";
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  rotateWebhookSecret,
  updateWebhook,
} from "./webhooks/endpoints.ts";

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
  updateKey,
  revokeKey,
  listAudit,
  exportAudit,
  listPassTypes,
  listTemplates,
  uploadTemplate,
  getTemplate,
  listTemplateVersions,
  downloadTemplate,
  discardDraft,
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
  createPassLink,
  createTemplateLink,
  listLinks,
  revokeLink,
  listMintKeys,
  createMintKey,
  revokeMintKey,
  mailPass,
  listMails,
  getMail,
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  testWebhook,
  listDeliveries,
  getDelivery,
  replayDelivery,
  replayFailedDeliveries,
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
  listPassImages,
  putPassImage,
  deletePassImage,
  scanPass,
  scanBatch,
  getScanManifest,
  undoScan,
  listScans,
  countScans,
  listBarcodeKeys,
  rotateBarcodeKey,
  retireBarcodeKey,
  listCertificates,
  requestCertificate,
  uploadCertificate,
  importCertificate,
  getCertificate,
  downloadCertificateRequest,
  deleteCertificate,
  listProjects,
  createProject,
  getProject,
  updateProject,
  assignPassType,
  listProjectKeys,
  createProjectKey,
  revokeProjectKey,
  getTimeline,
  getStatistics,
  downloadStatistics,
};
