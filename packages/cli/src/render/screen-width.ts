import type { ScreenWidth } from "@passwright/render";
import { UsageError } from "../exit-code.ts";

/** A phone for each width of screen that Wallet is seen at, points. */
export const PHONES = {
  "iphone-13-mini": 375,
  "iphone-14": 390,
  "iphone-15": 393,
  "iphone-16-pro": 402,
  "iphone-15-plus": 430,
  "iphone-16-pro-max": 440,
} as const satisfies Readonly<Record<string, ScreenWidth>>;

/** `--width 402` or `--width iphone-16-pro`. */
export function parseScreenWidth(text: string): ScreenWidth {
  const found = Object.entries(PHONES).find(([name, width]) => name === text.toLowerCase() || String(width) === text);
  if (found !== undefined) return found[1];
  const known = Object.entries(PHONES).map(([name, width]) => `${width} (${name})`);
  throw new UsageError(`--width: "${text}" is no phone's width`, `There are ${known.join(", ")}.`);
}
