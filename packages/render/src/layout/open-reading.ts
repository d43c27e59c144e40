import type { JsonObject, Localizer, PassPackage } from "@passwright/pass";
import type { DrawOptions } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import type { DrawFinding } from "../findings.ts";
import { formatFieldValue } from "../format/format-field-value.ts";
import { createTypesetter, type Typesetter } from "../text/typesetter.ts";

/** How the texts of a pass are read and set for someone, and what was found on the way. */
export interface Reading extends Composing {
  readonly localizer: Localizer;
  readonly translate: (text: string) => string;
  /** A field's value for the reader of the pass, in the reader's zone or another. */
  readonly format: (field: JsonObject, timeZone?: string) => string;
}

/** How texts are set for someone who reads a language. */
export interface Composing {
  readonly type: Typesetter;
  /** BCP 47 tag of the texts. */
  readonly language: string;
  /** The tags that were asked for, best first. */
  readonly languages: readonly string[];
  readonly findings: DrawFinding[];
  readonly report: (finding: DrawFinding) => void;
}

/** More findings than anyone reads: a hostile pass has thousands of faults. */
const MAX_FINDINGS = 200;

/**
 * Loads fonts and the languages of a pass.
 *
 * @throws {RenderError} `ERR_RENDER_OPTION`, `ERR_RENDER_FONT_INVALID`.
 */
export async function openReading(pass: PassPackage, options: DrawOptions): Promise<Reading> {
  const composing = await openComposing(options);
  const { language, languages } = composing;
  const localizer = pass.localize(...languages);
  const translate = localizer.text.bind(localizer);
  const { formatter, now = null, timeZone: own = "UTC" } = options;
  const format = (field: JsonObject, timeZone = own): string => {
    const clock = { locale: language, timeZone: isTimeZone(timeZone) ? timeZone : own, now, translate };
    return formatFieldValue(field, formatter === undefined ? clock : { ...clock, formatter });
  };
  return { ...composing, localizer, translate, format };
}

/**
 * Loads fonts for texts that need no pass.
 *
 * @throws {RenderError} `ERR_RENDER_OPTION`, `ERR_RENDER_FONT_INVALID`.
 */
export async function openComposing(options: Pick<DrawOptions, "emoji" | "fonts" | "locale" | "timeZone">): Promise<Composing> {
  const languages = readLanguages(options);
  const findings: DrawFinding[] = [];
  const report = (finding: DrawFinding): void => {
    if (findings.length < MAX_FINDINGS) findings.push(finding);
  };
  const type = await createTypesetter({
    packs: options.fonts ?? [],
    emoji: options.emoji ?? null,
    onMissing: (characters, text) => {
      const named = characters.slice(0, 8).map(nameCharacter).join(", ");
      report({ rule: "text-missing-glyphs", where: { file: "pass.json" }, params: { characters: named, text: text.slice(0, 80) } });
    },
  });
  const [language = "en-US"] = languages;
  return { type, language, languages, findings, report };
}

/** @throws {RenderError} `ERR_RENDER_OPTION` for a tag that is none. */
function readLanguages({ locale = "en-US", timeZone = "UTC" }: Pick<DrawOptions, "locale" | "timeZone">): readonly string[] {
  try {
    void new Intl.DateTimeFormat("en", { timeZone });
    return Intl.getCanonicalLocales(locale);
  } catch (error) {
    throw new RenderError("ERR_RENDER_OPTION", "The locale or the time zone is none.", { cause: error });
  }
}

/** Zones in semantic tags are whatever the issuer wrote. */
function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function nameCharacter(grapheme: string): string {
  const codes = Array.from(
    grapheme,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return `${grapheme} (${codes.join(" ")})`;
}
