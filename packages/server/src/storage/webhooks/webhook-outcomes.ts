import type { Kysely } from "kysely";
import { type DeliveryOutcome, type DisabledEndpoint, GIVEN_UP } from "../../webhooks/delivery/delivery-queue.ts";
import type { Tables } from "../tables.ts";
import { rowsOf, type Work } from "../work.ts";
import { healthOf, setHealth, settleDelivery } from "./webhook-queries.ts";

/** Outcomes of one worker. */
export interface RecordInput {
  readonly worker: string;
  readonly outcomes: readonly DeliveryOutcome[];
  readonly now: number;
}

/** Attempts of a delivery that are kept: the first ones go, for what is asked about is the end. */
const ATTEMPTS_KEPT = 30;

/**
 * Writes what became of claimed deliveries and how their endpoints fare by that, and disables those that are given up. A delivery
 * that is another's by now, because its lease was over, is left to that.
 */
export function* recordOutcomes(
  queries: Kysely<Tables>,
  { worker, outcomes, now }: RecordInput,
): Work<readonly DisabledEndpoint[]> {
  const byEndpoint = new Map<string, DeliveryOutcome[]>();
  for (const outcome of outcomes) {
    const { endpointId } = outcome.delivery;
    byEndpoint.set(endpointId, [...(byEndpoint.get(endpointId) ?? []), outcome]);
  }
  const disabled: DisabledEndpoint[] = [];
  // In the order of their ids, as every worker locks them.
  for (const [endpointId, some] of [...byEndpoint].toSorted(([one], [two]) => (one < two ? -1 : 1))) {
    const settled: DeliveryOutcome[] = [];
    for (const outcome of some) {
      const query = settleDelivery(queries, outcome.delivery, worker, toColumns(outcome));
      if ((yield* rowsOf(query)).length > 0) settled.push(outcome);
    }
    const end = yield* noteHealth(queries, endpointId, settled, now);
    if (end !== null) disabled.push(end);
  }
  return disabled;
}

function toColumns(outcome: DeliveryOutcome): Partial<Tables["webhook_deliveries"]> {
  const { delivery, attempt } = outcome;
  const history = JSON.stringify([...delivery.attempts, attempt].slice(-ATTEMPTS_KEPT));
  const common = { history, tries: delivery.tries + 1 };
  switch (outcome.kind) {
    case "delivered":
      return { ...common, state: "delivered", due_at: null };
    case "retry":
    case "gone":
      return { ...common, due_at: outcome.at };
    case "failed":
      return { ...common, state: "failed", due_at: null };
    default:
      return outcome satisfies never;
  }
}

function* noteHealth(
  queries: Kysely<Tables>,
  endpointId: string,
  outcomes: readonly DeliveryOutcome[],
  now: number,
): Work<DisabledEndpoint | null> {
  const [known] = outcomes.length === 0 ? [] : yield* rowsOf(healthOf(queries, endpointId));
  if (known === undefined) return null;
  let { failures, failingSince, holdUntil } = known;
  for (const outcome of outcomes) {
    if (outcome.kind === "delivered") {
      failures = 0;
      failingSince = null;
      holdUntil = 0;
    } else {
      failures += 1;
      failingSince ??= outcome.attempt.at;
      if ("holdUntil" in outcome) holdUntil = Math.max(holdUntil, outcome.holdUntil ?? 0);
    }
  }
  const isGone = outcomes.some(({ kind }) => kind === "gone");
  const isGivenUp = failures >= GIVEN_UP.failures && failingSince !== null && now - failingSince >= GIVEN_UP.overMs;
  const reason = isGone ? "gone" : isGivenUp ? "failing" : null;
  const ends = known.isEnabled !== 0 && reason !== null;
  if (!ends && failures === 0 && known.failures === 0 && known.holdUntil === 0) return null;
  yield setHealth(queries, endpointId, {
    failures,
    failing_since: failingSince,
    hold_until: holdUntil,
    ...(ends && { is_enabled: 0, disabled_reason: reason, disabled_at: now }),
  });
  return ends ? { endpointId, reason, failures } : null;
}
