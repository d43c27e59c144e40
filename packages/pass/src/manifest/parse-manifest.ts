/** What a manifest may cost before it counts as unreadable. Real ones have up to 60 entries and 5 KB. */
export const MANIFEST_LIMITS = { bytes: 1024 * 1024, entries: 5000 } as const;

/** A departure from strict JSON; `file` is the path it concerns. */
export interface ManifestTolerance {
  readonly kind: "byte-order-mark" | "trailing-comma" | "duplicate-path";
  readonly file?: string;
}

export type ParsedManifest =
  | { readonly readable: true; readonly entries: ReadonlyMap<string, string>; readonly tolerated: readonly ManifestTolerance[] }
  | { readonly readable: false; readonly problem: string };

/**
 * Reads a JSON object of strings and nothing else (RFC 8259): no nesting, so no recursion that a hostile file could drive deep,
 * and a Map, so that a path `__proto__` is a path. A trailing comma and a byte order mark are read over; of a path that stands
 * twice the last entry counts, as in JSON.parse.
 */
export function parseManifest(bytes: Uint8Array): ParsedManifest {
  if (bytes.length > MANIFEST_LIMITS.bytes) return unreadable(`it is larger than ${MANIFEST_LIMITS.bytes} bytes`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return unreadable("it is not UTF-8");
  }
  if (SHASUM_LINE.test(text)) return unreadable("it is the output of shasum, not JSON");
  try {
    return readObject(new Scanner(text));
  } catch (error) {
    if (error instanceof ManifestSyntaxError) return unreadable(error.message);
    throw error;
  }
}

/** `da39a3ee…  icon.png`: some tools write what the command `shasum` prints. */
const SHASUM_LINE = /^[0-9a-f]{40} [ *]\S/i;

const BYTE_ORDER_MARK = "\ufeff";

function unreadable(problem: string): ParsedManifest {
  return { readable: false, problem };
}

function readObject(scanner: Scanner): ParsedManifest {
  const entries = new Map<string, string>();
  const tolerated: ManifestTolerance[] = [];
  if (scanner.take(BYTE_ORDER_MARK)) tolerated.push({ kind: "byte-order-mark" });
  if (!scanner.takeToken("{")) throw scanner.error("it is not a JSON object");
  let closed = scanner.takeToken("}");
  while (!closed) {
    const file = scanner.readString("a path in quotes");
    if (!scanner.takeToken(":")) throw scanner.error("a colon is missing after a path");
    const digest = scanner.readString("a SHA-1 in quotes");
    if (entries.has(file)) tolerated.push({ kind: "duplicate-path", file });
    else if (entries.size === MANIFEST_LIMITS.entries) throw scanner.error(`it has more than ${MANIFEST_LIMITS.entries} entries`);
    entries.set(file, digest);
    const comma = scanner.takeToken(",");
    closed = scanner.takeToken("}");
    if (comma && closed) tolerated.push({ kind: "trailing-comma" });
    if (!comma && !closed) throw scanner.error("a comma or the closing brace is missing");
  }
  if (!scanner.atEnd()) throw scanner.error("something follows the closing brace");
  return { readable: true, entries, tolerated };
}

class ManifestSyntaxError extends Error {}

/** A place in the text that moves on. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(letter: string): boolean {
    if (this.#text[this.#at] !== letter) return false;
    this.#at += 1;
    return true;
  }

  takeToken(letter: string): boolean {
    this.#skipWhitespace();
    return this.take(letter);
  }

  atEnd(): boolean {
    this.#skipWhitespace();
    return this.#at === this.#text.length;
  }

  /** A JSON string; its escapes are left to JSON.parse. */
  readString(expected: string): string {
    this.#skipWhitespace();
    const start = this.#at;
    if (this.#text[start] !== '"') throw this.error(`${expected} is missing`);
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === "\\" ? 2 : 1;
    this.#at = end + 1;
    try {
      return String(JSON.parse(this.#text.slice(start, end + 1)));
    } catch {
      this.#at = start;
      throw this.error("a text in quotes is not closed or has a wrong escape");
    }
  }

  error(reason: string): ManifestSyntaxError {
    const line = this.#text.slice(0, this.#at).split("\n").length;
    return new ManifestSyntaxError(`${reason} (line ${line})`);
  }

  #skipWhitespace(): void {
    while (" \t\r\n".includes(this.#text[this.#at] ?? "x")) this.#at += 1;
  }
}
