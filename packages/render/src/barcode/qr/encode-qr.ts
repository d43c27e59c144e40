import { type MatrixSymbol, type UnfitSymbol, unfit } from "../barcode-symbol.ts";
import { applyMask, maskPenalty, QR_MASKS } from "./qr-mask.ts";
import { toQrCodewords } from "./qr-codewords.ts";
import { drawCodewords, drawFixedPatterns, drawFormat } from "./qr-drawing.ts";
import { spellQr, versionGroup } from "./qr-segments.ts";
import { MAX_QR_VERSION, type QrVersion, qrVersion } from "./qr-versions.ts";

/** Capacity of version 40 at level M in bytes and in digits: ISO/IEC 18004:2015, 7.4.10, table 7. */
const MAX_BYTES = 2331;
const MAX_DIGITS = 5596;

/**
 * QR at level M in the smallest version that holds the bytes, without an ECI: so iOS draws all of the 27 codes that were read
 * from screenshots of it.
 *
 * @param mask 0 to 7; without it the one with the fewest penalty points
 */
export function encodeQr(bytes: Uint8Array, mask?: number): MatrixSymbol | UnfitSymbol {
  const limit = bytes.every((byte) => byte >= 0x30 && byte <= 0x39) ? MAX_DIGITS : MAX_BYTES;
  // More than the digits that fit is too much in any mode, which is known without a search.
  const spelled = bytes.length > MAX_DIGITS ? null : smallestVersion(bytes);
  if (spelled === null) return unfit({ code: "too-long", length: bytes.length, limit });

  const { version, bits } = spelled;
  const drawing = drawFixedPatterns(version);
  const { grid, reserved } = drawing;
  drawCodewords(drawing, toQrCodewords(bits, version));
  const chosen = mask ?? bestMask();
  applyMask(grid, reserved, chosen);
  drawFormat(drawing, chosen);
  return { kind: "matrix", ...grid, rowHeight: 1 };

  function bestMask(): number {
    const penalties = Array.from({ length: QR_MASKS }, (_, candidate) => {
      applyMask(grid, reserved, candidate);
      drawFormat(drawing, candidate);
      const penalty = maskPenalty(grid);
      applyMask(grid, reserved, candidate);
      return penalty;
    });
    return penalties.indexOf(Math.min(...penalties));
  }
}

function smallestVersion(bytes: Uint8Array): { readonly version: QrVersion; readonly bits: readonly number[] } | null {
  let bits: readonly number[] = [];
  for (let number = 1; number <= MAX_QR_VERSION; number += 1) {
    const version = qrVersion(number);
    if (number === 1 || versionGroup(number) !== versionGroup(number - 1)) bits = spellQr(bytes, version);
    if (bits.length <= version.dataCodewords * 8) return { version, bits };
  }
  return null;
}
