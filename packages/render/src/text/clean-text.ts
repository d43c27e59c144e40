/** More than a line of the narrowest letters can show; what stands behind is not looked at. */
export const MAX_LINE_CHARACTERS = 400;

/** What cleaning took out of a text, for the findings. */
export type TextFault = "too-long" | "direction-override" | "invisible";

export interface CleanText {
  readonly text: string;
  readonly faults: readonly TextFault[];
}

// What follows an override is drawn backwards, which makes "gpj.exe" of "exe.jpg" (CVE-2021-42574 and its kin).
const OVERRIDES = /[\u202d\u202e]/gu;
// oxlint-disable-next-line no-control-regex -- these are the ones to take out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Mark}]/u;

/**
 * A text of a pass as one line that can be drawn: well-formed, composed, without control characters and overrides of
 * direction, trimmed, cut where no face could show more.
 */
export function cleanText(raw: string): CleanText {
  const faults: TextFault[] = [];
  let text = raw;
  if (text.length > MAX_LINE_CHARACTERS) {
    faults.push("too-long");
    text = `${text.slice(0, MAX_LINE_CHARACTERS)}…`;
  }
  if (OVERRIDES.test(text)) faults.push("direction-override");
  OVERRIDES.lastIndex = 0;
  text = text.toWellFormed().replaceAll(OVERRIDES, "").replaceAll(CONTROLS, " ").normalize("NFC").trim();
  if (text !== "" && !VISIBLE.test(text)) {
    faults.push("invisible");
    text = "";
  }
  return { text, faults };
}
