import type { OperationName } from "../storage-operations.ts";
import type { ErrorMessage } from "./sqlite-error.ts";

/** To the thread: requests that were made in the same turn, in their order. */
export type WriterRequest = { readonly kind: "run"; readonly operations: readonly WriterOperation[] } | { readonly kind: "close" };

export interface WriterOperation {
  readonly id: number;
  readonly name: OperationName;
  readonly input: unknown;
}

/** From the thread: answers to a group of requests that were committed together. */
export type WriterReply =
  | { readonly kind: "ready" }
  | { readonly kind: "refused"; readonly error: ErrorMessage }
  | { readonly kind: "done"; readonly answers: readonly WriterAnswer[] }
  | { readonly kind: "closed" };

export type WriterAnswer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: ErrorMessage };
