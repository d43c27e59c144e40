/**
 * The issuer's side of Apple Wallet passes: storage, Wallet's web service, an API, push, and a process out of all of them.
 *
 * @module
 */

// the whole server
export { type ConfigSources, readConfig } from "./config/read-config.ts";
export { ConfigError, type ConfigProblem } from "./config/config-error.ts";
export type { LogLevelName, Role, ServerConfig } from "./config/server-config.ts";
export { type ParsedSetting, type Setting, SETTINGS } from "./config/settings.ts";
export { type RunningServer, startServer, type ServerSurroundings } from "./process/start-server.ts";
export type { Scope } from "./api/contract/scopes.ts";
export type { Issuer } from "./process/issuer.ts";
export { type DataFolder, openDataFolder } from "./installation/data-folder.ts";
export { INSTALLATION_ERRORS, InstallationError, type InstallationErrorCode } from "./installation/installation-error.ts";
export { resealOnData } from "./installation/reseal-on-data.ts";
export { createKeyOnData } from "./installation/create-key-on-data.ts";
export { publishTemplate } from "./installation/publish-templates.ts";
export type { DemoInstallation } from "./demo/demo-installation.ts";
export type { StoryStep } from "./demo/demo-story.ts";

// storage
export type {
  Awaitable,
  ChangeResult,
  DeviceLogEntry,
  DeviceLogStore,
  NewPass,
  PassChange,
  PassKey,
  PassStore,
  PassVersion,
  PushTiming,
  Registration,
  RegistrationStore,
  SettingsStore,
  Storage,
  StorageStatistics,
  StoredPass,
  TemplateStore,
  TemplateVersion,
} from "./storage/storage.ts";
export type {
  AccessStore,
  AmendInput,
  ApiKeyRecord,
  AuditEntry,
  IdempotencyKey,
  IssueInput,
  IssueResult,
  IssuingStore,
  NewApiKey,
  PassRecord,
  PassRevision,
  Project,
  TemplateDraft,
} from "./storage/issuer/issuer-storage.ts";
export { DEFAULT_PROJECT, ISSUER_STORAGE_LIMITS } from "./storage/issuer/issuer-storage.ts";
export type {
  ActivityStore,
  DeviceNote,
  EndCause,
  EndedRegistration,
  HolderActivity,
  PassActivity,
  PassNote,
  PassStory,
  PushActivity,
} from "./storage/activity/activity-storage.ts";
export type { CountRow, CountSpan, CountStore, CountTotal } from "./storage/statistics/count-storage.ts";
export { STORAGE_LIMITS } from "./storage/storage-limits.ts";
export { STORAGE_ERRORS, StorageError, type StorageErrorCode } from "./storage/storage-error.ts";
export { openSqliteStorage, type SqliteStorageOptions } from "./storage/sqlite/open-sqlite-storage.ts";
export { backUpSqlite, type BackupOptions } from "./storage/sqlite/back-up-sqlite.ts";
export { openPostgresStorage, type PostgresStorageOptions } from "./storage/postgres/open-postgres-storage.ts";

// Wallet's web service
export { type DeviceService, createDeviceService, type DeviceServiceOptions } from "./device-service/device-service.ts";
export { type ActivityRecorder, type ActivityRecorderOptions, createActivityRecorder } from "./activity/activity-recorder.ts";
export { DEVICE_LIMITS, type DeviceLimits } from "./device-service/device-limits.ts";
export { DEVICE_ERRORS, DeviceError, type DeviceErrorCode } from "./device-service/device-error.ts";
export type { DeviceRequest, DeviceResponse } from "./device-service/device-message.ts";
export { type ArchiveStore, type ArchiveStoreOptions, createArchiveStore } from "./device-service/archive-store.ts";
export type { BuiltPass, CertificateWish, PassSource } from "./device-service/pass-source.ts";
export { createTemplatePassSource, type TemplatePassSourceOptions } from "./device-service/template-pass-source.ts";
export { createSignerBook, type SignerBook } from "./device-service/certificates.ts";
export { createDeviceListener, type DeviceListenerOptions, type HttpListener } from "./http/device-listener.ts";
export { createHttpServer, type HttpServer, type HttpServerOptions } from "./http/http-server.ts";
export { createOperationsListener, type OperationsOptions } from "./http/operations-listener.ts";
export { HTTP_LIMITS, type HttpLimits } from "./http/http-limits.ts";

// push
export { PUSH_ERRORS, PushError, type PushErrorCode } from "./push/push-error.ts";
export { ApnsClient, type ApnsPush } from "./push/apns/apns-client.ts";
export type { ApnsResult } from "./push/apns/apns-result.ts";
export type { BackOff } from "./push/back-off.ts";
export type { ClaimedPush, PushEnd, PushOutcome, PushQueue, PushReceipt } from "./push/push-queue.ts";
export type { PushResult, PushSender, PushVerdict } from "./push/push-sender.ts";
export { createPushWorker, type PushWorker, type PushWorkerStatistics } from "./push/worker/push-worker.ts";
export type { PushWorkerOptions } from "./push/worker/push-worker-options.ts";
export type { PushAlert } from "./push/worker/push-alert.ts";
export { createApnsSender, type ApnsSenderOptions } from "./push/apns/apns-sender.ts";
export {
  type ApnsCertificateCredential,
  type ApnsCredential,
  type ApnsTokenCredential,
  createCertificateCredential,
  createTokenCredential,
} from "./push/apns/apns-credential.ts";
export type { ApnsClientOptions, ApnsEvent } from "./push/apns/apns-options.ts";
export { APNS_FAULTS, type ApnsFault, type ApnsFaultName } from "./push/apns/apns-fault.ts";
export { APNS_REASONS, type ApnsAction, type ApnsReason, type ApnsReasonName } from "./push/apns/apns-reasons.ts";
export {
  createHttpPushSender,
  HTTP_PUSH_SERVICES,
  type HttpPushSenderOptions,
  type HttpPushService,
} from "./push/http-push-sender.ts";

// log and metrics
export { createLogger, type LogFields, type Logger, type LoggerOptions } from "./logging/logger.ts";
export { createLineWriter, type LineStream, type LineWriter } from "./logging/line-writer.ts";
export { createMetricRegistry, type MetricRegistry } from "./metrics/metric-registry.ts";
export { createServerMetrics, type ServerMetrics } from "./metrics/server-metrics.ts";
