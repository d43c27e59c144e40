import { columnsOf, padColumns, toPrintable } from "./text.ts";

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;
const MIN_BAR = 10;
const MOST_BAR = 60;

/** Bars beside their labels, with their values behind them; the longest takes what room there is. */
export function chartLines(bars: readonly Bar[], width: number): string[] {
  const labels = bars.map(({ label }) => toPrintable(label));
  const labelWidth = Math.max(0, ...labels.map(columnsOf));
  const valueWidth = Math.max(0, ...bars.map(({ value }) => String(value).length));
  const room = Math.min(MOST_BAR, Math.max(MIN_BAR, width - labelWidth - valueWidth - 3));
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return bars.map(({ value }, index) =>
    `${padColumns(labels[index] ?? "", labelWidth)}  ${barOf(most === 0 ? 0 : (value / most) * room)} ${value}`.trimEnd(),
  );
}

/** A value above zero shows at least a sliver. */
function barOf(length: number): string {
  const eighths = length > 0 ? Math.max(1, Math.round(length * 8)) : 0;
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
