import bwip from "bwip-js/node";

/** Another encoder's symbol: modules of a matrix row by row, or the widths of bars and spaces. */
export type OtherSymbol = { readonly pixs: readonly number[]; readonly pixx: number } | { readonly sbs: readonly number[] };

/** What bwip-js makes of the bytes of a text; null when it finds no room for them. */
export function bwipSymbol(bcid: string, text: string, options: Readonly<Record<string, unknown>> = {}): OtherSymbol | null {
  try {
    // The export called raw is another function.
    // oxlint-disable-next-line import/no-named-as-default-member
    const [symbol] = bwip.raw({ bcid, text, ...options } as Parameters<typeof bwip.raw>[0]) as readonly OtherSymbol[];
    return symbol ?? null;
  } catch {
    return null;
  }
}

/** Modules of such a symbol; a wide bar as wide as asked for, and no space after the last bar. */
export function bwipModules(symbol: OtherSymbol | null, wide?: number): readonly number[] {
  if (symbol === null) throw new Error("bwip-js has no symbol");
  if ("pixs" in symbol) return symbol.pixs;
  const widths = symbol.sbs.slice(0, symbol.sbs.length - 1 + (symbol.sbs.length % 2));
  return widths.flatMap((width, at) => Array.from({ length: width > 1 ? (wide ?? width) : 1 }, () => 1 - (at % 2)));
}
