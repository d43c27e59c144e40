import { PassError, type PassPackage } from "@passwright/pass";
import type * as z from "zod";
import { issuerKeysOf } from "../../device-service/issuer-keys.ts";
import { drawPass as draw } from "../../pictures/draw-pass.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../contract/schemas.ts";
import { buildPass, findOwnPass } from "./own-pass.ts";
import { buildPreview, openPreview } from "./preview.ts";
import { toFaults } from "./own-template.ts";

type Query = z.output<typeof QUERIES.picture>;

export async function drawPass(call: ApiCall<Query>): Promise<ApiAnswer> {
  const { pass } = await findOwnPass(call);
  const template = await call.shelf.open(pass.templateId, pass.templateVersion);
  if (template === undefined) throw new ApiProblem("invalid-template", "The template of this pass is gone.");
  const own = await call.storage.images.find(pass, pass.revision);
  const images = Object.fromEntries(own.map(({ path, bytes }) => [path, bytes]));
  const built = await buildPass(call, template, pass, own.length === 0 ? {} : { images });
  const keys = Object.entries(issuerKeysOf(pass, call.webServiceURL()));
  return answer(
    call,
    built.edit((editor) => {
      for (const [name, value] of keys) editor.setValue(name, value);
    }),
  );
}

export async function drawPreview(call: ApiCall<Query, z.output<typeof SCHEMAS.PreviewRequest>>): Promise<ApiAnswer> {
  const opened = await openPreview(call);
  const built = await buildPreview(call, opened).catch((error: unknown) => {
    throw new ApiProblem("invalid-values", undefined, { faults: toFaults(error) });
  });
  return answer(call, built);
}

async function answer({ query, clock }: ApiCall<Query>, pass: PassPackage): Promise<ApiAnswer> {
  const { face, format, scale, locale, timeZone } = query;
  try {
    const { bytes, type, findings } = await draw(pass, {
      face,
      format,
      scale: scale as 1 | 2 | 3 | undefined,
      now: new Date(clock()),
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
