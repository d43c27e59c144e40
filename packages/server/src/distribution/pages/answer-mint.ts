import { deriveMintSecret, hashMintName } from "../links/mint-key.ts";
import { type MintPayload, readMintKeyId, verifyMintToken } from "../links/mint-link.ts";
import { deriveLinkToken } from "../links/link-token.ts";
import type { MintKeyRecord } from "../../storage/distribution/distribution-storage.ts";
import { answerMintForm, redirectToPass } from "./answer-template.ts";
import { issueThroughLink, openNewest } from "./issue-through-link.ts";
import { PageNotice } from "./notice-page.ts";
import type { PageContext } from "./page-context.ts";
import type { PageAnswer, PageRequest } from "./page-request.ts";

/**
 * A signed link. Whatever is wrong with it, the answer is the same as for an address that is none: which keys there are, and what
 * they sign, is nobody's to find out. Only whoever has a link that was good is told that its time is over.
 *
 * @throws {PageNotice} `not-found`, `ended`.
 */
export async function answerMint(context: PageContext, request: PageRequest, token: string): Promise<PageAnswer> {
  const { key, payload } = await verify(context, token);
  const { projectId } = key;
  const now = context.clock();
  if (key.revokedAt !== null || (payload.expiresAt !== null && payload.expiresAt * 1000 <= now)) throw new PageNotice("ended");
  const mintHash = hashMintName(payload);
  const passToken = deriveLinkToken(context.secret, ["mint", projectId, mintHash]);
  const { storage } = context;
  if ((await storage.distribution.findMinted({ projectId, hash: mintHash })) !== undefined) {
    return redirectToPass(context, request, passToken);
  }
  const { templateId, values, name, source } = payload;
  const opened = await openNewest(context, projectId, templateId);
  if (request.method !== "POST") return answerMintForm(context, request, opened, values);
  await issueThroughLink(context, opened, {
    projectId,
    templateId,
    values,
    externalId: name.kind === "externalId" ? name.text : null,
    origin: { linkId: null, mintHash, source },
    actor: key.id,
    requestId: request.id,
    token: passToken,
    once: null,
  });
  return redirectToPass(context, request, passToken);
}

async function verify(
  { storage, secret }: PageContext,
  token: string,
): Promise<{ readonly key: MintKeyRecord; readonly payload: MintPayload }> {
  const id = readMintKeyId(token);
  const key = id === null ? undefined : await storage.distribution.findMintKey(id);
  const payload = key === undefined ? null : await verifyMintToken(token, deriveMintSecret(secret, key));
  // A key of one template signs nothing for another.
  if (key === undefined || payload === null || (key.templateId !== null && key.templateId !== payload.templateId)) {
    throw new PageNotice("not-found");
  }
  return { key, payload };
}
