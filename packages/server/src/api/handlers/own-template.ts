import { PassError, PassTemplate } from "@passwright/pass";
import type { TemplateDraft } from "../../storage/issuer/issuer-storage.ts";
import type { TemplateVersion } from "../../storage/storage.ts";
import type { ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import { reachesTemplate } from "../key-reach.ts";
import type { ShelvedTemplate } from "../template-shelf.ts";

/** A template of the caller's project: published, a draft, or both. */
export interface OwnTemplate {
  readonly templateId: string;
  readonly passTypeIdentifier: string;
  readonly newest: TemplateVersion | undefined;
  readonly draft: TemplateDraft | undefined;
}

/** All of them, in the order of their ids. */
export async function ownTemplates({ storage, key, reach }: ApiCall): Promise<readonly OwnTemplate[]> {
  const [published, drafts] = await Promise.all([storage.templates.newest(), storage.issuing.drafts()]);
  const ids = [...new Set([...published, ...drafts].map(({ templateId }) => templateId))].toSorted();
  const own: OwnTemplate[] = [];
  for (const templateId of ids) {
    if (!reachesTemplate(reach, templateId)) continue;
    const newest = published.find((one) => one.templateId === templateId);
    const draft = drafts.find((one) => one.templateId === templateId);
    const passTypeIdentifier = newest?.passTypeIdentifier ?? draft?.passTypeIdentifier ?? "";
    const isOwn = (await storage.access.projectOf(passTypeIdentifier)) === key.projectId;
    if (isOwn) own.push({ templateId, passTypeIdentifier, newest, draft });
  }
  return own;
}

/** A template of whichever project, and which that is; undefined where there is none. */
export async function findTemplate(
  { storage }: Pick<ApiCall, "storage">,
  templateId: string,
): Promise<(OwnTemplate & { readonly projectId: string }) | undefined> {
  const [newest, draft] = await Promise.all([storage.templates.newestOf(templateId), storage.issuing.draftFacts(templateId)]);
  const passTypeIdentifier = newest?.passTypeIdentifier ?? draft?.passTypeIdentifier;
  if (passTypeIdentifier === undefined) return undefined;
  return { templateId, passTypeIdentifier, newest, draft, projectId: await storage.access.projectOf(passTypeIdentifier) };
}

/** @throws {ApiProblem} `not-found`. */
export async function findOwnTemplate(call: ApiCall, templateId: string): Promise<OwnTemplate> {
  const found = await findTemplate(call, templateId);
  if (found === undefined || found.projectId !== call.key.projectId || !reachesTemplate(call.reach, templateId)) {
    throw new ApiProblem("not-found", "There is no such template.");
  }
  return found;
}

/**
 * A version of a template, opened: the given one, or the draft where drafts are asked for and there is one, or the newest.
 *
 * @throws {ApiProblem} `not-found`.
 */
export async function openOwnTemplate(
  call: ApiCall,
  { templateId, newest, draft, passTypeIdentifier }: OwnTemplate,
  { version, drafts }: { readonly version?: number | undefined; readonly drafts: boolean },
): Promise<ShelvedTemplate> {
  if (version === undefined && drafts && draft !== undefined) {
    const found = await call.storage.issuing.findDraft(templateId);
    if (found !== undefined) return { template: await PassTemplate.read(found.archive), passTypeIdentifier, version: null };
  }
  const wanted = version ?? newest?.version;
  const opened = wanted === undefined ? undefined : await call.shelf.open(templateId, wanted);
  if (opened !== undefined) return opened;
  throw new ApiProblem("not-found", wanted === undefined ? "The template is not published yet." : "There is no such version.");
}

/** What is wrong with values for a template, told like any other fault. */
export function toFaults(error: unknown): readonly { readonly place: string; readonly message: string }[] {
  if (!(error instanceof PassError)) throw error;
  if (error.code === "ERR_PASS_TEMPLATE_VALUES") {
    return Object.entries(error.details).map(([place, message]) => ({ place, message: String(message) }));
  }
  return [{ place: "", message: error.message }];
}
