import type { ClaimedPush, PushOutcome } from "../push/push-queue.ts";
import type { IssuingOperations } from "./issuer/issuer-work.ts";
import type { JobStepOperations } from "./jobs/jobs-work.ts";
import type { ActivityStore } from "./activity/activity-storage.ts";
import type { PushWindow } from "./push-window.ts";
import type { IndexedPasses } from "./scans/scan-storage.ts";
import type { ScanOperations } from "./scans/scan-work.ts";
import type { SharedOperations } from "./shared-operations.ts";
import type {
  ChangeResult,
  DeviceLogEntry,
  NewPass,
  PassChange,
  PassKey,
  Personalization,
  PushTiming,
  Registration,
  StoredPass,
  TemplateVersion,
} from "./storage.ts";

/** All that is written, by name: each a transaction of its own, or on SQLite a part of one that several share. Inputs are checked. */
export interface StorageOperations extends SharedOperations, IssuingOperations, JobStepOperations, ScanOperations {
  /** `source`: where they were handed out, for the counts. */
  readonly create: (input: {
    readonly passes: readonly NewPass[];
    readonly now: number;
    readonly source?: string;
  }) => readonly StoredPass[];
  readonly change: (input: {
    readonly passTypeIdentifier: string;
    readonly changes: readonly PassChange[];
    readonly now: number;
    readonly window: PushWindow;
  }) => readonly ChangeResult[];
  readonly countTemplate: (input: {
    readonly passTypeIdentifier: string;
    readonly templateId: string;
    readonly after: string;
  }) => number;
  /** The next part of a template's passes; `last` is the last serial number in it. */
  readonly changeTemplatePart: (input: {
    readonly passTypeIdentifier: string;
    readonly templateId: string;
    readonly after: string;
    readonly change: Omit<PassChange, "serialNumber" | "ifRevision">;
    readonly now: number;
    readonly push: PushTiming;
    readonly start: number;
    readonly done: number;
    readonly total: number;
  }) => { readonly changed: number; readonly last: string; readonly isLast: boolean };
  readonly register: (input: {
    readonly registration: Registration;
    readonly now: number;
  }) => "created" | "exists" | "unknown-pass";
  readonly unregister: (input: {
    readonly registration: Omit<Registration, "pushToken" | "client">;
    readonly now: number;
  }) => "removed" | "absent";
  readonly noteActivity: (notes: Parameters<ActivityStore["note"]>[0]) => void;
  readonly pruneActivity: (options: Parameters<ActivityStore["prune"]>[0]) => void;
  readonly indexBarcodes: (input: IndexedPasses) => void;
  readonly writeLog: (entries: readonly DeviceLogEntry[]) => void;
  readonly setSetting: (input: { readonly name: string; readonly value: string }) => void;
  readonly claimSetting: (input: { readonly name: string; readonly value: string }) => void;
  readonly publish: (template: Omit<TemplateVersion, "version"> & { readonly archive: Uint8Array }) => TemplateVersion;
  readonly personalize: (input: {
    readonly personalization: Personalization;
    readonly ifRevision: number;
    readonly values?: string;
    readonly barcodes?: readonly string[];
    readonly window: PushWindow;
  }) => ChangeResult;
  readonly erasePersonalization: (key: PassKey) => "erased" | "absent";
  readonly claim: (input: {
    readonly worker: string;
    readonly limit: number;
    readonly now: number;
    readonly leaseMs: number;
  }) => readonly ClaimedPush[];
  readonly record: (input: { readonly worker: string; readonly outcomes: readonly PushOutcome[]; readonly now: number }) => void;
  readonly release: (input: { readonly worker: string; readonly now: number }) => void;
  readonly hasten: (input: { readonly now: number; readonly laterThan: number }) => void;
  readonly pause: (input: { readonly passTypeIdentifier: string; readonly reason: string; readonly now: number }) => void;
  readonly resume: (passTypeIdentifier: string) => void;
}

export type OperationName = keyof StorageOperations;
export type OperationInput<Name extends OperationName> = Parameters<StorageOperations[Name]>[0];
export type OperationOutput<Name extends OperationName> = ReturnType<StorageOperations[Name]>;
