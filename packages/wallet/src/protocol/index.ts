/**
 * The HTTP shapes of Wallet's web service: what a device sends and a server answers, defined once for both sides.
 *
 * @module
 */
export { WALLET_ERRORS, WalletError, type WalletErrorCode, type WalletErrorDetails } from "../errors.ts";

// requests
export { type Endpoint, ENDPOINT_NAMES, type EndpointName, ENDPOINTS } from "./endpoints.ts";
export {
  buildRequestPath,
  matchRequest,
  type PassReference,
  type RegistrationReference,
  type RequestMatch,
  type ServiceRequest,
} from "./service-request.ts";
export { buildRequestUrl, readServiceUrl, type ServiceUrl, type ServiceUrlProblem } from "./service-url.ts";
export { decodeIdentifier, encodeIdentifier, isIdentifier } from "./identifier.ts";
export { PROTOCOL_LIMITS } from "./limits.ts";

// headers
export {
  buildCredentials,
  type Client,
  CLIENT_NAMES,
  type ClientName,
  clientNamed,
  type Credentials,
  type HeaderSource,
  readCredentials,
} from "./clients.ts";
export { formatHttpDate, isNotModified, parseHttpDate, parseRetryAfter } from "./http-date.ts";
export { MEDIA_TYPES, mediaTypeOf } from "./media-types.ts";

// bodies
export type { Parsed } from "./parsed.ts";
export { buildRegistrationBody, parseRegistrationBody, type RegistrationBody } from "./registration-body.ts";
export { buildListBody, type ListBody, parseListBody } from "./list-body.ts";
export { buildLogBody, type LogBody, type LogReading, parseLogBody } from "./log-body.ts";
export {
  buildPersonalizationBody,
  parsePersonalizationBody,
  PERSONAL_KEYS,
  type PersonalInfo,
  type PersonalizationBody,
  type PersonalKey,
} from "./personalization-body.ts";

// messages of devices
export { type DeviceMessage, readDeviceMessage, splitLog, writeDeviceMessage } from "./messages/device-message.ts";
export type { DeviceTask } from "./messages/device-task.ts";
export { MESSAGE_REASON_IDS, type MessageReason, type MessageReasonId } from "./messages/message-reason.ts";
export { type Explanation, EXPLANATIONS } from "./messages/explanations.ts";
export { INSTALL_MESSAGES, type InstallMessage } from "./messages/install-messages.ts";
export { type ExplainedMessage, explainLog, explainMessage, type LogCause } from "./messages/explain-message.ts";
export { redactMessage } from "./messages/redact.ts";
