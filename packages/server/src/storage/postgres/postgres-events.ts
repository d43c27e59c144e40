import { createQueryWriter } from "../tables.ts";
import { type PassEvents, writePassEvents } from "../webhooks/record-pass-events.ts";
import { type Subscriber, subscribersOfPassType } from "../webhooks/record-events.ts";
import { type PushFailure, recordPushFailures as recordFailures } from "../webhooks/record-push-failures.ts";
import type { Work } from "../work.ts";
import type { Statements } from "./connection.ts";
import { runQuery } from "./run-query.ts";

const QUERIES = createQueryWriter("postgres");
const SUBSCRIBERS = subscribersOfPassType(QUERIES, "").sql;

/** Runs steps of a transaction. */
export async function takeSteps<Result>(statements: Statements, work: Work<Result>): Promise<Result> {
  let step = work.next([]);
  while (step.done !== true) step = work.next(await runQuery(statements, step.value));
  return step.value;
}

/** Writes events in the transaction of what caused them. The look for subscribers is prepared: it is part of every write. */
export async function recordPassEvents(statements: Statements, events: PassEvents): Promise<void> {
  if (events.passes.length === 0) return;
  const known = await statements.query<Subscriber>(SUBSCRIBERS, [events.passTypeIdentifier], "subscribers");
  if (known.length > 0) await takeSteps(statements, writePassEvents(QUERIES, known, events));
}

/** As {@link recordPassEvents}, for pushes that failed for good. */
export async function recordPushFailures(statements: Statements, failures: readonly PushFailure[], now: number): Promise<void> {
  if (failures.length > 0) await takeSteps(statements, recordFailures(QUERIES, failures, now));
}
