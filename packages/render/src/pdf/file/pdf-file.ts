import { fingerprint } from "./fingerprint.ts";
import { array, dict, integer, ref } from "./pdf-syntax.ts";
import { bytesAsSource, type ByteSource } from "../../picture/png-format/byte-source.ts";
import { zlibStream } from "../../picture/png-format/zlib-stream.ts";

/** A file while it is being written: objects by number, in any order. */
export interface PdfFile {
  /** The number of an object that is written later. */
  reserve(): number;
  /** Writes a reserved object. */
  write(id: number, body: string): void;
  /** Writes an object and gives its number. */
  add(body: string): number;
  /** Adds a stream, compressed. Entries say what it is; its length and filter are added. */
  addStream(entries: Readonly<Record<string, string | number | undefined>>, content: string | Uint8Array | ByteSource): number;
  /** A stream that stands as it is: metadata that programs find without reading the file. */
  addPlainStream(entries: Readonly<Record<string, string | number | undefined>>, content: string): number;
  /** The whole file. */
  finish(root: number, info: number): Uint8Array;
}

// The second line tells programs that the file is not text (ISO 32000-1, 7.5.2).
const HEADER = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";

export function createPdfFile(): PdfFile {
  const objects: (readonly Uint8Array[])[] = [];
  const encoder = new TextEncoder();

  const writeStream = (
    entries: Readonly<Record<string, string | number | undefined>>,
    bytes: Uint8Array,
    filter: string | undefined,
  ): number => {
    const head = dict({ ...entries, Filter: filter, Length: integer(bytes.length) });
    objects.push([latin(`${head}\nstream\n`), bytes, latin("\nendstream")]);
    return objects.length;
  };

  return {
    reserve: () => objects.push([]),
    write(id, body) {
      objects[id - 1] = [latin(body)];
    },
    add: (body) => objects.push([latin(body)]),
    addStream: (entries, content) => writeStream(entries, zlibStream(toSource(content)), "/FlateDecode"),
    addPlainStream: (entries, content) => writeStream(entries, encoder.encode(content), undefined),
    finish: (root, info) => assemble(objects, root, info),
  };
}

/** Objects, where each of them begins, and where to begin to read (7.5). */
function assemble(objects: readonly (readonly Uint8Array[])[], root: number, info: number): Uint8Array {
  const parts: Uint8Array[] = [latin(HEADER)];
  const offsets: number[] = [];
  let at = HEADER.length;
  const push = (part: Uint8Array): void => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    push(latin(`${index + 1} 0 obj\n`));
    for (const part of object) push(part);
    push(latin("\nendobj\n"));
  }
  const id = `<${fingerprint(parts)}>`;
  const start = at;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  push(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}`));
  const trailer = dict({ Size: integer(objects.length + 1), Root: ref(root), Info: ref(info), ID: array([id, id]) });
  push(latin(`trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`));
  const file = new Uint8Array(at);
  let to = 0;
  for (const part of parts) {
    file.set(part, to);
    to += part.length;
  }
  return file;
}

/** A byte for each character; all that is written above is below U+0100. */
function latin(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function toSource(content: string | Uint8Array | ByteSource): ByteSource {
  if (typeof content === "string") return bytesAsSource(latin(content));
  return content instanceof Uint8Array ? bytesAsSource(content) : content;
}
