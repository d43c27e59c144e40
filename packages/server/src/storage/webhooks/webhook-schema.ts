import type { SchemaWords } from "../migrations/schema-words.ts";

/**
 * Endpoints, and one row for each event that one of them is told: outbox, queue and history in one. `due_at` is null once it is
 * settled; of claimed work it is the end of the lease.
 */
export function webhookSchema({ text, integer, keyed }: SchemaWords): string {
  return `
CREATE TABLE webhook_endpoints (
  id ${text} NOT NULL PRIMARY KEY,
  project_id ${text} NOT NULL,
  url ${text} NOT NULL,
  description ${text} NOT NULL,
  event_types ${text} NOT NULL,
  pass_types ${text},
  templates ${text},
  is_enabled ${integer} NOT NULL,
  disabled_reason ${text},
  disabled_at ${integer},
  sealed_secret ${text} NOT NULL,
  old_sealed_secret ${text},
  old_until ${integer},
  failures ${integer} NOT NULL,
  failing_since ${integer},
  hold_until ${integer} NOT NULL,
  created_at ${integer} NOT NULL,
  updated_at ${integer} NOT NULL,
  deleted_at ${integer}
)${keyed};
CREATE INDEX webhook_endpoints_by_project ON webhook_endpoints (project_id, id);

CREATE TABLE webhook_deliveries (
  endpoint_id ${text} NOT NULL,
  event_id ${text} NOT NULL,
  type ${text} NOT NULL,
  at ${integer} NOT NULL,
  body ${text} NOT NULL,
  state ${text} NOT NULL,
  due_at ${integer},
  round_at ${integer} NOT NULL,
  tries ${integer} NOT NULL,
  leased_by ${text},
  history ${text} NOT NULL,
  PRIMARY KEY (endpoint_id, event_id)
)${keyed};
CREATE INDEX webhook_deliveries_by_due ON webhook_deliveries (endpoint_id, due_at, event_id) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (endpoint_id, state, event_id);
CREATE INDEX webhook_deliveries_by_lease ON webhook_deliveries (leased_by) WHERE leased_by IS NOT NULL;
`;
}
