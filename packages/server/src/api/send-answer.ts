import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { MEDIA_TYPES } from "@passwright/wallet/protocol";
import type { ApiAnswer } from "./api-context.ts";
import { ApiProblem, toProblemDocument } from "./api-problem.ts";
import { PROBLEMS } from "./contract/problems.ts";

/** Writes an answer, or the document of a problem. Rejects when the connection or what is written as it comes breaks off. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  given: ApiAnswer | ApiProblem,
  { requestId, headers }: { readonly requestId: string; readonly headers: readonly string[] },
): Promise<void> {
  if (response.destroyed || response.headersSent) return;
  const parts = given instanceof ApiProblem ? toProblemParts(given, requestId) : toParts(given);
  const all = ["x-request-id", requestId, "content-type", parts.type, ...parts.headers, ...headers];
  all.push("cache-control", "no-store", "x-content-type-options", "nosniff");
  // What is still coming of a body that is not wanted is not read to an end that a stranger decides on.
  if (!request.complete) all.push("connection", "close");
  if ("lines" in parts) {
    response.writeHead(parts.status, all);
    for await (const text of parts.lines) {
      if (!response.write(text)) await once(response, "drain", { signal: AbortSignal.timeout(DRAIN_MS) });
    }
  } else {
    const chunks = typeof parts.chunks === "string" ? [parts.chunks] : parts.chunks;
    const length = chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0);
    response.writeHead(parts.status, [...all, "content-length", String(length)]);
    // A text goes out in one piece with the head.
    const last = chunks.at(-1);
    for (const chunk of chunks.slice(0, -1)) response.write(chunk);
    response.end(last);
    return;
  }
  response.end();
}

/** A reader that stands still for so long is not written to any more. */
const DRAIN_MS = 60_000;

type Parts = {
  readonly status: number;
  readonly type: string;
  readonly headers: readonly string[];
} & ({ readonly chunks: string | readonly Uint8Array[] } | { readonly lines: AsyncIterable<string> });

function toProblemParts(problem: ApiProblem, requestId: string): Parts {
  const text = JSON.stringify(toProblemDocument(problem, requestId));
  const { status } = PROBLEMS[problem.problem];
  return { status, type: "application/problem+json", chunks: text, headers: problem.headers };
}

function toParts({ status, headers = [], body }: ApiAnswer): Parts {
  if ("json" in body) {
    const text = typeof body.json === "string" ? body.json : JSON.stringify(body.json);
    return { status, type: "application/json", chunks: text, headers };
  }
  if ("lines" in body) return { status, type: body.type, lines: body.lines, headers };
  if ("events" in body) throw new Error("events are no answer of one piece");
  const { type, chunks, fileName } = toFile(body);
  if (fileName === undefined) return { status, type, chunks, headers };
  return { status, type, chunks, headers: [...headers, "content-disposition", `attachment; filename="${toSafeName(fileName)}"`] };
}

type FileBody = Extract<ApiAnswer["body"], { readonly pass: unknown } | { readonly bundle: unknown } | { readonly bytes: unknown }>;

function toFile(body: FileBody): {
  readonly type: string;
  readonly chunks: readonly Uint8Array[];
  readonly fileName: string | undefined;
} {
  if ("pass" in body) return { type: MEDIA_TYPES.pass, chunks: body.pass, fileName: `${body.fileName}.pkpass` };
  if ("bundle" in body) return { type: MEDIA_TYPES.bundle, chunks: body.bundle, fileName: `${body.fileName}.pkpasses` };
  return { type: body.type, chunks: [body.bytes], fileName: body.fileName };
}

/** Only what no header and no file system takes for something else. */
function toSafeName(name: string): string {
  const dot = name.lastIndexOf(".");
  return `${name
    .slice(0, dot)
    .replaceAll(/[^\w.@+~=-]/gu, "_")
    .slice(0, 100)}${name.slice(dot)}`;
}
