import { PassError } from "../errors.ts";
import { fromBase64, toBase64 } from "./base64.ts";

/** What a PEM text may hold before it is refused: a chain with its key is some 10 KB. */
export const PEM_LIMITS = { maxCharacters: 1_048_576, maxBlocks: 64 } as const;

/** One `-----BEGIN …-----` block. */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY`, `ENCRYPTED PRIVATE KEY`, `RSA PRIVATE KEY` … */
  readonly label: string;
  /** The headers of RFC 1421, which OpenSSL's old key encryption uses (`Proc-Type`, `DEK-Info`). */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

const BEGIN = "-----BEGIN ";
const DASHES = "-----";

/**
 * The blocks of a PEM text in their order (RFC 7468 §3, its lax form): any line ends, a byte order mark, text before,
 * between and after (the "Bag Attributes" of `openssl pkcs12`), and line ends spelled `\n`, as environment variables hold them.
 *
 * @returns An empty list when the text has no block at all.
 * @throws PassError `ERR_PASS_PEM_INVALID` for a block without an end or with damaged Base64.
 *
 * @example
 * ```ts
 * const [certificate] = readPem(text).filter((block) => block.label === "CERTIFICATE");
 * ```
 */
export function readPem(text: string): readonly PemBlock[] {
  if (text.length > PEM_LIMITS.maxCharacters) {
    throw new PassError("ERR_PASS_PEM_INVALID", `The PEM text is longer than ${PEM_LIMITS.maxCharacters} characters.`);
  }
  const blocks: PemBlock[] = [];
  let at = 0;
  for (;;) {
    const begin = text.indexOf(BEGIN, at);
    if (begin === -1) return blocks;
    if (blocks.length === PEM_LIMITS.maxBlocks) {
      throw new PassError("ERR_PASS_PEM_INVALID", `The PEM text holds more than ${PEM_LIMITS.maxBlocks} blocks.`);
    }
    const labelEnd = text.indexOf(DASHES, begin + BEGIN.length);
    const label = labelEnd === -1 ? "" : text.slice(begin + BEGIN.length, labelEnd);
    if (!/^[A-Z0-9][A-Z0-9 .#-]{0,63}$/.test(label)) {
      throw new PassError(
        "ERR_PASS_PEM_INVALID",
        "The text has a line that starts like PEM (-----BEGIN …) but does not end in -----.",
      );
    }
    const bodyStart = labelEnd + DASHES.length;
    const endLine = `-----END ${label}-----`;
    const end = text.indexOf(endLine, bodyStart);
    if (end === -1) {
      throw new PassError("ERR_PASS_PEM_INVALID", `The PEM block "${label}" has no line ${endLine}: the text is cut off.`);
    }
    blocks.push(readBlock(label, text.slice(bodyStart, end)));
    at = end + endLine.length;
  }
}

/**
 * A DER structure as PEM: lines of 64 characters, ended by `\n`.
 *
 * @example
 * ```ts
 * const text = writePem("CERTIFICATE", certificate);
 * ```
 */
export function writePem(label: string, der: Uint8Array): string {
  const base64 = toBase64(der);
  const lines = [`-----BEGIN ${label}-----`];
  for (let at = 0; at < base64.length; at += 64) lines.push(base64.slice(at, at + 64));
  lines.push(`-----END ${label}-----`, "");
  return lines.join("\n");
}

/**
 * The text in bytes that are not DER: UTF-8, or UTF-16 with a byte order mark, which is what `openssl … > key.pem` leaves in
 * Windows PowerShell. Null for bytes that start as DER does (a SEQUENCE).
 */
export function pemTextOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0x30) return null;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function readBlock(label: string, body: string): PemBlock {
  // A value of an environment variable or of JSON that was escaped once too often.
  const text = body.includes("\n") || body.includes("\r") ? body : body.replaceAll("\\r", "").replaceAll("\\n", "\n");
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const headers = new Map<string, string>();
  let at = lines.findIndex((line) => line !== "");
  for (let last = ""; at !== -1 && at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const colon = line.indexOf(":");
    if (colon > 0) {
      last = line.slice(0, colon);
      headers.set(last, line.slice(colon + 1).trim());
    } else if (headers.size > 0 && line !== "" && !isBase64(line)) {
      headers.set(last, `${headers.get(last) ?? ""}${line}`);
    } else {
      break;
    }
  }
  const bytes = fromBase64(at === -1 ? "" : lines.slice(at).join(""));
  if (bytes === null) throw new PassError("ERR_PASS_PEM_INVALID", `The Base64 of the PEM block "${label}" is damaged.`);
  if (bytes.length === 0) throw new PassError("ERR_PASS_PEM_INVALID", `The PEM block "${label}" is empty.`);
  return { label, headers, bytes };
}

function isBase64(line: string): boolean {
  return /^[A-Za-z0-9+/=]+$/.test(line);
}
