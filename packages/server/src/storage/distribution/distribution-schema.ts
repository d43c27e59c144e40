import type { SchemaWords } from "../migrations/schema-words.ts";

/** Links, keys and passes of signed links, mails; and of each pass where it came from. */
export function distributionSchema({ text, integer, keyed }: SchemaWords): string {
  return `
ALTER TABLE pass_records ADD COLUMN source ${text};

CREATE TABLE links (
  id ${text} NOT NULL PRIMARY KEY,
  project_id ${text} NOT NULL,
  pass_type ${text} NOT NULL,
  serial_number ${text},
  template_id ${text},
  input_values ${text},
  ask ${text},
  hash ${text} NOT NULL,
  hint ${text} NOT NULL,
  source ${text},
  created_at ${integer} NOT NULL,
  expires_at ${integer},
  max_uses ${integer},
  uses ${integer} NOT NULL,
  last_used_at ${integer},
  revoked_at ${integer}
)${keyed};
CREATE UNIQUE INDEX links_by_hash ON links (hash);
CREATE INDEX links_by_project ON links (project_id, created_at, id);
CREATE INDEX links_by_pass ON links (pass_type, serial_number, created_at);

CREATE TABLE mint_keys (
  id ${text} NOT NULL PRIMARY KEY,
  project_id ${text} NOT NULL,
  template_id ${text},
  created_at ${integer} NOT NULL,
  revoked_at ${integer}
)${keyed};
CREATE INDEX mint_keys_by_project ON mint_keys (project_id, created_at);

CREATE TABLE mints (
  project_id ${text} NOT NULL,
  hash ${text} NOT NULL,
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  at ${integer} NOT NULL,
  PRIMARY KEY (project_id, hash)
)${keyed};

CREATE TABLE mails (
  id ${text} NOT NULL PRIMARY KEY,
  project_id ${text} NOT NULL,
  recipient ${text} NOT NULL,
  locale ${text} NOT NULL,
  subject ${text},
  body ${text},
  passes ${text} NOT NULL,
  state ${text} NOT NULL,
  attempts ${integer} NOT NULL,
  due_at ${integer} NOT NULL,
  leased_by ${text},
  problem ${text},
  created_at ${integer} NOT NULL,
  ended_at ${integer}
)${keyed};
CREATE INDEX mails_by_project ON mails (project_id, created_at, id);
CREATE INDEX mails_due ON mails (state, due_at);
CREATE INDEX mails_ended ON mails (ended_at);
`;
}
