import { platform } from "#platform";
import { PassError } from "../errors.ts";
import type { ArchiveOddityKind } from "./archive-report.ts";
import type { DirectoryRecord } from "./central-directory.ts";
import { METHOD_DEFLATED, METHOD_STORED } from "./zip-format.ts";

/** The bytes of a file, if any came out, and what is wrong with them. */
export interface UnpackedEntry {
  readonly bytes: Uint8Array | null;
  readonly problem: { readonly kind: ArchiveOddityKind; readonly detail: string } | null;
}

/**
 * Unpacks data by the first of the methods whose result has the announced checksum. Never more comes out than the central
 * directory announces, so what its sizes sum up to (checked before) bounds the memory.
 */
export async function unpackEntry(packed: Uint8Array, record: DirectoryRecord, methods: readonly number[]): Promise<UnpackedEntry> {
  let best: UnpackedEntry | null = null;
  for (const method of methods) {
    const result = await unpackBy(method, packed, record);
    if (result.bytes && (result.problem === null || result.problem.kind === "size-mismatch")) return result;
    if (best === null || (best.bytes === null && result.bytes !== null)) best = result;
  }
  return best ?? { bytes: null, problem: { kind: "unsupported-method", detail: String(record.method) } };
}

async function unpackBy(method: number, packed: Uint8Array, record: DirectoryRecord): Promise<UnpackedEntry> {
  switch (method) {
    case METHOD_STORED:
      return compare(packed, record);
    case METHOD_DEFLATED:
      // Some writers leave out even the empty block of an empty file.
      if (packed.length === 0 && record.size === 0) return compare(packed, record);
      return inflate(packed, record);
    default:
      return { bytes: null, problem: { kind: "unsupported-method", detail: String(method) } };
  }
}

async function inflate(packed: Uint8Array, record: DirectoryRecord): Promise<UnpackedEntry> {
  try {
    return compare(await platform.inflateRaw(packed, record.size), record);
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    const problem =
      error.code === "ERR_PASS_ARCHIVE_LIMIT"
        ? ({ kind: "size-mismatch", detail: `more than the announced ${record.size}` } as const)
        : ({ kind: "damaged-entry", detail: error.message } as const);
    return { bytes: null, problem };
  }
}

function compare(bytes: Uint8Array, record: DirectoryRecord): UnpackedEntry {
  const crc32 = platform.crc32(bytes);
  if (crc32 !== record.crc32)
    return { bytes, problem: { kind: "checksum", detail: `${toHex(crc32)}, not ${toHex(record.crc32)}` } };
  if (bytes.length !== record.size)
    return { bytes, problem: { kind: "size-mismatch", detail: `${bytes.length}, not ${record.size}` } };
  return { bytes, problem: null };
}

function toHex(crc32: number): string {
  return crc32.toString(16).padStart(8, "0");
}
