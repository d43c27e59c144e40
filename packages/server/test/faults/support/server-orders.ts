import type { ChangeResult, Registration, StorageStatistics, StoredPass } from "../../../src/storage/storage.ts";

/** What a server under test is told by the process that started it; each is answered once it is done. */
export type ServerOrder =
  /** Settings as flags of `readConfig`. `clockOffset`: milliseconds between its clock and that of the machine. */
  | { readonly kind: "start"; readonly flags: Readonly<Record<string, string>>; readonly clockOffset: number }
  | { readonly kind: "issue"; readonly passTypeIdentifier: string; readonly passes: readonly OrderedPass[] }
  /** Answered after the commit: an acknowledged change must survive everything. */
  | { readonly kind: "change"; readonly passTypeIdentifier: string; readonly serialNumber: string; readonly values: string }
  | { readonly kind: "read"; readonly passTypeIdentifier: string; readonly serialNumbers: readonly string[] }
  | { readonly kind: "statistics" }
  | { readonly kind: "setClock"; readonly clockOffset: number }
  | { readonly kind: "stop" };

export interface OrderedPass {
  readonly serialNumber: string;
  readonly authenticationToken: string;
  readonly templateId: string;
  readonly values: string;
}

/** What the storage of a server holds of one pass. */
export interface ReadPass {
  readonly pass: StoredPass | null;
  readonly registrations: readonly Registration[];
}

/** What each order is answered with. */
export interface OrderAnswers {
  /** `firstKey`: an API key, told at the first start alone. */
  readonly start: { readonly origin: string; readonly firstKey: string | null };
  readonly issue: null;
  readonly change: ChangeResult;
  readonly read: readonly ReadPass[];
  readonly statistics: StorageStatistics;
  readonly setClock: null;
  readonly stop: null;
}

export interface OrderMessage {
  readonly id: number;
  readonly order: ServerOrder;
}

/** `log`: lines of the level "error", which no fault outside the server should cause. */
export type ServerMessage =
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "refusal"; readonly id: number; readonly code: string; readonly message: string }
  | { readonly kind: "ready" }
  | { readonly kind: "log"; readonly lines: string };
