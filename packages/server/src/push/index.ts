/**
 * Telling devices that passes have changed: Apple's push service and those of other apps, and the worker that takes pushes out of
 * storage.
 *
 * @module
 */
export { PUSH_ERRORS, PushError, type PushErrorCode } from "./push-error.ts";
export type { BackOff } from "./back-off.ts";

// ports
export type { ClaimedPush, PushOutcome, PushQueue } from "./push-queue.ts";
export type { PushResult, PushSender } from "./push-sender.ts";

// APNs
export { ApnsClient, type ApnsPush } from "./apns/apns-client.ts";
export type { ApnsClientOptions, ApnsEvent } from "./apns/apns-options.ts";
export {
  type ApnsCertificateCredential,
  type ApnsCredential,
  type ApnsTokenCredential,
  createCertificateCredential,
  createTokenCredential,
} from "./apns/apns-credential.ts";
export { APNS_FAULTS, type ApnsFault, type ApnsFaultName } from "./apns/apns-fault.ts";
export { APNS_REASONS, type ApnsAction, type ApnsReason, type ApnsReasonName } from "./apns/apns-reasons.ts";
export type { ApnsResult } from "./apns/apns-result.ts";
export { type ApnsSenderOptions, createApnsSender } from "./apns/apns-sender.ts";

// other apps
export { createHttpPushSender, HTTP_PUSH_SERVICES, type HttpPushSenderOptions, type HttpPushService } from "./http-push-sender.ts";

// worker
export { createPushWorker, type PushWorker, type PushWorkerStatistics } from "./worker/push-worker.ts";
export type { PushWorkerOptions } from "./worker/push-worker-options.ts";
export type { PushAlert } from "./worker/push-alert.ts";
