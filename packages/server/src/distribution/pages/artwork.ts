import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { chooseLocale, readImageFacts } from "@passwright/pass";
import type { Logger } from "../../logging/logger.ts";

/** Folder of Apple's badge in the data folder. */
export const ARTWORK_FOLDER = join("artwork", "add-to-apple-wallet");

/** A badge, as the page shows it. */
export interface WalletBadge {
  /** Relative to the page. */
  readonly address: string;
  /** In pixels at the height that the page gives it. */
  readonly width: number;
  readonly height: number;
}

interface Artwork {
  readonly language: string;
  readonly fileName: string;
  readonly type: "image/svg+xml" | "image/png";
  readonly bytes: Uint8Array;
  readonly ratio: number;
}

/** The badges that the operator has put there. */
export interface BadgeShelf {
  /** The badge in the language nearest to these; null when there is none at all. */
  badgeFor(languages: readonly string[]): WalletBadge | null;
  file(fileName: string): { readonly type: string; readonly bytes: Uint8Array } | undefined;
}

const FILE = /^([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\.(svg|png)$/u;
const LIMITS = { files: 100, bytes: 256 * 1024 } as const;
/** Height of the badge on the page, and the clear space around it, which Apple wants a tenth of it wide at least. */
const HEIGHT = 48;

/**
 * Reads Apple's badge: `DATA/artwork/add-to-apple-wallet/LANGUAGE.svg` or `.png`. It is Apple's artwork, which we may not hand out:
 * whoever has it from Apple puts it there, and it is shown as it is. What cannot be used is told in the log and left out.
 */
export async function readArtwork(dataFolder: string, log: Logger): Promise<BadgeShelf> {
  const folder = join(dataFolder, ARTWORK_FOLDER);
  const names = await readdir(folder).catch(() => []);
  const found: Artwork[] = [];
  for (const fileName of names
    .filter((name) => !name.startsWith("."))
    .toSorted()
    .slice(0, LIMITS.files)) {
    const artwork = await readBadge(folder, fileName).catch(() => null);
    if (artwork === null) log.warn("badge cannot be used", { file: join(ARTWORK_FOLDER, fileName) });
    else found.push(artwork);
  }
  return {
    badgeFor: (languages) => {
      const language = chooseLocale(
        found.map((one) => one.language),
        languages,
      );
      const badge = found.find((one) => one.language === language);
      if (badge === undefined) return null;
      return { address: `-/${badge.fileName}`, width: Math.round(HEIGHT * badge.ratio), height: HEIGHT };
    },
    file: (fileName) => found.find((one) => one.fileName === fileName),
  };
}

async function readBadge(folder: string, fileName: string): Promise<Artwork | null> {
  const [, language = "", kind] = FILE.exec(fileName) ?? [];
  if (kind === undefined) return null;
  const bytes = await readFile(join(folder, fileName));
  if (bytes.length > LIMITS.bytes) return null;
  const ratio = kind === "svg" ? ratioOfSvg(bytes.toString("utf8")) : ratioOfPng(bytes);
  if (ratio === null || !(ratio > 0.5 && ratio < 12)) return null;
  return { language, fileName, type: kind === "svg" ? "image/svg+xml" : "image/png", bytes, ratio };
}

/** Width by height, of the picture's own box. */
function ratioOfSvg(text: string): number | null {
  const tag = /<svg\b[^>]*>/u.exec(text)?.[0] ?? "";
  const [, width, height] = /\bviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/u.exec(tag) ?? [];
  if (width !== undefined && height !== undefined) return Number(width) / Number(height);
  const [wide, high] = ["width", "height"].map((name) => new RegExp(`\\b${name}="([\\d.]+)(?:px)?"`, "u").exec(tag)?.[1]);
  return wide === undefined || high === undefined ? null : Number(wide) / Number(high);
}

function ratioOfPng(bytes: Uint8Array): number | null {
  const facts = readImageFacts(bytes);
  return facts?.format === "png" && facts.height > 0 ? facts.width / facts.height : null;
}
