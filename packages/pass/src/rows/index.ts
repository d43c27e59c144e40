/**
 * Values of many passes out of a table or NDJSON, read as they stream in.
 *
 * @module
 */
export { type CsvRecord, readCsv } from "./read-csv.ts";
export { type Line, readLines } from "./read-lines.ts";
export { MAX_LINE_CHARACTERS, readRows, type Row, ROW_FORMATS, type RowFormat, rowFormatOf, RowsError } from "./read-rows.ts";
export {
  assignValue,
  convertText,
  createRowReader,
  findUnusedColumns,
  parseYesNo,
  type RowInputs,
  rowInputsOf,
  type RowValues,
} from "./row-values.ts";
