import type * as z from "zod";
import type { ProblemName } from "../problems.ts";
import type { Scope } from "../scopes.ts";

/** Answers that are no JSON of a schema: an archive, a picture, several archives, a template, any JSON, lines of NDJSON, events. */
export type AnswerKind =
  | "pass"
  | "picture"
  | "request"
  | "lines"
  | "csv"
  | "bundle"
  | "template"
  | "document"
  | "results"
  | "events";

/** One address of the API. What is not in this table does not exist, and each row says who may. */
export interface Route {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api`; `{name}` is one step of the path. */
  readonly path: string;
  readonly tag:
    | "Keys"
    | "Templates"
    | "Passes"
    | "Scans"
    | "Description"
    | "Certificates"
    | "Projects"
    | "Activity"
    | "Links"
    | "Mails"
    | "Webhooks"
    | "Jobs";
  /** Null: for everybody. */
  readonly scope: Scope | null;
  readonly summary: string;
  readonly query?: z.ZodType;
  /** JSON, or a template in a ZIP or a form, or a picture, or rows that stream in. */
  readonly body?: z.ZodType | "template" | "image" | "rows";
  /**
   * Keys that are limited, to templates or to test passes, may use it: its handler holds to what they reach. Every other route
   * refuses them.
   */
  readonly forLimitedKeys?: true;
  readonly isBodyOptional?: boolean;
  readonly takesIdempotencyKey?: boolean;
  readonly answers: readonly { readonly status: number; readonly what: string; readonly body: z.ZodType | AnswerKind }[];
  readonly problems: readonly ProblemName[];
}

/** The answer of a route that finds or does what it was asked. */
export const ok = <Body extends z.ZodType>(what: string, body: Body) => ({ status: 200, what, body });
