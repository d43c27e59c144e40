/** How a PDF417 is laid out. */
export interface Pdf417Shape {
  readonly rows: number;
  /** Of data, without start, stop and indicators. */
  readonly columns: number;
  /** In modules. */
  readonly width: number;
  /** In widths of a module, 2 to 3. */
  readonly rowHeight: number;
}

/** ISO/IEC 15438:2015, 5.2.1. The least number of rows, three, is never reached: two columns of ten codewords are five. */
const MAX_ROWS = 90;
const MAX_COLUMNS = 30;

/** iOS draws two columns of data, in all four codes that were read from screenshots of it. */
const MIN_COLUMNS = 2;

/** Rows of three modules as long as they fit in height, as in the screenshots with 8 and 9 rows (7 pt for a module of 2⅓ pt). */
const MAX_ROW_HEIGHT = 3;
/** Scanners want three, and read two; the screenshot with 12 rows has 5 pt, 2.14. */
const MIN_ROW_HEIGHT = 2;
/** Height of those symbols to their width: 63 pt to 240⅓ pt. */
const HEIGHT_TO_WIDTH = 27 / 103;

/**
 * Columns and rows for a number of codewords: the fewest columns, from two, whose rows fit the height that Wallet gives to a
 * symbol of its width. What iOS does with more codewords than the four screenshots have is not known.
 *
 * @returns null when no shape holds them within `maximum`, the fill included
 */
export function pdf417Shape(codewords: number, maximum: number): Pdf417Shape | null {
  for (let columns = MIN_COLUMNS; columns <= MAX_COLUMNS; columns += 1) {
    const width = 17 * (columns + 4) + 1;
    const height = width * HEIGHT_TO_WIDTH;
    const rows = Math.ceil(codewords / columns);
    if (rows > Math.min(MAX_ROWS, height / MIN_ROW_HEIGHT) || rows * columns > maximum) continue;
    return { rows, columns, width, rowHeight: Math.min(MAX_ROW_HEIGHT, height / rows) };
  }
  return null;
}
