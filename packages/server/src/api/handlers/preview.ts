import {
  checkPass,
  describeFinding,
  type Finding,
  PassError,
  type PassPackage,
  type Signer,
  toJsonPointer,
} from "@passwright/pass";
import type * as z from "zod";
import { completeValues, withSignedBarcode } from "../../device-service/template-pass-source.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { SCHEMAS } from "../contract/schemas.ts";
import type { ShelvedTemplate } from "../template-shelf.ts";
import { json } from "./answers.ts";
import { findOwnTemplate, openOwnTemplate, toFaults } from "./own-template.ts";

type PreviewCall<Query = unknown> = ApiCall<Query, z.output<typeof SCHEMAS.PreviewRequest>>;

/** Names no pass that was issued: a phone that gets it keeps it beside the real one. */
const PREVIEW_KEYS = { serialNumber: "PREVIEW" } as const;

/** As long as a signed barcode, and signed by nobody. */
const PREVIEW_BARCODE = `PW1:${"0".repeat(111)}.`;

export async function previewTemplate(call: PreviewCall): Promise<ApiAnswer> {
  const opened = await openPreview(call);
  try {
    const built = await buildPreview(call, opened);
    const { findings } = await checkPass(built.files, { now: new Date(call.clock()) });
    return json({ version: opened.version, faults: [], pass: built.data, findings: findings.map(toFinding) });
  } catch (error) {
    return json({ version: opened.version, faults: toFaults(error), pass: null, findings: [] });
  }
}

export async function downloadPreview(call: PreviewCall): Promise<ApiAnswer> {
  const opened = await openPreview(call);
  let built: PassPackage;
  try {
    built = await buildPreview(call, opened);
  } catch (error) {
    throw new ApiProblem("invalid-values", undefined, { faults: toFaults(error) });
  }
  const signer = call.signers.find({ passTypeIdentifier: opened.passTypeIdentifier, certificateId: "" });
  const now = call.clock();
  const isSigned = signer !== undefined && signer.facts.notAfter.getTime() >= now && signer.facts.notBefore.getTime() <= now;
  const chunks = isSigned ? await sign(built, signer, now) : await built.toChunks();
  return { status: 200, headers: ["passwright-signed", String(isSigned)], body: { pass: chunks, fileName: "preview" } };
}

/** Such as a team in pass.json that is not the certificate's: told before the first pass is issued. */
async function sign(built: PassPackage, signer: Signer, now: number): Promise<readonly Uint8Array[]> {
  try {
    return (await built.sign(signer, { signingTime: new Date(now) })).toChunks();
  } catch (error) {
    if (error instanceof PassError) throw new ApiProblem("invalid-template", error.message);
    throw error;
  }
}

export async function openPreview(call: PreviewCall): Promise<ShelvedTemplate> {
  const own = await findOwnTemplate(call, call.params["templateId"] ?? "");
  return openOwnTemplate(call, own, { version: call.body.version, drafts: true });
}

export async function buildPreview(call: PreviewCall, { template }: ShelvedTemplate): Promise<PassPackage> {
  const values = completeValues(call.body.values ?? template.sample ?? {}, template, PREVIEW_KEYS);
  const supplied = await withSignedBarcode(values, template, async () => PREVIEW_BARCODE);
  const built = await template.build(supplied, { now: new Date(call.clock()) });
  return built.edit((editor) => {
    editor.setValue("serialNumber", PREVIEW_KEYS.serialNumber);
    editor.removeValue("webServiceURL").removeValue("authenticationToken");
  });
}

function toFinding(finding: Finding) {
  const { message, fix } = describeFinding(finding);
  const { file, path } = finding.where;
  return {
    rule: finding.rule,
    severity: finding.severity,
    effect: finding.effect,
    file: file ?? null,
    path: path === undefined ? null : toJsonPointer(path),
    message,
    fix,
  };
}
