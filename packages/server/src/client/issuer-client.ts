import type { AuditPage, BundleRequest, PassTypeList } from "./api-types.ts";
import { createCall, type IssuerClientOptions } from "./call.ts";
import type { Operations } from "./operations.ts";
import { createJobClient, type JobClient } from "./parts/job-client.ts";
import { type CertificateClient, createCertificateClient } from "./parts/certificate-client.ts";
import { type ActivityClient, createActivityClient } from "./parts/activity-client.ts";
import { createKeyClient, type KeyClient } from "./parts/key-client.ts";
import { createLinkClient, type LinkClient } from "./parts/link-client.ts";
import { createMailClient, type MailClient } from "./parts/mail-client.ts";
import { createPassClient, type PassClient } from "./parts/pass-client.ts";
import { createWebhookClient, type WebhookClient } from "./parts/webhook-client.ts";
import { type BarcodeKeyClient, createBarcodeKeyClient, createScanClient, type ScanClient } from "./parts/scan-client.ts";
import { createProjectClient, type ProjectClient } from "./parts/project-client.ts";
import { createTemplateClient, type TemplateClient } from "./parts/template-client.ts";

/** Every operation of the API. All of them throw {@link ApiError}. */
export interface IssuerClient {
  readonly description: () => Promise<{ readonly [name: string]: unknown }>;
  readonly keys: KeyClient;
  readonly audit: (page?: Operations["listAudit"]["query"]) => Promise<AuditPage>;
  /** The whole audit log of the project: one JSON object a line. */
  readonly exportAudit: () => Promise<Uint8Array>;
  readonly passTypes: () => Promise<PassTypeList>;
  readonly templates: TemplateClient;
  readonly passes: PassClient;
  readonly jobs: JobClient;
  /** Up to ten signed passes in one file (`.pkpasses`). */
  readonly bundle: (request: BundleRequest) => Promise<Uint8Array>;
  readonly webhooks: WebhookClient;
  readonly scans: ScanClient;
  readonly barcodeKeys: BarcodeKeyClient;
  readonly certificates: CertificateClient;
  readonly projects: ProjectClient;
  readonly activity: ActivityClient;
  readonly links: LinkClient;
  readonly mails: MailClient;
}

/**
 * A client of the issuer API, for browsers and every other runtime that has `fetch`.
 *
 * @throws {ApiError} each call, with what the server said.
 *
 * @example
 * ```ts
 * const client = createIssuerClient({ server: "https://passes.example.com", apiKey: "pw_live_…" });
 * const pass = await client.passes.create({ templateId: "gate", values: { gate: "B7" } }, { idempotencyKey: "order-1" });
 * const { fields, devices } = await client.passes.update(pass, { values: { gate: "F12" } });
 * ```
 */
export function createIssuerClient(options: IssuerClientOptions): IssuerClient {
  const call = createCall(options);
  return {
    description: () => call("getDescription", {}),
    keys: createKeyClient(call),
    audit: (query) => call("listAudit", { query: query ?? {} }),
    exportAudit: () => call("exportAudit", {}),
    passTypes: () => call("listPassTypes", {}),
    templates: createTemplateClient(call),
    passes: createPassClient(call),
    jobs: createJobClient(call),
    bundle: (body) => call("createBundle", { body }),
    webhooks: createWebhookClient(call),
    scans: createScanClient(call),
    barcodeKeys: createBarcodeKeyClient(call),
    certificates: createCertificateClient(call),
    projects: createProjectClient(call),
    activity: createActivityClient(call),
    links: createLinkClient(call),
    mails: createMailClient(call),
  };
}
