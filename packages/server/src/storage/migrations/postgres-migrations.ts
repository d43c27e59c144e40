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
import { POSTGRES_WORDS } from "./schema-words.ts";

/**
 * The schema on PostgreSQL. Texts in keys compare by their bytes (`COLLATE "C"`), as on SQLite. No index holds a column that an
 * update of a pass changes, so that it stays on its page (a heap-only update). Every key begins with the pass type.
 */
export const POSTGRES_MIGRATIONS: readonly Migration[] = [
  {
    id: 1,
    name: "passes, registrations, pushes",
    sql: `
CREATE TABLE pass_types (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  sequence bigint NOT NULL,
  paused_at bigint,
  paused_reason text
) WITH (fillfactor = 20);

CREATE TABLE passes (
  pass_type text COLLATE "C" NOT NULL,
  serial_number text COLLATE "C" NOT NULL,
  authentication_token text NOT NULL,
  revision bigint NOT NULL,
  modified_at bigint NOT NULL,
  tag bigint NOT NULL,
  template_id text COLLATE "C" NOT NULL,
  template_version bigint NOT NULL,
  input_values text NOT NULL,
  certificate_id text NOT NULL,
  voided smallint NOT NULL,
  expires_at bigint,
  personalization text NOT NULL,
  PRIMARY KEY (pass_type, serial_number)
) WITH (fillfactor = 80);
CREATE INDEX passes_by_template ON passes (pass_type, template_id, serial_number);

CREATE TABLE devices (
  pass_type text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  client text NOT NULL,
  push_token text NOT NULL,
  registered_at bigint NOT NULL,
  PRIMARY KEY (pass_type, device_id)
) WITH (fillfactor = 90);

CREATE TABLE registrations (
  pass_type text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  serial_number text COLLATE "C" NOT NULL,
  tag bigint NOT NULL,
  PRIMARY KEY (pass_type, device_id, serial_number)
);
CREATE INDEX registrations_by_pass ON registrations (pass_type, serial_number, device_id);

CREATE TABLE pushes (
  pass_type text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  due_at bigint NOT NULL,
  attempts integer NOT NULL,
  version bigint NOT NULL,
  leased_by text,
  PRIMARY KEY (pass_type, device_id)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX pushes_by_due ON pushes (pass_type, due_at);

CREATE TABLE device_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  pass_type text COLLATE "C",
  serial_number text COLLATE "C",
  device_id text,
  cause text,
  text text NOT NULL
);
CREATE INDEX device_log_by_pass ON device_log (pass_type, serial_number, id);

CREATE TABLE settings (
  name text COLLATE "C" NOT NULL PRIMARY KEY,
  value text NOT NULL
);

CREATE TABLE templates (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  pass_type text COLLATE "C" NOT NULL,
  digest text NOT NULL,
  published_at bigint NOT NULL,
  archive bytea NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE personalizations (
  pass_type text COLLATE "C" NOT NULL,
  serial_number text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  info text NOT NULL,
  template_id text NOT NULL,
  template_version bigint NOT NULL,
  PRIMARY KEY (pass_type, serial_number)
);
`,
  },
  {
    id: 2,
    name: "projects, keys, drafts, history, audit",
    sql: issuerSchema(POSTGRES_WORDS),
  },
  {
    id: 3,
    name: "jobs",
    sql: jobsSchema(POSTGRES_WORDS),
  },
  {
    id: 4,
    name: "links, signed links, mails",
    sql: distributionSchema(POSTGRES_WORDS),
  },
  {
    id: 5,
    name: "barcodes, scans, barcode keys",
    sql: scanSchema(POSTGRES_WORDS, "passes"),
  },
  {
    id: 6,
    name: "webhooks",
    sql: webhookSchema(POSTGRES_WORDS),
  },
  {
    id: 7,
    name: "certificates",
    sql: certificateSchema(POSTGRES_WORDS),
  },
  {
    id: 8,
    name: "activity and statistics",
    sql: `${activitySchema(POSTGRES_WORDS)}${statisticsSchema(POSTGRES_WORDS, "passes")}
-- Rewritten again and again: room for the next version on the same page.
ALTER TABLE pass_activity SET (fillfactor = 80);
ALTER TABLE device_activity SET (fillfactor = 80);
ALTER TABLE statistics SET (fillfactor = 50);
`,
  },
  {
    id: 9,
    name: "pictures of passes",
    sql: imageSchema(POSTGRES_WORDS),
  },
];
