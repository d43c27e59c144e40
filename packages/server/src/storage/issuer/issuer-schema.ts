import type { SchemaWords } from "../migrations/schema-words.ts";

/** Projects, keys, drafts, records and earlier revisions of passes, receipts, audit: alike in both databases but for their words. */
export function issuerSchema({ text, integer, bytes, counter, keyed, plain }: SchemaWords): string {
  return `
CREATE TABLE projects (
  id ${text} NOT NULL PRIMARY KEY,
  name ${text} NOT NULL,
  created_at ${integer} NOT NULL
)${keyed};
INSERT INTO projects (id, name, created_at) VALUES ('default', 'Default', 0);

CREATE TABLE project_pass_types (
  pass_type ${text} NOT NULL PRIMARY KEY,
  project_id ${text} NOT NULL
)${keyed};
CREATE INDEX project_pass_types_by_project ON project_pass_types (project_id, pass_type);

CREATE TABLE api_keys (
  id ${text} NOT NULL PRIMARY KEY,
  project_id ${text} NOT NULL,
  name ${text} NOT NULL,
  hash ${text} NOT NULL,
  hint ${text} NOT NULL,
  scopes ${text} NOT NULL,
  created_at ${integer} NOT NULL,
  last_used_at ${integer},
  revoked_at ${integer}
)${keyed};
CREATE UNIQUE INDEX api_keys_by_hash ON api_keys (hash);
CREATE INDEX api_keys_by_project ON api_keys (project_id, created_at);

CREATE TABLE template_drafts (
  id ${text} NOT NULL PRIMARY KEY,
  pass_type ${text} NOT NULL,
  digest ${text} NOT NULL,
  updated_at ${integer} NOT NULL,
  archive ${bytes} NOT NULL
)${plain};

CREATE TABLE pass_records (
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  project_id ${text} NOT NULL,
  template_id ${text} NOT NULL,
  external_id ${text},
  created_at ${integer} NOT NULL,
  deleted_at ${integer},
  PRIMARY KEY (pass_type, serial_number)
)${keyed};
CREATE UNIQUE INDEX pass_records_by_external_id ON pass_records (project_id, external_id, template_id);

CREATE TABLE pass_revisions (
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  revision ${integer} NOT NULL,
  modified_at ${integer} NOT NULL,
  template_version ${integer} NOT NULL,
  input_values ${text} NOT NULL,
  voided ${integer} NOT NULL,
  expires_at ${integer},
  PRIMARY KEY (pass_type, serial_number, revision)
)${keyed};

CREATE TABLE idempotency_keys (
  project_id ${text} NOT NULL,
  key_hash ${text} NOT NULL,
  digest ${text} NOT NULL,
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  at ${integer} NOT NULL,
  PRIMARY KEY (project_id, key_hash)
)${keyed};
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (at);

CREATE TABLE audit_log (
  id ${counter},
  at ${integer} NOT NULL,
  project_id ${text} NOT NULL,
  actor ${text} NOT NULL,
  action ${text} NOT NULL,
  object ${text} NOT NULL,
  request_id ${text} NOT NULL
)${plain};
CREATE INDEX audit_log_by_project ON audit_log (project_id, id);
`;
}
