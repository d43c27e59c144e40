/**
 * A client of the issuer API, for every runtime that has `fetch`.
 *
 * @module
 */
export { ApiError, type ApiFault } from "./api-error.ts";
export type { IssuerClientOptions } from "./call.ts";
export { createMintLink, type MintLinkOptions } from "./create-mint-link.ts";
export { createIssuerClient, type IssuerClient } from "./issuer-client.ts";
export type { KeyClient } from "./parts/key-client.ts";
export type { LinkClient } from "./parts/link-client.ts";
export type { MailClient } from "./parts/mail-client.ts";
export type { PassClient, PassName } from "./parts/pass-client.ts";
export type { TemplateClient } from "./parts/template-client.ts";
export type {
  ApiKey,
  ApiKeyList,
  AuditEntry,
  AuditPage,
  CreatedApiKey,
  CreatedLink,
  CreatedMintKey,
  ExpireRequest,
  Link,
  LinkPage,
  Mail,
  MailPage,
  MintKey,
  MintKeyList,
  NewApiKey,
  NewMail,
  NewMintKey,
  NewPass,
  NewPassLink,
  NewTemplateLink,
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
