import { assertAudit } from "../issuer/issuer-front.ts";
import { settingValue } from "../plain-queries.ts";
import { assertCount, assertKeyTexts, assertText, isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { allCertificates } from "./certificate-queries.ts";
import type {
  CertificateRecord,
  CertificateRequestRecord,
  CertificateStore,
  SealedRow,
  StoredCertificate,
} from "./certificate-storage.ts";
import { CERTIFICATES_VERSION } from "./certificate-work.ts";
import { SEALED_COLUMNS } from "./sealed-columns.ts";

/** Bytes of a certificate: Apple's have some 1,600. */
const CERTIFICATE_BYTES = 64 * 1024;

/** Certificates over a database. */
export function createCertificateStore(backend: StorageBackend): CertificateStore {
  const { queries } = backend;
  return {
    version: async () => (await backend.all(settingValue(queries, CERTIFICATES_VERSION)))[0]?.value ?? "",
    list: async () => (await backend.all(allCertificates(queries))).map((row) => row as StoredCertificate),
    addRequest: async (record, { audit }) => {
      assertRecord(record);
      assertAudit(audit);
      return backend.run("addCertificateRequest", { record, audit });
    },
    save: async (record, { audit }) => {
      assertRecord(record);
      assertKeyTexts({ fingerprint: record.fingerprint });
      assertCount("Bytes of a certificate", record.certificate.length, CERTIFICATE_BYTES);
      assertCount("Bytes of an intermediate", record.intermediate.length, CERTIFICATE_BYTES);
      assertAudit(audit);
      return backend.run("saveCertificate", { record, audit });
    },
    remove: async (id, { audit }) => {
      assertAudit(audit);
      return isKeyText(id) ? backend.run("removeCertificate", { id, audit }) : "absent";
    },
    noteNotice: async (notice) => {
      const { fingerprint, passTypeIdentifier, kind } = notice;
      assertKeyTexts({ fingerprint, passTypeIdentifier, kind });
      return backend.run("noteNotice", notice);
    },
    sealed: async () => {
      const rows: SealedRow[] = [];
      for (const [column, { purpose, all }] of Object.entries(SEALED_COLUMNS)) {
        for (const { row, sealed } of await backend.all(all(queries))) rows.push({ column, purpose, row, sealed });
      }
      return rows;
    },
    reseal: (rows) => backend.run("resealSecrets", rows),
  };
}

function assertRecord(record: CertificateRequestRecord | CertificateRecord): void {
  const { id, passTypeIdentifier, publicKey, request, sealedKey } = record;
  assertKeyTexts({ id, passTypeIdentifier, publicKey });
  assertText("request", request ?? "", STORAGE_LIMITS.tokenLength * 4);
  assertText("sealedKey", sealedKey, STORAGE_LIMITS.tokenLength * 4);
}
