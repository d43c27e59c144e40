import { type CompiledQuery, type Kysely, PostgresAdapter, sql } from "kysely";
import type { PassKey } from "../storage.ts";
import type { Tables } from "../tables.ts";
import type { MailOutcome, MailRecord, MailState, NewMail } from "./distribution-storage.ts";

type Database = Kysely<Tables>;

const MAIL_COLUMNS = [
  "id",
  "project_id as projectId",
  "recipient as to",
  "locale",
  "subject",
  "body as text",
  "passes",
  "state",
  "attempts",
  "due_at as dueAt",
  "problem",
  "created_at as createdAt",
  "ended_at as endedAt",
] as const;

/** A mail as its columns have it. */
export type MailRow = Omit<MailRecord, "passes" | "state"> & { readonly passes: string; readonly state: string };

export function toMail({ passes, state, ...row }: MailRow): MailRecord {
  const pairs = JSON.parse(passes) as readonly (readonly [string, string])[];
  return {
    ...row,
    state: state as MailState,
    passes: pairs.map(([passTypeIdentifier, serialNumber]): PassKey => ({ passTypeIdentifier, serialNumber })),
  };
}

export const addMail = (database: Database, mail: NewMail): CompiledQuery =>
  database
    .insertInto("mails")
    .values({
      id: mail.id,
      project_id: mail.projectId,
      recipient: mail.to,
      locale: mail.locale,
      subject: mail.subject,
      body: mail.text,
      passes: JSON.stringify(mail.passes.map(({ passTypeIdentifier, serialNumber }) => [passTypeIdentifier, serialNumber])),
      state: "queued",
      attempts: 0,
      due_at: mail.createdAt,
      leased_by: null,
      problem: null,
      created_at: mail.createdAt,
      ended_at: null,
    })
    .compile();

export const mailOf = (database: Database, { id, projectId }: { readonly id: string; readonly projectId: string }) =>
  database.selectFrom("mails").where("id", "=", id).where("project_id", "=", projectId).select(MAIL_COLUMNS).compile();

export function mailsOf(
  database: Database,
  options: {
    readonly projectId: string;
    readonly before?: { readonly createdAt: number; readonly id: string };
    readonly limit: number;
  },
) {
  const { before } = options;
  let query = database.selectFrom("mails").where("project_id", "=", options.projectId);
  if (before !== undefined) {
    query = query.where((mail) =>
      mail.or([
        mail("created_at", "<", before.createdAt),
        mail.and([mail("created_at", "=", before.createdAt), mail("id", "<", before.id)]),
      ]),
    );
  }
  return query.orderBy("created_at", "desc").orderBy("id", "desc").limit(options.limit).select(MAIL_COLUMNS).compile();
}

/** Takes due mails and puts them off to the end of the lease. On PostgreSQL what another is taking is passed by. */
export function claimDueMails(
  database: Database,
  options: { readonly worker: string; readonly limit: number; readonly now: number; readonly leaseMs: number },
) {
  const { now } = options;
  const isShared = database.getExecutor().adapter instanceof PostgresAdapter;
  return database
    .updateTable("mails")
    .set((mail) => ({ leased_by: options.worker, due_at: now + options.leaseMs, attempts: mail("attempts", "+", 1) }))
    .where("id", "in", (select) => {
      const due = select
        .selectFrom("mails")
        .where("state", "=", "queued")
        .where("due_at", "<=", now)
        .orderBy("due_at")
        .limit(options.limit)
        .select("id");
      return isShared ? due.modifyEnd(sql`for update skip locked`) : due;
    })
    .returning(MAIL_COLUMNS)
    .compile();
}

export function endAttempt(
  database: Database,
  options: { readonly id: string; readonly worker: string; readonly outcome: MailOutcome; readonly now: number },
): CompiledQuery {
  const { outcome, now } = options;
  const columns =
    outcome.kind === "retry"
      ? { due_at: outcome.at, problem: outcome.problem }
      : { state: outcome.kind, ended_at: now, problem: outcome.kind === "failed" ? outcome.problem : null };
  return database
    .updateTable("mails")
    .set({ leased_by: null, ...columns })
    .where("id", "=", options.id)
    .where("leased_by", "=", options.worker)
    .compile();
}

export const releaseClaimed = (database: Database, worker: string, now: number): CompiledQuery =>
  database
    .updateTable("mails")
    .set((mail) => ({ leased_by: null, due_at: now, attempts: mail("attempts", "-", 1) }))
    .where("leased_by", "=", worker)
    .where("state", "=", "queued")
    .compile();

export const nextDueMail = (database: Database) =>
  database.selectFrom("mails").where("state", "=", "queued").orderBy("due_at").limit(1).select("due_at as dueAt").compile();

/** Mails that one call forgets at most. */
const FORGOTTEN = 500;

export const forgetEnded = (database: Database, before: number) =>
  database
    .deleteFrom("mails")
    .where("id", "in", (select) =>
      select.selectFrom("mails").where("ended_at", "<", before).orderBy("ended_at").limit(FORGOTTEN).select("id"),
    )
    .returning("id")
    .compile();
