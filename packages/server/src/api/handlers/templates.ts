import { PassError, type PassTemplate } from "@passwright/pass";
import type * as z from "zod";
import { InstallationError } from "../../installation/installation-error.ts";
import { prepareTemplate } from "../../installation/publish-templates.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../contract/schemas.ts";
import { templateId as templateIdSchema } from "../contract/schemas/members.ts";
import { parseBy } from "../parse-json-body.ts";
import { json, toOptionalTime, toTime } from "./answers.ts";
import { auditOf } from "./audit-of.ts";
import { ownPassTypes } from "./own-pass-types.ts";
import { findOwnTemplate, findTemplate, openOwnTemplate, type OwnTemplate, ownTemplates } from "./own-template.ts";
import { writeJob } from "./jobs/jobs.ts";
import { readUpload, type Upload } from "./read-upload.ts";

export async function listPassTypes(call: ApiCall): Promise<ApiAnswer> {
  const { allSigners, clock } = call;
  const items: object[] = [];
  for (const passTypeIdentifier of await ownPassTypes(call)) {
    const own = allSigners.map(({ facts }) => facts).filter((facts) => facts.passTypeIdentifier === passTypeIdentifier);
    if (own.length === 0) continue;
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
  await assertFree(call, templateId);
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

/**
 * Ids are those of the whole server: folders of templates are published under them, and passes name them. Whose one is, is told to
 * nobody.
 */
async function assertFree(call: ApiCall, templateId: string): Promise<void> {
  const known = await findTemplate(call, templateId);
  if (known !== undefined && known.projectId !== call.key.projectId) {
    throw new ApiProblem("template-id-taken", "Give the template another id, such as one that begins with your name.");
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

export async function listTemplateVersions(call: ApiCall): Promise<ApiAnswer> {
  const { templateId } = await findOwnTemplate(call, call.params["templateId"] ?? "");
  const versions = await call.storage.templates.versionsOf(templateId);
  return json({
    items: versions.map(({ version, publishedAt, digest }) => ({ version, publishedAt: toTime(publishedAt), digest })),
  });
}

export async function downloadTemplate(call: ApiCall<z.output<typeof QUERIES.templateFiles>>): Promise<ApiAnswer> {
  const { storage, query, params } = call;
  const { templateId, newest } = await findOwnTemplate(call, params["templateId"] ?? "");
  const draft = query.version === undefined ? await storage.issuing.findDraft(templateId) : undefined;
  const found = draft ?? (await storage.templates.find({ templateId, version: query.version ?? newest?.version ?? 0 }));
  if (found === undefined) throw new ApiProblem("not-found", "There is no such version.");
  return { status: 200, body: { bytes: found.archive, type: "application/zip", fileName: `${templateId}.zip` } };
}

export async function discardDraft(call: ApiCall): Promise<ApiAnswer> {
  const own = await findOwnTemplate(call, call.params["templateId"] ?? "");
  if (own.draft === undefined) throw new ApiProblem("not-found", "The template has no draft.");
  await call.storage.issuing.endDraft(own.draft, { audit: auditOf(call, "discardDraft", own.templateId) });
  return json(toTemplate({ ...own, draft: undefined }));
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
