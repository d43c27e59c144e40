import type { PassPackage } from "@passwright/pass";
import type { Drawing, Scene, SceneFontPack } from "@passwright/render";
import { createByteCache } from "../../device-service/byte-cache.ts";
import type { Logger } from "../../logging/logger.ts";
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
const LIMITS = { bytes: 32 * 1024 * 1024, waiting: 40, complaints: 100 } as const;

export interface PictureParts {
  readonly timeZone: string;
  readonly fonts: readonly SceneFontPack[];
  readonly log: Logger;
}

/**
 * @param options `timeZone` in which dates are written; `fonts` for what ours have no letters for; `log` takes down what none has.
 */
export function createPassPictures({ timeZone, fonts, log }: PictureParts): PassPictures {
  const cache = createByteCache<Kept>({ maxBytes: LIMITS.bytes, chunksOf: ({ chunks }) => chunks });
  const complaints = new Set<string>();
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
  const make = async (
    kind: PictureKind,
    stored: StoredPass,
    open: () => Promise<PassPackage>,
    languages: readonly string[],
  ): Promise<Kept> => {
    // Loaded for the first picture: a server that shows none starts sooner.
    const { drawFront, toPdf, toPng, toSvg } = await import("@passwright/render");
    const pass = await open();
    const draw = (locale: readonly string[]) => drawFront(pass, { locale, timeZone, fonts });
    const drawn = await draw(languages);
    const { locale, scene, missing } = await makeReadable(drawn, languages, draw);
    if (missing.length > 0) complain(stored.templateId, scriptsIn(missing));
    const bytes =
      kind === "svg"
        ? Buffer.from(toSvg(scene))
        : kind === "png"
          ? await toPng(scene)
          : await toPdf(pass, { locale, timeZone, fonts, page: prefersLetter(languages) ? "Letter" : "A4" });
    const { organizationName } = pass.data;
    const organization = typeof organizationName === "string" ? organizationName.slice(0, 200) : "";
    // The words are the reader's, whatever the letters of the picture: the browser has fonts of its own.
    const { title, description, language } = drawn.scene;
    return {
      chunks: [bytes],
      shown: {
        title,
        heading: headingOf(title, organization),
        organization,
        lines: description === "" ? [] : description.split("\n"),
        language,
        width: scene.width,
        height: scene.height,
        hasFrames: missing.length > 0,
      },
    };
  };

  /** Once for each template and what is missing of it: whoever runs the server can mend it, and a visitor cannot. */
  const complain = (templateId: string, scripts: string): void => {
    const name = `${templateId} ${scripts}`;
    if (complaints.has(name) || complaints.size >= LIMITS.complaints) return;
    complaints.add(name);
    log.warn("no font for a pass", { templateId, scripts, todo: "Put fonts of them into the folder of --fonts." });
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
    const made = await make(kind, pass, open, languages);
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
 * The front that is shown to a reader. Where no font at hand has the letters of the reader's language, the template's own words and
 * our way of writing a time would come out as empty frames: the pass is drawn in English then, if that leaves fewer of them.
 */
async function makeReadable(
  drawn: Drawing,
  locale: readonly string[],
  draw: (locale: readonly string[]) => Promise<Drawing>,
): Promise<{ readonly locale: readonly string[]; readonly scene: Scene; readonly missing: readonly string[] }> {
  const before = missingIn(drawn);
  if (before.length === 0) return { locale, scene: drawn.scene, missing: before };
  const english = await draw(["en"]);
  const after = missingIn(english);
  return after.length < before.length
    ? { locale: ["en"], scene: english.scene, missing: after }
    : { locale, scene: drawn.scene, missing: before };
}

/** Texts with characters that no font has. */
function missingIn({ findings }: Drawing): readonly string[] {
  return findings.filter(({ rule }) => rule === "text-missing-glyphs").map(({ params }) => String(params["text"]));
}

/** Scripts that fonts are named after. Not the characters: out of enough of them somebody's name could be read in the log. */
const SCRIPTS = [
  "Arabic",
  "Hebrew",
  "Thai",
  "Hangul",
  "Hiragana",
  "Katakana",
  "Han",
  "Devanagari",
  "Bengali",
  "Tamil",
  "Georgian",
  "Armenian",
];

function scriptsIn(texts: readonly string[]): string {
  const text = texts.join("");
  const found = SCRIPTS.filter((script) => new RegExp(`\\p{Script=${script}}`, "u").test(text));
  return found.length === 0 ? "other" : found.join(", ");
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
