/** First bytes of what people have in hand instead of a pass. */
const FOREIGN_FILES: readonly (readonly [signature: readonly number[], reason: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "it begins like one, but its end is missing (an incomplete download?)"],
  [[0x1f, 0x8b], "it is compressed with gzip"],
  [[0x52, 0x61, 0x72, 0x21], "it is a RAR archive"],
  [[0x37, 0x7a, 0xbc, 0xaf], "it is a 7z archive"],
  [[0x25, 0x50, 0x44, 0x46], "it is a PDF document"],
  [[0x89, 0x50, 0x4e, 0x47], "it is a PNG image"],
  [[0xff, 0xd8, 0xff], "it is a JPEG image"],
  [[0x62, 0x70, 0x6c, 0x69, 0x73, 0x74], "it is a binary property list"],
];

const HEAD_BYTES = 512;

/** What bytes that are no ZIP seem to be: the page of a server's error, a pass.json without its archive … */
export function describeForeignFile(bytes: Uint8Array): string {
  if (bytes.length === 0) return "it is empty";
  const known = FOREIGN_FILES.find(([signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (known) return known[1];
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)).trimStart().toLowerCase();
  if (head.startsWith("<!doctype html") || head.startsWith("<html"))
    return "it is an HTML page (an error or login page of a server?)";
  if (head.startsWith("<?xml")) return "it is an XML document";
  if (head.startsWith("{") || head.startsWith("[")) return "it is JSON text (a pass.json without its package?)";
  return "it has no end record that leads to a central directory";
}
