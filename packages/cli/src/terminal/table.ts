import { columnsOf, padColumns, toPrintable, truncateColumns } from "./text.ts";

const GAP = 2;
const MIN_COLUMNS = 60;
/** A column is not cut below this while another is wider. */
const MIN_CELL = 8;

/**
 * Rows under their heads, as wide as the terminal: where they do not fit, the widest columns are cut, but for the first ones that
 * are to stay `whole`, such as an id that the next command is given.
 */
export function tableLines(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  { whole = 0 }: { readonly whole?: number } = {},
): string[] {
  const cells = [heads, ...rows].map((row) => row.map((cell) => toPrintable(cell)));
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => columnsOf(row[column] ?? ""))));
  const room = Math.max(MIN_COLUMNS, width) - GAP * (heads.length - 1);
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    const widest = Math.max(0, ...widths.slice(whole));
    if (widest <= MIN_CELL) break;
    widths[widths.indexOf(widest, whole)] = widest - 1;
  }
  return cells.map((row) =>
    row
      .map((cell, column) => padColumns(truncateColumns(cell, widths[column] ?? 0), widths[column] ?? 0))
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
