/**
 * Undoes the filters of a picture's rows (PNG, third edition, section 9) where they lie: each row is one byte for the
 * filter and `rowBytes` of data. A row with a filter that does not exist ends it.
 *
 * @param step Bytes from a pixel to the next, at least 1.
 * @returns Whether every row had a filter that exists.
 */
export function unfilter(data: Uint8Array, start: number, rows: number, rowBytes: number, step: number): boolean {
  for (let row = 0; row < rows; row += 1) {
    const at = start + row * (rowBytes + 1);
    const filter = data[at] ?? 0;
    const from = at + 1;
    const stop = from + rowBytes;
    // The row above the first is all 0; `above` is only read where there is one.
    const above = row === 0 ? -1 : from - rowBytes - 1;
    switch (filter) {
      case 0:
        break;
      case 1:
        for (let i = from + step; i < stop; i += 1) data[i] = (data[i] ?? 0) + (data[i - step] ?? 0);
        break;
      case 2:
        if (above >= 0) for (let i = from, up = above; i < stop; i += 1, up += 1) data[i] = (data[i] ?? 0) + (data[up] ?? 0);
        break;
      case 3:
        average(data, from, stop, above, step);
        break;
      case 4:
        paeth(data, from, stop, above, step);
        break;
      default:
        return false;
    }
  }
  return true;
}

function average(data: Uint8Array, from: number, stop: number, above: number, step: number): void {
  for (let i = from; i < stop; i += 1) {
    const left = i - step >= from ? (data[i - step] ?? 0) : 0;
    const up = above >= 0 ? (data[above + i - from] ?? 0) : 0;
    data[i] = (data[i] ?? 0) + ((left + up) >> 1);
  }
}

/** Section 9.4: the neighbour nearest to left + up − upper left. */
function paeth(data: Uint8Array, from: number, stop: number, above: number, step: number): void {
  const first = Math.min(from + step, stop);
  // In the first pixel left and upper left are 0, so that up is the nearest; in the first row left is.
  if (above >= 0) for (let i = from; i < first; i += 1) data[i] = (data[i] ?? 0) + (data[above + i - from] ?? 0);
  if (above < 0) {
    for (let i = first; i < stop; i += 1) data[i] = (data[i] ?? 0) + (data[i - step] ?? 0);
    return;
  }
  for (let i = first, up = above + step; i < stop; i += 1, up += 1) {
    const a = data[i - step] ?? 0;
    const b = data[up] ?? 0;
    const c = data[up - step] ?? 0;
    const toLeft = Math.abs(b - c);
    const toUp = Math.abs(a - c);
    const toCorner = Math.abs(a + b - 2 * c);
    const nearest = toLeft <= toUp && toLeft <= toCorner ? a : toUp <= toCorner ? b : c;
    data[i] = (data[i] ?? 0) + nearest;
  }
}
