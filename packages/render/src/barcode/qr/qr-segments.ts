import { type BitList, pushBits } from "../bit-list.ts";
import { cheapestSpelling } from "../cheapest-spelling.ts";
import type { QrVersion } from "./qr-versions.ts";

/** ISO/IEC 18004:2015, 7.4.5, table 5. */
const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

const NUMERIC_MODE = 0;
const ALPHANUMERIC_MODE = 1;
const BYTE_MODE = 2;

/** Indicators and widths of the character count for versions 1–9, 10–26 and 27–40: ISO/IEC 18004:2015, 7.4.1, tables 2 and 3. */
const MODES = [
  { indicator: 0b0001, countWidths: [10, 12, 14] },
  { indicator: 0b0010, countWidths: [9, 11, 13] },
  { indicator: 0b0100, countWidths: [8, 16, 16] },
] as const;

/** Bits of 1, 2 and 3 digits. */
const DIGIT_WIDTHS = [0, 4, 7, 10];

interface Segment {
  readonly mode: number;
  readonly bytes: Uint8Array;
}

/** The mode indicators, counts and data of a payload in the fewest bits, for each group of versions that count alike. */
export function spellQr(bytes: Uint8Array, { version }: Pick<QrVersion, "version">): BitList {
  const group = versionGroup(version);
  const bits: BitList = [];
  for (const segment of cheapestSegments(bytes, group)) {
    const { indicator, countWidths } = MODES[segment.mode] ?? MODES[BYTE_MODE];
    pushBits(bits, indicator, 4);
    pushBits(bits, segment.bytes.length, countWidths[group] ?? 0);
    pushSegment(bits, segment);
  }
  return bits;
}

/** 0 to 2: versions of one group spell a payload alike. */
export function versionGroup(version: number): number {
  if (version <= 9) return 0;
  return version <= 26 ? 1 : 2;
}

function cheapestSegments(bytes: Uint8Array, group: number): readonly Segment[] {
  const headers = MODES.map(({ countWidths }) => 4 + (countWidths[group] ?? 0));
  const spelled = cheapestSpelling<null>(
    bytes.length,
    MODES.length,
    headers.map((header, mode) => [mode, header]),
    function* stepsFrom(at, mode) {
      for (const [to, cost] of headers.entries()) if (to !== mode) yield { to, advance: 0, cost, emit: null };
      const step = (advance: number, cost: number) => ({ to: mode, advance, cost, emit: null });
      if (mode === BYTE_MODE) yield step(1, 8);
      if (mode === NUMERIC_MODE) {
        for (let count = 1; count <= 3 && isDigit(bytes[at + count - 1]); count += 1) yield step(count, DIGIT_WIDTHS[count] ?? 0);
      }
      if (mode === ALPHANUMERIC_MODE && alphanumericOf(bytes[at]) >= 0) {
        yield step(1, 6);
        if (alphanumericOf(bytes[at + 1]) >= 0) yield step(2, 11);
      }
    },
  );
  const segments: { mode: number; from: number; to: number }[] = [];
  let at = 0;
  for (const { to: mode, advance } of spelled?.steps ?? []) {
    const last = segments.at(-1);
    if (advance > 0 && last?.mode === mode) last.to += advance;
    else if (advance > 0) segments.push({ mode, from: at, to: at + advance });
    at += advance;
  }
  return segments.map(({ mode, from, to }) => ({ mode, bytes: bytes.subarray(from, to) }));
}

/** ISO/IEC 18004:2015, 7.4.4 to 7.4.6: digits in threes, characters of the alphanumeric set in pairs, bytes as they are. */
function pushSegment(bits: BitList, { mode, bytes }: Segment): void {
  const size = [3, 2, 1][mode] ?? 1;
  for (let at = 0; at < bytes.length; at += size) {
    const group = bytes.subarray(at, at + size);
    if (mode === BYTE_MODE) pushBits(bits, group[0] ?? 0, 8);
    else if (mode === NUMERIC_MODE) pushBits(bits, Number(String.fromCharCode(...group)), DIGIT_WIDTHS[group.length] ?? 0);
    else
      pushBits(
        bits,
        Array.from(group, alphanumericOf).reduce((sum, value) => sum * 45 + value, 0),
        group.length === 2 ? 11 : 6,
      );
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function alphanumericOf(byte: number | undefined): number {
  return byte === undefined ? -1 : ALPHANUMERIC.indexOf(String.fromCharCode(byte));
}
