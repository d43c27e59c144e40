/**
 * What a template and the values for it may cost. Templates come from people (a server takes uploads), values from
 * their programs: neither may hang or exhaust the process that makes passes. A step is about one operation of an
 * expression, one element of a list or eight characters of text.
 */
export const TEMPLATE_LIMITS = {
  /** Characters of one expression. */
  expressionLength: 4_096,
  /** Brackets, calls and operators inside each other in one expression. */
  expressionDepth: 64,
  /** Levels of a JSON file with expressions, of values, and of what expressions make. */
  depth: 64,
  /** Characters of a JSON file with expressions. */
  fileLength: 1_000_000,
  /** Steps that evaluating one JSON file for one pass may take. */
  steps: 100_000,
  /** Objects, lists, texts, numbers in the values for one pass. */
  valueCount: 10_000,
  /** Characters of all texts and keys in the values for one pass. */
  valueLength: 500_000,
  /** Subschemas that the inputs schema comes to when its references are followed. */
  schemaSize: 2_000,
  /** Places that the nearest are chosen from, and bytes of their file. */
  places: 20_000,
  placesBytes: 8_000_000,
  /** Characters of a text that is matched against a `pattern` or `format` of the inputs schema. */
  patternSubject: 256,
} as const;
