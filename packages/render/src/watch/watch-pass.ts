import type { JsonObject, PassPackage, PassStyle } from "@passwright/pass";
import { type ChosenBarcode, chooseBarcode } from "../barcode/choose-barcode.ts";
import { encodeBarcode } from "../barcode/encode-barcode.ts";
import type { BarsSymbol, MatrixSymbol } from "../barcode/barcode-symbol.ts";
import type { DrawOptions } from "../draw-options.ts";
import { type Canvas, inPass } from "../layout/canvas.ts";
import { readFaceColours } from "../layout/face-colours.ts";
import { readLine } from "../layout/face-fields.ts";
import { type Face, NO_PICTURES } from "../layout/face.ts";
import { findImage, type PictureSource, readFacePicture, readPixels } from "../layout/face-picture.ts";
import { openReading } from "../layout/open-reading.ts";
import { readEnd } from "../layout/prepare-face.ts";
import { readFace } from "../layout/read-face.ts";
import { averageColour } from "../picture/picture-colour.ts";
import type { Picture } from "../picture/picture.ts";
import { PixelBudget } from "../picture/pixel-budget.ts";

/** A pass read for a watch, and an empty canvas of the width of its screen. */
export interface WatchPass {
  readonly face: Face;
  readonly canvas: Canvas;
  /** Behind an event ticket. */
  readonly background: Picture | null;
  readonly barcode: WatchBarcode | null;
  readonly language: string;
  readonly name: string;
  readonly findings: Awaited<ReturnType<typeof openReading>>["findings"];
}

/** A code that a watch can draw. */
export interface WatchBarcode {
  readonly symbol: MatrixSymbol | BarsSymbol;
}

/** How the pictures of a style are called that a watch draws; there is no thumbnail on it. */
function imagesOf(style: PassStyle, layout: "carousel" | "scroll"): readonly ("logo" | "strip" | "footer" | "primaryLogo")[] {
  if (style === "posterGeneric") return ["primaryLogo"];
  if (style === "boardingPass") return layout === "scroll" ? ["logo", "footer"] : ["logo"];
  // The long pass of the old layout shows no strip.
  return layout === "carousel" && (style === "coupon" || style === "storeCard") ? ["logo", "strip"] : ["logo"];
}

/** Reads all that a drawing for a watch needs. */
export async function readWatchPass(
  pass: PassPackage,
  style: PassStyle,
  width: number,
  options: DrawOptions & { readonly layout: "carousel" | "scroll"; readonly osVersion?: number },
): Promise<WatchPass> {
  const { findings, report, type, localizer, language, translate, format } = await openReading(pass, options);
  const { data, files } = pass;
  const source: PictureSource = { files, localizer, scale: options.scale ?? 2, report, budget: new PixelBudget() };
  const names = imagesOf(style, options.layout);
  const [read, background] = await Promise.all([
    Promise.all(names.map(async (name) => [name, await readFacePicture(name, source)] as const)),
    style === "eventTicket" ? readBackground(source) : null,
  ]);
  const found = { ...NO_PICTURES, ...Object.fromEntries(read) };
  const pictures = { ...found, logo: found.logo ?? found.primaryLogo };
  const face = readFace(data, style, pictures, { format, translate, report }, readEnd(data, language, options));
  const behind = background === null ? null : { ...averageColour(background), a: 1 };
  const canvas: Canvas = {
    width,
    colours: readFaceColours(data, behind, report),
    type,
    report,
    nodes: [],
    lines: [],
    toCapitals: (text) => text.toLocaleUpperCase(language),
  };
  const { organizationName } = data;
  const name = typeof organizationName === "string" ? readLine(translate(organizationName), ["organizationName"], { report }) : "";
  return { face, canvas, background, barcode: readBarcode(data, options.osVersion, report), language, name, findings };
}

/** The picture behind an event ticket; a strip excludes it, as on a phone. */
async function readBackground(source: PictureSource): Promise<Picture | null> {
  const found = findImage("strip", source) === null ? findImage("background", source) : null;
  return found === null ? null : readPixels(found, source);
}

/**
 * The first code that a watch can draw and that can be encoded. What stands before it and cannot be encoded is reported, and so is a pass
 * whose codes are all of kinds that a watch does not draw.
 */
function readBarcode(data: JsonObject, osVersion: number | undefined, report: Canvas["report"]): WatchBarcode | null {
  const listed = Array.isArray(data["barcodes"]) ? data["barcodes"] : [];
  const device = osVersion === undefined ? ({ device: "watch" } as const) : ({ device: "watch", osVersion } as const);
  let skipped = 0;
  let chosen = chooseBarcode(data, device);
  while (chosen !== null) {
    const { path } = chosen;
    const at = path[0] === "barcodes" ? ["barcodes", skipped + Number(path[1])] : path;
    const symbol = encodeBarcode(chosen);
    if (symbol.kind !== "unfit") return { symbol };
    report({ rule: "barcode-unfit", where: inPass(at), params: { reason: symbol.reason.code } });
    if (at[0] !== "barcodes") return null;
    skipped = Number(at[1]) + 1;
    chosen = chooseBarcode({ barcodes: listed.slice(skipped), barcode: data["barcode"] }, device);
  }
  const onPhone: ChosenBarcode | null = skipped === 0 ? chooseBarcode(data, { device: "phone" }) : null;
  if (onPhone !== null) report({ rule: "barcode-not-on-watch", where: inPass(onPhone.path), params: { formats: onPhone.format } });
  return null;
}
