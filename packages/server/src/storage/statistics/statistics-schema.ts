import type { SchemaWords } from "../migrations/schema-words.ts";

/**
 * Counts, and those of what was there before there were any.
 *
 * @param contents - The table that knows the template of a pass.
 */
export function statisticsSchema({ text, integer, keyed }: SchemaWords, contents: "pass_contents" | "passes"): string {
  return `
CREATE TABLE statistics (
  pass_type ${text} NOT NULL,
  template_id ${text} NOT NULL,
  source ${text} NOT NULL,
  slot ${integer} NOT NULL,
  issued ${integer} NOT NULL,
  installed ${integer} NOT NULL,
  removed ${integer} NOT NULL,
  updated ${integer} NOT NULL,
  pushed ${integer} NOT NULL,
  PRIMARY KEY (pass_type, slot, template_id, source)
)${keyed};

CREATE TABLE active_passes (
  pass_type ${text} NOT NULL,
  template_id ${text} NOT NULL,
  day ${integer} NOT NULL,
  passes ${integer} NOT NULL,
  PRIMARY KEY (pass_type, day, template_id)
)${keyed};

INSERT INTO statistics (pass_type, template_id, source, slot, issued, installed, removed, updated, pushed)
SELECT p.pass_type, p.template_id, '', 0, count(*), 0, 0, 0, 0 FROM ${contents} p GROUP BY p.pass_type, p.template_id;

UPDATE statistics SET installed = (
  SELECT count(*) FROM ${contents} p
  WHERE p.pass_type = statistics.pass_type AND p.template_id = statistics.template_id AND EXISTS (
    SELECT 1 FROM registrations r WHERE r.pass_type = p.pass_type AND r.serial_number = p.serial_number
  )
);
`;
}
