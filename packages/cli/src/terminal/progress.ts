import { paint, type Io } from "../io.ts";
import { columnsOf, truncateColumns } from "./text.ts";

export interface Progress {
  /** Says how far the work is. Draws at most ten times a second. */
  update(done: number, failed?: number): void;
  /** Ends the line. */
  finish(): void;
}

const INTERVAL_MS = 100;
const BAR_COLUMNS = 28;
/** The rate is that of the last seconds: what an earlier run has done is passed over fast, and says nothing of what is to come. */
const WINDOW_MS = 5_000;

/**
 * A line on stderr with bar, rate and time left; nothing when stderr is no terminal.
 *
 * @param total - how much there is to do; undefined when unknown (then count and rate only)
 * @param unit - what is counted, in the plural
 */
export function createProgress(
  io: Io,
  total: number | undefined,
  unit: string,
  { isShown = true }: { readonly isShown?: boolean } = {},
): Progress {
  const isDrawn = isShown && io.stderr.isTerminal;
  let samples: { readonly at: number; readonly done: number }[] = [{ at: io.now().getTime(), done: 0 }];
  let last = 0;
  let latest = { done: 0, failed: 0 };
  const draw = (now: number): void => {
    samples = [
      ...samples.filter(({ at }, index) => now - at <= WINDOW_MS || index === samples.length - 1),
      { at: now, done: latest.done },
    ];
    io.stderr.write(`\r\u001b[K${drawProgress(io, latest, total, unit, rateOf(samples))}`);
  };
  return {
    update(done, failed = 0) {
      latest = { done, failed };
      const now = io.now().getTime();
      if (!isDrawn || now - last < INTERVAL_MS) return;
      last = now;
      draw(now);
    },
    finish() {
      if (!isDrawn) return;
      draw(io.now().getTime());
      io.stderr.write("\n");
    },
  };
}

function rateOf(samples: readonly { readonly at: number; readonly done: number }[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return 0;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** `███░░  1,200/10,000 passes  410/s  22 s left  3 failed`, as much of it as the terminal is wide. */
function drawProgress(
  io: Io,
  { done, failed }: { readonly done: number; readonly failed: number },
  total: number | undefined,
  unit: string,
  rate: number,
): string {
  const parts = [
    `${done.toLocaleString("en")}${total === undefined ? "" : `/${total.toLocaleString("en")}`} ${unit}`,
    `${Math.round(rate).toLocaleString("en")}/s`,
  ];
  if (total !== undefined && rate > 0 && done < total) parts.push(`${formatSeconds((total - done) / rate)} left`);
  if (failed > 0) parts.push(`${failed.toLocaleString("en")} failed`);
  const room = io.stderr.columns - 1;
  const text = truncateColumns(parts.join("  "), room);
  // One that wraps could not be drawn over.
  const bar = total === undefined || total === 0 || columnsOf(text) + BAR_COLUMNS + 1 > room ? "" : `${drawBar(done / total)} `;
  return bar + (failed > 0 ? paint(io, io.stderr, "yellow", text) : text);
}

function drawBar(share: number): string {
  const filled = Math.round(Math.min(1, share) * BAR_COLUMNS);
  return "█".repeat(filled) + "░".repeat(BAR_COLUMNS - filled);
}

/** `75` as `1 min 15 s`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
