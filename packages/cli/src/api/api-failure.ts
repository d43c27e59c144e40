import type { ApiError, ApiFault } from "@passwright/server/client";
import { EXIT, type ExitCode } from "../exit-code.ts";

/** What to do, where a command line has an answer. */
const HINTS: Readonly<Partial<Record<ApiFault, string>>> = {
  unauthenticated: "Give a valid key in PASSWRIGHT_API_KEY; passwright keys create makes one where the server's data folder is.",
  forbidden: "Use a key that may: passwright api keys create.",
  unreachable: "Is --server right, and does the server run?",
  "unexpected-answer": "Is --server the address of a Passwright server, without /api?",
  "no-certificate":
    "passwright api certificates import brings one with its key, passwright api certificates request begins with Apple.",
  "revision-conflict": "Look at it again: passwright api passes show.",
};

/** Faults that lie with how the command was called, not with what was asked for. */
const MISUSE: ReadonlySet<ApiFault> = new Set(["unauthenticated", "forbidden", "unreachable", "unexpected-answer"]);

/** What a call that came to nothing says at a terminal. */
export function describeApiFailure(error: ApiError): {
  readonly message: string;
  readonly hint: string | undefined;
  readonly code: ExitCode;
} {
  const { fault, document, requestId } = error;
  const faults = (document?.faults ?? []).map(({ place, message }) => `\n  ${place} ${message}`.trimEnd()).join("");
  const trace = fault === "internal-error" && requestId !== null ? `; the server's log has it as ${requestId}` : "";
  return {
    message: `${document === null ? error.message : document.title} (${fault})${faults === "" ? detailOf(error) : faults}${trace}`,
    hint: HINTS[fault],
    code: MISUSE.has(fault) ? EXIT.misuse : EXIT.findings,
  };
}

function detailOf({ document }: ApiError): string {
  return document?.detail === undefined ? "" : `: ${document.detail}`;
}
