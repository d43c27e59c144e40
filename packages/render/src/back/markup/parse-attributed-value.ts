import { decodeEntities } from "./decode-entities.ts";

/** A stretch of an attributed value: text, and the target of the link around it as the pass wrote it. */
export interface AttributedPart {
  readonly text: string;
  readonly href: string | null;
}

/** A value with links, and the names of the tags that mean nothing in it. */
export interface AttributedValue {
  readonly parts: readonly AttributedPart[];
  readonly ignored: readonly string[];
}

// Attributes end at the first ">" outside quotation marks; lengths are bounded, so that nothing is looked at over and over.
const TAG = /<(\/?)([a-z][a-z0-9-]{0,30})((?:"[^"]{0,4000}"|'[^']{0,4000}'|[^<>"']){0,400})>/giu;
const HREF = /(?:^|[\s/"'])href\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;
/** What stands inside of these is no text. */
const SILENT: ReadonlySet<string> = /* @__PURE__ */ new Set(["script", "style"]);
const MOST_IGNORED = 8;

/**
 * Reads the markup of `attributedValue`: `<a href>` is a link, every other tag is left out and its text stays. It is not HTML: nothing
 * nests, and a "<" that begins no tag is a "<".
 * Source: PassFieldContent, "The only supported HTML tag is the <a> tag and its href attribute".
 */
export function parseAttributedValue(written: string): AttributedValue {
  const source = withoutComments(written);
  const parts: AttributedPart[] = [];
  const ignored = new Set<string>();
  let at = 0;
  let href: string | null = null;
  let silent: string | null = null;
  const take = (end: number): void => {
    const text = silent === null ? decodeEntities(source.slice(at, end)) : "";
    if (text !== "") parts.push({ text, href });
  };
  for (const match of source.matchAll(TAG)) {
    const [whole, slash = "", tag = "", attributes = ""] = match;
    take(match.index);
    at = match.index + whole.length;
    const name = tag.toLowerCase();
    const isEnd = slash !== "";
    if (silent !== null) {
      if (isEnd && name === silent) silent = null;
      continue;
    }
    if (name === "a") {
      const found = isEnd ? null : HREF.exec(attributes);
      href = found === null ? null : decodeEntities(found[1] ?? found[2] ?? found[3] ?? "");
    } else if (!isEnd) {
      if (ignored.size < MOST_IGNORED) ignored.add(name);
      if (SILENT.has(name)) silent = name;
    }
  }
  take(source.length);
  return { parts, ignored: [...ignored] };
}

/** What stands between `<!--` and the next `-->` is no text. By hand: a pattern would look for the end anew from every beginning. */
function withoutComments(source: string): string {
  let text = "";
  let at = 0;
  for (;;) {
    const start = source.indexOf("<!--", at);
    const end = start === -1 ? -1 : source.indexOf("-->", start + 4);
    if (end === -1) return text + source.slice(at);
    text += source.slice(at, start);
    at = end + 3;
  }
}
