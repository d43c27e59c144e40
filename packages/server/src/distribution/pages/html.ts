/** Text that is markup already. Only {@link html} and {@link trustedMarkup} make it. */
export interface Markup {
  readonly markup: string;
}

/** What can stand in a place of a page. Null is nothing. */
export type Part = string | number | Markup | null | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Markup with texts in it: every text is escaped, wherever it stands, so that none of a pass or of a request becomes an element or
 * an attribute. Attributes are always written in double quotes.
 *
 * @example
 * ```ts
 * const name = "Ada <Lovelace>";
 * html`<h1 title="${name}">${name}</h1>`;
 * ```
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: pieces.reduce((page, piece, index) => page + toMarkup(parts[index - 1] ?? null) + piece) };
}

/** Markup of our own making that is not written with {@link html}: paths of drawings, style sheets. Never a text of others. */
export function trustedMarkup(markup: string): Markup {
  return { markup };
}

function toMarkup(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  if ("markup" in part) return part.markup;
  return part.map(toMarkup).join("");
}

/** A text as it stands in HTML, between tags and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\0", "\u{fffd}")
    .replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");
}
