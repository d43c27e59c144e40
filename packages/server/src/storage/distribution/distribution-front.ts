import { assertAudit } from "../issuer/issuer-front.ts";
import { assertCount, assertKeyTexts, assertText, isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { DISTRIBUTION_LIMITS, type DistributionStore } from "./distribution-storage.ts";
import { assertLink } from "./link-input.ts";
import { linkByHash, linkById, linksOf, mintedPass, mintKeyOf, mintKeysOf, toLink } from "./link-queries.ts";
import { mailOf, mailsOf, nextDueMail, toMail } from "./mail-queries.ts";

/** Links, keys of signed links and mails over a database. */
export function createDistributionStore(backend: StorageBackend): DistributionStore {
  const { queries } = backend;
  return {
    createLink: async (link, { audit }) => {
      assertLink(link);
      assertAudit(audit);
      await backend.run("createLink", { link, audit });
    },
    findLink: async (hash) => (isKeyText(hash) ? (await backend.all(linkByHash(queries, hash))).map(toLink)[0] : undefined),
    links: async (options) => {
      const { projectId, pass, templateId = "-", source = "-", before, limit } = options;
      assertCount("Links", limit, DISTRIBUTION_LIMITS.linksPerPage);
      const texts = [projectId, templateId, source, pass?.passTypeIdentifier ?? "-", pass?.serialNumber ?? "-", before?.id ?? "-"];
      return texts.every(isKeyText) ? (await backend.all(linksOf(queries, options))).map(toLink) : [];
    },
    findLinkById: async (link) => (isOwnKey(link) ? (await backend.all(linkById(queries, link))).map(toLink)[0] : undefined),
    revokeLink: async (link, { now, audit }) => {
      assertAudit(audit);
      return isOwnKey(link) ? backend.run("revokeLink", { ...link, now, audit }) : "absent";
    },
    useLink: async (id, { now }) => isKeyText(id) && (await backend.run("useLink", { id, now })),
    createMintKey: async (key, { audit }) => {
      assertKeyTexts({ id: key.id, projectId: key.projectId, templateId: key.templateId ?? "-" });
      assertAudit(audit);
      return backend.run("createMintKey", { key, audit });
    },
    findMintKey: async (id) => (isKeyText(id) ? (await backend.all(mintKeyOf(queries, id)))[0] : undefined),
    mintKeys: async (projectId) =>
      isKeyText(projectId) ? backend.all(mintKeysOf(queries, projectId, DISTRIBUTION_LIMITS.mintKeys)) : [],
    revokeMintKey: async (key, { now, audit }) => {
      assertAudit(audit);
      return isOwnKey(key) ? backend.run("revokeMintKey", { ...key, now, audit }) : "absent";
    },
    findMinted: async (mint) =>
      isKeyText(mint.projectId) && isKeyText(mint.hash) ? (await backend.all(mintedPass(queries, mint)))[0] : undefined,
    queueMail: async (mail, { link, audit }) => {
      assertKeyTexts({ id: mail.id, projectId: mail.projectId, to: mail.to, locale: mail.locale });
      assertText("subject", mail.subject ?? "", STORAGE_LIMITS.tokenLength);
      assertText("text", mail.text ?? "");
      for (const { passTypeIdentifier, serialNumber } of mail.passes) assertKeyTexts({ passTypeIdentifier, serialNumber });
      assertLink(link);
      assertAudit(audit);
      await backend.run("queueMail", { mail, link, audit });
    },
    findMail: async (mail) => (isOwnKey(mail) ? (await backend.all(mailOf(queries, mail))).map(toMail)[0] : undefined),
    mails: async (options) => {
      assertCount("Mails", options.limit, DISTRIBUTION_LIMITS.mailsPerPage);
      if (!isKeyText(options.projectId) || !isKeyText(options.before?.id ?? "-")) return [];
      return (await backend.all(mailsOf(queries, options))).map(toMail);
    },
    claimMails: async (options) => {
      assertCount("Mails in one claim", options.limit, DISTRIBUTION_LIMITS.mailsPerClaim);
      return options.limit === 0 ? [] : (await backend.run("claimMails", options)).map(toMail);
    },
    recordMail: async (options) => {
      const { outcome } = options;
      assertText("problem", outcome.kind === "sent" ? "" : outcome.problem, STORAGE_LIMITS.tokenLength);
      await backend.run("recordMail", options);
    },
    releaseMails: (options) => backend.run("releaseMails", options),
    nextMailDue: async () => (await backend.all(nextDueMail(queries)))[0]?.dueAt,
    forgetMails: ({ before }) => backend.run("forgetMails", before),
  };
}

function isOwnKey({ id, projectId }: { readonly id: string; readonly projectId: string }): boolean {
  return isKeyText(id) && isKeyText(projectId);
}
