import type { AuditEntry } from "../issuer/issuer-storage.ts";

/** A key that waits for its certificate. */
export interface CertificateRequestRecord {
  readonly id: string;
  readonly passTypeIdentifier: string;
  /** SHA-256 of the public key (SubjectPublicKeyInfo), in hex: what a certificate is matched by. */
  readonly publicKey: string;
  /** PEM. */
  readonly request: string;
  /** PKCS#8, sealed for this row. */
  readonly sealedKey: string;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** A certificate with its key. */
export interface CertificateRecord extends Omit<CertificateRequestRecord, "request"> {
  /** PEM; null where the key came from elsewhere. */
  readonly request: string | null;
  /** DER. */
  readonly certificate: Uint8Array;
  /** What issued it, DER. */
  readonly intermediate: Uint8Array;
  /** SHA-256 of the certificate, in hex. */
  readonly fingerprint: string;
}

/** Either of them, as it lies in its row. */
export type StoredCertificate =
  | (CertificateRequestRecord & { readonly certificate: null; readonly intermediate: null; readonly fingerprint: null })
  | CertificateRecord;

/** One warning about one certificate; told for the first time when nobody was told before. */
export interface ExpiryNotice {
  readonly fingerprint: string;
  readonly passTypeIdentifier: string;
  readonly kind: string;
  /** Days before the end, of those that warnings are given at. */
  readonly threshold: number;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** Days since 1970. */
  readonly day: number;
  /** Epoch ms. */
  readonly at: number;
}

/** `first`: nobody was told of this threshold; `again`: not yet on this day; `told`: somebody was, today. */
export type NoticeResult = "first" | "again" | "told";

/** A secret in some table, with what it is sealed for. */
export interface SealedRow {
  /** One of `SEALED_COLUMNS`. */
  readonly column: string;
  readonly purpose: string;
  readonly row: string;
  readonly sealed: string;
}

/** Certificates and keys that came over the API. */
export interface CertificateStore {
  /** Changes whenever a certificate comes or goes: processes look at it to see whether they know all. */
  version(): Promise<string>;
  list(): Promise<readonly StoredCertificate[]>;
  addRequest(record: CertificateRequestRecord, options: { readonly audit: AuditEntry }): Promise<"added" | "exists">;
  /** Gives a request its certificate, or adds one whose key is not that of a request. `exists`: the certificate is known. */
  save(record: CertificateRecord, options: { readonly audit: AuditEntry }): Promise<"saved" | "exists">;
  remove(id: string, options: { readonly audit: AuditEntry }): Promise<"removed" | "absent">;
  /** Notes that a warning is given; of all processes one is told `first`, and one a day `again`. */
  noteNotice(notice: ExpiryNotice): Promise<NoticeResult>;
  /** Every sealed secret of the database. */
  sealed(): Promise<readonly SealedRow[]>;
  /** Puts secrets that were sealed anew in the place of those that they were; all or, where one has changed meanwhile, none (`ERR_STORAGE_FAILED`). */
  reseal(rows: readonly (SealedRow & { readonly resealed: string })[]): Promise<void>;
}
