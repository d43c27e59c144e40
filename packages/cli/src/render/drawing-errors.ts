import { PassError } from "@passwright/pass";
import { EXIT, exitCodeOf, HINTS, UsageError } from "../exit-code.ts";
import { loadRenderer } from "./renderer.ts";

/** Why a pass could not be drawn, where the pass is at fault. */
export interface DrawingFault {
  readonly message: string;
  readonly code: string;
  /** What to do about it. */
  readonly hint: string | undefined;
}

/**
 * The fault of a pass, for a list of many in which one must not stop the others; null when it is none of the pass's.
 *
 * @throws {UsageError} for a font or option that cannot be used: no pass could be drawn with it.
 */
export async function toDrawingFault(error: unknown): Promise<DrawingFault | null> {
  const { RenderError } = await loadRenderer();
  if (error instanceof RenderError && error.code === "ERR_RENDER_NO_STYLE") {
    return { message: error.message, code: error.code, hint: "passwright check FILE tells what else it lacks." };
  }
  if (error instanceof PassError && exitCodeOf(error.code) === EXIT.findings) {
    return { message: error.message, code: error.code, hint: HINTS[error.code] };
  }
  return error instanceof RenderError ? explainMisuse(error) : null;
}

/**
 * An error of the renderer that lies with the options.
 *
 * @throws {UsageError} for one of the renderer; every other as it is.
 */
export async function explainMisuse(error: unknown): Promise<never> {
  const { RenderError } = await loadRenderer();
  if (!(error instanceof RenderError)) throw error;
  throw new UsageError(`${error.message} (${error.code})`, undefined, { cause: error });
}
