/**
 * What an Apple Wallet pass looks like, as a scene of plain shapes, and as SVG.
 *
 * @module
 */
export { RENDER_ERRORS, RenderError, type RenderErrorCode } from "./errors.ts";

// drawing
export { type DrawOptions, FACE_WIDTHS, type ScreenWidth } from "./draw-options.ts";
export { describeDrawFinding, DRAW_FINDINGS, type DrawFinding, type DrawFindingRule } from "./findings.ts";
export { drawFront, type Drawing } from "./layout/draw-front.ts";

// back, watch, notices
export { type BackOptions, drawBack } from "./back/draw-back.ts";
export type { ColourScheme } from "./back/back-metrics.ts";
export { BACK_WORDS, type BackWords } from "./back/back-words.ts";
export { drawNotice, type NoticeContent, type NoticeOptions } from "./notice/draw-notice.ts";
export { drawWatch, type WatchOptions } from "./watch/draw-watch.ts";
export { WATCH_SCREENS, type WatchSize } from "./watch/watch-metrics.ts";

// scene
export { LINK_SCHEMES } from "./scene/scene.ts";
export type {
  Scene,
  SceneAccess,
  SceneClip,
  SceneColour,
  SceneGlyph,
  SceneGlyphRun,
  SceneGradient,
  SceneGroup,
  SceneImage,
  SceneLink,
  SceneNode,
  ScenePaint,
  ScenePath,
  SceneRect,
} from "./scene/scene.ts";

// text
export type { EmojiSource } from "./text/emoji/emoji-art.ts";
export type { FontFace, GlyphOutline } from "./text/font-face.ts";
export type { SceneFontPack } from "./text/font-pack.ts";
export { weightOfFontName } from "./text/weight-of-font-name.ts";

export { describe, type FaceDescription } from "./layout/describe.ts";
export type { EndWords } from "./layout/end-words.ts";
export { drawStackHeader } from "./layout/draw-stack-header.ts";

// codes
export { type BarcodeContent, encodeBarcode } from "./barcode/encode-barcode.ts";
export type { BarsSymbol, EncodedSymbol, MatrixSymbol, UnfitSymbol } from "./barcode/barcode-symbol.ts";
export type { BarcodeUnfit } from "./barcode/barcode-unfit.ts";

// outputs
export { type SvgOptions, toSvg } from "./svg/to-svg.ts";
export { type PngOptions, toPng } from "./png/to-png.ts";
export type { PaperName, PdfOptions } from "./pdf/pdf-options.ts";
export { toPdf } from "./pdf/to-pdf.ts";

// pictures
export { decodePicture } from "./picture/decode-picture.ts";
export type { Picture, PictureResult } from "./picture/picture.ts";
