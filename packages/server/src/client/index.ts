/**
 * A client of the issuer API, for every runtime that has `fetch`.
 *
 * @module
 */
export { ApiError, type ApiFault } from "./api-error.ts";
export { createIssuerClient, type IssuerClient, type IssuerClientOptions, type PassName } from "./issuer-client.ts";
export type {
  ApiKey,
  ApiKeyList,
  AuditEntry,
  AuditPage,
  CreatedApiKey,
  ExpireRequest,
  NewApiKey,
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
  Template,
  TemplateDetails,
  TemplateList,
} from "./api-types.ts";
export type { Operations, UploadBody } from "./operations.ts";
