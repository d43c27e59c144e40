import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { formatHttpDate, isNotModified } from "@passwright/wallet/protocol";
import { type ByteRange, cutRange, readRange } from "./byte-range.ts";

/** A file to be sent, whole or in parts. */
export interface SentFile {
  readonly type: string;
  readonly chunks: readonly Uint8Array[];
  readonly size: number;
  /** Whole seconds since 1970. */
  readonly modifiedAt: number;
}

/** What goes out for it. */
export interface FileAnswer {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: readonly string[];
  readonly chunks: readonly Uint8Array[];
}

/** Digests of what was sent lately; gone with the chunks, which the caches of passes hold. */
const ETAGS = new WeakMap<readonly Uint8Array[], string>();

/**
 * What answers a GET or HEAD for a file: conditions first, then ranges (RFC 9110 §13.2.2). A part of a file that has changed since
 * is not sent (`If-Range`).
 */
export function answerFile(method: "GET" | "HEAD", headers: IncomingHttpHeaders, file: SentFile): FileAnswer {
  const { type, chunks, size } = file;
  const modified = new Date(file.modifiedAt * 1000);
  const etag = etagOf(chunks);
  const known = ["etag", etag, "last-modified", formatHttpDate(modified), "accept-ranges", "bytes"];
  if (isKnown(headers, etag, modified)) return { status: 304, headers: known, chunks: [] };
  // Of other methods than GET a range means nothing (§14.2).
  const isRangeMeant = method === "GET" && isSameAs(headers["if-range"], etag, modified);
  const wish = isRangeMeant ? readRange(headers.range, size) : ({ kind: "whole" } as const);
  switch (wish.kind) {
    case "unsatisfiable":
      return { status: 416, headers: [...known, "content-range", `bytes */${size}`, "content-length", "0"], chunks: [] };
    case "parts":
      return toParts(file, wish.parts, known);
    case "whole":
      break;
  }
  return { status: 200, headers: [...known, "content-type", type, "content-length", String(size)], chunks };
}

function isKnown(headers: IncomingHttpHeaders, etag: string, modified: Date): boolean {
  const match = headers["if-none-match"];
  // With an entity tag given, the date is not asked (§13.1.3).
  if (match !== undefined) return match.trim() === "*" || match.split(",").some((one) => one.trim().replace(/^W\//u, "") === etag);
  const since = headers["if-modified-since"];
  return since !== undefined && isNotModified(modified, since);
}

/** Whether a condition on a part is met: only a strong comparison counts (§13.1.5). */
function isSameAs(condition: string | string[] | undefined, etag: string, modified: Date): boolean {
  if (condition === undefined) return true;
  return typeof condition === "string" && (condition.trim() === etag || condition.trim() === formatHttpDate(modified));
}

function toParts({ type, chunks, size }: SentFile, parts: readonly ByteRange[], known: readonly string[]): FileAnswer {
  const rangeOf = ({ first, last }: ByteRange) => `bytes ${first}-${last}/${size}`;
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    const length = String(only.last - only.first + 1);
    const headers = [...known, "content-type", type, "content-range", rangeOf(only), "content-length", length];
    return { status: 206, headers, chunks: cutRange(chunks, only) };
  }
  // Any text that is not in the file: its digest cannot be.
  const boundary = createHash("sha256")
    .update(`boundary ${known.join(" ")}`)
    .digest("hex")
    .slice(0, 40);
  const body = parts.flatMap((part) => [
    Buffer.from(`\r\n--${boundary}\r\nContent-Type: ${type}\r\nContent-Range: ${rangeOf(part)}\r\n\r\n`, "latin1"),
    ...cutRange(chunks, part),
  ]);
  body.push(Buffer.from(`\r\n--${boundary}--\r\n`, "latin1"));
  const length = body.reduce((sum, chunk) => sum + chunk.length, 0);
  const headers = [...known, "content-type", `multipart/byteranges; boundary=${boundary}`, "content-length", String(length)];
  return { status: 206, headers, chunks: body };
}

function etagOf(chunks: readonly Uint8Array[]): string {
  const kept = ETAGS.get(chunks);
  if (kept !== undefined) return kept;
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  const etag = `"${hash.digest("base64url").slice(0, 22)}"`;
  ETAGS.set(chunks, etag);
  return etag;
}
