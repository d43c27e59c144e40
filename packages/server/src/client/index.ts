/**
 * A client of the issuer API, for every runtime that has `fetch`.
 *
 * @module
 */
export { ApiError, type ApiFault } from "./api-error.ts";
export type { IssuerClientOptions } from "./call.ts";
export { createIssuerClient, type IssuerClient } from "./issuer-client.ts";
export type { JobClient } from "./parts/job-client.ts";
export type { KeyClient } from "./parts/key-client.ts";
export type { PassClient, PassName } from "./parts/pass-client.ts";
export type { TemplateClient } from "./parts/template-client.ts";
export type {
  ApiKey,
  ApiKeyList,
  AuditEntry,
  AuditPage,
  BundleRequest,
  CreatedApiKey,
  ExpireRequest,
  Job,
  JobCreateRow,
  JobPage,
  JobPreview,
  JobPreviewRequest,
  JobResult,
  JobUpdateRow,
  NewApiKey,
  NewJob,
  NewPass,
  Pass,
  PassAction,
  PassChange,
  PassHistory,
  PassPage,
  PassRevision,
  PassType,
  PassTypeList,
  PassUpdate,
  Preview,
  PreviewRequest,
  Problem,
  PublishedTemplate,
  PublishRequest,
  Template,
  TemplateDetails,
  TemplateList,
} from "./api-types.ts";
export type { Operations, RowsBody, UploadBody } from "./operations.ts";
