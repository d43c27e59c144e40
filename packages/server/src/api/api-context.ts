import type { ActivityRecorder } from "../activity/activity-recorder.ts";
import type { Signer } from "@passwright/pass";
import type { SceneFontPack } from "@passwright/render";
import type { CertificateBook } from "../certificates/certificate-book.ts";
import type { ArchiveStore } from "../device-service/archive-store.ts";
import type { SignerBook } from "../device-service/certificates.ts";
import type { SealingSecret } from "../installation/sealed-secret.ts";
import type { MailDesk } from "../distribution/mail/mail-desk.ts";
import type { OutgoingPolicy } from "../http/outgoing/outgoing-policy.ts";
import type { Logger } from "../logging/logger.ts";
import type { ApiKeyRecord } from "../storage/issuer/issuer-storage.ts";
import type { BarcodeKeyring } from "../scan/barcode-keyring.ts";
import type { Storage } from "../storage/storage.ts";
import type { KeyKind } from "./api-keys.ts";
import type { EventSink } from "./event-stream.ts";
import type { StreamGate } from "./open-streams.ts";
import type { KeyReach } from "./key-reach.ts";
import type { TemplateShelf } from "./template-shelf.ts";

/** What the API works with. */
export interface ApiContext {
  readonly storage: Storage;
  readonly archives: ArchiveStore;
  readonly signers: SignerBook;
  /** All certificates, for the list of pass types. */
  readonly allSigners: readonly Signer[];
  readonly certificates: CertificateBook;
  /** What may have issued an uploaded certificate beside Apple's own intermediates, DER. */
  readonly authorities: readonly Uint8Array[];
  readonly shelf: TemplateShelf;
  /** Of the installation, in hex: tokens of passes are made of it. */
  readonly secret: string;
  /** Keys that barcodes are signed with. */
  readonly keyring: BarcodeKeyring;
  /** What secrets in the database are sealed under: see `sealSecret`. */
  readonly sealing: SealingSecret;
  readonly keyKind: KeyKind;
  readonly webServiceURL: () => string;
  /** Where the world reaches this server, without a slash at the end: what addresses are made of, never what a request says. */
  readonly publicUrl: () => string;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly log: Logger;
  /** For what the fonts of the renderer have no letters for. */
  readonly fonts: readonly SceneFontPack[];
  /** Takes down what happens to passes. */
  readonly activity: ActivityRecorder;
  /** Takes wishes for mails; null where no mail server is named. */
  readonly mailDesk: MailDesk | null;
  /** Tells the worker of this process that pushes are due. */
  readonly onPush: () => void;
  /** Which addresses may be called that callers give. */
  readonly outgoing: OutgoingPolicy;
  /** Tells the worker of this process that events are due. */
  readonly onWebhook: () => void;
  /** Tells the worker of this process that there is a job. */
  readonly onJob: () => void;
}

/** Places for what stays open for long. */
export interface StreamGates {
  readonly bodies: StreamGate;
  readonly events: StreamGate;
}

/** A request whose key may do what it asks for. */
export interface ApiCall<Query = unknown, Body = unknown> extends ApiContext {
  readonly requestId: string;
  readonly key: ApiKeyRecord;
  /** What of its project the key reaches. */
  readonly reach: KeyReach;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly idempotencyKey: string | null;
  /** SHA-256 of the body as it came, in hex; "" without an idempotency key. */
  readonly bodyDigest: string;
  /** Where a listener to events was cut off; null at first. */
  readonly lastEventId: string | null;
  /** Aborted when the server stops, and of bodies and events when their connection breaks. */
  readonly signal: AbortSignal;
  readonly gates: StreamGates;
}

/** An answer of a handler. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers?: readonly string[];
  readonly body:
    | { readonly json: unknown }
    | { readonly pass: readonly Uint8Array[]; readonly fileName: string }
    /** With a name: a file to be kept. */
    | { readonly bytes: Uint8Array; readonly type: string; readonly fileName?: string }
    | { readonly bundle: readonly Uint8Array[]; readonly fileName: string }
    /** Written as they come, so that a long answer is never in memory as a whole. */
    | { readonly lines: AsyncIterable<string>; readonly type: string }
    /** Writes events until it ends; `done` is called however it ends. */
    | { readonly events: (sink: EventSink) => Promise<void>; readonly done: () => void };
}
