import type { SchemaWords } from "../migrations/schema-words.ts";

/** Certificates, warnings that were given, and what projects and keys know since then. */
export function certificateSchema({ text, integer, bytes, keyed, plain }: SchemaWords): string {
  return `
CREATE TABLE certificates (
  id ${text} NOT NULL PRIMARY KEY,
  pass_type ${text} NOT NULL,
  public_key ${text} NOT NULL,
  request ${text},
  sealed_key ${text} NOT NULL,
  certificate ${bytes},
  intermediate ${bytes},
  fingerprint ${text},
  created_at ${integer} NOT NULL
)${plain};
CREATE UNIQUE INDEX certificates_by_fingerprint ON certificates (fingerprint);

CREATE TABLE certificate_notices (
  fingerprint ${text} NOT NULL,
  kind ${text} NOT NULL,
  threshold ${integer} NOT NULL,
  day ${integer} NOT NULL,
  PRIMARY KEY (fingerprint, kind, threshold)
)${keyed};

ALTER TABLE projects ADD COLUMN archived_at ${integer};
ALTER TABLE api_keys ADD COLUMN expires_at ${integer};
ALTER TABLE api_keys ADD COLUMN templates ${text};
`;
}
