import type { PassPackage } from "@passwright/pass";
import { encodePng } from "../../../src/picture/encode-png.ts";
import { createPicture } from "../../../src/picture/picture.ts";
import { passOf } from "../../support/face.ts";

/** A picture of colours that run into one another, its upper half half transparent. */
export function logo(width = 60, height = 40): Uint8Array {
  const picture = createPicture(width, height);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      picture.rgba.set([(x * 255) / width, (y * 255) / height, 90, y * 2 < height ? 128 : 255], at);
    }
  }
  return encodePng(picture);
}

/** A ticket with all that a PDF shows. */
export function ticket(more: object = {}, fields: object = {}): PassPackage {
  const data = {
    organizationName: "Théâtre Acme",
    description: "Opening night",
    logoText: "Acme Arts",
    backgroundColor: "rgb(30, 60, 120)",
    foregroundColor: "rgb(255, 255, 255)",
    labelColor: "rgb(200, 220, 255)",
    barcodes: [{ format: "PKBarcodeFormatQR", message: "TICKET-1", messageEncoding: "iso-8859-1", altText: "3F25 04E0" }],
    eventTicket: {
      headerFields: [{ key: "gate", label: "Gate", value: "B7" }],
      primaryFields: [{ key: "event", label: "Event", value: "Opening night, an office affair" }],
      secondaryFields: [
        { key: "place", label: "Place", value: "Große Bühne" },
        { key: "seat", label: "Seat", value: "12A" },
      ],
      backFields: [
        { key: "terms", label: "Terms", value: "Write to info@example.com or see https://example.com/terms?x=1." },
        { key: "more", label: "More", value: "x", attributedValue: 'Read <a href="https://example.org/a b">this</a> first.' },
      ],
      ...fields,
    },
    ...more,
  };
  return passOf(data, { "logo@3x.png": logo(), "icon.png": logo(29, 29) });
}
