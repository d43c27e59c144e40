/** Bytes that are made while they are compressed, so that all of them are never in memory at once. */
export interface ByteSource {
  /** How many they are. */
  readonly length: number;
  /** The least room that `next` needs to go on. */
  readonly largestStep: number;
  /** Writes the next of them into `into` from `from` on, as many whole steps as have room. @returns where they end. */
  readonly next: (into: Uint8Array, from: number) => number;
}

/** Bytes that are in memory already. */
export function bytesAsSource(bytes: Uint8Array): ByteSource {
  let at = 0;
  const next = (into: Uint8Array, from: number): number => {
    const part = bytes.subarray(at, at + into.length - from);
    into.set(part, from);
    at += part.length;
    return from + part.length;
  };
  return { length: bytes.length, largestStep: 1, next };
}
