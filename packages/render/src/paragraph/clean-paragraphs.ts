import type { TextFault } from "../text/clean-text.ts";

/** A text of several lines that can be drawn, and what was taken out of it. */
export interface CleanParagraphs {
  readonly text: string;
  readonly faults: readonly TextFault[];
}

// See cleanText: what follows an override is drawn backwards.
const OVERRIDES = /[\u202d\u202e]/gu;
const BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
// oxlint-disable-next-line no-control-regex -- these are the ones to take out
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Mark}]/u;

/**
 * A text of a pass as lines that can be drawn: well-formed, composed, breaks of every kind as `\n`, without control characters
 * and overrides of direction, cut behind `limit` UTF-16 units.
 */
export function cleanParagraphs(raw: string, limit: number): CleanParagraphs {
  const faults: TextFault[] = [];
  let text = raw;
  if (text.length > limit) {
    faults.push("too-long");
    text = `${text.slice(0, limit)}…`;
  }
  const straight = text.replaceAll(OVERRIDES, "");
  if (straight.length < text.length) faults.push("direction-override");
  text = straight.toWellFormed().replaceAll(BREAKS, "\n").replaceAll("\t", " ").replaceAll(CONTROLS, "").normalize("NFC");
  if (text.trim() !== "" && !VISIBLE.test(text)) {
    faults.push("invisible");
    text = "";
  }
  return { text, faults };
}
