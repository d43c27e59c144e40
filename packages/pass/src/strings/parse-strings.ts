import { decodeStrings } from "./decode-strings.ts";
import { isPropertyListBinary, readPropertyListBinary } from "./property-list-binary.ts";
import { isPropertyListXml, readPropertyListXml } from "./property-list-xml.ts";
import type { StringsEntry } from "./strings-entry.ts";
import { stringsError } from "./strings-error.ts";
import type { StringsFile } from "./strings-file.ts";
import { STRINGS_LIMITS } from "./strings-limits.ts";
import { readStringsText } from "./strings-text.ts";

/**
 * Reads a `.strings` file: UTF-8 or UTF-16 with or without byte order mark; `"key" = "value";` with comments, escapes and bare words;
 * also a property list in XML or binary form (encoding `utf-8` then). An empty file has no entries.
 *
 * Throws `ERR_PASS_STRINGS_SYNTAX` with `details.line` (1-based, or null) and `details.reason`; a device shows the raw keys of such
 * a file.
 *
 * @example
 * ```ts
 * const { entries } = parseStrings(files.get("en.lproj/pass.strings")!);
 * entries.get("gate_label"); // "Gate"
 * ```
 */
export function parseStrings(bytes: Uint8Array): StringsFile {
  if (bytes.length > STRINGS_LIMITS.bytes) throw stringsError(`it is larger than ${STRINGS_LIMITS.bytes} bytes`, null);
  if (isPropertyListBinary(bytes)) return collect("utf-8", false, readPropertyListBinary(bytes));
  const { encoding, hasByteOrderMark, text } = decodeStrings(bytes);
  return collect(encoding, hasByteOrderMark, isPropertyListXml(text) ? readPropertyListXml(text) : readStringsText(text));
}

function collect(encoding: StringsFile["encoding"], hasByteOrderMark: boolean, list: readonly StringsEntry[]): StringsFile {
  const entries = new Map<string, string>();
  const duplicates: { key: string; line: number }[] = [];
  for (const { key, value, line } of list) {
    if (entries.has(key)) duplicates.push({ key, line: line ?? 1 });
    entries.set(key, value);
  }
  return { encoding, hasByteOrderMark, entries, duplicates };
}
