import { LINK_SCHEMES } from "../../scene/scene.ts";

/** Where a link leads, or why it leads nowhere. */
export type HrefResult =
  | { readonly ok: true; readonly href: string }
  | { readonly ok: false; readonly reason: HrefFault; readonly scheme: string };

export type HrefFault = "no-address" | "scheme" | "password";

/** A URL that no browser would open is none. */
const LONGEST = 4096;
const SAFE: ReadonlySet<string> = /* @__PURE__ */ new Set(LINK_SCHEMES);

/**
 * A link's target as one that can be handed out. The URL parser of the platform reads it, as a browser would (`java\nscript:` is
 * `javascript:` to both), and what it writes is taken, not what the pass said. Refused: schemes that run something, read a file or
 * belong to an app, and names before an `@`, which make one host look like another.
 */
export function safeHref(raw: string): HrefResult {
  const text = raw.trim();
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null;
  if (url === null) return { ok: false, reason: "no-address", scheme: "" };
  const scheme = url.protocol.slice(0, -1);
  if (!SAFE.has(scheme)) return { ok: false, reason: "scheme", scheme: scheme.slice(0, 40) };
  if (url.username !== "" || url.password !== "") return { ok: false, reason: "password", scheme };
  // Not escaped by the parser in all of these schemes, and of use in no link.
  const href = url.href.replaceAll(/["'<>\\^`{|}\s]/gu, (character) => encodeURIComponent(character).replace("'", "%27"));
  return { ok: true, href };
}
