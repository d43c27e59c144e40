import type { ScreenWidth } from "@passwright/render";
import { type FaceOptions, WATCH_LAYOUTS, type WatchLayout } from "../render/draw-face.ts";
import { PHONES } from "../render/screen-width.ts";

/** What the page's switches are set to. */
export interface ViewOptions {
  /** BCP 47. */
  readonly locale: string;
  readonly width: ScreenWidth;
  readonly dark: boolean;
  readonly layout: WatchLayout;
}

/** What the command was told of them. */
export type ViewStart = Omit<ViewOptions, "locale">;

/** What the page asks for, out of its address; null for what no switch of the page says. */
export function parseViewOptions(query: URLSearchParams): ViewOptions | null {
  const locale = toTag(query.get("locale") ?? "en");
  const width = Object.values(PHONES).find((points) => String(points) === (query.get("width") ?? "390"));
  const layout = WATCH_LAYOUTS.find((name) => name === (query.get("layout") ?? WATCH_LAYOUTS[0]));
  const dark = query.get("dark") ?? "0";
  if (locale === null || width === undefined || layout === undefined || (dark !== "0" && dark !== "1")) return null;
  return { locale, width, dark: dark === "1", layout };
}

function toTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** The address of a picture in these settings. */
export function toViewQuery({ locale, width, dark, layout }: ViewOptions): string {
  return new URLSearchParams({ locale, width: String(width), dark: dark ? "1" : "0", layout }).toString();
}

/** What to draw with: what the command was told, and over it what the switches say. */
export function toFaceOptions(base: FaceOptions, { locale, width, dark, layout }: ViewOptions): FaceOptions {
  const { locale: own = [] } = base;
  const reader = [locale, ...(typeof own === "string" ? [own] : own)];
  return { ...base, locale: [...new Set(reader)], screenWidth: width, dark, layout };
}

/** How the page's switches stand at first. */
export function toViewStart({ screenWidth = 390, dark, layout }: FaceOptions): ViewStart {
  return { width: screenWidth, dark, layout };
}
