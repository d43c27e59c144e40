import { PassError } from "../errors.ts";
import { asBufferSource } from "./web-bytes.ts";

/**
 * Input goes in by slices: a runtime may unpack a whole slice before anyone can read or stop it, and DEFLATE grows at
 * most 1032 times (a bomb), so a slice costs 17 MB at the worst.
 */
const SLICE_BYTES = 16 * 1024;

/** Raw DEFLATE by CompressionStream. */
export async function deflateRaw(bytes: Uint8Array): Promise<Uint8Array> {
  return (await pump(createStream("CompressionStream"), bytes, Number.POSITIVE_INFINITY)) ?? new Uint8Array();
}

/** Raw DEFLATE undone by DecompressionStream, stopped as soon as more than `maxBytes` have come out. */
export async function inflateRaw(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const result = await pump(createStream("DecompressionStream"), bytes, maxBytes).catch((cause: unknown) => {
    const reason = "the compressed data is damaged, cut off or followed by other bytes";
    throw new PassError("ERR_PASS_ARCHIVE_DAMAGED", `A file cannot be unpacked: ${reason}.`, { cause });
  });
  if (result) return result;
  throw new PassError("ERR_PASS_ARCHIVE_LIMIT", `More than ${maxBytes} bytes unpack from the compressed data.`, {
    details: { maxBytes },
  });
}

/** Browsers before 2023 have the streams without raw DEFLATE, or not at all; the constructor throws then. */
function createStream(name: "CompressionStream" | "DecompressionStream"): CompressionStream | DecompressionStream {
  try {
    return new globalThis[name]("deflate-raw");
  } catch (cause) {
    throw new PassError("ERR_PASS_RUNTIME", `${name} with the format deflate-raw is missing.`, { cause });
  }
}

/** What comes out of the stream; null when that is more than `maxBytes`. Rejects with the stream's error. */
async function pump(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader();
  const writer: WritableStreamDefaultWriter<BufferSource> = stream.writable.getWriter();
  // Errors of the input side come out at the reader as well; here they only end the feeding.
  const fed = feed(writer, bytes).catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      // Not awaited: a stream need not answer before it has finished its slice, and nobody waits for its rest.
      writer.abort().catch(() => undefined);
      reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(value);
  }
  await fed;
  return concatenate(chunks, size);
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array): Promise<void> {
  const source = asBufferSource(bytes);
  for (let at = 0; at < source.length; at += SLICE_BYTES) {
    await writer.ready;
    await writer.write(source.subarray(at, at + SLICE_BYTES));
  }
  await writer.close();
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const result = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}
