/** Every error code of the package: what went wrong in a sentence. Programs branch on the code. */
export const RENDER_ERRORS = {
  ERR_RENDER_FONT_INVALID: "A font cannot be read: it is not TrueType, OpenType or WOFF, or it is damaged.",
  ERR_RENDER_OPTION: "An option of a drawing has a value that cannot be used.",
  ERR_RENDER_NO_STYLE: "The pass has no style, so there is no face to draw.",
} as const satisfies Record<`ERR_RENDER_${string}`, string>;

/** A code of {@link RENDER_ERRORS}. */
export type RenderErrorCode = keyof typeof RENDER_ERRORS;

/**
 * The one error class of the package. Bad *use* throws it; a bad *pass* is drawn without the bad part, and a finding names that.
 *
 * @example
 * ```ts
 * try {
 *   await drawFront(pass);
 * } catch (error) {
 *   if (error instanceof RenderError && error.code === "ERR_RENDER_NO_STYLE") console.error("nothing to draw");
 * }
 * ```
 */
export class RenderError extends Error {
  override readonly name = "RenderError";
  readonly code: RenderErrorCode;

  constructor(code: RenderErrorCode, message?: string, options: { readonly cause?: unknown } = {}) {
    super(message ?? RENDER_ERRORS[code], options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
  }
}
