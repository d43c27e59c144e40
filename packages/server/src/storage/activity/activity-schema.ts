import type { SchemaWords } from "../migrations/schema-words.ts";

/** What happened last: a row per pass and per device whatever happens, never one per request. */
export function activitySchema({ text, integer, keyed }: SchemaWords): string {
  return `
ALTER TABLE registrations ADD COLUMN registered_at ${integer};

CREATE TABLE ended_registrations (
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  device_id ${text} NOT NULL,
  registered_at ${integer},
  ended_at ${integer} NOT NULL,
  cause ${text} NOT NULL,
  PRIMARY KEY (pass_type, serial_number, device_id)
)${keyed};

CREATE TABLE pass_activity (
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  downloaded_at ${integer},
  download_way ${text},
  downloads ${integer} NOT NULL,
  fetched_at ${integer},
  fetched_revision ${integer},
  fetches ${integer} NOT NULL,
  unchanged_at ${integer},
  unchanged_revision ${integer},
  unchanged_since ${integer},
  unchanged ${integer} NOT NULL,
  refused_at ${integer},
  refused_endpoint ${text},
  refusals ${integer} NOT NULL,
  stray_at ${integer},
  stray_path ${text},
  strays ${integer} NOT NULL,
  seen_day ${integer},
  PRIMARY KEY (pass_type, serial_number)
)${keyed};

CREATE TABLE device_activity (
  pass_type ${text} NOT NULL,
  device_id ${text} NOT NULL,
  listed_at ${integer},
  listed_since ${integer},
  listed_tag ${integer},
  lists ${integer} NOT NULL DEFAULT 0,
  told_at ${integer},
  told_tag ${integer},
  push_at ${integer},
  push_outcome ${text},
  push_status ${integer},
  push_reason ${text},
  push_apns_id ${text},
  push_died_at ${integer},
  push_version ${integer},
  accepted_at ${integer},
  accepted_version ${integer},
  accepted ${integer} NOT NULL DEFAULT 0,
  refused ${integer} NOT NULL DEFAULT 0,
  PRIMARY KEY (pass_type, device_id)
)${keyed};
INSERT INTO device_activity (pass_type, device_id) SELECT pass_type, device_id FROM devices;
`;
}
