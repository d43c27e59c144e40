import type { ScanRule } from "@passwright/pass";
import type { PassUse, ScanFacts, ScanVerdict } from "../../scan/scan-verdict.ts";
import type { AuditEntry } from "../issuer/issuer-storage.ts";
import type { PushWindow } from "../push-window.ts";
import type { Awaitable, PassKey, PushTiming } from "../storage.ts";

/** A scan of a pass that is there, let in or not. */
export interface ScanRecord extends PassKey, ScanFacts {
  /** Counts up; lists are in its order. */
  readonly id: number;
  readonly scanId: string;
  readonly templateId: string;
  /** Epoch ms: when the server was told. */
  readonly receivedAt: number;
  /** Told afterwards, by a scanner that had no network. */
  readonly offline: boolean;
  readonly verdict: Omit<ScanVerdict, "change">;
  /** Id of the API key. */
  readonly actor: string;
  readonly undoneAt: number | null;
}

/** A scan to be decided and kept. */
export interface RedeemInput {
  readonly key: PassKey;
  readonly projectId: string;
  readonly scanId: string;
  readonly scan: ScanFacts;
  readonly offline: boolean;
  /** The rule as it came out of template and values that the pass had when it was read. */
  readonly rule: ScanRule;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly values: string;
  /** SHA-256 of what the client calls this scan, in hex; null: it has no name for it. */
  readonly clientKey: string | null;
  /** SHA-256 of what was asked, in hex: the same name with another request is a fault of the client. */
  readonly digest: string;
  readonly actor: string;
}

export type RedeemResult =
  /** `changed`: the pass has a new revision, and its devices are to be told. */
  | { readonly kind: "decided"; readonly scan: ScanRecord; readonly changed: boolean }
  | { readonly kind: "repeated"; readonly scan: ScanRecord }
  | { readonly kind: "key-reused" }
  | { readonly kind: "unknown" }
  /** Template or values of the pass have changed since it was read: read it again. */
  | { readonly kind: "stale" };

export type UndoResult =
  | { readonly kind: "undone"; readonly scan: ScanRecord; readonly changed: boolean }
  | { readonly kind: "unknown" }
  /** It let nobody in, or somebody has gone in or out after it. */
  | { readonly kind: "refused" };

/** A key that a project's barcodes are signed with. */
export interface BarcodeKeyRecord {
  readonly number: number;
  readonly kid: string;
  /** `x` of the JSON Web Key. */
  readonly publicKey: string;
  /** The private part, sealed. */
  readonly sealedKey: string;
  /** Epoch ms: revisions from here on are signed with it, up to the next one. */
  readonly activeFrom: number;
  readonly createdAt: number;
  /** Epoch ms: from when on nothing verifies under it; null: it does. */
  readonly retiredAt: number | null;
}

/** What was found out about barcodes of passes of one type. */
export interface IndexedPasses {
  readonly passTypeIdentifier: string;
  readonly passes: readonly {
    readonly serialNumber: string;
    /** That of the pass when it was read: of another it is found out anew. Null: there is no such pass. */
    readonly revision: number | null;
    readonly hashes: readonly string[];
  }[];
  readonly now: number;
}

export const SCAN_STORAGE_LIMITS = {
  /** Passes that one message leads to at most; of more, nobody can tell which is meant anyway. */
  candidates: 20,
  scansPerPage: 1000,
  usesPerPage: 1000,
  /** Barcodes of one pass that are kept. */
  barcodesPerPass: 10,
  /** Scans that one transaction takes away. */
  trimmedAtOnce: 1000,
  /** Passes that one transaction indexes: whoever changes one of their type waits for it. */
  indexedAtOnce: 200,
} as const;

export interface ScanCount {
  readonly gate: string | null;
  /** Null: let in. */
  readonly reason: string | null;
  readonly scans: number;
}

/** What happens to passes at doors, and the keys of signed barcodes. */
export interface ScanStore {
  /** Passes of a project with this barcode, by the hash of its message. */
  findByMessage(options: { readonly projectId: string; readonly hash: string }): Awaitable<readonly PassKey[]>;
  /**
   * Passes of which it is yet to be found out what their barcodes say: written before barcodes were kept, or by a program that did
   * not say. Scanners do not know them until {@link indexBarcodes}.
   */
  unindexed(options: { readonly limit: number }): Awaitable<readonly PassKey[]>;
  /** Writes what was found out; whoever comes second, or after a change, changes nothing. */
  indexBarcodes(input: IndexedPasses): Promise<void>;
  /**
   * Takes the oldest scans away, of which the server was told before `before` (epoch ms), some of them: `isDone` says whether none
   * is left. How often passes were used and who is inside stays; what stays not is the answer to a scan that is told again by its
   * name, and the possibility to undo it.
   */
  trim(options: { readonly before: number }): Promise<{ readonly deleted: number; readonly isDone: boolean }>;
  /** Uses of passes of one pass type, by serial number; those that were never used are missing. */
  uses(passTypeIdentifier: string, serialNumbers: readonly string[]): Promise<ReadonlyMap<string, PassUse>>;
  /**
   * Decides a scan, keeps it, counts it and changes the pass where the rule says so, in one transaction: of any number of scanners
   * with the same ticket exactly as many are let in as its rule says.
   */
  redeem(input: RedeemInput, options: { readonly now: number; readonly push: PushTiming }): Promise<RedeemResult>;
  /** Takes a scan back with all that it did. Idempotent. */
  undo(
    scan: Pick<ScanRecord, "scanId"> & PassKey & { readonly projectId: string; readonly actor: string },
    options: { readonly now: number; readonly push: PushTiming },
  ): Promise<UndoResult>;
  find(options: { readonly projectId: string; readonly scanId: string }): Promise<ScanRecord | undefined>;
  findByClientKey(options: {
    readonly projectId: string;
    readonly clientKey: string;
  }): Promise<(ScanRecord & { readonly digest: string }) | undefined>;
  /** Newest first. */
  list(options: {
    readonly projectId: string;
    readonly pass?: PassKey;
    readonly before?: number;
    readonly limit: number;
  }): Promise<readonly ScanRecord[]>;
  /** Scans of a template that were not undone, by gate and reason. */
  counts(options: {
    readonly passTypeIdentifier: string;
    readonly templateId: string;
    readonly from: number;
    readonly until: number;
  }): Promise<readonly ScanCount[]>;
  /** Serial numbers of passes whose uses or validity changed at `since` (epoch ms) or later, in the order of time. */
  changedSince(options: {
    readonly passTypeIdentifier: string;
    readonly since: number;
    /** Of those that changed at `since`, only those after this serial number. */
    readonly after: string;
    readonly limit: number;
  }): Promise<readonly { readonly serialNumber: string; readonly changedAt: number }[]>;
  /** Oldest first. */
  barcodeKeys(projectId: string): Promise<readonly BarcodeKeyRecord[]>;
  /** `exists`: another process has added a key of this number. */
  addBarcodeKey(
    key: BarcodeKeyRecord & { readonly projectId: string },
    options: { readonly audit: AuditEntry },
  ): Promise<"added" | "exists">;
  /** `last`: the key that signs cannot be retired before another one takes its place. */
  retireBarcodeKey(
    key: { readonly projectId: string; readonly kid: string },
    options: { readonly now: number; readonly audit: AuditEntry },
  ): Promise<"retired" | "absent" | "last">;
}

/** As the database takes it. */
export interface RedeemOrder extends RedeemInput {
  readonly now: number;
  readonly window: PushWindow;
}

export interface UndoOrder extends PassKey {
  readonly projectId: string;
  readonly scanId: string;
  readonly actor: string;
  readonly now: number;
  readonly window: PushWindow;
}
