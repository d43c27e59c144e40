import { arc, num, roundedBox, seg } from "./geometry.ts";

/** A drawing in a box of its own, points; filled by the nonzero rule. */
export interface Icon {
  readonly width: number;
  readonly height: number;
  readonly data: string;
}

/**
 * The five ways of travelling, drawn by ourselves. Their boxes are those that Wallet's have (measured).
 */
export const TRANSIT_ICONS: Readonly<Record<string, Icon>> = {
  PKTransitTypeAir: { width: 37.5, height: 33.9, data: plane() },
  PKTransitTypeTrain: { width: 28, height: 41.2, data: train() },
  PKTransitTypeBus: { width: 36.3, height: 38.4, data: bus() },
  PKTransitTypeBoat: { width: 35.1, height: 41.2, data: boat() },
  PKTransitTypeGeneric: { width: 35.7, height: 30.5, data: arrow() },
};

/** Any icon for a transit type that is not known. */
export const GENERIC_TRANSIT: Icon = { width: 35.7, height: 30.5, data: arrow() };

/** An aeroplane from above, its nose to the right. */
function plane(): string {
  const half = (flip: 1 | -1): string => {
    const y = (offset: number): number => 16.95 + flip * offset;
    return (
      seg("M", 37.5, 16.95) +
      seg("C", 37.5, y(2.2), 35.2, y(3.3), 31.6, y(3.3)) +
      seg("L", 23.9, y(3.3)) +
      seg("L", 12.4, y(16.3)) +
      seg("Q", 11.9, y(16.95), 11, y(16.95)) +
      seg("L", 8.6, y(16.95)) +
      seg("L", 13.8, y(3.2)) +
      seg("L", 6, y(2.5)) +
      seg("L", 2.6, y(8)) +
      seg("Q", 2.2, y(8.6), 1.5, y(8.6)) +
      seg("L", 0, y(8.6)) +
      seg("L", 0, 16.95) +
      "Z"
    );
  };
  return half(1) + half(-1);
}

/** The front of a train on rails. Windows and lights turn the other way round, which leaves them open. */
function train(): string {
  const rails =
    `${seg("M", 6, 33.4)}${seg("L", 9.6, 33.4)}${seg("L", 3.8, 41.2)}${seg("L", 0, 41.2)}Z` +
    `${seg("M", 18.4, 33.4)}${seg("L", 22, 33.4)}${seg("L", 28, 41.2)}${seg("L", 24.2, 41.2)}Z` +
    `${seg("M", 6, 36.4)}${seg("L", 22, 36.4)}${seg("L", 22, 38.4)}${seg("L", 6, 38.4)}Z`;
  return (
    roundedBox(2, 0, 24, 31.6, 6) + hole(6, 7, 16, 10) + hole(10, 2.6, 8, 2) + ring(8, 24.6, 2.2) + ring(20, 24.6, 2.2) + rails
  );
}

/** The front of a bus. */
function bus(): string {
  return (
    roundedBox(3.6, 0, 29.1, 33.2, 4.5) +
    hole(7.4, 7, 21.5, 13) +
    hole(11.5, 2.6, 13.3, 2.2) +
    ring(9.6, 26.4, 2.3) +
    ring(26.7, 26.4, 2.3) +
    roundedBox(6, 31, 5.4, 7.4, 1.6) +
    roundedBox(24.9, 31, 5.4, 7.4, 1.6) +
    roundedBox(0, 8.5, 2.6, 9, 1.3) +
    roundedBox(33.7, 8.5, 2.6, 9, 1.3)
  );
}

/** A ship from the front, and waves. */
function boat(): string {
  const hull =
    `${seg("M", 17.55, 12)}${seg("L", 33.4, 17.6)}${seg("Q", 34.6, 18.1, 34.2, 19.4)}${seg("L", 29.8, 33)}` +
    `${seg("Q", 26, 34.8, 23.6, 32.6)}${seg("Q", 17.55, 37.4, 11.5, 32.6)}${seg("Q", 9.1, 34.8, 5.3, 33)}` +
    `${seg("L", 0.9, 19.4)}${seg("Q", 0.5, 18.1, 1.7, 17.6)}Z`;
  const waves = [0, 11.7, 23.4].map(
    (x) =>
      `${seg("M", x, 37.6)}${seg("Q", x + 5.85, 42.4, x + 11.7, 37.6)}${seg("L", x + 11.7, 39.6)}${seg("Q", x + 5.85, 43.4, x, 39.6)}Z`,
  );
  return roundedBox(14.4, 0, 6.3, 6, 1) + roundedBox(7, 4.4, 21.1, 9, 2) + hull + waves.join("");
}

/** An arrow to the right. */
function arrow(): string {
  return (
    seg("M", 0, 11) +
    seg("L", 19.6, 11) +
    seg("L", 19.6, 1.6) +
    seg("Q", 19.6, -0.9, 21.6, 0.8) +
    seg("L", 35, 14) +
    seg("Q", 36.2, 15.25, 35, 16.5) +
    seg("L", 21.6, 29.7) +
    seg("Q", 19.6, 31.4, 19.6, 28.9) +
    seg("L", 19.6, 19.5) +
    seg("L", 0, 19.5) +
    "Z"
  );
}

/** A rectangle that is left open in what is around it. */
function hole(x: number, y: number, width: number, height: number): string {
  return `${seg("M", x, y)}${seg("L", x, y + height)}${seg("L", x + width, y + height)}${seg("L", x + width, y)}Z`;
}

/** A circle that is left open. */
function ring(cx: number, cy: number, radius: number): string {
  return `M${num(cx + radius)} ${num(cy)}${arc(cx, cy, radius, 0, -2 * Math.PI)}Z`;
}

/** Moves path data, as the numbers of its commands come in pairs; first made `scale` times as large. */
export function movePath(data: string, dx: number, dy: number, scale = 1): string {
  return data.replaceAll(/([A-Z])([^A-Z]*)/gu, (_, command: string, numbers: string) => {
    if (numbers === "") return command;
    const moved = numbers.split(" ").map((part, index) => num(Number(part) * scale + (index % 2 === 0 ? dx : dy)));
    return command + moved.join(" ");
  });
}
