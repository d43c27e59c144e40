import { safeHref } from "../links/safe-href.ts";
import type { TextLink } from "../links/text-link.ts";

/** Whether there may be a link, which decides whether the library is loaded at all. */
const MAYBE = /[a-z\d]\.[a-z]{2}|:\/\/|@/iu;

/**
 * Web and mail addresses in a text, with and without a scheme. A bare name is a link when it ends in a top-level domain that
 * is common; the library knows them.
 */
export async function findLinks(text: string): Promise<TextLink[]> {
  if (!MAYBE.test(text)) return [];
  const { linkifyit } = await import("linkify-it");
  const found = linkifyit({ fuzzyLink: true, fuzzyEmail: true }).match(text) ?? [];
  return found.flatMap(({ index, lastIndex, url, schema }): TextLink[] => {
    if (schema === "//") return [];
    const target = safeHref(url);
    return target.ok ? [{ kind: "link", start: index, end: lastIndex, href: target.href }] : [];
  });
}
