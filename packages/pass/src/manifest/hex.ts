/** Every byte as two digits, so that a digest costs 20 look-ups and no arithmetic. */
const BYTES = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += BYTES[byte] ?? "";
  return hex;
}
