import type { LinkifyIt } from "linkify-it";
import { safeHref } from "../links/safe-href.ts";
import type { TextLink } from "../links/text-link.ts";

/** Whether there may be a link, which decides whether the library is loaded at all. */
const MAYBE = /[a-z\d]\.[a-z]{2}|:\/\/|@/iu;

/**
 * Finds web and mail addresses in texts, with and without a scheme. A bare name is a link when it ends in a top-level domain that
 * is common; the library knows them.
 */
export function createLinkFinder(): (text: string) => Promise<TextLink[]> {
  let finder: Promise<LinkifyIt> | null = null;
  return async (text) => {
    if (!MAYBE.test(text)) return [];
    finder ??= import("linkify-it").then(({ linkifyit }) => linkifyit({ fuzzyLink: true, fuzzyEmail: true }));
    const found = (await finder).match(text) ?? [];
    return found.flatMap(({ index, lastIndex, url, schema }): TextLink[] => {
      if (schema === "//") return [];
      const target = safeHref(url);
      return target.ok ? [{ kind: "link", start: index, end: lastIndex, href: target.href }] : [];
    });
  };
}
