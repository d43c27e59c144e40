import { platform } from "#platform";

/** What a header of an entry says; left out, it is the truth. */
export interface RawHeader {
  readonly name?: string | Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly crc32?: number;
  readonly compressedSize?: number;
  readonly size?: number;
  readonly extra?: Uint8Array;
  /** In the directory only. */
  readonly offset?: number;
  /** In the directory only: POSIX mode. */
  readonly mode?: number;
}

/** An entry of a ZIP archive that may lie in either header. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  /** The file as it is when unpacked. */
  readonly content?: Uint8Array;
  /** 8 deflates the content; any other number stores it under that number. */
  readonly method?: number;
  /** The data in the archive instead of what the method makes of the content. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly local?: RawHeader;
  readonly directory?: RawHeader;
  /** Put after the data: a data descriptor, a gap. */
  readonly after?: Uint8Array;
  /** No local part is written; the directory record alone. */
  readonly directoryOnly?: boolean;
}

/** What is around the entries, and what the end record says of them. */
export interface RawFrame {
  readonly leading?: Uint8Array;
  readonly trailing?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly commentSize?: number;
  readonly entries?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  /** Put between the directory and the end record, given the true numbers. */
  readonly beforeEnd?: (facts: { readonly entries: number; readonly size: number; readonly offset: number }) => Uint8Array;
}

const utf8 = new TextEncoder();

/** Little-endian numbers one after another: `[bytes, value]`. */
export function packNumbers(...fields: readonly (readonly [width: 2 | 4 | 8, value: number | bigint])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, Number(value), true);
    else if (width === 4) view.setUint32(at, Number(value), true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return bytes;
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Writes a ZIP archive by hand, true or not. Independent of the writer under test. */
export async function buildRawZip(entries: readonly RawEntry[], frame: RawFrame = {}): Promise<Uint8Array> {
  const locals: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = entry.content ?? new Uint8Array();
    const method = entry.method ?? 0;
    const packed = entry.packed ?? (method === 8 ? await platform.deflateRaw(content) : content);
    const truth: RawHeader = {
      name: entry.name,
      flags: entry.flags ?? 0,
      method,
      crc32: platform.crc32(content),
      compressedSize: packed.length,
      size: content.length,
      offset,
      mode: 0,
    };
    if (!entry.directoryOnly) {
      const local = concat(localHeader({ ...truth, ...entry.local }), packed, entry.after ?? new Uint8Array());
      locals.push(local);
      offset += local.length;
    }
    records.push(directoryHeader({ ...truth, ...entry.directory }));
  }
  const directory = concat(...records);
  const facts = { entries: entries.length, size: directory.length, offset };
  const count = frame.entries ?? entries.length;
  const comment = frame.comment ?? new Uint8Array();
  const end = packNumbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, frame.directorySize ?? directory.length],
    [4, frame.directoryOffset ?? offset],
    [2, frame.commentSize ?? comment.length],
  );
  const none = new Uint8Array();
  return concat(
    frame.leading ?? none,
    ...locals,
    directory,
    frame.beforeEnd?.(facts) ?? none,
    end,
    comment,
    frame.trailing ?? none,
  );
}

function nameOf(header: RawHeader): Uint8Array {
  return typeof header.name === "string" ? utf8.encode(header.name) : (header.name ?? new Uint8Array());
}

function common(header: RawHeader): readonly (readonly [2 | 4 | 8, number])[] {
  return [
    [2, 20],
    [2, header.flags ?? 0],
    [2, header.method ?? 0],
    [2, 0],
    [2, 0x21],
    [4, header.crc32 ?? 0],
    [4, header.compressedSize ?? 0],
    [4, header.size ?? 0],
    [2, nameOf(header).length],
    [2, header.extra?.length ?? 0],
  ];
}

function localHeader(header: RawHeader): Uint8Array {
  return concat(packNumbers([4, 0x04034b50], ...common(header)), nameOf(header), header.extra ?? new Uint8Array());
}

function directoryHeader(header: RawHeader): Uint8Array {
  const fixed = packNumbers(
    [4, 0x02014b50],
    [2, 0x0314],
    ...common(header),
    [2, 0],
    [2, 0],
    [2, 0],
    [4, (header.mode ?? 0) * 0x10000],
    [4, header.offset ?? 0],
  );
  return concat(fixed, nameOf(header), header.extra ?? new Uint8Array());
}
