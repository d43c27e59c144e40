/** A path as it may be used (`rewritten`: not as the archive spells it), or why it may not. */
export type EntryPath =
  | { readonly safe: true; readonly path: string; readonly rewritten: boolean }
  | { readonly safe: false; readonly problem: string };

/** The upper half of code page 437, in which ZIP names without the UTF-8 flag nominally are (APPNOTE appendix D). */
const CODE_PAGE_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** Names are UTF-8 with or without the flag (macOS sets none); what is no UTF-8 is code page 437. */
export function decodeEntryName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    let name = "";
    for (const byte of bytes) name += byte < 0x80 ? String.fromCharCode(byte) : (CODE_PAGE_437[byte - 0x80] ?? "");
    return name;
  }
}

/**
 * Drops `./`, empty steps and the slash of a directory; refuses whatever could write outside a folder when someone unpacks
 * the files ("zip slip"): `..`, absolute paths, drive letters, backslashes (separators on Windows) and control characters
 * (NUL ends a path in C).
 */
export function parseEntryPath(name: string): EntryPath {
  const problem = problemOf(name);
  if (problem) return { safe: false, problem };
  const path = name
    .split("/")
    .filter((step) => step !== "" && step !== ".")
    .join("/");
  return { safe: true, path, rewritten: path !== name && `${path}/` !== name };
}

function problemOf(name: string): string | null {
  if (name === "") return "empty";
  if (name.includes("\\")) return "backslash";
  if (hasControlCharacter(name)) return "control character";
  if (name.startsWith("/")) return "absolute";
  if (/^[a-z]:/i.test(name)) return "drive letter";
  if (name.split("/").includes("..")) return "parent folder";
  return null;
}

function hasControlCharacter(name: string): boolean {
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
