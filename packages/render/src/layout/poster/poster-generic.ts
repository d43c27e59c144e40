import { POSTER } from "../../metrics.ts";
import { drawBarcode } from "../barcode-box.ts";
import type { FacePainter } from "../face.ts";
import { readAloud } from "../field-row.ts";
import { writeLine } from "./line.ts";
import { drawPosterGround, drawPrimaryLogo } from "./poster-ground.ts";

/**
 * The poster generic pass: artwork, the code on a panel over it, up to four fields below.
 * Drawn after Apple's description; no picture of a phone was at hand to measure.
 */
export const paintPosterGeneric: FacePainter = (canvas, face) => {
  const { header, primary, footer, pictures } = face;
  const { inset, labelSize, valueSize, titleSize, headerSize, smallSize } = POSTER;
  const { foreground, label } = canvas.colours;
  drawPosterGround(canvas, pictures, true, null);
  const logoEnd = drawPrimaryLogo(canvas, pictures.primaryLogo);
  const right = canvas.width - inset;
  const [field] = header;
  if (field !== undefined) {
    const place = { x: right, width: right - logoEnd, from: "right" } as const;
    writeLine(canvas, canvas.toCapitals(field.label), { ...place, y: 24, size: labelSize, weight: "semibold", colour: label });
    writeLine(canvas, field.value, { ...place, y: 42, size: headerSize, weight: "regular", colour: foreground });
    canvas.lines.push(readAloud(field));
  }
  drawBarcode(canvas, face.barcodes, face.over, POSTER.codeBottom);
  const whole = canvas.width - 2 * inset;
  const column = whole / Math.max(1, primary.length);
  for (const [index, each] of primary.entries()) {
    // The first one without a label is the title.
    const isTitle = index === 0 && each.label === "";
    const place = { x: inset + index * column, width: column - 8, from: "left", colour: foreground } as const;
    writeLine(canvas, canvas.toCapitals(each.label), {
      ...place,
      y: POSTER.primaryLabel,
      size: labelSize,
      weight: "semibold",
      colour: label,
    });
    writeLine(canvas, each.value, {
      ...place,
      y: POSTER.primaryValue,
      size: isTitle ? titleSize : valueSize,
      weight: isTitle ? "semibold" : "regular",
    });
    canvas.lines.push(readAloud(each));
  }
  const [last] = footer;
  if (last === undefined) return;
  const text = canvas.toCapitals(readAloud(last));
  writeLine(canvas, text, {
    x: inset,
    y: POSTER.footer,
    size: smallSize,
    weight: "semibold",
    colour: foreground,
    width: whole,
    from: "left",
  });
  canvas.lines.push(readAloud(last));
};
