import { expect, test } from "vitest";
import { encodeBarcode } from "../../src/barcode/encode-barcode.ts";
import { watchCode } from "../../src/watch/watch-code.ts";

const ROOM = { middle: 100, y: 10, width: 170, height: 230 };

function boxesOf(data: string): { x: number; y: number; width: number; height: number }[] {
  return data
    .split("Z")
    .slice(0, -1)
    .map((part) => part.match(/-?[\d.]+/gu)!.map(Number))
    .map((at) => ({ x: at[0]!, y: at[1]!, width: at[2]! - at[0]!, height: at[5]! - at[1]! }));
}

test("a wide code is turned clockwise: what was left is at the top, what was at the top is right", () => {
  const symbol = { kind: "matrix", width: 4, height: 2, modules: Uint8Array.of(1, 1, 0, 1, 0, 0, 1, 0), rowHeight: 1 } as const;
  const { nodes } = watchCode(symbol, ROOM, false);
  const [, path] = nodes;
  const boxes = boxesOf(path?.kind === "path" ? path.data : "");
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const module = boxes[0]!.height;
  expect(boxes.map(({ x, y, width }) => [(x - left) / module, (y - top) / module, width / module])).toEqual([
    [1, 0, 1],
    [1, 1, 1],
    [0, 2, 1],
    [1, 3, 1],
  ]);
});

test.each([
  ["PKBarcodeFormatQR", "x".repeat(2000)],
  ["PKBarcodeFormatAztec", "x".repeat(1500)],
  ["PKBarcodeFormatPDF417", "x".repeat(800)],
  ["PKBarcodeFormatCode39", "1234567890123456789012345678901234567890"],
  ["PKBarcodeFormatEAN13", "4006381333931"],
])("a long message of %s stays within its room", (format, message) => {
  const symbol = encodeBarcode({ format, message, messageEncoding: "iso-8859-1" });
  if (symbol.kind === "unfit") throw new Error(symbol.reason.code);
  const { nodes, height } = watchCode(symbol, ROOM, false);
  const [box, path] = nodes;
  if (box?.kind !== "rect" || path?.kind !== "path") throw new Error("not drawn");
  expect(height).toBeLessThanOrEqual(ROOM.height + 1e-6);
  expect(box.width).toBeLessThanOrEqual(ROOM.width + 1e-6);
  expect(box.x + box.width / 2).toBeCloseTo(ROOM.middle);
  for (const { x, y, width, height: own } of boxesOf(path.data)) {
    expect(x > box.x && y > box.y && x + width < box.x + box.width && y + own < box.y + box.height).toBe(true);
  }
});
