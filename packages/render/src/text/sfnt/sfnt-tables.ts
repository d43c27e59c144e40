import { RenderError } from "../../errors.ts";

/** The tables of a TrueType or OpenType file by tag, each as a view of its bytes. */
export type SfntTables = ReadonlyMap<string, DataView>;

/** No font has as many; a file that says so is none. */
const MAX_TABLES = 64;

/**
 * Reads the table directory of a font file.
 *
 * @throws {RenderError} `ERR_RENDER_FONT_INVALID` when the bytes are no such file or a table lies outside of them.
 * Source: OpenType 1.9.1, "Organization of an OpenType font".
 */
export function readSfntTables(bytes: Uint8Array): SfntTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes.length < 12 ? 0 : view.getUint32(0);
  if (version !== 0x00010000 && version !== 0x4f54544f && version !== 0x74727565) throw invalid("it is not TrueType or OpenType");
  const count = view.getUint16(4);
  if (count > MAX_TABLES || 12 + count * 16 > bytes.length) throw invalid("its table directory is cut off");
  const tables = new Map<string, DataView>();
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length > bytes.length) throw invalid(`its table ${JSON.stringify(tag)} lies outside of the file`);
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

function invalid(what: string): RenderError {
  return new RenderError("ERR_RENDER_FONT_INVALID", `The font cannot be read: ${what}.`);
}
