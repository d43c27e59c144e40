/** FNV-1a of bytes, as hex: a picture's fingerprint that every runtime computes alike. */
export function pixelHash(bytes: Uint8Array | Uint8ClampedArray): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
