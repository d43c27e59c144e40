import type { AuditEntry } from "../issuer/issuer-storage.ts";
import type { PassKey } from "../storage.ts";

/** What a public address leads to: a pass that is there, or a template of which a pass is made for whoever asks. */
export type LinkTarget =
  | ({ readonly kind: "pass" } & PassKey)
  | {
      readonly kind: "template";
      readonly templateId: string;
      readonly passTypeIdentifier: string;
      /** JSON text: what the visitor is not asked for. */
      readonly values: string;
      /** Names of the inputs that the visitor fills in; null: those that the template requires and `values` lacks. */
      readonly ask: readonly string[] | null;
    };

/** An unguessable public address. Its token is not kept: `hash` is what a visitor's is compared by. */
export interface NewLink {
  readonly id: string;
  readonly projectId: string;
  readonly target: LinkTarget;
  /** SHA-256 of the token, in hex. */
  readonly hash: string;
  /** How the token begins, for people to tell one from the other. */
  readonly hint: string;
  /** Where the address was put up: `newsletter`, `poster-3`. Passes that come of it keep it. */
  readonly source: string | null;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly expiresAt: number | null;
  /** Downloads of a pass, or passes of a template. */
  readonly maxUses: number | null;
}

export interface LinkRecord extends Omit<NewLink, "hash"> {
  readonly uses: number;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** A key that signs mint links. Its secret is made of the installation's and of these: it is kept nowhere. */
export interface MintKeyRecord {
  readonly id: string;
  readonly projectId: string;
  /** Null: for every template of the project. */
  readonly templateId: string | null;
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

/** Where a pass came from, written with it. */
export interface IssueOrigin {
  readonly source: string | null;
  /** A template's link through which the pass is made: counted in the same transaction, and refused when it is used up. */
  readonly linkId: string | null;
  /** SHA-256 in hex of what a signed link calls its pass: the same name gives the same pass. */
  readonly mintHash: string | null;
  /** The address under which its holder finds the pass. */
  readonly link: NewLink | null;
}

/** What became of a mail. */
export type MailState = "queued" | "sent" | "failed";

export interface NewMail {
  readonly id: string;
  readonly projectId: string;
  readonly to: string;
  readonly locale: string;
  /** The operator's own words for this mail; null: those of the language. */
  readonly subject: string | null;
  readonly text: string | null;
  /** The first is shown; with several they come as a bundle. */
  readonly passes: readonly PassKey[];
  readonly createdAt: number;
}

export interface MailRecord extends NewMail {
  readonly state: MailState;
  readonly attempts: number;
  /** Epoch ms of the next attempt, or of the end of the one under way. */
  readonly dueAt: number;
  /** What the last attempt failed with, in the words of a table of ours: never the mail server's. */
  readonly problem: string | null;
  readonly endedAt: number | null;
}

/** How an attempt ended. */
export type MailOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "failed"; readonly problem: string }
  | { readonly kind: "retry"; readonly problem: string; readonly at: number };

export const DISTRIBUTION_LIMITS = {
  linksPerPage: 200,
  mailsPerPage: 200,
  mailsPerClaim: 20,
  /** Keys of mint links that a project has, revoked ones among them. */
  mintKeys: 1000,
} as const;

/** Links, keys of signed links, mails. Moments are epoch milliseconds. */
export interface DistributionStore {
  createLink(link: NewLink, options: { readonly audit: AuditEntry }): Promise<void>;
  findLink(hash: string): Promise<LinkRecord | undefined>;
  /** Newest first. */
  links(options: {
    readonly projectId: string;
    readonly pass?: PassKey;
    readonly templateId?: string;
    readonly source?: string;
    /** Id of the last link of the page before. */
    readonly before?: { readonly createdAt: number; readonly id: string };
    readonly limit: number;
  }): Promise<readonly LinkRecord[]>;
  findLinkById(link: { readonly id: string; readonly projectId: string }): Promise<LinkRecord | undefined>;
  revokeLink(
    link: { readonly id: string; readonly projectId: string },
    options: { readonly now: number; readonly audit: AuditEntry },
  ): Promise<"revoked" | "absent">;
  /** Counts a use; false when the link is at its end, has expired or was revoked: of two that come at once for the last use one is refused. */
  useLink(id: string, options: { readonly now: number }): Promise<boolean>;
  createMintKey(key: Omit<MintKeyRecord, "revokedAt">, options: { readonly audit: AuditEntry }): Promise<"created" | "full">;
  findMintKey(id: string): Promise<MintKeyRecord | undefined>;
  mintKeys(projectId: string): Promise<readonly MintKeyRecord[]>;
  revokeMintKey(
    key: { readonly id: string; readonly projectId: string },
    options: { readonly now: number; readonly audit: AuditEntry },
  ): Promise<"revoked" | "absent">;
  /** The pass that a signed link made. */
  findMinted(mint: { readonly projectId: string; readonly hash: string }): Promise<PassKey | undefined>;
  /** Writes a mail that is to be sent, the address of its page and the audit entry, or none of them. */
  queueMail(mail: NewMail, options: { readonly link: NewLink; readonly audit: AuditEntry }): Promise<void>;
  findMail(mail: { readonly id: string; readonly projectId: string }): Promise<MailRecord | undefined>;
  /** Newest first. */
  mails(options: {
    readonly projectId: string;
    readonly before?: { readonly createdAt: number; readonly id: string };
    readonly limit: number;
  }): Promise<readonly MailRecord[]>;
  /** Takes due mails for a while; of several workers each gets others. Counts the attempt. */
  claimMails(options: {
    readonly worker: string;
    readonly limit: number;
    readonly now: number;
    readonly leaseMs: number;
  }): Promise<readonly MailRecord[]>;
  /** Writes how an attempt ended, unless its lease has gone to another worker. */
  recordMail(options: {
    readonly id: string;
    readonly worker: string;
    readonly outcome: MailOutcome;
    readonly now: number;
  }): Promise<void>;
  /** Gives what a worker has claimed back, without counting the attempt. */
  releaseMails(options: { readonly worker: string; readonly now: number }): Promise<void>;
  nextMailDue(): Promise<number | undefined>;
  /** Forgets mails that ended before a moment: addresses are personal data. Some at a time; how many it were. */
  forgetMails(options: { readonly before: number }): Promise<number>;
}
