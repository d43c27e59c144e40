/** Characters are made in pieces: one call with a whole picture would be too many arguments. */
const PIECE = 0x6000;

/** Bytes as Base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}
