import type { CompiledQuery, Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import type { CertificateRecord, CertificateRequestRecord, ExpiryNotice } from "./certificate-storage.ts";

type Database = Kysely<Tables>;

export const allCertificates = (database: Database) =>
  database
    .selectFrom("certificates")
    .orderBy("created_at")
    .orderBy("id")
    .select([
      "id",
      "pass_type as passTypeIdentifier",
      "public_key as publicKey",
      "request",
      "sealed_key as sealedKey",
      "certificate",
      "intermediate",
      "fingerprint",
      "created_at as createdAt",
    ])
    .compile();

export const certificateByFingerprint = (database: Database, fingerprint: string) =>
  database.selectFrom("certificates").where("fingerprint", "=", fingerprint).select("id").compile();

export const addCertificate = (
  database: Database,
  record: CertificateRequestRecord | CertificateRecord,
): CompiledQuery<{ readonly id: string }> =>
  database
    .insertInto("certificates")
    .values({
      id: record.id,
      pass_type: record.passTypeIdentifier,
      public_key: record.publicKey,
      request: record.request,
      sealed_key: record.sealedKey,
      created_at: record.createdAt,
      certificate: null,
      intermediate: null,
      fingerprint: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .compile();

/** Two certificates of one request come at once: the second finds the row taken. */
export const fillCertificate = (database: Database, { id, certificate, intermediate, fingerprint }: CertificateRecord) =>
  database
    .updateTable("certificates")
    .set({ certificate, intermediate, fingerprint })
    .where("id", "=", id)
    .where("fingerprint", "is", null)
    .returning("id")
    .compile();

export const removeCertificate = (database: Database, id: string) =>
  database.deleteFrom("certificates").where("id", "=", id).returning("id").compile();

export const addNotice = (database: Database, { fingerprint, kind, threshold, day }: ExpiryNotice) =>
  database
    .insertInto("certificate_notices")
    .values({ fingerprint, kind, threshold, day })
    .onConflict((conflict) => conflict.doNothing())
    .returning("day")
    .compile();

export const renewNotice = (database: Database, { fingerprint, kind, threshold, day }: ExpiryNotice) =>
  database
    .updateTable("certificate_notices")
    .set({ day })
    .where("fingerprint", "=", fingerprint)
    .where("kind", "=", kind)
    .where("threshold", "=", threshold)
    .where("day", "<", day)
    .returning("day")
    .compile();
