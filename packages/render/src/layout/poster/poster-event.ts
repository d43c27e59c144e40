import { parseColour } from "@passwright/pass";
import { POSTER } from "../../metrics.ts";
import { readLine } from "../face-fields.ts";
import { drawEndBox } from "../end-marks.ts";
import type { FacePainter } from "../face.ts";
import { containIn, pictureNode } from "../face-picture.ts";
import { writeLine } from "./line.ts";
import { drawPosterGround, drawPrimaryLogo } from "./poster-ground.ts";
import { seatFacts, semanticsOf, textTag } from "./event-values.ts";

/**
 * The poster event ticket: artwork, name and date above, seat and venue below, no code (the pass is held to a reader).
 * Drawn after Apple's description; no picture of a phone was at hand to measure.
 */
export const paintPosterEvent: FacePainter = (canvas, face) => {
  const { pass, pictures, format } = face;
  const semantics = semanticsOf(pass);
  const footerColour = typeof pass["footerBackgroundColor"] === "string" ? parseColour(pass["footerBackgroundColor"]) : null;
  const footer = footerColour === null ? null : { r: footerColour.r, g: footerColour.g, b: footerColour.b, a: 1 };
  drawPosterGround(canvas, pictures, pass["suppressHeaderDarkening"] !== true, footer);
  const { inset, headerSize, titleSize, labelSize, valueSize, smallSize } = POSTER;
  const { foreground, label } = canvas.colours;
  const tidy = (text: string): string => readLine(text, ["semantics"], canvas);
  const right = canvas.width - inset;
  const half = canvas.width / 2 - inset;
  const logoEnd = drawPrimaryLogo(canvas, pictures.primaryLogo);
  const logoText = typeof pass["eventLogoText"] === "string" ? tidy(pass["eventLogoText"]) : "";
  if (pictures.primaryLogo === null) {
    writeLine(canvas, logoText, {
      x: logoEnd,
      y: 34,
      size: headerSize,
      weight: "semibold",
      colour: foreground,
      width: half,
      from: "left",
    });
  }
  const start = textTag(semantics, "eventStartDate");
  const [date, time] = [
    format({ key: "date", value: start, dateStyle: "PKDateStyleMedium" }),
    format({ key: "time", value: start, timeStyle: "PKDateStyleShort" }),
  ].map(tidy) as [string, string];
  if (start !== "") {
    writeLine(canvas, date, {
      x: right,
      y: 28,
      size: smallSize,
      weight: "semibold",
      colour: foreground,
      width: half,
      from: "right",
    });
    writeLine(canvas, time, {
      x: right,
      y: 43,
      size: smallSize,
      weight: "regular",
      colour: foreground,
      width: half,
      from: "right",
    });
  }
  const name = tidy(textTag(semantics, "eventName"));
  const whole = canvas.width - 2 * inset;
  writeLine(canvas, name, {
    x: inset,
    y: POSTER.seatLabel - 24,
    size: titleSize,
    weight: "semibold",
    colour: foreground,
    width: whole,
    from: "left",
  });
  canvas.lines.push(...[logoText, name, start === "" ? "" : `${date}, ${time}`].filter((line) => line !== ""));
  const seats = seatFacts(semantics).map((fact) => ({ label: fact.label, value: tidy(fact.value) }));
  const column = whole / Math.max(1, seats.length);
  for (const [index, seat] of seats.entries()) {
    const x = inset + index * column;
    const place = { x, width: column - 8, from: "left" } as const;
    writeLine(canvas, canvas.toCapitals(seat.label), {
      ...place,
      y: POSTER.seatLabel,
      size: labelSize,
      weight: "semibold",
      colour: label,
    });
    writeLine(canvas, seat.value, { ...place, y: POSTER.seatValue, size: valueSize, weight: "regular", colour: foreground });
    canvas.lines.push(`${seat.label}: ${seat.value}`);
  }
  const { secondaryLogo } = pictures;
  const venue = [tidy(textTag(semantics, "venueName")), tidy(textTag(semantics, "venueRegionName"))] as const;
  const venueWidth = secondaryLogo === null ? whole : half;
  writeLine(canvas, venue[0], {
    x: inset,
    y: POSTER.venue,
    size: headerSize,
    weight: "semibold",
    colour: foreground,
    width: venueWidth,
    from: "left",
  });
  writeLine(canvas, venue[1], {
    x: inset,
    y: POSTER.region,
    size: smallSize,
    weight: "regular",
    colour: foreground,
    width: venueWidth,
    from: "left",
  });
  canvas.lines.push(...venue.filter((line) => line !== ""));
  if (face.over !== null) drawEndBox(canvas, face.over, POSTER.endBottom);
  if (secondaryLogo !== null) {
    const box = containIn(secondaryLogo, POSTER.secondaryLogoMaxWidth, POSTER.secondaryLogoHeight);
    canvas.nodes.push(pictureNode(secondaryLogo, { x: right - box.width, y: POSTER.region - box.height, ...box }, "logo"));
  }
};
