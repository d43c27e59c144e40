import type { PassPackage } from "@passwright/pass";
import type { Drawing } from "@passwright/render";
import { createByteCache } from "../../device-service/byte-cache.ts";
import type { StoredPass } from "../../storage/storage.ts";
import type { ShownPass } from "./pass-page.ts";

/** What a pass is drawn as. */
export type PictureKind = "svg" | "png" | "pdf";

/** A drawn pass. */
export interface DrawnPass {
  readonly chunks: readonly Uint8Array[];
  readonly size: number;
}

/** Draws passes, each once for all who look at it. */
export interface PassPictures {
  /** What stands on it, for its page. */
  show(pass: StoredPass, open: () => Promise<PassPackage>, languages: readonly string[]): Promise<ShownPass>;
  /** Null when too many others wait: whoever asks comes again. */
  draw(
    kind: PictureKind,
    pass: StoredPass,
    open: () => Promise<PassPackage>,
    languages: readonly string[],
  ): Promise<DrawnPass | null>;
}

interface Kept {
  readonly shown: ShownPass;
  readonly chunks: readonly Uint8Array[];
}

/** Memory of drawings, and how many of them may wait: they are made beside the answers to devices, one at a time. */
const LIMITS = { bytes: 32 * 1024 * 1024, waiting: 40 } as const;

/** @param timeZone in which dates are written. */
export function createPassPictures({ timeZone }: { readonly timeZone: string }): PassPictures {
  const cache = createByteCache<Kept>({ maxBytes: LIMITS.bytes, chunksOf: ({ chunks }) => chunks });
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1;
    const done = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = done.catch(() => undefined);
    return done;
  };

  /** Without a moment: what expires is not shown at all, and "Today" would be wrong tomorrow. */
  const make = async (kind: PictureKind, open: () => Promise<PassPackage>, locale: readonly string[]): Promise<Kept> => {
    // Loaded for the first picture: a server that shows none starts sooner.
    const { toPdf, toPng, toSvg } = await import("@passwright/render");
    const pass = await open();
    const { scene } = await drawReadable(pass, locale, timeZone);
    const bytes =
      kind === "svg"
        ? Buffer.from(toSvg(scene))
        : kind === "png"
          ? await toPng(scene)
          : await toPdf(pass, { locale, timeZone, page: prefersLetter(locale) ? "Letter" : "A4" });
    const { organizationName } = pass.data;
    const organization = typeof organizationName === "string" ? organizationName.slice(0, 200) : "";
    return {
      chunks: [bytes],
      shown: {
        title: scene.title,
        heading: headingOf(scene.title, organization),
        organization,
        lines: scene.description === "" ? [] : scene.description.split("\n"),
        language: scene.language,
        width: scene.width,
        height: scene.height,
      },
    };
  };

  const find = async (
    kind: PictureKind,
    pass: StoredPass,
    open: () => Promise<PassPackage>,
    languages: readonly string[],
  ): Promise<Kept> => {
    const name = JSON.stringify([kind, pass.passTypeIdentifier, pass.serialNumber, pass.revision, languages]);
    const kept = cache.get(name);
    if (kept !== undefined) return kept;
    const made = await make(kind, open, languages);
    cache.set(name, made);
    return made;
  };

  return {
    show: async (pass, open, languages) => (await find("svg", pass, open, languages)).shown,
    draw: async (kind, pass, open, languages) => {
      if (waiting >= LIMITS.waiting) return null;
      const { chunks } = await inTurn(() => find(kind, pass, open, languages));
      return { chunks, size: chunks.reduce((sum, { length }) => sum + length, 0) };
    },
  };
}

/**
 * The front for a reader. Our fonts hold no Arabic and no kanji: where the reader's way of writing a time would come out as empty
 * frames on a pass that is in another script anyway, it is written in English.
 */
async function drawReadable(pass: PassPackage, locale: readonly string[], timeZone: string): Promise<Drawing> {
  const { drawFront } = await import("@passwright/render");
  const drawn = await drawFront(pass, { locale, timeZone });
  if (framesIn(drawn) === 0) return drawn;
  const english = await drawFront(pass, { locale: "en", timeZone });
  return framesIn(english) < framesIn(drawn) ? english : drawn;
}

function framesIn({ findings }: Drawing): number {
  return findings.filter(({ rule }) => rule === "text-missing-glyphs").length;
}

/** The title without the style and the issuer, who has a line of its own. */
function headingOf(title: string, organization: string): string {
  const at = organization === "" ? -1 : title.indexOf(`${organization}, `);
  return at < 0 ? title : title.slice(at + organization.length + 2);
}

/** Countries that print on Letter (CLDR, paperSize). */
const LETTER = /-(?:US|CA|MX|PH|CL|CO|CR|GT|NI|PA|PR|SV|VE|BZ)\b/iu;

function prefersLetter(languages: readonly string[]): boolean {
  return LETTER.test(languages[0] ?? "");
}
