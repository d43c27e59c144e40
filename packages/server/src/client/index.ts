/**
 * A client of the issuer API, for every runtime that has `fetch`.
 *
 * @module
 */
export { ApiError, type ApiFault } from "./api-error.ts";
export type { IssuerClientOptions } from "./call.ts";
export { createMintLink, type MintLinkOptions } from "./create-mint-link.ts";
export { createIssuerClient, type IssuerClient } from "./issuer-client.ts";
export type { CertificateClient } from "./parts/certificate-client.ts";
export type { ActivityClient, StatisticsQuery } from "./parts/activity-client.ts";
export type { KeyClient } from "./parts/key-client.ts";
export type { LinkClient } from "./parts/link-client.ts";
export type { MailClient } from "./parts/mail-client.ts";
export type { PassClient, PassName } from "./parts/pass-client.ts";
export type { BarcodeKeyClient, ScanClient } from "./parts/scan-client.ts";
export type { ProjectClient } from "./parts/project-client.ts";
export type { TemplateClient } from "./parts/template-client.ts";
export type { WebhookClient } from "./parts/webhook-client.ts";
export {
  type VerifiedWebhook,
  verifyWebhook,
  type VerifyWebhookOptions,
  type WebhookEvent,
  type WebhookFault,
  WebhookVerificationError,
} from "./verify-webhook.ts";
export type {
  ApiKey,
  ApiKeyList,
  ApiKeyUpdate,
  AuditEntry,
  AuditPage,
  CertificateExpiringEvent,
  BarcodeKey,
  BarcodeKeyList,
  Certificate,
  CertificateImport,
  CertificateList,
  CertificateRemoval,
  CertificateRequest,
  CertificateUpload,
  CertificateWarning,
  CreatedApiKey,
  DeliveryAttempt,
  EventDevice,
  EventPass,
  EventScan,
  DiagnosisFinding,
  CreatedLink,
  CreatedMintKey,
  ExpireRequest,
  Link,
  LinkPage,
  Mail,
  MailPage,
  MintKey,
  MintKeyList,
  JobFinishedEvent,
  NewApiKey,
  NewCertificateRequest,
  NewPass,
  NewWebhook,
  NewProject,
  NewMail,
  NewMintKey,
  NewPassLink,
  NewTemplateLink,
  Pass,
  PassAction,
  PassChange,
  PassCreatedEvent,
  PassHistory,
  PassInstalledEvent,
  PassImage,
  PassImageList,
  PassPage,
  PassRemovedEvent,
  PassRevision,
  PassScannedEvent,
  PassType,
  PassTypeList,
  PassUpdate,
  PassUpdatedEvent,
  Preview,
  PreviewRequest,
  Problem,
  PushFailedEvent,
  ReplayRequest,
  ReplayResult,
  Scan,
  ScanBatch,
  ScanBatchResult,
  ScanCounts,
  ScanManifest,
  ScanPage,
  ScanRequest,
  ScanResult,
  Project,
  ProjectList,
  ProjectUpdate,
  Statistics,
  StatisticsItem,
  Template,
  TemplateDetails,
  TemplateList,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookList,
  WebhookRemoval,
  WebhookTestEvent,
  WebhookUpdate,
  WebhookWithSecret,
  TemplateTotals,
  Timeline,
  TimelineEvent,
} from "./api-types.ts";
export type { Operations, UploadBody } from "./operations.ts";
