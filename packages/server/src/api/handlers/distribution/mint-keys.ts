import type * as z from "zod";
import { createMintKeyId, deriveMintSecret } from "../../../distribution/links/mint-key.ts";
import { formatMintKey } from "../../../distribution/links/mint-link.ts";
import type { MintKeyRecord } from "../../../storage/distribution/distribution-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { SCHEMAS } from "../../contract/schemas.ts";
import { json, toOptionalTime, toTime } from "../answers.ts";
import { auditOf } from "../audit-of.ts";
import { findOwnTemplate } from "../own-template.ts";

export async function listMintKeys({ storage, key }: ApiCall): Promise<ApiAnswer> {
  return json({ items: (await storage.distribution.mintKeys(key.projectId)).map(toMintKey) });
}

export async function createMintKey(call: ApiCall<unknown, z.output<typeof SCHEMAS.NewMintKey>>): Promise<ApiAnswer> {
  const { storage, clock, secret, body } = call;
  const { projectId } = call.key;
  const templateId = body.templateId === undefined ? null : (await findOwnTemplate(call, body.templateId)).templateId;
  const record = { id: createMintKeyId(), projectId, templateId, createdAt: clock() };
  const made = await storage.distribution.createMintKey(record, { audit: auditOf(call, "createMintKey", record.id) });
  if (made === "full") throw new ApiProblem("invalid-request", "The project has as many mint keys as it may have.");
  const key = formatMintKey({ id: record.id, secret: deriveMintSecret(secret, record) });
  return json({ ...toMintKey({ ...record, revokedAt: null }), key }, 201);
}

export async function revokeMintKey(call: ApiCall): Promise<ApiAnswer> {
  const { storage, params, clock } = call;
  const { mintKeyId: id = "" } = params;
  const { projectId } = call.key;
  await storage.distribution.revokeMintKey({ id, projectId }, { now: clock(), audit: auditOf(call, "revokeMintKey", id) });
  const revoked = await storage.distribution.findMintKey(id);
  if (revoked === undefined || revoked.projectId !== projectId) throw new ApiProblem("not-found", "There is no such key.");
  return json(toMintKey(revoked));
}

function toMintKey({ id, templateId, createdAt, revokedAt }: MintKeyRecord) {
  return { id, templateId, createdAt: toTime(createdAt), revokedAt: toOptionalTime(revokedAt) };
}
