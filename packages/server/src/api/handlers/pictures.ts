import { PassError, type PassPackage } from "@passwright/pass";
import type * as z from "zod";
import { drawPass as draw } from "../../pictures/draw-pass.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../contract/schemas.ts";
import { findOwnPass } from "./own-pass.ts";
import { packageOf } from "./package-of.ts";
import { buildPreview, openPreview } from "./preview.ts";
import { toFaults } from "./own-template.ts";

type Query = z.output<typeof QUERIES.picture>;

export async function drawPass(call: ApiCall<Query>): Promise<ApiAnswer> {
  const { pass } = await findOwnPass(call);
  const built = await packageOf(call, pass);
  if (built === undefined) throw new ApiProblem("invalid-template", "The template of this pass is gone.");
  return answer(call, built);
}

export async function drawPreview(call: ApiCall<Query, z.output<typeof SCHEMAS.PreviewRequest>>): Promise<ApiAnswer> {
  const opened = await openPreview(call);
  const built = await buildPreview(call, opened).catch((error: unknown) => {
    throw new ApiProblem("invalid-values", undefined, { faults: toFaults(error) });
  });
  return answer(call, built);
}

async function answer({ query, clock, fonts }: ApiCall<Query>, pass: PassPackage): Promise<ApiAnswer> {
  const { face, format, scale, locale, timeZone } = query;
  try {
    const { bytes, type, findings } = await draw(pass, {
      face,
      format,
      scale: scale as 1 | 2 | 3 | undefined,
      now: new Date(clock()),
      fonts,
      ...(locale !== undefined && { locale }),
      ...(timeZone !== undefined && { timeZone }),
    });
    return { status: 200, headers: ["passwright-findings", String(findings.length)], body: { bytes, type } };
  } catch (error) {
    const { RenderError } = await import("@passwright/render");
    if (error instanceof RenderError && error.code === "ERR_RENDER_OPTION") throw new ApiProblem("invalid-request", error.message);
    if (error instanceof RenderError || error instanceof PassError) throw new ApiProblem("invalid-template", error.message);
    throw error;
  }
}
