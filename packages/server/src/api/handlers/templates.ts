import { PassError, type PassTemplate } from "@passwright/pass";
import type * as z from "zod";
import { InstallationError } from "../../installation/installation-error.ts";
import { prepareTemplate } from "../../installation/publish-templates.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { SCHEMAS } from "../contract/schemas.ts";
import { templateId as templateIdSchema } from "../contract/schemas/members.ts";
import { parseBy } from "../parse-json-body.ts";
import { json, toOptionalTime, toTime } from "./answers.ts";
import { auditOf } from "./audit-of.ts";
import { findOwnTemplate, openOwnTemplate, type OwnTemplate, ownTemplates } from "./own-template.ts";
import { writeJob } from "./jobs/jobs.ts";
import { readUpload, type Upload } from "./read-upload.ts";

export async function listPassTypes({ storage, key, allSigners, clock }: ApiCall): Promise<ApiAnswer> {
  const types = [...new Set(allSigners.map(({ facts }) => facts.passTypeIdentifier ?? ""))].toSorted();
  const items: object[] = [];
  for (const passTypeIdentifier of types) {
    if ((await storage.access.projectOf(passTypeIdentifier)) !== key.projectId) continue;
    const own = allSigners.map(({ facts }) => facts).filter((facts) => facts.passTypeIdentifier === passTypeIdentifier);
    items.push({
      passTypeIdentifier,
      teamIdentifier: own[0]?.teamIdentifier ?? null,
      certificates: own
        .toSorted((one, two) => two.notAfter.getTime() - one.notAfter.getTime())
        .map(({ fingerprint, notBefore, notAfter, allowsNfc }) => ({
          fingerprint,
          validFrom: notBefore.toISOString(),
          expiresAt: notAfter.toISOString(),
          expired: notAfter.getTime() < clock(),
          allowsNfc,
        })),
    });
  }
  return json({ items });
}

export async function listTemplates(call: ApiCall): Promise<ApiAnswer> {
  return json({ items: (await ownTemplates(call)).map(toTemplate) });
}

export async function getTemplate(call: ApiCall): Promise<ApiAnswer> {
  const own = await findOwnTemplate(call, call.params["templateId"] ?? "");
  return json(await describe(call, own));
}

export async function uploadTemplate(call: ApiCall<unknown, Upload>): Promise<ApiAnswer> {
  const { storage, key, params, clock } = call;
  const templateId = parseBy(templateIdSchema, params["templateId"], "templateId");
  await assertNotForeign(call, templateId);
  const files = await readUpload(call.body);
  const { template, ...prepared } = await prepareUpload(files);
  if ((await storage.access.projectOf(prepared.passTypeIdentifier)) !== key.projectId) {
    throw new ApiProblem("invalid-template", `The pass type ${prepared.passTypeIdentifier} is not one of this project.`);
  }
  const saved = await storage.issuing.saveDraft(
    { templateId, ...prepared, updatedAt: clock() },
    { audit: auditOf(call, "uploadTemplate", templateId) },
  );
  if (saved === "conflict") {
    throw new ApiProblem("template-conflict", "A template stays with its pass type: give this one another id.");
  }
  return json(toDetails(await findOwnTemplate(call, templateId), "draft", template));
}

/** What belongs to another project is not there, for reading and for writing alike. */
async function assertNotForeign({ storage, key }: ApiCall, templateId: string): Promise<void> {
  const [published, drafts] = await Promise.all([storage.templates.newest(), storage.issuing.drafts()]);
  const known = [...published, ...drafts].find((one) => one.templateId === templateId);
  if (known !== undefined && (await storage.access.projectOf(known.passTypeIdentifier)) !== key.projectId) {
    throw new ApiProblem("not-found", "There is no such template.");
  }
}

async function prepareUpload(files: ReadonlyMap<string, Uint8Array>): ReturnType<typeof prepareTemplate> {
  try {
    return await prepareTemplate(files);
  } catch (error) {
    if (error instanceof PassError || error instanceof InstallationError) throw new ApiProblem("invalid-template", error.message);
    throw error;
  }
}

type PublishCall = ApiCall<unknown, z.output<typeof SCHEMAS.PublishRequest>>;

export async function publishTemplate(call: PublishCall): Promise<ApiAnswer> {
  const own = await publish(call);
  const { rollOut } = call.body;
  const job = rollOut === undefined ? null : await writeJob(call, { kind: "roll-out", templateId: own.templateId, ...rollOut });
  return json({ ...(await describe(call, own)), rollOutJob: job?.id ?? null });
}

/** Makes the draft the newest version; where there is none, that was done before. */
async function publish(call: ApiCall): Promise<OwnTemplate> {
  const { storage, params, clock } = call;
  const { templateId, newest } = await findOwnTemplate(call, params["templateId"] ?? "");
  const draft = await storage.issuing.findDraft(templateId);
  if (draft === undefined) {
    // Asked for a second time, it is as it should be.
    if (newest === undefined) throw new ApiProblem("not-found", "There is no such template.");
    return findOwnTemplate(call, templateId);
  }
  const { passTypeIdentifier, digest, archive } = draft;
  const { version } = await storage.templates.publish({ templateId, passTypeIdentifier, digest, archive }, { now: clock() });
  await storage.issuing.endDraft(draft, { audit: auditOf(call, "publishTemplate", `${templateId}/${version}`) });
  return findOwnTemplate(call, templateId);
}

async function describe(call: ApiCall, own: OwnTemplate) {
  const { template, version } = await openOwnTemplate(call, own, { drafts: true });
  return toDetails(own, version === null ? "draft" : "published", template);
}

function toTemplate({ templateId, passTypeIdentifier, newest, draft }: OwnTemplate) {
  return {
    templateId,
    passTypeIdentifier,
    version: newest?.version ?? null,
    publishedAt: newest === undefined ? null : toTime(newest.publishedAt),
    draftAt: toOptionalTime(draft?.updatedAt ?? null),
  };
}

function toDetails(own: OwnTemplate, shown: "draft" | "published", template: PassTemplate) {
  const { name, description, inputs, sample, names, undeclaredNames, assets } = template;
  const files = [...template.prepare().names, ...assets.keys()];
  return { ...toTemplate(own), shown, name, description, inputs, sample, names, undeclaredNames, files };
}
