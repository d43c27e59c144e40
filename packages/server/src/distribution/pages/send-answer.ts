import type { IncomingMessage, ServerResponse } from "node:http";
import { answerFile } from "../../http/file-answer.ts";
import { DEVICE_HEADERS } from "./device-kind.ts";
import type { PageAnswer } from "./page-request.ts";
import { PAGE_POLICY } from "./page-style.ts";

/** An answer and what of the request shapes it. */
export interface PageSending {
  readonly answer: PageAnswer;
  readonly method: "GET" | "HEAD" | "POST";
  readonly language: string;
}

/** On everything: pages are one person's, looked for by nobody, told to no other site. */
const EVERYWHERE = [
  "x-content-type-options",
  "nosniff",
  "referrer-policy",
  "no-referrer",
  "x-robots-tag",
  "noindex, nofollow, noarchive",
  "cross-origin-resource-policy",
  "same-origin",
  "permissions-policy",
  "camera=(), geolocation=(), microphone=()",
  "vary",
  `Accept-Language, ${DEVICE_HEADERS}`,
] as const;

/** Of a pass nothing is kept by anyone on the way, nor in the browser of a shared machine. */
const PRIVATE = ["cache-control", "private, no-store"] as const;

/** Writes an answer; gives its status. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  { answer, method, language }: PageSending,
): number {
  const { status, headers, chunks } = toParts(request, answer, method, language);
  const all = ["x-request-id", requestId, ...headers, ...EVERYWHERE];
  if (!headers.includes("cache-control")) all.push(...PRIVATE);
  // What is still coming of a body that is not wanted is not read to an end that a stranger decides on.
  if (!request.complete) all.push("connection", "close");
  response.writeHead(status, all);
  if (method !== "HEAD") for (const chunk of chunks) response.write(chunk);
  response.end();
  return status;
}

function toParts(request: IncomingMessage, answer: PageAnswer, method: PageSending["method"], language: string) {
  switch (answer.kind) {
    case "page": {
      const body = Buffer.from(answer.page);
      const headers = ["content-type", "text/html; charset=utf-8", "content-length", String(body.length)];
      headers.push("content-language", language, "content-security-policy", PAGE_POLICY, "x-frame-options", "DENY");
      return { status: answer.status, headers: [...headers, ...(answer.headers ?? [])], chunks: [body] };
    }
    case "redirect":
      return { status: 303, headers: ["location", answer.to, "content-length", "0"], chunks: [] };
    case "file": {
      const headers = answer.isWhole === true ? { ...request.headers, range: undefined } : request.headers;
      const file = answerFile(method === "HEAD" ? "HEAD" : "GET", headers, answer);
      return { ...file, headers: [...file.headers, ...answer.headers] };
    }
    default:
      return answer satisfies never;
  }
}
