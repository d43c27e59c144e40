import type { SchemaWords } from "../migrations/schema-words.ts";

/**
 * Barcodes, uses, scans and the keys of signed barcodes: alike in both databases but for their words. Of passes that were there
 * before barcodes were, it is yet to be found out what theirs say.
 *
 * @param contents - The table that has a row for each pass.
 */
export function scanSchema({ text, integer, counter, keyed, plain }: SchemaWords, contents: "pass_contents" | "passes"): string {
  return `
CREATE TABLE pass_barcodes (
  project_id ${text} NOT NULL,
  message_hash ${text} NOT NULL,
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  PRIMARY KEY (project_id, message_hash, pass_type, serial_number)
)${keyed};
CREATE INDEX pass_barcodes_by_pass ON pass_barcodes (pass_type, serial_number);

CREATE TABLE unindexed_passes (
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  PRIMARY KEY (pass_type, serial_number)
)${keyed};
INSERT INTO unindexed_passes SELECT pass_type, serial_number FROM ${contents};

CREATE TABLE pass_uses (
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  uses ${integer} NOT NULL,
  inside ${integer} NOT NULL,
  last_at ${integer},
  last_gate ${text},
  last_scan ${text},
  changed_at ${integer} NOT NULL,
  PRIMARY KEY (pass_type, serial_number)
)${keyed};
CREATE INDEX pass_uses_by_change ON pass_uses (pass_type, changed_at, serial_number);

CREATE TABLE scans (
  id ${counter},
  scan_id ${text} NOT NULL,
  project_id ${text} NOT NULL,
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  template_id ${text} NOT NULL,
  at ${integer} NOT NULL,
  received_at ${integer} NOT NULL,
  gate ${text},
  direction ${text} NOT NULL,
  offline ${integer} NOT NULL,
  reason ${text},
  verdict ${text} NOT NULL,
  effect ${text} NOT NULL,
  client_key ${text},
  digest ${text} NOT NULL,
  actor ${text} NOT NULL,
  undone_at ${integer},
  undone_by ${text}
)${plain};
CREATE UNIQUE INDEX scans_by_name ON scans (scan_id);
CREATE UNIQUE INDEX scans_by_client_key ON scans (project_id, client_key);
CREATE INDEX scans_by_pass ON scans (pass_type, serial_number, id);
CREATE INDEX scans_by_template ON scans (pass_type, template_id, at);
CREATE INDEX scans_by_project ON scans (project_id, id);

CREATE TABLE barcode_keys (
  project_id ${text} NOT NULL,
  number ${integer} NOT NULL,
  kid ${text} NOT NULL,
  public_key ${text} NOT NULL,
  sealed_key ${text} NOT NULL,
  active_from ${integer} NOT NULL,
  created_at ${integer} NOT NULL,
  retired_at ${integer},
  PRIMARY KEY (project_id, number)
)${keyed};
`;
}
