import type { PassPackage } from "@passwright/pass";
import { buildPass } from "../../api/handlers/own-pass.ts";
import type { LinkRecord } from "../../storage/distribution/distribution-storage.ts";
import type { PassKey, StoredPass } from "../../storage/storage.ts";
import type { PageContext } from "./page-context.ts";
import { PageNotice } from "./notice-page.ts";

/** A pass that may be shown. */
export interface OpenPass {
  readonly pass: StoredPass;
  /** Unsigned, for drawing. */
  readonly open: () => Promise<PassPackage>;
}

/**
 * Refuses a link that has come to its end. Whoever has its address was given it, and is told so; of addresses that never were there
 * is nothing to be told.
 *
 * @throws {PageNotice} `ended`.
 */
export function assertOpen({ revokedAt, expiresAt, maxUses, uses }: LinkRecord, now: number): void {
  if (revokedAt !== null || (expiresAt !== null && expiresAt <= now)) throw new PageNotice("ended");
  if (maxUses !== null && uses >= maxUses) throw new PageNotice("ended");
}

/**
 * The pass of a link, while it is good.
 *
 * @throws {PageNotice} `ended` for one that was deleted or whose pass type has gone to another project, `voided`, `expired`.
 */
export async function findShownPass(context: PageContext, projectId: string, key: PassKey): Promise<OpenPass> {
  const { storage, clock } = context;
  const isOwn = (await storage.access.projectOf(key.passTypeIdentifier)) === projectId;
  const pass = isOwn ? await storage.passes.find(key) : undefined;
  const [record] = pass === undefined ? [] : await storage.issuing.records([key]);
  if (pass === undefined || (record !== undefined && record.deletedAt !== null)) throw new PageNotice("ended");
  if (pass.voided) throw new PageNotice("voided");
  const now = clock();
  if (pass.expiresAt !== null && pass.expiresAt * 1000 <= now) throw new PageNotice("expired");
  let opened: Promise<PassPackage> | undefined;
  return { pass, open: () => (opened ??= openPackage(context, pass)) };
}

async function openPackage(context: PageContext, pass: StoredPass): Promise<PassPackage> {
  const opened = await context.shelf.open(pass.templateId, pass.templateVersion);
  if (opened === undefined) throw new PageNotice("failed");
  return buildPass(context, opened, pass);
}

/** What the template itself says of its end. @throws {PageNotice} `voided`, `expired`. */
export async function assertGood({ open }: OpenPass, now: number): Promise<void> {
  const { data } = await open();
  if (data["voided"] === true) throw new PageNotice("voided");
  const { expirationDate } = data;
  if (typeof expirationDate === "string" && Date.parse(expirationDate) <= now) throw new PageNotice("expired");
}
