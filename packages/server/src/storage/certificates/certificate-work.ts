import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { AuditEntry } from "../issuer/issuer-storage.ts";
import { addAudit } from "../issuer/issuer-queries.ts";
import { writeSetting } from "../plain-queries.ts";
import { StorageError } from "../storage-error.ts";
import type { Tables } from "../tables.ts";
import { recordEvents } from "../webhooks/record-events.ts";
import { rowsOf, type StepsOf, type Work } from "../work.ts";
import {
  addCertificate,
  addNotice,
  certificateByFingerprint,
  fillCertificate,
  removeCertificate,
  renewNotice,
} from "./certificate-queries.ts";
import type { CertificateRecord, CertificateRequestRecord, ExpiryNotice, NoticeResult, SealedRow } from "./certificate-storage.ts";
import { SEALED_COLUMNS } from "./sealed-columns.ts";

/** All that is written of certificates, by name. */
export interface CertificateOperations {
  readonly addCertificateRequest: (input: {
    readonly record: CertificateRequestRecord;
    readonly audit: AuditEntry;
  }) => "added" | "exists";
  readonly saveCertificate: (input: { readonly record: CertificateRecord; readonly audit: AuditEntry }) => "saved" | "exists";
  readonly removeCertificate: (input: { readonly id: string; readonly audit: AuditEntry }) => "removed" | "absent";
  readonly noteNotice: (notice: ExpiryNotice) => NoticeResult;
  readonly resealSecrets: (rows: readonly (SealedRow & { readonly resealed: string })[]) => void;
}

/** Where processes see that certificates have changed. */
export const CERTIFICATES_VERSION = "certificates.version";

/** The steps of each operation. */
export function certificateSteps(queries: Kysely<Tables>): StepsOf<CertificateOperations> {
  function* afterChange(audit: AuditEntry): Work<void> {
    yield writeSetting(queries, CERTIFICATES_VERSION, randomUUID());
    yield addAudit(queries, audit);
  }
  return {
    *addCertificateRequest({ record, audit }) {
      if ((yield* rowsOf(addCertificate(queries, record))).length === 0) return "exists";
      yield addAudit(queries, audit);
      return "added";
    },
    *saveCertificate({ record, audit }) {
      if ((yield* rowsOf(certificateByFingerprint(queries, record.fingerprint))).length > 0) return "exists";
      yield addCertificate(queries, record);
      if ((yield* rowsOf(fillCertificate(queries, record))).length === 0) return "exists";
      yield* afterChange(audit);
      return "saved";
    },
    *removeCertificate({ id, audit }) {
      if ((yield* rowsOf(removeCertificate(queries, id))).length === 0) return "absent";
      yield* afterChange(audit);
      return "removed";
    },
    *noteNotice(notice) {
      if ((yield* rowsOf(addNotice(queries, notice))).length > 0) {
        yield* recordExpiry(queries, notice);
        return "first";
      }
      return (yield* rowsOf(renewNotice(queries, notice))).length > 0 ? "again" : "told";
    },
    *resealSecrets(rows) {
      for (const row of rows) {
        const column = SEALED_COLUMNS[row.column];
        const replaced = column === undefined ? [] : yield* rowsOf(column.replace(queries, row));
        // Thrown, so that what was sealed anew before it is taken back with it.
        if (replaced.length === 0) throw new StorageError("ERR_STORAGE_FAILED", "A secret was changed while it was sealed anew");
      }
    },
  };
}

/** Tells whoever listens of the end of a certificate, once at each threshold. */
function* recordExpiry(
  queries: Kysely<Tables>,
  { passTypeIdentifier, fingerprint, kind, threshold, expiresAt, at }: ExpiryNotice,
): Work<void> {
  const data = { passTypeIdentifier, fingerprint, kind, daysBefore: threshold, expiresAt: new Date(expiresAt).toISOString() };
  const owner = { passTypeIdentifier };
  yield* recordEvents(queries, { owner, type: "certificate.expiring", at, events: () => [{ data }] });
}
