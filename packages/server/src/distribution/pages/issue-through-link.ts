import type { PassValues } from "@passwright/pass";
import { ApiProblem } from "../../api/api-problem.ts";
import { preparePass } from "../../api/handlers/prepare-pass.ts";
import type { ShelvedTemplate } from "../../api/template-shelf.ts";
import type { IssueOrigin } from "../../storage/distribution/distribution-storage.ts";
import type { TemplateVersion } from "../../storage/storage.ts";
import { toNewLink } from "../links/link-token.ts";
import { PageNotice } from "./notice-page.ts";
import type { PageContext } from "./page-context.ts";

/** The newest version of a template. @throws {PageNotice} `ended` where it is another project's by now. */
export async function openNewest(context: PageContext, projectId: string, templateId: string): Promise<ShelvedTemplate> {
  const { storage, shelf } = context;
  const newest = (await storage.templates.newest()).find((one: TemplateVersion) => one.templateId === templateId);
  const isOwn = newest !== undefined && (await storage.access.projectOf(newest.passTypeIdentifier)) === projectId;
  const opened = isOwn ? await shelf.open(templateId, newest.version) : undefined;
  if (opened === undefined) throw new PageNotice("ended");
  return opened;
}

/**
 * Makes a pass for a visitor, with the address under which it is found: all in one transaction, and once however often the same is
 * asked.
 *
 * @param once what tells this request from others; the same gives the same pass. Null where the signed link does.
 * @throws {PageNotice} `ended` for a link that is used up; {ApiProblem} `invalid-values` and what else keeps a pass from being made.
 */
export async function issueThroughLink(
  context: PageContext,
  opened: ShelvedTemplate,
  wish: {
    readonly projectId: string;
    readonly templateId: string;
    readonly values: PassValues;
    readonly externalId: string | null;
    readonly origin: Pick<IssueOrigin, "linkId" | "mintHash" | "source">;
    /** Id of the link or of the key, for the audit log. */
    readonly actor: string;
    readonly requestId: string;
    /** Of the address of the pass. */
    readonly token: string;
    /** SHA-256 in hex; null where the signed link does what it is for. */
    readonly once: string | null;
  },
): Promise<void> {
  const { storage, clock } = context;
  const { projectId, templateId, origin, token, once } = wish;
  const now = clock();
  const pass = await preparePass(context, opened, { templateId, values: wish.values, expiresAt: null, now });
  const { passTypeIdentifier, serialNumber } = pass;
  const target = { kind: "pass", passTypeIdentifier, serialNumber } as const;
  const result = await storage.issuing.issue(
    {
      pass,
      externalId: wish.externalId,
      idempotency: once === null ? null : { keyHash: once, digest: once },
      origin: { ...origin, link: toNewLink(token, { projectId, target, source: origin.source, createdAt: now }) },
      audit: {
        at: now,
        projectId,
        actor: wish.actor,
        action: "createPass",
        object: `${passTypeIdentifier}/${serialNumber}`,
        requestId: wish.requestId,
      },
    },
    { now },
  );
  switch (result.kind) {
    case "created":
    // The address was written with the pass, by the request that came first.
    case "repeated":
      return;
    case "link-ended":
      throw new PageNotice("ended");
    case "key-reused":
    case "serial-taken":
    case "external-id-taken":
      throw new ApiProblem("internal-error");
    default:
      return result satisfies never;
  }
}
