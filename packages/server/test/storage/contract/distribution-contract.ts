import { expect } from "vitest";
import { DISTRIBUTION_LIMITS, type NewLink, type NewMail } from "../../../src/storage/distribution/distribution-storage.ts";
import type { AuditEntry } from "../../../src/storage/issuer/issuer-storage.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { key, newPass, NOW, PASS_TYPE } from "./samples.ts";

const AUDIT: AuditEntry = {
  at: NOW,
  projectId: "default",
  actor: "key_1",
  action: "createLink",
  object: "a",
  requestId: "request-1",
};

function newLink(id: string, rest: Partial<NewLink> = {}): NewLink {
  return {
    id,
    projectId: "default",
    target: { kind: "pass", ...key("A") },
    hash: `hash-of-${id}`,
    hint: "abcdef",
    source: null,
    createdAt: NOW,
    expiresAt: null,
    maxUses: null,
    ...rest,
  };
}

function templateLink(id: string, rest: Partial<NewLink> = {}): NewLink {
  const target = {
    kind: "template",
    templateId: "loyalty-card",
    passTypeIdentifier: PASS_TYPE,
    values: "{}",
    ask: ["name"],
  } as const;
  return newLink(id, { target, ...rest });
}

function newMail(id: string, rest: Partial<NewMail> = {}): NewMail {
  const passes = [key("A"), key("B")];
  return {
    id,
    projectId: "default",
    to: "ada@example.com",
    locale: "de",
    subject: null,
    text: null,
    passes,
    createdAt: NOW,
    ...rest,
  };
}

/** A pass made through a link, or by a signed one. */
function issueThrough(
  storage: Storage,
  serialNumber: string,
  origin: { readonly linkId?: string; readonly mintHash?: string; readonly source?: string },
  rest: { readonly now?: number; readonly externalId?: string; readonly once?: string } = {},
) {
  const { linkId = null, mintHash = null, source = null } = origin;
  const { now = NOW, externalId = null, once } = rest;
  return storage.issuing.issue(
    {
      pass: newPass(serialNumber),
      externalId,
      idempotency: once === undefined ? null : { keyHash: once, digest: once },
      origin: { linkId, mintHash, source, link: newLink(`to-${mintHash ?? serialNumber}`) },
      audit: { ...AUDIT, action: "createPass" },
    },
    { now },
  );
}

/** What every store of links, signed links and mails keeps to. */
export function distributionContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("a link is found by its digest, and says what it leads to", async ({ storage }) => {
    await storage.distribution.createLink(newLink("one", { source: "poster-3", expiresAt: NOW + 5, maxUses: 2 }), { audit: AUDIT });
    await storage.distribution.createLink(templateLink("two"), { audit: AUDIT });
    const { hash, ...one } = newLink("one", { source: "poster-3", expiresAt: NOW + 5, maxUses: 2 });
    expect(await storage.distribution.findLink(hash)).toEqual({ ...one, uses: 0, lastUsedAt: null, revokedAt: null });
    expect((await storage.distribution.findLink("hash-of-two"))?.target).toEqual(templateLink("two").target);
    expect(await storage.distribution.findLink("hash-of-three")).toBeUndefined();
    expect(await storage.distribution.findLink("\0")).toBeUndefined();
  });

  rule("links are listed by project, pass, template and source, newest first, in pages", async ({ storage }) => {
    const { distribution } = storage;
    for (const [index, source] of ["a", "b", "a"].entries()) {
      await distribution.createLink(newLink(`p${index}`, { source, createdAt: NOW + index }), { audit: AUDIT });
    }
    await distribution.createLink(templateLink("t"), { audit: AUDIT });
    await distribution.createLink(newLink("f", { projectId: "other", source: "a" }), { audit: AUDIT });
    const ids = async (options: Omit<Parameters<typeof distribution.links>[0], "limit" | "projectId">, limit = 10) =>
      (await distribution.links({ projectId: "default", limit, ...options })).map(({ id }) => id);
    expect(await ids({})).toEqual(["p2", "p1", "t", "p0"]);
    expect(await ids({ source: "a" })).toEqual(["p2", "p0"]);
    expect(await ids({ templateId: "loyalty-card" })).toEqual(["t"]);
    expect(await ids({ pass: key("A") })).toEqual(["p2", "p1", "p0"]);
    expect(await ids({ pass: key("B") })).toEqual([]);
    expect(await ids({}, 2)).toEqual(["p2", "p1"]);
    expect(await ids({ before: { createdAt: NOW, id: "t" } })).toEqual(["p0"]);
    expect(await ids({ source: "\0" })).toEqual([]);
  });

  rule("a link is revoked once, by its project, and is not used after", async ({ storage }) => {
    const { distribution } = storage;
    await distribution.createLink(newLink("one"), { audit: AUDIT });
    expect(await distribution.useLink("one", { now: NOW + 1 })).toBe(true);
    const revoke = (projectId: string) => distribution.revokeLink({ id: "one", projectId }, { now: NOW + 2, audit: AUDIT });
    expect(await revoke("other")).toBe("absent");
    expect(await revoke("default")).toBe("revoked");
    expect(await revoke("default")).toBe("absent");
    expect(await distribution.useLink("one", { now: NOW + 3 })).toBe(false);
    expect(await distribution.findLinkById({ id: "one", projectId: "other" })).toBeUndefined();
    expect(await distribution.findLinkById({ id: "one", projectId: "default" })).toMatchObject({
      uses: 1,
      lastUsedAt: NOW + 1,
      revokedAt: NOW + 2,
    });
  });

  rule("of many who come at once for the last uses only so many get one", async ({ storage, openAnother }) => {
    const other = await openAnother();
    await storage.distribution.createLink(newLink("one", { maxUses: 3, expiresAt: NOW + 10 }), { audit: AUDIT });
    const uses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? storage : other).distribution.useLink("one", { now: NOW })),
    );
    expect(uses.filter(Boolean)).toHaveLength(3);
    await storage.distribution.createLink(newLink("two", { expiresAt: NOW + 10 }), { audit: AUDIT });
    expect(await storage.distribution.useLink("two", { now: NOW + 9 })).toBe(true);
    expect(await storage.distribution.useLink("two", { now: NOW + 10 })).toBe(false);
  });

  rule(
    "a pass made through a link keeps its source, counts, and comes with its address; a link at its end makes none",
    async ({ storage }) => {
      await storage.distribution.createLink(templateLink("shop", { maxUses: 2 }), { audit: AUDIT });
      const origin = { linkId: "shop", source: "newsletter" };
      expect(await issueThrough(storage, "S-1", origin, { once: "o1" })).toMatchObject({ kind: "created" });
      // The same form, sent again.
      expect(await issueThrough(storage, "S-2", origin, { once: "o1" })).toEqual({ kind: "repeated", key: key("S-1") });
      expect(await issueThrough(storage, "S-3", origin)).toMatchObject({ kind: "created" });
      expect(await issueThrough(storage, "S-4", origin)).toEqual({ kind: "link-ended" });
      expect(await storage.passes.find(key("S-4"))).toBeUndefined();
      expect(await storage.issuing.records([key("S-1")])).toMatchObject([{ source: "newsletter" }]);
      expect((await storage.distribution.findLink("hash-of-to-S-1"))?.target).toEqual({ kind: "pass", ...key("S-1") });
      expect(await storage.distribution.findLink("hash-of-to-S-4")).toBeUndefined();
      expect((await storage.distribution.findLink("hash-of-shop"))?.uses).toBe(2);
    },
  );

  rule("a signed link that many open at once makes one pass, and gives it to all", async ({ storage, openAnother }) => {
    const other = await openAnother();
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        issueThrough(index % 2 === 0 ? storage : other, `M-${index}`, { mintHash: "mint-1" }, { externalId: "order-1" }),
      ),
    );
    const created = results.filter(({ kind }) => kind === "created");
    expect(created).toHaveLength(1);
    const minted = await storage.distribution.findMinted({ projectId: "default", hash: "mint-1" });
    expect(created).toMatchObject([{ pass: minted }]);
    for (const result of results) if (result.kind !== "created") expect(result).toEqual({ kind: "repeated", key: minted });
    expect(await storage.passes.page({ passTypeIdentifier: PASS_TYPE, limit: 100 })).toHaveLength(1);
    expect(await storage.distribution.findMinted({ projectId: "other", hash: "mint-1" })).toBeUndefined();
  });

  rule("a signed link gives the pass that was made for the same external id before", async ({ storage }) => {
    await issueThrough(storage, "A-1", {}, { externalId: "order-2" });
    const again = await issueThrough(storage, "A-2", { mintHash: "mint-2" }, { externalId: "order-2" });
    expect(again).toEqual({ kind: "repeated", key: key("A-1") });
    expect((await storage.distribution.findLink("hash-of-to-mint-2"))?.target).toEqual({ kind: "pass", ...key("A-1") });
  });

  rule("mint keys are listed by project and revoked once", async ({ storage }) => {
    const { distribution } = storage;
    for (const [index, projectId] of ["default", "other"].entries()) {
      const made = { id: `mk${index}`, projectId, templateId: index === 0 ? "loyalty-card" : null, createdAt: NOW };
      expect(await distribution.createMintKey(made, { audit: AUDIT })).toBe("created");
    }
    expect(await distribution.mintKeys("default")).toEqual([
      { id: "mk0", projectId: "default", templateId: "loyalty-card", createdAt: NOW, revokedAt: null },
    ]);
    const revoke = (projectId: string) => distribution.revokeMintKey({ id: "mk0", projectId }, { now: NOW + 1, audit: AUDIT });
    expect([await revoke("other"), await revoke("default"), await revoke("default")]).toEqual(["absent", "revoked", "absent"]);
    expect(await distribution.findMintKey("mk0")).toMatchObject({ revokedAt: NOW + 1 });
  });

  rule("a mail is written with its link and the audit entry, and claimed by one worker alone", async ({ storage, openAnother }) => {
    const other = await openAnother();
    const ids = Array.from({ length: 9 }, (_, index) => `mail-${index}`);
    for (const id of ids) await storage.distribution.queueMail(newMail(id), { link: newLink(`link-${id}`), audit: AUDIT });
    expect(await storage.distribution.findLink("hash-of-link-mail-0")).toBeDefined();
    expect(await storage.access.audit({ projectId: "default", limit: 100 })).toHaveLength(9);
    const claim = (on: Storage, worker: string) => on.distribution.claimMails({ worker, limit: 5, now: NOW, leaseMs: 1000 });
    const claimed = (await Promise.all([claim(storage, "w1"), claim(other, "w2")])).flat();
    const rest = await claim(storage, "w3");
    expect([...claimed, ...rest].map(({ id }) => id).toSorted()).toEqual(ids);
    expect(claimed[0]).toMatchObject({ to: "ada@example.com", locale: "de", attempts: 1, passes: [key("A"), key("B")] });
    expect(await storage.distribution.claimMails({ worker: "w4", limit: 20, now: NOW + 1000, leaseMs: 1000 })).toHaveLength(9);
  });

  rule("how a mail ended is written by whoever has its lease, and by nobody else", async ({ storage }) => {
    const { distribution } = storage;
    for (const id of ["sent", "lost", "later"]) {
      await distribution.queueMail(newMail(id), { link: newLink(`link-${id}`), audit: AUDIT });
    }
    await distribution.claimMails({ worker: "w1", limit: 20, now: NOW, leaseMs: 1000 });
    const record = (id: string, worker: string, outcome: Parameters<typeof distribution.recordMail>[0]["outcome"]) =>
      distribution.recordMail({ id, worker, outcome, now: NOW + 5 });
    await record("sent", "w2", { kind: "failed", problem: "refused" });
    expect(await distribution.findMail({ id: "sent", projectId: "default" })).toMatchObject({ state: "queued" });
    await record("sent", "w1", { kind: "sent" });
    await record("lost", "w1", { kind: "failed", problem: "refused" });
    await record("later", "w1", { kind: "retry", problem: "busy", at: NOW + 60 });
    expect(await distribution.findMail({ id: "sent", projectId: "default" })).toMatchObject({ state: "sent", endedAt: NOW + 5 });
    expect(await distribution.findMail({ id: "lost", projectId: "default" })).toMatchObject({
      state: "failed",
      problem: "refused",
    });
    expect(await distribution.findMail({ id: "later", projectId: "other" })).toBeUndefined();
    expect(await distribution.nextMailDue()).toBe(NOW + 60);
    expect(await distribution.claimMails({ worker: "w3", limit: 20, now: NOW + 59, leaseMs: 1 })).toEqual([]);
    const [again] = await distribution.claimMails({ worker: "w3", limit: 20, now: NOW + 60, leaseMs: 1000 });
    expect(again).toMatchObject({ id: "later", attempts: 2, problem: "busy" });
    await distribution.releaseMails({ worker: "w3", now: NOW + 61 });
    expect(await distribution.findMail({ id: "later", projectId: "default" })).toMatchObject({ attempts: 1, dueAt: NOW + 61 });
    expect((await distribution.mails({ projectId: "default", limit: 10 })).map(({ id }) => id)).toEqual(["sent", "lost", "later"]);
  });

  rule("mails that ended are forgotten after their time, and no others", async ({ storage }) => {
    const { distribution } = storage;
    for (const id of ["old", "queued"]) await distribution.queueMail(newMail(id), { link: newLink(`link-${id}`), audit: AUDIT });
    const [first] = await distribution.claimMails({ worker: "w", limit: 1, now: NOW, leaseMs: 1000 });
    await distribution.recordMail({ id: first!.id, worker: "w", outcome: { kind: "sent" }, now: NOW });
    expect(await distribution.forgetMails({ before: NOW })).toBe(0);
    expect(await distribution.forgetMails({ before: NOW + 1 })).toBe(1);
    expect(await distribution.mails({ projectId: "default", limit: DISTRIBUTION_LIMITS.mailsPerPage })).toHaveLength(1);
  });
}
