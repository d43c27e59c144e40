/** Where the lanes begin: with one beginning all would say the same. */
const LANES = [0x811c9dc5, 0x2f6b1a3d, 0xc4ceb9fe, 0x85ebca6b] as const;

/**
 * 16 bytes of hex that tell contents apart, for names of subsets and the file's identifier. Not for security: whoever wants to can
 * make two contents with one fingerprint. (FNV-1a in four lanes, each stirred by its own count.)
 */
export function fingerprint(parts: readonly Uint8Array[]): string {
  const lanes = Int32Array.from(LANES);
  let [a, b, c, d] = LANES as readonly [number, number, number, number];
  for (const part of parts) {
    for (const byte of part) {
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte ^ (a >>> 24), 0x01000193);
      c = Math.imul(c ^ byte ^ (b >>> 24), 0x01000193);
      d = Math.imul(d ^ byte ^ (c >>> 24), 0x01000193);
    }
  }
  lanes.set([a, b, c, d]);
  return Array.from(lanes, (lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
