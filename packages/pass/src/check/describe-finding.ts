import { toJsonPointer } from "../model/json.ts";
import { EN } from "./messages/en.ts";
import type { Finding, FindingParams, RuleWords, Where } from "./rule.ts";

/** The words of all rules in one language, by rule id. */
export type MessageCatalog = Readonly<Record<string, RuleWords>>;

/** A finding in words. */
export interface FindingText {
  /** What is wrong, with the values of the case. */
  readonly message: string;
  /** What a device does with such a pass. */
  readonly device: string;
  readonly why: string;
  readonly fix: string;
}

/**
 * Puts a finding into words. Texts that come out of a pass are made visible: a terminal escape or a bidirectional
 * override inside a value must not act on the screen that shows the report.
 *
 * @param words the catalogue of a language; English when absent. A rule that it lacks is told by its id.
 *
 * @example
 * ```ts
 * for (const finding of check.findings) console.log(describeFinding(finding).message);
 * ```
 */
export function describeFinding(finding: Finding, words: MessageCatalog = EN): FindingText {
  const own = Object.hasOwn(words, finding.rule) ? words[finding.rule] : undefined;
  const { message, device, why, fix } = own ?? { message: finding.rule, device: "", why: "", fix: "" };
  return {
    message: fill(message, finding.params),
    device: fill(device, finding.params),
    why: fill(why, finding.params),
    fix: fill(fix, finding.params),
  };
}

/**
 * The place of a finding for people; empty for the pass as a whole.
 *
 * @example
 * ```ts
 * for (const { where } of check.findings) console.log(formatWhere(where)); // "pass.json /generic/primaryFields/0 (line 12, column 5)"
 * ```
 */
export function formatWhere(where: Where): string {
  const parts: string[] = [];
  if (where.file !== undefined) parts.push(where.file);
  if (where.path !== undefined && where.path.length > 0) parts.push(toJsonPointer(where.path));
  if (where.line !== undefined) {
    parts.push(where.column === undefined ? `(line ${where.line})` : `(line ${where.line}, column ${where.column})`);
  }
  return makeVisible(parts.join(" "));
}

function fill(template: string, params: FindingParams): string {
  return template.replace(/\{(\w+)\}/gu, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? makeVisible(String(params[name])) : placeholder,
  );
}

/** Control characters, line and paragraph separators, bidirectional controls and unpaired surrogates as `\u{…}`. */
function makeVisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
