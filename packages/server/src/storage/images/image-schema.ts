import type { SchemaWords } from "../migrations/schema-words.ts";

/** Pictures of single passes. A row tells from which revision on it holds, so that every revision is built with its own. */
export function imageSchema({ text, integer, bytes, keyed, plain }: SchemaWords): string {
  return `
CREATE TABLE image_contents (
  digest ${text} NOT NULL PRIMARY KEY,
  bytes ${bytes} NOT NULL
)${plain};

CREATE TABLE pass_images (
  pass_type ${text} NOT NULL,
  serial_number ${text} NOT NULL,
  path ${text} NOT NULL,
  since ${integer} NOT NULL,
  digest ${text},
  PRIMARY KEY (pass_type, serial_number, path, since)
)${keyed};
`;
}
