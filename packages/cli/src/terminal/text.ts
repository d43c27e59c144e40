/**
 * Text from a pass is a stranger's: escape sequences in it could move the cursor, rewrite what was printed or change
 * the window's title. Control characters, marks that reorder text (Unicode UTS #55 §3.1) and halves of characters are shown,
 * not obeyed.
 */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === "\n") return "⏎";
    if (character === "\t") return " ";
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const segmenter = /* @__PURE__ */ new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Columns that a text takes in a terminal: East Asian wide characters and emoji take two, combining and invisible marks none. */
export function columnsOf(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of segmenter.segment(text)) columns += columnsOfGrapheme(segment);
  return columns;
}

function columnsOfGrapheme(grapheme: string): number {
  if (/^[\p{Mn}\p{Default_Ignorable_Code_Point}]+$/u.test(grapheme)) return 0;
  return isWide(grapheme) ? 2 : 1;
}

/** East Asian Width W and F (UAX #11), and what is drawn as emoji. */
function isWide(grapheme: string): boolean {
  const code = grapheme.codePointAt(0) ?? 0;
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd) ||
    /\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)
  );
}

/** Pads to a width in columns. */
export function padColumns(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columnsOf(text)));
}

/** Cuts to a width in columns, with an ellipsis where something is lost. */
export function truncateColumns(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let cut = "";
  let columns = 0;
  for (const { segment } of segmenter.segment(text)) {
    columns += columnsOfGrapheme(segment);
    if (columns > width - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** Breaks text at spaces into lines of at most `width` columns; a word that is longer is broken anywhere. */
export function wrapColumns(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((part) => breakWord(part, width))) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function breakWord(word: string, width: number): string[] {
  if (columnsOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  let columns = 0;
  for (const { segment } of segmenter.segment(word)) {
    const own = columnsOfGrapheme(segment);
    if (columns + own > width && part !== "") {
      parts.push(part);
      part = "";
      columns = 0;
    }
    part += segment;
    columns += own;
  }
  return [...parts, part];
}
