/** The bytes of deflated data in Base64. */
export function inflateBase64(packed: string): Promise<Uint8Array> {
  return inflate(decodeBase64(packed), "deflate-raw");
}

/** Unpacks data of our own, or a table of a WOFF file, whose length its header gives. */
export async function inflate(data: Uint8Array<ArrayBuffer>, format: "deflate" | "deflate-raw"): Promise<Uint8Array> {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
