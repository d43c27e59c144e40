import { inflateSync } from "node:zlib";

/** A value of PDF (ISO 32000-1, 7.3) as the tests look at it; names keep their slash. */
export type PdfValue = string | number | boolean | null | PdfReference | readonly PdfValue[] | PdfDict;

export class PdfReference {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

export interface PdfDict {
  readonly [name: `/${string}`]: PdfValue;
}

/** An object of a file, the data of a stream unpacked. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly data: string | null;
}

const TOKEN = /\s*(<<|>>|\[|\]|\/[^\s/<>[\]()]*|<[\da-fA-F\s]*>|\d+ \d+ R\b|[-+]?[\d.]+|true|false|null|\()/uy;

/** Reads the objects of a file as we write them: none in streams of objects, every length direct. */
export function readObjects(bytes: Uint8Array): ReadonlyMap<number, PdfObject> {
  const text = Buffer.from(bytes).toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const { index, 0: head, 1: number } of text.matchAll(/(?<=\n)(\d+) 0 obj\s/gu)) {
    const reader = { text, at: index + head.length };
    const value = readValue(reader);
    const stream = /\s*stream\r?\n/uy;
    stream.lastIndex = reader.at;
    const start = stream.exec(text);
    let data: string | null = null;
    if (start !== null && isDict(value)) {
      const from = reader.at + start[0].length;
      const raw = bytes.subarray(from, from + Number(value["/Length"]));
      data = Buffer.from(value["/Filter"] === "/FlateDecode" ? inflateSync(raw) : raw).toString("latin1");
    }
    objects.set(Number(number), { value, data });
  }
  return objects;
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof PdfReference);
}

interface Reader {
  readonly text: string;
  at: number;
}

function take(reader: Reader): string {
  TOKEN.lastIndex = reader.at;
  const found = TOKEN.exec(reader.text);
  if (found === null) throw new Error(`no value of PDF: ${reader.text.slice(reader.at, reader.at + 40)}`);
  reader.at = TOKEN.lastIndex;
  return found[1] ?? "";
}

function readValue(reader: Reader, token = take(reader)): PdfValue {
  if (token === "<<") return readDict(reader);
  if (token === "[") return readArray(reader);
  if (token === "(") return readString(reader);
  if (token.startsWith("/")) return token;
  if (token.startsWith("<")) return Buffer.from(token.slice(1, -1), "hex").toString("latin1");
  if (token.endsWith("R")) return new PdfReference(Number.parseInt(token, 10));
  if (token === "null") return null;
  return token === "true" || token === "false" ? token === "true" : Number(token);
}

function readDict(reader: Reader): PdfDict {
  const dict: Record<`/${string}`, PdfValue> = {};
  for (let name = take(reader); name !== ">>"; name = take(reader)) dict[`/${name.slice(1)}`] = readValue(reader);
  return dict;
}

function readArray(reader: Reader): PdfValue[] {
  const items: PdfValue[] = [];
  for (let token = take(reader); token !== "]"; token = take(reader)) items.push(readValue(reader, token));
  return items;
}

/** A string in parentheses; what is escaped stays as it stands. */
function readString(reader: Reader): string {
  let depth = 1;
  const from = reader.at;
  for (; depth > 0; reader.at += 1) {
    const letter = reader.text[reader.at];
    if (letter === undefined) throw new Error("a string without an end");
    if (letter === "\\") reader.at += 1;
    else if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
  }
  return reader.text.slice(from, reader.at - 1);
}
