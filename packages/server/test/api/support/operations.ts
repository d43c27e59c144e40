import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type ApiWorld, PASS_TYPE } from "./api-world.ts";

/** A JSON Schema, as far as it is walked here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

interface Described {
  readonly operationId: string;
  readonly security: readonly { readonly apiKey: readonly string[] }[];
  readonly parameters?: readonly { readonly name: string; readonly in: "path" | "query" | "header"; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const DOCUMENT = JSON.parse(readFileSync(new URL("../../../../../docs/reference/api/openapi.json", import.meta.url), "utf8")) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** All operations of the description of the API. */
export const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, security, parameters = [], requestBody }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
    scope: security[0]?.apiKey[0] ?? null,
    parameters,
    /** Schemas of the body by media type; empty where there is none. */
    content: Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => ({ type, schema })),
  })),
);

export type Operation = (typeof OPERATIONS)[number];

/** What a reference stands for. */
export function resolveSchema(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = DOCUMENT.components.schemas[schema.$ref.split("/").at(-1) ?? ""];
  if (found === undefined) throw new Error(`${schema.$ref} is not described`);
  return resolveSchema(found);
}

/** Names in paths, by the name of the step. */
export type Objects = Readonly<Record<string, string>>;

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
const RAW_BODIES: Readonly<Record<string, { readonly type: string; readonly bytes: (template: Uint8Array) => Uint8Array }>> = {
  template: { type: "application/zip", bytes: (template) => template },
  rows: { type: "application/x-ndjson", bytes: () => Buffer.from("{}\n") },
  image: { type: "image/png", bytes: () => readFileSync(ICON_FILE) },
};
const ICON_FILE = new URL("../../../../../examples/boarding.pass/icon.png", import.meta.url);

/** What stands in the table for an operation, made for these objects. */
export function bodyOf(id: string, objects: Objects): unknown {
  const given = BODIES[id];
  return typeof given === "function" ? (given as (objects: Objects) => unknown)(objects) : given;
}

/** Asks for an operation with the body that stands here, or another. */
export async function askFor(
  operation: Operation,
  { world, template }: { readonly world: ApiWorld; readonly template: Uint8Array },
  {
    key,
    objects,
    query = "",
    json,
  }: {
    readonly key: string | null;
    readonly objects: Objects;
    readonly query?: string;
    /** Instead of the body of the table. */
    readonly json?: unknown;
  },
): Promise<Response> {
  const body = json ?? bodyOf(operation.id, objects);
  const path = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(objects[name] ?? ""));
  const raw = typeof body === "string" ? RAW_BODIES[body] : undefined;
  return world.ask(`${path}${query}`, {
    method: operation.method,
    key,
    ...(raw === undefined ? {} : { body: Buffer.from(raw.bytes(template)), headers: { "content-type": raw.type } }),
    ...(raw === undefined && body !== undefined ? { json: body } : {}),
  });
}
