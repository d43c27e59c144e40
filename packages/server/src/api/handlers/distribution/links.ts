import type { PassValues } from "@passwright/pass";
import type * as z from "zod";
import { createLinkToken, toNewLink } from "../../../distribution/links/link-token.ts";
import { linkAddress } from "../../../distribution/links/public-address.ts";
import { fieldsToAsk, isIssuersOwn, unaskable } from "../../../distribution/pages/input-form.ts";
import type { LinkRecord, LinkTarget } from "../../../storage/distribution/distribution-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../../contract/schemas.ts";
import { badCursor, json, parseSeconds, toOptionalTime, toTime } from "../answers.ts";
import { auditOf } from "../audit-of.ts";
import { findOwnPass } from "../own-pass.ts";
import { findOwnTemplate, openOwnTemplate } from "../own-template.ts";

type PassLinkBody = z.output<typeof SCHEMAS.NewPassLink>;
type TemplateLinkBody = z.output<typeof SCHEMAS.NewTemplateLink>;

export async function createPassLink(call: ApiCall<unknown, PassLinkBody>): Promise<ApiAnswer> {
  const { pass } = await findOwnPass(call);
  const { passTypeIdentifier, serialNumber } = pass;
  return create(call, { kind: "pass", passTypeIdentifier, serialNumber }, call.body);
}

export async function createTemplateLink(call: ApiCall<unknown, TemplateLinkBody>): Promise<ApiAnswer> {
  const own = await findOwnTemplate(call, call.params["templateId"] ?? "");
  const { template } = await openOwnTemplate(call, own, { drafts: false });
  const { values = {}, ask = null } = call.body;
  assertAskable(template, values, ask);
  const { templateId, passTypeIdentifier } = own;
  return create(call, { kind: "template", templateId, passTypeIdentifier, values: JSON.stringify(values), ask }, call.body);
}

/** What no visitor can give is told to whoever makes the link, not to its visitors. */
function assertAskable(template: Parameters<typeof fieldsToAsk>[0], values: PassValues, ask: readonly string[] | null): void {
  const known = new Set(template.describeInputs().map(({ path }) => String(path[0])));
  const faults = (ask ?? [])
    .filter((name) => !known.has(name) || isIssuersOwn(name))
    .map((name) => ({ place: `body.ask.${name}`, message: "is no input that visitors can fill in" }));
  for (const { path } of unaskable(fieldsToAsk(template, values, ask))) {
    faults.push({ place: `body.values.${path.join(".")}`, message: "is a list, which no form asks for: give it here" });
  }
  for (const { place, path, message } of template.validate(values)) {
    if (path[0] !== undefined && Object.hasOwn(values, String(path[0]))) faults.push({ place: `body.${place}`, message });
  }
  const [first] = faults;
  if (first !== undefined) throw new ApiProblem("invalid-values", `${first.place} ${first.message}`, { faults });
}

async function create(call: ApiCall, target: LinkTarget, body: PassLinkBody): Promise<ApiAnswer> {
  const { storage, clock, key, publicUrl } = call;
  const { source = null, expiresAt, maxUses = null } = body;
  const token = createLinkToken();
  const link = toNewLink(token, {
    projectId: key.projectId,
    target,
    source,
    createdAt: clock(),
    expiresAt: typeof expiresAt === "string" ? parseSeconds("body.expiresAt", expiresAt) * 1000 : null,
    maxUses,
  });
  await storage.distribution.createLink(link, { audit: auditOf(call, "createLink", link.id) });
  const shown = toLink({ ...link, uses: 0, lastUsedAt: null, revokedAt: null });
  return json({ ...shown, url: linkAddress(publicUrl(), token) }, 201);
}

const PAGE = 50;

export async function listLinks(call: ApiCall<z.output<typeof QUERIES.links>>): Promise<ApiAnswer> {
  const { passTypeIdentifier, serialNumber, templateId, source, limit = PAGE, cursor } = call.query;
  if ((passTypeIdentifier === undefined) !== (serialNumber === undefined)) {
    throw new ApiProblem("invalid-request", "passTypeIdentifier and serialNumber name a pass together.");
  }
  const links = await call.storage.distribution.links({
    projectId: call.key.projectId,
    ...(passTypeIdentifier !== undefined && serialNumber !== undefined && { pass: { passTypeIdentifier, serialNumber } }),
    ...(templateId !== undefined && { templateId }),
    ...(source !== undefined && { source }),
    ...(cursor !== undefined && { before: parseMomentCursor(cursor) }),
    limit: limit + 1,
  });
  const items = links.slice(0, limit);
  return json({ items: items.map(toLink), nextCursor: links.length > limit ? toMomentCursor(items.at(-1)) : null });
}

export async function revokeLink(call: ApiCall): Promise<ApiAnswer> {
  const { storage, key, params, clock } = call;
  const { linkId: id = "" } = params;
  const own = { id, projectId: key.projectId };
  await storage.distribution.revokeLink(own, { now: clock(), audit: auditOf(call, "revokeLink", id) });
  // One that was revoked before is as it should be.
  const revoked = await storage.distribution.findLinkById(own);
  if (revoked === undefined) throw new ApiProblem("not-found", "There is no such link.");
  return json(toLink(revoked));
}

/** Where a page ended that is ordered by moment and id. @throws {ApiProblem} `invalid-request`. */
export function parseMomentCursor(cursor: string): { readonly createdAt: number; readonly id: string } {
  const [, createdAt, id] = /^(\d{1,15})\.([\w-]{1,100})$/u.exec(cursor) ?? [];
  if (createdAt === undefined || id === undefined) throw badCursor();
  return { createdAt: Number(createdAt), id };
}

export function toMomentCursor(last: { readonly createdAt: number; readonly id: string } | undefined): string | null {
  return last === undefined ? null : `${last.createdAt}.${last.id}`;
}

function toLink({ id, target, hint, source, createdAt, expiresAt, maxUses, uses, lastUsedAt, revokedAt }: LinkRecord) {
  return {
    id,
    kind: target.kind,
    passTypeIdentifier: target.passTypeIdentifier,
    serialNumber: target.kind === "pass" ? target.serialNumber : null,
    templateId: target.kind === "template" ? target.templateId : null,
    hint,
    source,
    createdAt: toTime(createdAt),
    expiresAt: toOptionalTime(expiresAt),
    maxUses,
    uses,
    lastUsedAt: toOptionalTime(lastUsedAt),
    revokedAt: toOptionalTime(revokedAt),
  };
}
