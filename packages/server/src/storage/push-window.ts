import type { PushTiming } from "./storage.ts";

/** The stretch of time that the pushes of one transaction are laid into, evenly. Epoch milliseconds; null: no pushes. */
export type PushWindow = { readonly from: number; readonly lengthMs: number } | null;

/**
 * The window of a part of a lot: `done` of `total` passes came before it, `count` are in it.
 *
 * @param start - Epoch ms: when the first push of the lot may go.
 */
export function toPushWindow(
  push: PushTiming,
  start: number,
  part: { readonly done: number; readonly count: number; readonly total: number } = { done: 0, count: 1, total: 1 },
): PushWindow {
  if (push.kind === "none") return null;
  const overMs = push.kind === "spread" ? push.overMs : 0;
  // Passes made since the lot was counted come at its end.
  const total = Math.max(part.total, part.done + part.count, 1);
  return {
    from: Math.floor(start + (overMs * part.done) / total),
    lengthMs: Math.floor((overMs * part.count) / total),
  };
}
