import { RenderError } from "../../errors.ts";
import { inflate } from "./inflate.ts";

/** A font file larger than this, packed or not, is refused. */
const MAX_FONT_BYTES = 64 * 1024 * 1024;
const WOFF = 0x774f4646;
const WOFF2 = 0x774f4632;

/**
 * A font file as TrueType or OpenType: WOFF is unpacked, everything else handed back as it is.
 *
 * @throws {RenderError} `ERR_RENDER_FONT_INVALID` for WOFF2 (its compression is in no runtime's reach) and damaged files.
 * Source: W3C, WOFF File Format 1.0.
 */
export async function toSfnt(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length < 44) throw invalid("it is too short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = view.getUint32(0);
  if (signature === WOFF2) throw invalid("it is WOFF2; give it as WOFF, TrueType or OpenType");
  if (signature !== WOFF) return bytes;
  const count = view.getUint16(12);
  const total = view.getUint32(16);
  if (total > MAX_FONT_BYTES || 44 + count * 20 > bytes.length) throw invalid("its table directory is cut off");
  const out = new Uint8Array(total);
  const outView = new DataView(out.buffer);
  outView.setUint32(0, view.getUint32(4));
  outView.setUint16(4, count);
  let at = 12 + count * 16;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((part) => view.getUint32(entry + part)) as [number, number, number];
    if (offset + packed > bytes.length || at + length > total) throw invalid("a table lies outside of it");
    const stored = bytes.slice(offset, offset + packed);
    const table = packed < length ? await unpack(stored) : stored;
    if (table.length !== length) throw invalid("a table has another length than it says");
    out.set(table, at);
    out.set(bytes.subarray(entry, entry + 4), 12 + index * 16);
    outView.setUint32(12 + index * 16 + 4, view.getUint32(entry + 16));
    outView.setUint32(12 + index * 16 + 8, at);
    outView.setUint32(12 + index * 16 + 12, length);
    at += (length + 3) & ~3;
  }
  return out;
}

async function unpack(stored: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  try {
    return await inflate(stored, "deflate");
  } catch (error) {
    throw invalid("a table cannot be unpacked", error);
  }
}

function invalid(what: string, cause?: unknown): RenderError {
  return new RenderError("ERR_RENDER_FONT_INVALID", `The font cannot be read: ${what}.`, { cause });
}
