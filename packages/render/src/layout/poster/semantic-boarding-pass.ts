import { isJsonArray } from "@passwright/pass";
import { FACE, SEMANTIC_BOARDING as M } from "../../metrics.ts";
import { drawBarcode } from "../barcode-box.ts";
import type { FacePainter } from "../face.ts";
import { readLine } from "../face-fields.ts";
import { roundedBox } from "../geometry.ts";
import { GENERIC_TRANSIT, movePath, TRANSIT_ICONS } from "../transit-icons.ts";
import { personName, semanticsOf, textTag } from "./event-values.ts";
import { writeLine } from "./line.ts";
import { drawPrimaryLogo } from "./poster-ground.ts";

/**
 * The airline boarding pass that is drawn from semantic tags instead of fields.
 * Drawn after Apple's description; no picture of a phone was at hand to measure.
 */
export const paintSemanticBoardingPass: FacePainter = (canvas, face) => {
  const { pass, pictures, format } = face;
  const semantics = semanticsOf(pass);
  const { foreground, label } = canvas.colours;
  const { inset } = FACE;
  const right = canvas.width - inset;
  const half = canvas.width / 2 - inset - 24;
  const tag = (key: string): string => readLine(textTag(semantics, key), ["semantics", key], canvas);
  const zones = { departure: tag("departureLocationTimeZone"), destination: tag("destinationLocationTimeZone") };
  // Times are those of the airport's clocks.
  const time = (key: string, style: "dateStyle" | "timeStyle", place: keyof typeof zones = "departure"): string => {
    const field = { key, value: tag(key), [style]: style === "dateStyle" ? "PKDateStyleMedium" : "PKDateStyleShort" };
    return tag(key) === "" ? "" : format(field, zones[place] === "" ? undefined : zones[place]);
  };
  const current = (name: string): string => (tag(`current${name}Date`) === "" ? `original${name}Date` : `current${name}Date`);
  const number = semantics["flightNumber"];
  const flight = tag("flightCode") || `${tag("airlineCode")}${typeof number === "number" ? String(number) : tag("flightNumber")}`;
  const day = time(current("Departure"), "dateStyle");
  const logoEnd = drawPrimaryLogo(canvas, pictures.primaryLogo ?? pictures.logo);
  const header = { x: right, width: right - logoEnd, from: "right" } as const;
  writeLine(canvas, flight, { ...header, y: 28, size: 16, weight: "semibold", colour: foreground });
  writeLine(canvas, day, { ...header, y: 45, size: 12, weight: "regular", colour: foreground });
  canvas.lines.push(...[flight, day].filter((line) => line !== ""));
  for (const [from, side, x] of [
    ["departure", "left", inset],
    ["destination", "right", right],
  ] as const) {
    const city = tag(`${from}CityName`);
    const code = tag(`${from}AirportCode`);
    const at = time(current(from === "departure" ? "Departure" : "Arrival"), "timeStyle", from);
    const place = { x, width: half, from: side } as const;
    writeLine(canvas, city, { ...place, y: M.cityBaseline, size: 13, weight: "semibold", colour: label });
    writeLine(canvas, code, { ...place, y: M.codeBaseline, size: M.codeSize, weight: "light", colour: foreground });
    writeLine(canvas, at, { ...place, y: M.timeBaseline, size: 14, weight: "regular", colour: foreground });
    canvas.lines.push([city, code, at].filter((part) => part !== "").join(", "));
  }
  const icon = TRANSIT_ICONS["PKTransitTypeAir"] ?? GENERIC_TRANSIT;
  const data = movePath(icon.data, (canvas.width - icon.width) / 2, M.iconTop);
  canvas.nodes.push({ kind: "path", data, fill: label, stroke: null, role: "presentation" });

  const { seats } = semantics;
  const seat = isJsonArray(seats) ? seatNumber(seats[0]) : "";
  const facts = (
    [
      ["Boarding", time(current("Boarding"), "timeStyle")],
      ["Terminal", tag("departureTerminal")],
      ["Gate", tag("departureGate")],
      ["Group", tag("boardingGroup") || tag("boardingZone")],
      ["Seat", readLine(seat, ["semantics", "seats"], canvas)],
    ] as const
  ).filter(([, value]) => value !== "");
  const column = (canvas.width - 2 * inset) / Math.max(1, facts.length);
  for (const [index, [name, value]] of facts.entries()) {
    const place = { x: inset + index * column, width: column - 6, from: "left" } as const;
    writeLine(canvas, canvas.toCapitals(name), { ...place, y: M.boardingLabel, size: 11, weight: "semibold", colour: label });
    writeLine(canvas, value, {
      ...place,
      y: M.boardingValue,
      size: index === 0 ? M.boardingSize : 18,
      weight: "regular",
      colour: foreground,
    });
    canvas.lines.push(`${name}: ${value}`);
  }
  const passenger = readLine(personName(semantics["passengerName"]), ["semantics", "passengerName"], canvas);
  const row = { x: inset, width: canvas.width - 2 * inset, from: "left" } as const;
  if (passenger !== "") {
    writeLine(canvas, canvas.toCapitals("Passenger"), { ...row, y: M.passengerLabel, size: 11, weight: "semibold", colour: label });
    writeLine(canvas, passenger, { ...row, y: M.passengerValue, size: 18, weight: "regular", colour: foreground });
    canvas.lines.push(`Passenger: ${passenger}`);
  }
  let x = inset;
  for (const badge of [tag("ticketFareClass"), tag("priorityStatus"), tag("membershipProgramStatus")]) {
    if (badge === "") continue;
    const width = canvas.type.measure(badge, "semibold", M.badgeSize) + 14;
    if (x + width > right) break;
    canvas.nodes.push({
      kind: "path",
      data: roundedBox(x, M.badgeTop, width, M.badgeHeight, 5),
      fill: { ...label, a: 0.18 },
      stroke: null,
    });
    writeLine(canvas, badge, {
      x: x + 7,
      y: M.badgeTop + 14,
      size: M.badgeSize,
      weight: "semibold",
      colour: foreground,
      width,
      from: "left",
    });
    canvas.lines.push(badge);
    x += width + M.badgeGap;
  }
  drawBarcode(canvas, face.barcodes, face.over);
};

function seatNumber(seat: unknown): string {
  if (typeof seat !== "object" || seat === null) return "";
  const { seatNumber: number, seatRow: row }: Readonly<Record<string, unknown>> = { ...seat };
  return `${typeof row === "string" ? row : ""}${typeof number === "string" ? number : ""}`;
}
