import type { JsonObject, PassPackage } from "@passwright/pass";
import { type DrawOptions, FACE_WIDTHS } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import type { Drawing } from "../layout/draw-front.ts";
import { readLine } from "../layout/face-fields.ts";
import { readFacePicture } from "../layout/face-picture.ts";
import { openReading, type Reading } from "../layout/open-reading.ts";
import { readEnd } from "../layout/prepare-face.ts";
import { chooseStyle } from "../layout/read-face.ts";
import { STYLE_NAMES } from "../layout/style-names.ts";
import { PixelBudget } from "../picture/pixel-budget.ts";
import { deepFreeze } from "../scene/freeze-scene.ts";
import type { Scene } from "../scene/scene.ts";
import { readAppLink } from "./app-link.ts";
import { BACK, type ColourScheme, PAGE_COLOURS } from "./back-metrics.ts";
import { BACK_WORDS, type BackWords } from "./back-words.ts";
import { drawBackTitle } from "./draw-back-title.ts";
import { actionRow, drawGroup, fieldRow, type ListPage, type ListRow, switchRow } from "./list-page.ts";
import { readBackFields } from "./read-back-fields.ts";

/** How the back is drawn. */
export interface BackOptions extends DrawOptions {
  /** Of the phone; `light` when absent. The pass's own colours are not used on its back since iOS 15. */
  readonly colourScheme?: ColourScheme;
  /** What the system writes, in the reader's language; English when absent. */
  readonly words?: Partial<BackWords>;
}

/**
 * Draws the back of a pass, its details as Wallet lists them: who issued it, the issuer's app, the switches of a pass that can be updated, the
 * back fields in their order with the links that data detectors find, sharing and removing. As high as its texts make it.
 *
 * Links are regions of the scene whose targets are safe to follow; a target that is not is left out, and a finding names it.
 *
 * @throws {RenderError} `ERR_RENDER_NO_STYLE`, `ERR_RENDER_OPTION`, `ERR_RENDER_FONT_INVALID`; and as `PassPackage.document` does for a
 * pass.json that cannot be read.
 *
 * @example
 * ```ts
 * const { scene, findings } = await drawBack(pass, { locale: "en-GB", colourScheme: "dark" });
 * await writeFile("back.svg", toSvg(scene));
 * ```
 */
export async function drawBack(pass: PassPackage, options: BackOptions = {}): Promise<Drawing> {
  const { data, files } = pass;
  const style = chooseStyle(data, options.look ?? "newest");
  if (style === null) throw new RenderError("ERR_RENDER_NO_STYLE");
  const { screenWidth = 390, colourScheme = "light" } = options;
  if (!Object.hasOwn(FACE_WIDTHS, screenWidth) || !Object.hasOwn(PAGE_COLOURS, colourScheme)) {
    throw new RenderError("ERR_RENDER_OPTION", "There is no such screenWidth or colourScheme.");
  }
  const reading = await openReading(pass, options);
  const { type, report, language, findings, localizer } = reading;
  const [fields, icon] = await Promise.all([
    readBackFields(data, style, reading),
    readFacePicture("icon", { files, localizer, scale: options.scale ?? 3, report, budget: new PixelBudget() }),
  ]);
  const page: ListPage = { width: screenWidth, colours: PAGE_COLOURS[colourScheme], type, nodes: [], lines: [], y: BACK.gap };
  const words = { ...BACK_WORDS, ...options.words };
  const name = readTitle("organizationName", data, reading);
  const description = readTitle("description", data, reading);
  drawBackTitle(page, { icon, name, description });
  const over = readEnd(data, language, options);
  if (over !== null) drawGroup(page, [actionRow(page, over, page.colours.secondary, null)]);
  drawGroup(page, appRows(page, data, words, report));
  drawGroup(page, switchRows(page, data, words));
  drawGroup(
    page,
    fields.map((field) => fieldRow(page, field)),
  );
  drawGroup(page, closingRows(page, data, words));
  const { width, y: height, lines, nodes, colours } = page;
  const scene: Scene = {
    width,
    height,
    title: [STYLE_NAMES[style], name, description].filter((part) => part !== "").join(", "),
    description: lines.join("\n"),
    language,
    nodes: [{ kind: "rect", x: 0, y: 0, width, height, radius: 0, fill: colours.page }, ...nodes],
  };
  return { scene: deepFreeze(scene), findings: Object.freeze(findings) };
}

function readTitle(key: "organizationName" | "description", data: JsonObject, { translate, report }: Reading): string {
  const text = data[key];
  return typeof text === "string" ? readLine(translate(text), [key], { report }) : "";
}

function appRows(page: ListPage, data: JsonObject, words: BackWords, report: Reading["report"]): ListRow[] {
  const app = readAppLink(data, report);
  return app === null ? [] : [actionRow(page, app.opens ? words.openApp : words.viewInStore, page.colours.link, app.href)];
}

/** Only a pass with a web service can change. */
function switchRows(page: ListPage, { webServiceURL, authenticationToken }: JsonObject, words: BackWords): ListRow[] {
  if (typeof webServiceURL !== "string" || typeof authenticationToken !== "string") return [];
  return [switchRow(page, words.automaticUpdates), switchRow(page, words.allowNotifications)];
}

function closingRows(page: ListPage, { sharingProhibited }: JsonObject, words: BackWords): ListRow[] {
  const remove = actionRow(page, words.removePass, page.colours.destructive, null);
  return sharingProhibited === true ? [remove] : [actionRow(page, words.sharePass, page.colours.link, null), remove];
}
