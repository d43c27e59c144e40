const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text for the inside of an element or an attribute of XML: markup is escaped, and what XML 1.0 cannot hold at all
 * (control characters, single surrogates) is left out, so that a pass cannot make the file unreadable.
 */
export function escapeText(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- XML 1.0, production 2 (Char)
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "")
      .replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? "")
  );
}
