/** SHA-256 in lower-case hex: the name of a pass's bytes in the store. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  // A copy where the bytes lie in memory that is shared between threads, which WebCrypto does not take.
  const digest = await crypto.subtle.digest(
    "SHA-256",
    bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes),
  );
  return toHex(new Uint8Array(digest));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
