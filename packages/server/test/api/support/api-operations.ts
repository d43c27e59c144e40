import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { PASS_TYPE } from "./api-world.ts";

interface Described {
  readonly operationId: string;
  readonly security: readonly { readonly apiKey: readonly string[] }[];
}

const DOCUMENT = JSON.parse(readFileSync(new URL("../../../../../docs/reference/api/openapi.json", import.meta.url), "utf8")) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};

/** Every operation of the committed description. */
export const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, security }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
    scope: security[0]?.apiKey[0] ?? null,
  })),
);

/** Which keys may do what asks for a scope: written down here a second time, so that a change of the table is noticed. */
export const MAY: Readonly<Record<string, readonly string[]>> = {
  installation: ["installation"],
  admin: ["admin"],
  issue: ["admin", "issue"],
  read: ["admin", "issue", "read"],
  scan: ["admin", "scan"],
};
export const SCOPES = Object.keys(MAY);

/** What each operation asks for, so that it succeeds with a key that may: an operation that is missing here fails. */
export const BODIES: Readonly<Record<string, unknown>> = {
  updateKey: { name: "renamed" },
  exportAudit: undefined,
  listCertificates: undefined,
  requestCertificate: { passTypeIdentifier: PASS_TYPE, commonName: "Example Air" },
  uploadCertificate: (objects: Objects) => ({ certificate: objects["certificatePem"] }),
  importCertificate: (objects: Objects) => ({ certificate: objects["certificatePem"], privateKey: objects["privateKeyPem"] }),
  getCertificate: undefined,
  downloadCertificateRequest: undefined,
  deleteCertificate: undefined,
  listProjects: undefined,
  createProject: () => ({ id: randomUUID(), name: "made" }),
  getProject: undefined,
  updateProject: { name: "renamed" },
  assignPassType: undefined,
  listProjectKeys: undefined,
  createProjectKey: { name: "made", scopes: ["admin"] },
  revokeProjectKey: undefined,
  getDescription: undefined,
  listKeys: undefined,
  createKey: { name: "made", scopes: ["read"] },
  revokeKey: undefined,
  listAudit: undefined,
  listPassTypes: undefined,
  listTemplates: undefined,
  uploadTemplate: "template",
  getTemplate: undefined,
  publishTemplate: undefined,
  listTemplateVersions: undefined,
  downloadTemplate: undefined,
  discardDraft: undefined,
  previewTemplate: {},
  downloadPreview: {},
  createPass: { templateId: "gate", values: { gate: "A1" } },
  listPasses: undefined,
  getPass: undefined,
  updatePass: { values: { gate: "A2" } },
  deletePass: undefined,
  voidPass: {},
  unvoidPass: {},
  expirePass: {},
  pushPass: undefined,
  listRevisions: undefined,
  downloadPass: undefined,
  createPassLink: {},
  createTemplateLink: { values: { gate: "A1" } },
  listLinks: undefined,
  revokeLink: undefined,
  listMintKeys: undefined,
  createMintKey: {},
  revokeMintKey: undefined,
  mailPass: { to: "ada@example.com" },
  listMails: undefined,
  getMail: undefined,
  listWebhooks: undefined,
  createWebhook: { url: "http://127.0.0.1:1025/hook" },
  getWebhook: undefined,
  updateWebhook: { description: "mine" },
  deleteWebhook: undefined,
  rotateWebhookSecret: undefined,
  testWebhook: undefined,
  listDeliveries: undefined,
  getDelivery: undefined,
  replayDelivery: undefined,
  replayFailedDeliveries: { since: "2026-01-01T00:00:00Z" },
  drawPreview: {},
  drawPass: undefined,
  createJob: { kind: "update", templateId: "gate" },
  listJobs: undefined,
  previewJob: { kind: "roll-out", templateId: "gate" },
  getJob: undefined,
  sendRows: "rows",
  listResults: undefined,
  watchJob: undefined,
  pauseJob: undefined,
  resumeJob: undefined,
  cancelJob: undefined,
  createBundle: { passes: [{ templateId: "gate", externalId: "bundled" }] },
  listPassImages: undefined,
  putPassImage: "image",
  deletePassImage: undefined,
  scanPass: { message: "GATE-1", gate: "north" },
  scanBatch: { scans: [{ id: "batch-1", message: "GATE-1", at: new Date().toISOString() }] },
  getScanManifest: undefined,
  undoScan: undefined,
  listScans: undefined,
  countScans: undefined,
  listBarcodeKeys: undefined,
  rotateBarcodeKey: undefined,
  retireBarcodeKey: undefined,
  getTimeline: undefined,
  getStatistics: undefined,
  downloadStatistics: undefined,
};

/** Bodies that are no JSON. */
export const RAW_BODIES: Readonly<Record<string, { readonly type: string; readonly bytes: (template: Uint8Array) => Uint8Array }>> =
  {
    template: { type: "application/zip", bytes: (template) => template },
    rows: { type: "application/x-ndjson", bytes: () => Buffer.from("{}\n") },
    image: { type: "image/png", bytes: () => readFileSync(ICON_FILE) },
  };
const ICON_FILE = new URL("../../../../../examples/boarding.pass/icon.png", import.meta.url);
/**
 * Operations without an entry in the audit log though they are not GET: what previews say is told and forgotten; scans are a log
 * of their own, with the key that scanned and the one that undid; rows are in the entry of their job; a bundle is a download.
 */
export const READING: ReadonlySet<string> = new Set([
  "previewTemplate",
  "downloadPreview",
  "drawPreview",
  "scanPass",
  "scanBatch",
  "undoScan",
  "testWebhook",
  "previewJob",
  "sendRows",
  "createBundle",
]);

/** Ids by the names that paths have for them. */
export type Objects = Readonly<Record<string, string>>;

/** One of {@link OPERATIONS}. */
export type ApiOperation = (typeof OPERATIONS)[number];
