import type Database from "better-sqlite3";
import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import type { PassEvents } from "../webhooks/record-pass-events.ts";
import { writePassEvents } from "../webhooks/record-pass-events.ts";
import { type Subscriber, subscribersOfPassType } from "../webhooks/record-events.ts";
import { type PushFailure, recordPushFailures } from "../webhooks/record-push-failures.ts";
import type { Work } from "../work.ts";

/** Writes events in the transaction of what caused them. */
export interface EventWriter {
  passes(events: PassEvents): void;
  pushFailures(failures: readonly PushFailure[], now: number): void;
}

/** The look for subscribers is prepared: it is part of every write, and where nobody listens all that there is. */
export function createEventWriter(
  database: Database.Database,
  queries: Kysely<Tables>,
  take: <Result>(work: Work<Result>) => Result,
): EventWriter {
  const subscribers = database.prepare<[string], Subscriber>(subscribersOfPassType(queries, "").sql);
  return {
    passes: (events) => {
      if (events.passes.length === 0) return;
      const known = subscribers.all(events.passTypeIdentifier);
      if (known.length > 0) take(writePassEvents(queries, known, events));
    },
    pushFailures: (failures, now) => {
      if (failures.length > 0) take(recordPushFailures(queries, failures, now));
    },
  };
}
