import { PassError } from "@passwright/pass";

/** Why a source folder makes no pass, and where. */
export interface SourceProblem {
  readonly message: string;
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
  readonly column: number | null;
}

/** What an error of reading, building or drawing says about the folder. */
export function toSourceProblem(error: unknown): SourceProblem {
  if (!(error instanceof PassError)) {
    const message = isMissing(error) ? "The folder is gone. It is drawn again when it is back." : messageOf(error);
    return { message, file: null, line: null, column: null };
  }
  // A template says which of its files cannot be read; the reader of JSON, which it names as the cause, where and why.
  const { cause } = error;
  const { line, column, what } = detailsOf(cause instanceof PassError ? cause : error);
  const { file, path } = detailsOf(error);
  const named = [file, path].find((value) => typeof value === "string");
  return {
    message: typeof what === "string" ? `${what[0]?.toUpperCase() ?? ""}${what.slice(1)}.` : error.message,
    file: typeof named === "string" ? named : error.code.startsWith("ERR_PASS_JSON_") ? "pass.json" : null,
    line: typeof line === "number" ? line : null,
    column: typeof column === "number" ? column : null,
  };
}

function detailsOf({ details }: PassError): Readonly<Record<string, unknown>> {
  return details;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
