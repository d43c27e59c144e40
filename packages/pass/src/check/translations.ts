import type { CheckSubject } from "./subject.ts";

/** So many languages are looked at; a pass of forty has all of them. */
const MAX_LANGUAGES = 100;

/**
 * What people read where pass.json has a text: its translation in each language of the pass, and the text itself in those
 * that lack one. A rule about the wording of a text has to look at these: `gate-changed` may only be a name.
 */
export function translationsOf({ strings }: Pick<CheckSubject, "strings">, text: string): readonly string[] {
  if (strings.size === 0) return [text];
  return [...new Set([...strings.values()].slice(0, MAX_LANGUAGES).map(({ entries }) => entries.get(text) ?? text))];
}
