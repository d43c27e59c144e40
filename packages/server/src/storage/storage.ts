import type { PushQueue } from "../push/push-queue.ts";
import type { PassImageStore } from "./images/image-storage.ts";
import type { CertificateStore } from "./certificates/certificate-storage.ts";
import type { ActivityStore } from "./activity/activity-storage.ts";
import type { CountStore } from "./statistics/count-storage.ts";
import type { DistributionStore } from "./distribution/distribution-storage.ts";
import type { AccessStore, IssuingStore } from "./issuer/issuer-storage.ts";
import type { WebhookStore } from "./webhooks/webhook-storage.ts";
import type { JobStore } from "./jobs/jobs-storage.ts";
import type { ScanStore } from "./scans/scan-storage.ts";

/** Reads beside the web server need no turn of the event loop on SQLite: a value or a promise of one. */
export type Awaitable<T> = T | Promise<T>;

/** A pass, by what names it. */
export interface PassKey {
  readonly passTypeIdentifier: string;
  readonly serialNumber: string;
}

/** What the conditional GET of a device needs of a pass, and nothing more. */
export interface PassVersion {
  readonly authenticationToken: string;
  /** Counts from 1; an archive is built once per revision. */
  readonly revision: number;
  /** `Last-Modified`, in whole seconds since 1970; grows by at least one with every revision. */
  readonly modifiedAt: number;
}

/** The newest revision of a pass, all that its archive is built from. */
export interface StoredPass extends PassKey, PassVersion {
  /** Update tag: the place of this revision in the sequence of its pass type. */
  readonly tag: number;
  readonly templateId: string;
  readonly templateVersion: number;
  /** The values given to the template, as JSON text. */
  readonly values: string;
  /** Which certificate signs this revision: its SHA-256 fingerprint in hex, or "" for the newest. */
  readonly certificateId: string;
  readonly voided: boolean;
  /** Seconds since 1970; null: never. */
  readonly expiresAt: number | null;
  /** Whether the pass asks for a sign-up, and has had one. */
  readonly personalization: "none" | "open" | "done";
}

/** A pass to be issued. */
export interface NewPass extends PassKey {
  readonly authenticationToken: string;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly values: string;
  readonly certificateId?: string;
  readonly voided?: boolean;
  readonly expiresAt?: number | null;
  readonly personalization?: "none" | "open";
  /** Hashes of what its barcodes say: what a scanner finds it by. Absent: they are found out later (see `ScanStore.unindexed`). */
  readonly barcodes?: readonly string[];
}

/** What changes of one pass; what is absent stays. An update always makes a revision. */
export interface PassChange {
  readonly serialNumber: string;
  readonly templateVersion?: number;
  readonly values?: string;
  readonly certificateId?: string;
  readonly voided?: boolean;
  readonly expiresAt?: number | null;
  readonly personalization?: "done";
  /** As of {@link NewPass}; given only where they are others than before. */
  readonly barcodes?: readonly string[];
  /** They say what they said before. Without it, and without `barcodes`, they are found out later where the change may concern them. */
  readonly keepsBarcodes?: true;
  /** Refuses the change when the pass has another revision by now (optimistic lock). */
  readonly ifRevision?: number;
}

/** When the devices of changed passes are told: at once, not at all, or spread evenly over so many milliseconds. */
export type PushTiming =
  | { readonly kind: "now" }
  | { readonly kind: "none" }
  | { readonly kind: "spread"; readonly overMs: number };

/** What became of one change. */
export type ChangeResult =
  | {
      readonly kind: "changed";
      readonly serialNumber: string;
      readonly revision: number;
      readonly tag: number;
      readonly modifiedAt: number;
    }
  | { readonly kind: "unknown"; readonly serialNumber: string }
  | { readonly kind: "conflict"; readonly serialNumber: string; readonly revision: number };

/** A device that holds a pass. `client` keeps the apps of the protocol apart: see `CLIENT_NAMES` of `@passwright/wallet/protocol`. */
export interface Registration extends PassKey {
  readonly deviceLibraryIdentifier: string;
  readonly client: string;
  readonly pushToken: string;
}

/** One line of a device's log, without its secrets. */
export interface DeviceLogEntry {
  readonly at: number;
  readonly passTypeIdentifier: string | null;
  readonly serialNumber: string | null;
  readonly deviceLibraryIdentifier: string | null;
  /** Id of the cause that the text was read as; null: not known. */
  readonly cause: string | null;
  readonly text: string;
}

/** What passes, registrations, update tags and push work are kept in. One contract suite holds every implementation to it. */
export interface Storage {
  readonly dialect: "sqlite" | "postgres";
  readonly passes: PassStore;
  readonly images: PassImageStore;
  readonly registrations: RegistrationStore;
  readonly deviceLog: DeviceLogStore;
  readonly pushes: PushQueue;
  readonly settings: SettingsStore;
  readonly templates: TemplateStore;
  readonly personalizations: PersonalizationStore;
  readonly access: AccessStore;
  readonly issuing: IssuingStore;
  readonly jobs: JobStore;
  readonly scans: ScanStore;
  readonly webhooks: WebhookStore;
  readonly certificates: CertificateStore;
  readonly activity: ActivityStore;
  readonly counts: CountStore;
  readonly distribution: DistributionStore;
  /** Answers when the database does; rejects with the reason when it does not. */
  ping(signal?: AbortSignal): Promise<void>;
  /** Sizes for metrics: rows per table, due pushes, paused pass types. Cheap: never counts a million rows. */
  statistics(): Promise<StorageStatistics>;
  close(): Promise<void>;
}

export interface StorageStatistics {
  readonly pushesDue: number;
  readonly pushesWaiting: number;
  readonly pausedPassTypes: readonly { readonly passTypeIdentifier: string; readonly reason: string }[];
}

export interface PassStore {
  /** Prepared: the hot path of a 304. */
  findVersion(key: PassKey): Awaitable<PassVersion | undefined>;
  find(key: PassKey): Awaitable<StoredPass | undefined>;
  /**
   * Writes new passes of one pass type in one transaction, at most `STORAGE_LIMITS.rowsPerTransaction`. A serial number that
   * exists already fails the call with `ERR_STORAGE_EXISTS` and writes none.
   */
  create(passes: readonly NewPass[], options: { readonly now: number }): Promise<readonly StoredPass[]>;
  /** Changes passes of one pass type in one transaction and queues their pushes in the same one. */
  change(
    passTypeIdentifier: string,
    changes: readonly PassChange[],
    options: { readonly now: number; readonly push: PushTiming },
  ): Promise<readonly ChangeResult[]>;
  /**
   * Sets the same change on every pass of a template, in transactions of at most `STORAGE_LIMITS.rowsPerTransaction` rows;
   * goes on after a stop where it is given `after`. `overMs` is spread over the whole lot by `total`.
   */
  changeTemplate(options: {
    readonly passTypeIdentifier: string;
    readonly templateId: string;
    readonly change: Omit<PassChange, "serialNumber" | "ifRevision">;
    readonly push: PushTiming;
    readonly after?: string;
    readonly clock: () => number;
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: { readonly changed: number; readonly after: string }) => void;
  }): Promise<{ readonly changed: number }>;
  /** Passes of a pass type in the order of their serial numbers. */
  page(options: {
    readonly passTypeIdentifier: string;
    readonly templateId?: string;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly StoredPass[]>;
}

export interface RegistrationStore {
  /**
   * Registers, or takes the newest push token for all registrations of the device and pass type. `unknown-pass` when there is no
   * such pass. Idempotent and safe under concurrency: of two at once exactly one is "created".
   */
  register(registration: Registration, options: { readonly now: number }): Promise<"created" | "exists" | "unknown-pass">;
  /** Idempotent. */
  unregister(
    registration: Omit<Registration, "pushToken" | "client">,
    options?: { readonly now: number },
  ): Promise<"removed" | "absent">;
  /**
   * Prepared: serial numbers registered by the device whose tag is above `since` (null: all), and a tag that covers them all and
   * hides no update that another writer has open. Undefined when there is none. A `since` above the newest tag of the pass type
   * was given by another service, before a move: it counts as null, or the device would wait for ever.
   */
  listChanged(options: {
    readonly deviceLibraryIdentifier: string;
    readonly passTypeIdentifier: string;
    readonly since: number | null;
  }): Awaitable<{ readonly serialNumbers: readonly string[]; readonly tag: number } | undefined>;
  /** Devices that hold a pass. */
  of(key: PassKey): Promise<readonly Registration[]>;
}

export interface DeviceLogStore {
  write(entries: readonly DeviceLogEntry[]): Promise<void>;
  /** Newest first; kept up to `STORAGE_LIMITS.logEntriesKept`. */
  read(options: {
    readonly passTypeIdentifier?: string;
    readonly serialNumber?: string;
    readonly limit: number;
  }): Promise<readonly DeviceLogEntry[]>;
}

/** Small facts of the installation, by name: the version of a thing, the fingerprint of a certificate. */
export interface SettingsStore {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
  /** Sets what is not set yet. Resolves with what is set then: of several who claim at once, all are told the first one's value. */
  claim(name: string, value: string): Promise<string>;
}

/** A published template. Its versions never change: passes that were issued from one are built from it for ever. */
export interface TemplateVersion {
  readonly templateId: string;
  readonly passTypeIdentifier: string;
  /** Counts from 1 for each template. */
  readonly version: number;
  /** SHA-256 over the template's files, in hex. */
  readonly digest: string;
  readonly publishedAt: number;
}

export interface TemplateStore {
  /** Publishes a template's files as a ZIP of at most `STORAGE_LIMITS.templateBytes`. What the newest version holds already makes no new one. */
  publish(
    template: Omit<TemplateVersion, "version" | "publishedAt"> & { readonly archive: Uint8Array },
    options: { readonly now: number },
  ): Promise<TemplateVersion>;
  find(key: {
    readonly templateId: string;
    readonly version: number;
  }): Promise<(TemplateVersion & { readonly archive: Uint8Array }) | undefined>;
  /** The newest version of every template. */
  newest(): Promise<readonly TemplateVersion[]>;
  /** Every version of one, newest first. */
  versionsOf(templateId: string): Promise<readonly TemplateVersion[]>;
  /** The newest version of one. */
  newestOf(templateId: string): Promise<TemplateVersion | undefined>;
}

/** What a person gave when signing up with a pass (rewards sign-up). Personal data: neither log it nor keep it longer than needed. */
export interface Personalization extends PassKey {
  /** Epoch ms. */
  readonly at: number;
  /** What was given, as JSON text of `PersonalInfo` of `@passwright/wallet/protocol`. */
  readonly info: string;
  /** The template whose personalization.json, and so whose terms, the person agreed to. */
  readonly templateId: string;
  readonly templateVersion: number;
}

export interface PersonalizationStore {
  /**
   * Keeps what a person gave and makes the next revision of the pass (`personalization: "done"`, and `values` where given) with
   * its pushes, in one transaction: there is never the one without the other. `conflict` unless the pass is still at
   * `ifRevision` and its personalization is "open".
   */
  save(
    personalization: Omit<Personalization, "at">,
    options: {
      readonly now: number;
      readonly ifRevision: number;
      readonly values?: string;
      /** As of {@link PassChange}, with `values` alone. */
      readonly barcodes?: readonly string[];
      readonly push: PushTiming;
    },
  ): Promise<ChangeResult>;
  find(key: PassKey): Promise<Personalization | undefined>;
  /** Takes the person's data away; the pass stays as it is. Idempotent. */
  erase(key: PassKey): Promise<"erased" | "absent">;
}
