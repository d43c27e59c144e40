import { isJsonArray, isJsonObject, isPassStyle, type JsonObject, type PassStyle, STYLES } from "@passwright/pass";
import type { FaceBarcode } from "./barcode-box.ts";
import { type FieldReader, readFields, readLine } from "./face-fields.ts";
import type { Face, FacePictures } from "./face.ts";

/** The style to draw: the newer one where a pass has two and it is wanted. Null when the pass has none. */
export function chooseStyle(pass: JsonObject, look: "newest" | "classic"): PassStyle | null {
  const styles = Object.keys(pass)
    .filter(isPassStyle)
    .filter((style) => isJsonObject(pass[style]));
  const classic = styles.find((style) => style !== "posterGeneric");
  const poster = styles.find((style) => style === "posterGeneric");
  return (look === "classic" ? (classic ?? poster) : (poster ?? classic)) ?? null;
}

/** Reads what a pass shows in a style. */
export function readFace(
  pass: JsonObject,
  style: PassStyle,
  pictures: FacePictures,
  reader: FieldReader,
  over: string | null,
): Face {
  const { shown } = STYLES[style];
  const read = (section: "headerFields" | "primaryFields" | "secondaryFields" | "auxiliaryFields" | "footerFields") =>
    readFields(pass, style, section, shown[section] ?? Number.POSITIVE_INFINITY, reader);
  const dictionary = pass[style];
  const transitType = isJsonObject(dictionary) ? dictionary["transitType"] : undefined;
  const { logoText } = pass;
  return {
    pass,
    style,
    pictures,
    over,
    format: reader.format,
    logoText: typeof logoText === "string" ? readLine(reader.translate(logoText), ["logoText"], reader) : "",
    header: read("headerFields"),
    primary: read("primaryFields"),
    secondary: read("secondaryFields"),
    auxiliary: read("auxiliaryFields"),
    footer: read("footerFields"),
    transitType: typeof transitType === "string" ? transitType : "",
    barcodes: readBarcodes(pass, reader),
  };
}

/** Wallet draws the first barcode that it can; what stands behind so many is never reached. */
const MAX_BARCODES = 20;

/** Those in `barcodes` (also when it is one object, a mistake of Apple's samples), then `barcode`. */
function readBarcodes(pass: JsonObject, reader: FieldReader): FaceBarcode[] {
  const { barcodes, barcode } = pass;
  const listed = isJsonArray(barcodes) ? barcodes.slice(0, MAX_BARCODES) : [];
  const entries = listed.map((item, index) => ({ item, path: ["barcodes", index] as readonly (string | number)[] }));
  if (isJsonObject(barcodes)) entries.push({ item: barcodes, path: ["barcodes"] });
  entries.push({ item: barcode ?? null, path: ["barcode"] });
  return entries.flatMap(({ item, path }) => {
    if (!isJsonObject(item)) return [];
    const { format, message, messageEncoding, altText } = item;
    if (typeof format !== "string" || typeof message !== "string") return [];
    return {
      path,
      format,
      message,
      messageEncoding: typeof messageEncoding === "string" ? messageEncoding : "iso-8859-1",
      altText: typeof altText === "string" ? readLine(reader.translate(altText), [...path, "altText"], reader) : "",
    };
  });
}
