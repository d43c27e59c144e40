/**
 * A client of the issuer API, for every runtime that has `fetch`.
 *
 * @module
 */
export { ApiError, type ApiFault } from "./api-error.ts";
export type { IssuerClientOptions } from "./call.ts";
export { createIssuerClient, type IssuerClient } from "./issuer-client.ts";
export type { ActivityClient, StatisticsQuery } from "./parts/activity-client.ts";
export type { KeyClient } from "./parts/key-client.ts";
export type { PassClient, PassName } from "./parts/pass-client.ts";
export type { TemplateClient } from "./parts/template-client.ts";
export type {
  ApiKey,
  ApiKeyList,
  AuditEntry,
  AuditPage,
  CreatedApiKey,
  DiagnosisFinding,
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
  Statistics,
  StatisticsItem,
  Template,
  TemplateDetails,
  TemplateList,
  TemplateTotals,
  Timeline,
  TimelineEvent,
} from "./api-types.ts";
export type { Operations, UploadBody } from "./operations.ts";
