import { FACE, GENERIC, THUMBNAIL } from "../../metrics.ts";
import { drawBarcode } from "../barcode-box.ts";
import type { FacePainter } from "../face.ts";
import { coverNode } from "../face-picture.ts";
import { drawRow } from "../field-row.ts";
import { drawHeader } from "../header.ts";
import { thumbnailBox } from "./thumbnail-box.ts";

/** Header, one large field beside a picture, two rows, the code. */
export const paintGeneric: FacePainter = (canvas, face) => {
  const { pictures, header, logoText, primary, secondary, auxiliary } = face;
  drawHeader(canvas, { logo: pictures.logo, logoText, fields: header });
  const width = canvas.width - 2 * FACE.inset;
  const beside = pictures.thumbnail === null ? null : thumbnailBox(pictures.thumbnail, canvas.width, THUMBNAIL.genericTop);
  const primaryWidth = beside === null ? width : beside.x - THUMBNAIL.gap - FACE.inset;
  drawRow(canvas, primary, { x: FACE.inset, width: primaryWidth, metrics: GENERIC.primary });
  if (beside !== null && pictures.thumbnail !== null) canvas.nodes.push(coverNode(pictures.thumbnail, beside, "thumbnail"));
  drawRow(canvas, secondary, { x: FACE.inset, width, metrics: GENERIC.secondary });
  drawRow(canvas, auxiliary, { x: FACE.inset, width, metrics: GENERIC.auxiliary });
  drawBarcode(canvas, face.barcodes, face.over);
};
