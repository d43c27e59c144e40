/** What must not stand in quotes as it is: quotes, backslashes, control characters and the line ends that only Unicode knows. */
const SPECIAL = /["\\\p{Cc}\u2028\u2029\ufeff]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Writes a `.strings` file, one entry a line in the given order: UTF-16, big-endian, with byte order mark, which is what Apple asks
 * for (and what real passes mostly hold); a device reads it whatever letters are in it. Half surrogate pairs become U+FFFD.
 *
 * @example
 * ```ts
 * writeStrings([["gate_label", "Gate"]]); // "gate_label" = "Gate";
 * ```
 */
export function writeStrings(entries: Iterable<readonly [key: string, value: string]>): Uint8Array {
  let text = "\ufeff";
  for (const [key, value] of entries) text += `"${escapeText(key)}" = "${escapeText(value)}";\n`;
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(2 * index, text.charCodeAt(index));
  return bytes;
}

function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(SPECIAL, (letter) => ESCAPES[letter] ?? `\\U${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
