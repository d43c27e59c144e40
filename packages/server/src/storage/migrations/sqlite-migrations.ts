import { activitySchema } from "../activity/activity-schema.ts";
import { imageSchema } from "../images/image-schema.ts";
import { certificateSchema } from "../certificates/certificate-schema.ts";
import { distributionSchema } from "../distribution/distribution-schema.ts";
import { issuerSchema } from "../issuer/issuer-schema.ts";
import { jobsSchema } from "../jobs/jobs-schema.ts";
import { statisticsSchema } from "../statistics/statistics-schema.ts";
import { webhookSchema } from "../webhooks/webhook-schema.ts";
import type { Migration } from "./migration.ts";
import { scanSchema } from "../scans/scan-schema.ts";
import { SQLITE_WORDS } from "./schema-words.ts";

/**
 * The schema on SQLite. The version of a pass, all that a conditional GET and a list read, lies in a narrow table that is its own
 * index; what an archive is built from lies beside it. Every key begins with the pass type.
 */
export const SQLITE_MIGRATIONS: readonly Migration[] = [
  {
    id: 1,
    name: "passes, registrations, pushes",
    sql: `
CREATE TABLE pass_types (
  id TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL,
  paused_at INTEGER,
  paused_reason TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE pass_versions (
  pass_type TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  authentication_token TEXT NOT NULL,
  revision INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  tag INTEGER NOT NULL,
  content_id INTEGER NOT NULL,
  PRIMARY KEY (pass_type, serial_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE pass_contents (
  id INTEGER PRIMARY KEY,
  pass_type TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  template_id TEXT NOT NULL,
  template_version INTEGER NOT NULL,
  input_values TEXT NOT NULL,
  certificate_id TEXT NOT NULL,
  voided INTEGER NOT NULL,
  expires_at INTEGER,
  personalization TEXT NOT NULL
) STRICT;
CREATE INDEX pass_contents_by_template ON pass_contents (pass_type, template_id, serial_number);

CREATE TABLE devices (
  pass_type TEXT NOT NULL,
  device_id TEXT NOT NULL,
  client TEXT NOT NULL,
  push_token TEXT NOT NULL,
  registered_at INTEGER NOT NULL,
  PRIMARY KEY (pass_type, device_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE registrations (
  pass_type TEXT NOT NULL,
  device_id TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  tag INTEGER NOT NULL,
  PRIMARY KEY (pass_type, device_id, serial_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX registrations_by_pass ON registrations (pass_type, serial_number, device_id);

CREATE TABLE pushes (
  pass_type TEXT NOT NULL,
  device_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  version INTEGER NOT NULL,
  leased_by TEXT,
  PRIMARY KEY (pass_type, device_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pushes_by_due ON pushes (pass_type, due_at);

CREATE TABLE device_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  pass_type TEXT,
  serial_number TEXT,
  device_id TEXT,
  cause TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX device_log_by_pass ON device_log (pass_type, serial_number);

CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE templates (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  pass_type TEXT NOT NULL,
  digest TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  archive BLOB NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE personalizations (
  pass_type TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  at INTEGER NOT NULL,
  info TEXT NOT NULL,
  template_id TEXT NOT NULL,
  template_version INTEGER NOT NULL,
  PRIMARY KEY (pass_type, serial_number)
) STRICT, WITHOUT ROWID;
`,
  },
  {
    id: 2,
    name: "projects, keys, drafts, history, audit",
    sql: issuerSchema(SQLITE_WORDS),
  },
  {
    id: 3,
    name: "jobs",
    sql: jobsSchema(SQLITE_WORDS),
  },
  {
    id: 4,
    name: "links, signed links, mails",
    sql: distributionSchema(SQLITE_WORDS),
  },
  {
    id: 5,
    name: "barcodes, scans, barcode keys",
    sql: scanSchema(SQLITE_WORDS, "pass_contents"),
  },
  {
    id: 6,
    name: "webhooks",
    sql: webhookSchema(SQLITE_WORDS),
  },
  {
    id: 7,
    name: "certificates",
    sql: certificateSchema(SQLITE_WORDS),
  },
  {
    id: 8,
    name: "activity and statistics",
    sql: `${activitySchema(SQLITE_WORDS)}${statisticsSchema(SQLITE_WORDS, "pass_contents")}`,
  },
  {
    id: 9,
    name: "pictures of passes",
    sql: imageSchema(SQLITE_WORDS),
  },
];
