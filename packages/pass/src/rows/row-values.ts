import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import type { InputField } from "../template/describe-inputs.ts";
import type { PassTemplate } from "../template/pass-template.ts";

/** The values of a row, or why there are none. */
export type RowValues = { readonly values: JsonObject; readonly error: null } | { readonly values: null; readonly error: string };

/** What the template takes, for reading the cells of a table. */
export interface RowInputs {
  readonly fields: readonly InputField[];
  /** Names at the top that the template takes; null when it takes any. */
  readonly names: ReadonlySet<string> | null;
}

/**
 * What the rows of a table are read by.
 *
 * @example
 * ```ts
 * const rows = readRows(file.stream(), "csv", rowInputsOf(template));
 * ```
 */
export function rowInputsOf(template: PassTemplate): RowInputs {
  const fields = template.describeInputs();
  const isClosed = template.inputs?.["additionalProperties"] === false && isJsonObject(template.inputs["properties"]);
  return { fields, names: isClosed ? new Set(fields.map(({ path }) => String(path[0]))) : null };
}

/**
 * Columns that the template takes no value of.
 *
 * @example
 * ```ts
 * const unused = findUnusedColumns(["gate", "colour"], rowInputsOf(template));
 * ```
 */
export function findUnusedColumns(header: readonly string[], { names }: RowInputs): readonly string[] {
  return names === null ? [] : header.filter((column) => column !== "" && !names.has(column.split(".", 1)[0] ?? ""));
}

/**
 * Makes values of the cells of a row: text by default; numbers, true and false, lists and objects (as JSON) where the template's
 * inputs say so. An empty cell is no value. `seat.row` in the header is a value inside another.
 *
 * @example
 * ```ts
 * const toValues = createRowReader(["gate", "seat.row"], rowInputsOf(template));
 * const { values, error } = toValues(["B7", "12"]);
 * ```
 */
export function createRowReader(header: readonly string[], inputs: RowInputs): (cells: readonly string[]) => RowValues {
  const unused = new Set(findUnusedColumns(header, inputs));
  const fields = new Map(inputs.fields.map((field) => [field.path.join("."), field]));
  return (cells) => {
    const values: { [key: string]: JsonValue } = {};
    for (const [index, name] of header.entries()) {
      const cell = cells[index] ?? "";
      if (cell === "" || name === "" || unused.has(name)) continue;
      const field = fields.get(name);
      const converted = convertText(cell, field);
      if (converted === undefined)
        return { values: null, error: `column "${name}": "${clip(cell)}" is not ${WANTED[field?.kind ?? "text"]}` };
      if (!assignValue(values, name.split("."), converted))
        return { values: null, error: `column "${name}" stands in another column's value` };
    }
    return { values, error: null };
  };
}

function clip(cell: string): string {
  return cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
}

const WANTED = {
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  list: "a list in JSON",
  object: "an object in JSON",
  text: "a text",
  choice: "one of the choices",
  date: "a date",
  "date-time": "a date and time",
  any: "a value",
} as const satisfies Record<InputField["kind"], string>;

/**
 * What a text stands for where the template wants a kind of value; undefined when it is none of that kind.
 *
 * @example
 * ```ts
 * const [field] = template.describeInputs();
 * const value = convertText("12", field);
 * ```
 */
export function convertText(cell: string, field: InputField | undefined): JsonValue | undefined {
  switch (field?.kind) {
    case "number":
      return toNumber(cell);
    case "integer":
      return toWhole(cell);
    case "boolean":
      return parseYesNo(cell);
    case "list":
    case "object":
      return parseJson(cell);
    case "choice":
      // A choice may be between numbers; whether the cell is one of them is for the schema to say.
      return field.choices.find((choice) => choice === cell || JSON.stringify(choice) === cell) ?? cell;
    case "text":
    case "date":
    case "date-time":
    case "any":
    case undefined:
      break;
  }
  return cell;
}

function toWhole(cell: string): number | undefined {
  const number = toNumber(cell);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** As JSON writes a number: not "0x10", not "1e999". */
function toNumber(cell: string): number | undefined {
  const number = /^\s*-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/**
 * What a text says: true, yes and 1, or false, no and 0, whatever their case; undefined for every other one.
 *
 * @example
 * ```ts
 * const voided = parseYesNo("Yes");
 * ```
 */
export function parseYesNo(text: string): boolean | undefined {
  return YES_NO.get(text.trim().toLowerCase());
}

const YES_NO: ReadonlyMap<string, boolean> = /* @__PURE__ */ new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

function parseJson(cell: string): JsonValue | undefined {
  try {
    return JSON.parse(cell) as JsonValue;
  } catch {
    return undefined;
  }
}

/**
 * Sets a value inside nested objects; as own properties, so that `__proto__` is only a name. False when a value is in the way.
 *
 * @example
 * ```ts
 * const values = {};
 * assignValue(values, ["seat", "row"], 12);
 * ```
 */
export function assignValue(target: { [key: string]: JsonValue }, steps: readonly string[], value: JsonValue): boolean {
  const [step = "", ...rest] = steps;
  if (rest.length === 0) {
    define(target, step, value);
    return true;
  }
  const inner = Object.hasOwn(target, step) ? target[step] : undefined;
  if (inner !== undefined && (typeof inner !== "object" || inner === null || Array.isArray(inner))) return false;
  const next = (inner ?? {}) as { [key: string]: JsonValue };
  define(target, step, next);
  return assignValue(next, rest, value);
}

function define(target: object, name: string, value: JsonValue): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
