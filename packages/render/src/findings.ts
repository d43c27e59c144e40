import type { Where } from "@passwright/pass";

/** What drawing left out or changed, each in a sentence; `{name}` stands for a parameter. */
export const DRAW_FINDINGS = {
  "barcode-not-on-watch": "A watch cannot draw {formats}, and the pass has no other barcode.",
  "barcode-unfit": "The barcode cannot be drawn: {reason}.",
  "colour-unreadable": "{text} is no colour; the default is drawn.",
  "fields-not-shown": "{count} fields of {section} have no place on the face.",
  "image-unreadable": "{file} is left out: {reason}.",
  "link-refused": "The link to {href} is left out: {reason}.",
  "links-not-searched": "Only the first {limit} characters of the back are searched for telephone numbers, addresses and the like.",
  "markup-ignored": "Only links are understood in attributedValue; left out: {tags}.",
  "style-missing": "The pass has no style; an empty face is drawn.",
  "text-direction-override": "Characters that turn the direction of the text are left out.",
  "text-invisible": "The text has nothing that could be seen.",
  "text-missing-glyphs": "No font at hand has {characters}; a frame stands in their place.",
  "text-too-long": "Only the beginning of the text is looked at: it has {length} characters.",
  "text-truncated": "The text does not fit and ends in “…”: {text}",
} as const satisfies Record<string, string>;

export type DrawFindingRule = keyof typeof DRAW_FINDINGS;

/** Something of the pass that the picture does not show as it stands there. */
export interface DrawFinding {
  readonly rule: DrawFindingRule;
  readonly where: Where;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * A finding as a sentence.
 *
 * @example
 * ```ts
 * const { findings } = await drawFront(pass);
 * console.log(findings.map(describeDrawFinding));
 * ```
 */
export function describeDrawFinding({ rule, params }: DrawFinding): string {
  return DRAW_FINDINGS[rule].replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}
