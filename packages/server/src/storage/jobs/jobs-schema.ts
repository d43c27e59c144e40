import type { SchemaWords } from "../migrations/schema-words.ts";

/**
 * Jobs and what became of their rows. Results lie in pieces, one for each transaction, as the lines that they are asked for in: a
 * row of their own for each would cost as much as the pass.
 */
export function jobsSchema({ text, integer, keyed, plain }: SchemaWords): string {
  return `
CREATE TABLE jobs (
  id ${text} NOT NULL PRIMARY KEY,
  project_id ${text} NOT NULL,
  pass_type ${text} NOT NULL,
  template_id ${text} NOT NULL,
  kind ${text} NOT NULL,
  state ${text} NOT NULL,
  plan ${text} NOT NULL,
  actor ${text} NOT NULL,
  created_at ${integer} NOT NULL,
  updated_at ${integer} NOT NULL,
  ended_at ${integer},
  version ${integer} NOT NULL,
  position ${integer} NOT NULL,
  cursor_text ${text} NOT NULL,
  digest ${text} NOT NULL,
  total ${integer},
  created ${integer} NOT NULL,
  changed ${integer} NOT NULL,
  unchanged ${integer} NOT NULL,
  failed ${integer} NOT NULL,
  problem ${text},
  due_at ${integer},
  leased_by ${text}
)${keyed};
CREATE INDEX jobs_by_project ON jobs (project_id, id);
CREATE INDEX jobs_by_due ON jobs (due_at);
CREATE INDEX jobs_by_end ON jobs (ended_at);

CREATE TABLE job_results (
  job_id ${text} NOT NULL,
  last_row ${integer} NOT NULL,
  failed ${integer} NOT NULL,
  lines ${text} NOT NULL,
  PRIMARY KEY (job_id, last_row)
)${plain};
CREATE INDEX job_results_by_failure ON job_results (job_id, failed, last_row);
`;
}
