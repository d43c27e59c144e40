import type { Kysely } from "kysely";
import { addAudit } from "../issuer/issuer-queries.ts";
import type { AuditEntry } from "../issuer/issuer-storage.ts";
import type { Tables } from "../tables.ts";
import { rowsOf, type StepsOf } from "../work.ts";
import { DISTRIBUTION_LIMITS, type MailOutcome, type MintKeyRecord, type NewLink, type NewMail } from "./distribution-storage.ts";
import { addLink, addMintKey, countUse, mintKeysOf, revokeLink, revokeMintKey } from "./link-queries.ts";
import { addMail, claimDueMails, endAttempt, forgetEnded, type MailRow, releaseClaimed } from "./mail-queries.ts";

interface Revocation {
  readonly id: string;
  readonly projectId: string;
  readonly now: number;
  readonly audit: AuditEntry;
}

/** All that is written for links and mails, by name. */
export interface DistributionOperations {
  readonly createLink: (input: { readonly link: NewLink; readonly audit: AuditEntry }) => void;
  readonly revokeLink: (input: Revocation) => "revoked" | "absent";
  readonly useLink: (input: { readonly id: string; readonly now: number }) => boolean;
  readonly createMintKey: (input: {
    readonly key: Omit<MintKeyRecord, "revokedAt">;
    readonly audit: AuditEntry;
  }) => "created" | "full";
  readonly revokeMintKey: (input: Revocation) => "revoked" | "absent";
  readonly queueMail: (input: { readonly mail: NewMail; readonly link: NewLink; readonly audit: AuditEntry }) => void;
  readonly claimMails: (input: {
    readonly worker: string;
    readonly limit: number;
    readonly now: number;
    readonly leaseMs: number;
  }) => readonly MailRow[];
  readonly recordMail: (input: {
    readonly id: string;
    readonly worker: string;
    readonly outcome: MailOutcome;
    readonly now: number;
  }) => void;
  readonly releaseMails: (input: { readonly worker: string; readonly now: number }) => void;
  readonly forgetMails: (before: number) => number;
}

/** The steps of each operation. */
export function distributionSteps(queries: Kysely<Tables>): StepsOf<DistributionOperations> {
  return {
    *createLink({ link, audit }) {
      yield addLink(queries, link);
      yield addAudit(queries, audit);
    },
    *revokeLink({ audit, ...link }) {
      if ((yield* rowsOf(revokeLink(queries, link))).length === 0) return "absent";
      yield addAudit(queries, audit);
      return "revoked";
    },
    *useLink({ id, now }) {
      return (yield* rowsOf(countUse(queries, id, now))).length > 0;
    },
    *createMintKey({ key, audit }) {
      const known = yield* rowsOf(mintKeysOf(queries, key.projectId, DISTRIBUTION_LIMITS.mintKeys));
      if (known.length >= DISTRIBUTION_LIMITS.mintKeys) return "full";
      yield addMintKey(queries, key);
      yield addAudit(queries, audit);
      return "created";
    },
    *revokeMintKey({ audit, ...key }) {
      if ((yield* rowsOf(revokeMintKey(queries, key))).length === 0) return "absent";
      yield addAudit(queries, audit);
      return "revoked";
    },
    *queueMail({ mail, link, audit }) {
      yield addMail(queries, mail);
      yield addLink(queries, link);
      yield addAudit(queries, audit);
    },
    *claimMails(options) {
      return yield* rowsOf(claimDueMails(queries, options));
    },
    *recordMail(options) {
      yield endAttempt(queries, options);
    },
    *releaseMails({ worker, now }) {
      yield releaseClaimed(queries, worker, now);
    },
    *forgetMails(before) {
      return (yield* rowsOf(forgetEnded(queries, before))).length;
    },
  };
}
