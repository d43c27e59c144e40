/** Error codes of push: what went wrong in a sentence. Only bad *use* throws; what a push service says is a result. */
export const PUSH_ERRORS = {
  ERR_PUSH_CREDENTIAL: "The certificate, key or token for the push service cannot be used.",
  ERR_PUSH_OPTION: "An option of push has a value that it cannot have.",
} as const satisfies Record<`ERR_PUSH_${string}`, string>;

/** A code of {@link PUSH_ERRORS}. */
export type PushErrorCode = keyof typeof PUSH_ERRORS;

/** The error of the room; never holds key material. */
export class PushError extends Error {
  override readonly name = "PushError";
  readonly code: PushErrorCode;

  constructor(code: PushErrorCode, message?: string, options: { readonly cause?: unknown } = {}) {
    super(message ?? PUSH_ERRORS[code], options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
  }
}
