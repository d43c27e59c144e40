import { type ColourScheme, PAGE_COLOURS } from "../back/back-metrics.ts";
import { type DrawOptions, FACE_WIDTHS } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import type { DrawFinding } from "../findings.ts";
import type { Drawing } from "../layout/draw-front.ts";
import { reportFaults } from "../layout/face-fields.ts";
import { type FacePicture, readPicture } from "../layout/face-picture.ts";
import { openComposing } from "../layout/open-reading.ts";
import { cleanParagraphs } from "../paragraph/clean-paragraphs.ts";
import { PixelBudget } from "../picture/pixel-budget.ts";
import { deepFreeze } from "../scene/freeze-scene.ts";
import type { Scene } from "../scene/scene.ts";
import { WATCH_SCREENS, type WatchSize } from "../watch/watch-metrics.ts";
import { paintBanner } from "./phone-banner.ts";
import { paintWatchNotice } from "./watch-notice.ts";

/** A notice in the words of a device. Those that `@passwright/wallet` makes (`updateNotices`, `relevanceNotices`) fit. */
export interface NoticeContent {
  /** `phone` when absent. */
  readonly device?: "phone" | "watch";
  /** `relevance`: the pass is near in time or place, and nothing sounds. `update`: the pass has changed. */
  readonly kind: "update" | "relevance";
  /** The issuer: organizationName. */
  readonly title: string;
  readonly text: string;
  /** The words on a watch's button below an update. */
  readonly button?: string | null;
  /** What stands for the time of an update on a phone, such as "now". */
  readonly moment?: string | null;
  /** The file of the pass's icon. */
  readonly icon?: Uint8Array | null;
}

/** How a notice is drawn. */
export interface NoticeOptions extends Pick<DrawOptions, "emoji" | "fonts" | "locale" | "screenWidth"> {
  /** Of the phone; `light` when absent. */
  readonly colourScheme?: ColourScheme;
  /** Of the watch, in millimetres; 46 when absent. */
  readonly watchSize?: WatchSize;
}

/** Longer than what a lock screen shows of it. */
const LONGEST = 1000;

/**
 * Draws what a lock screen says of a pass, on a phone or on a watch.
 *
 * @throws {RenderError} `ERR_RENDER_OPTION`, `ERR_RENDER_FONT_INVALID`.
 *
 * @example
 * ```ts
 * const icon = pass.files.get("icon@3x.png") ?? null;
 * const { scene } = await drawNotice({ kind: "update", title: "Skyport Airways", text: "Gate changed to B9", icon });
 * ```
 */
export async function drawNotice(notice: NoticeContent, options: NoticeOptions = {}): Promise<Drawing> {
  const { screenWidth = 390, colourScheme = "light", watchSize = 46 } = options;
  const isKnown = [
    [FACE_WIDTHS, screenWidth],
    [PAGE_COLOURS, colourScheme],
    [WATCH_SCREENS, watchSize],
  ] as const;
  if (!isKnown.every(([table, key]) => Object.hasOwn(table, key))) {
    throw new RenderError("ERR_RENDER_OPTION", "There is no such screenWidth, colourScheme or watchSize.");
  }
  const { type, report, findings, language } = await openComposing(options);
  const read = (text: string | null | undefined): string => {
    const raw = text ?? "";
    const clean = cleanParagraphs(raw, LONGEST);
    reportFaults(clean.faults, raw, [], report);
    return clean.text.trim();
  };
  const words = {
    kind: notice.kind,
    title: read(notice.title),
    text: read(notice.text),
    button: read(notice.button),
    moment: read(notice.moment),
    icon: await readIcon(notice.icon ?? null, report),
  };
  const isWatch = notice.device === "watch";
  const picture = isWatch
    ? paintWatchNotice(type, words, WATCH_SCREENS[watchSize].width)
    : paintBanner(type, words, screenWidth, colourScheme);
  const said = [words.title, words.text, isWatch && words.kind === "update" ? words.button : ""];
  const scene: Scene = {
    ...picture,
    title: words.kind === "update" ? "Update of a pass" : "Relevant pass",
    description: said.filter((part) => part !== "").join("\n"),
    language,
  };
  return { scene: deepFreeze(scene), findings: Object.freeze(findings) };
}

function readIcon(bytes: Uint8Array | null, report: (finding: DrawFinding) => void): Promise<FacePicture | null> | null {
  return bytes === null ? null : readPicture({ path: "icon.png", bytes, scale: 1 }, { budget: new PixelBudget(), report });
}
