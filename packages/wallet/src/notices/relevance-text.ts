import { createLocalizer, fieldText } from "@passwright/pass";
import type { RelevanceReason } from "../relevance/assess-relevance.ts";
import type { NoticeWords } from "./notice-words.ts";

/** For whom a text is written. */
export interface Holder {
  /** BCP 47 tag that the engine knows, for dates. */
  readonly locale: string;
  /** BCP 47 tags, best first, for texts of the pass. */
  readonly languages: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
  readonly now: Date;
}

/** The text beside a pass on the lock screen, and who wrote it. */
export interface RelevanceText {
  readonly text: string;
  readonly by: "issuer" | "system";
}

/**
 * What the lock screen says of a relevant pass: the relevantText of the most specific beacon, else of the nearest location;
 * "the system provides the relevant text for passes that have time-based relevance".
 *
 * @param reasons in the order of `assessRelevance`.
 *
 * @example
 * ```ts
 * const holder = { locale: "de", languages: ["de"], timeZone: "Europe/Berlin", now: new Date() };
 * const { text, by } = relevanceText(pass.files, reasons, holder, NOTICE_WORDS);
 * ```
 */
export function relevanceText(
  files: ReadonlyMap<string, Uint8Array>,
  reasons: readonly RelevanceReason[],
  holder: Holder,
  words: NoticeWords,
): RelevanceText {
  const localizer = createLocalizer(files, holder.languages);
  for (const reason of reasons) {
    if (reason.kind !== "time" && reason.relevantText !== null) return { text: localizer.text(reason.relevantText), by: "issuer" };
  }
  const time = reasons.find(({ kind }) => kind === "time");
  if (time?.kind !== "time") return { text: words.nearby, by: "system" };
  const field = { value: writeW3c(time.at), dateStyle: "PKDateStyleMedium", timeStyle: "PKDateStyleShort", isRelative: true };
  return { text: fieldText(field, { ...holder, translate: (text) => text }) ?? "", by: "system" };
}

/** The one form that pass.json has for dates. */
function writeW3c(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
