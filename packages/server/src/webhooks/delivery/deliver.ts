import { redactMessage } from "@passwright/wallet/protocol";
import type { OutgoingAnswer, OutgoingClient, OutgoingLimits } from "../../http/outgoing/outgoing-client.ts";
import type { OutgoingPolicy } from "../../http/outgoing/outgoing-policy.ts";
import { hideSecrets } from "../../logging/hide-secrets.ts";
import { toStorableText } from "../../storage/storable-text.ts";
import { signWebhook } from "../sign-webhook.ts";
import type { ClaimedDelivery, DeliveryAttempt, DeliveryOutcome } from "./delivery-queue.ts";
import { holdUntil, nextAttemptAt, readRetryAfter } from "./delivery-schedule.ts";

/** What one attempt may take. */
export const DELIVERY_LIMITS: OutgoingLimits = { connectMs: 5000, answerMs: 15_000, bodyMs: 2000, bodyBytes: 1024 };

/** What attempts are made with. */
export interface DeliverParts {
  readonly client: OutgoingClient;
  readonly policy: OutgoingPolicy;
  /** Opens a sealed secret of an endpoint; may throw. */
  readonly openSecret: (sealed: string, endpointId: string) => Uint8Array;
  readonly clock: () => number;
  readonly random: () => number;
  readonly limits?: OutgoingLimits;
}

/** Makes one attempt, and judges it. Rejects with the reason of the signal, and else never. */
export async function deliver(parts: DeliverParts, delivery: ClaimedDelivery, signal: AbortSignal): Promise<DeliveryOutcome> {
  const { clock, random } = parts;
  const at = clock();
  const secrets = openSecrets(parts, delivery);
  const answer = await send(parts, delivery, { at, secrets, signal });
  const now = clock();
  const attempt = toAttempt(answer, { at, ms: now - at, secrets: secrets ?? [] });
  const { status, error } = attempt;
  if (error === null) return { kind: "delivered", delivery, attempt };
  const wish = answer.kind === "answer" ? readRetryAfter(answer.headers["retry-after"], now) : null;
  const tries = delivery.tries + 1;
  const next = nextAttemptAt({ roundAt: delivery.roundAt, tries, now, random: random(), wish });
  if (status === 410) return { kind: "gone", at: next ?? now, delivery, attempt };
  const hold = holdUntil({ failures: delivery.failures + 1, status, now, wish });
  const held = hold === null ? {} : { holdUntil: hold };
  return next === null ? { kind: "failed", delivery, attempt, ...held } : { kind: "retry", at: next, delivery, attempt, ...held };
}

/** Null where this installation cannot open one of them. */
function openSecrets({ openSecret }: DeliverParts, { secrets, endpointId }: ClaimedDelivery): readonly Uint8Array[] | null {
  try {
    return secrets.map((sealed) => openSecret(sealed, endpointId));
  } catch {
    return null;
  }
}

async function send(
  { client, policy, limits = DELIVERY_LIMITS }: DeliverParts,
  delivery: ClaimedDelivery,
  given: { readonly at: number; readonly secrets: readonly Uint8Array[] | null; readonly signal: AbortSignal },
): Promise<OutgoingAnswer> {
  const { at, secrets, signal } = given;
  // Anew at each attempt: an address that was allowed once may be so no longer.
  const read = policy.readUrl(delivery.url);
  if ("problem" in read) return { kind: "failed", reason: `the address ${read.problem}` };
  if (secrets === null) return { kind: "failed", reason: "its secret cannot be opened by this installation" };
  const body = Buffer.from(delivery.body);
  return client.send({
    url: read.url,
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "Passwright-Webhooks/1",
      ...signWebhook({ id: delivery.eventId, timestamp: Math.floor(at / 1000), body }, secrets),
    },
    body,
    limits,
    signal,
  });
}

function toAttempt(
  answer: OutgoingAnswer,
  { at, ms, secrets }: { readonly at: number; readonly ms: number; readonly secrets: readonly Uint8Array[] },
): DeliveryAttempt {
  if (answer.kind === "failed") return { at, ms, status: null, error: answer.reason, answer: "" };
  const { status, body } = answer;
  return { at, ms, status, error: errorOf(status), answer: toShownText(body, secrets) };
}

/** 2xx alone counts. */
function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirects are not followed: give the address that it leads to" : `status ${status}`;
}

/** What people may see of an answer: text, without control characters, its own secrets and what looks like one. */
function toShownText(body: Uint8Array, secrets: readonly Uint8Array[]): string {
  const text = new TextDecoder().decode(body.subarray(0, DELIVERY_LIMITS.bodyBytes));
  return toStorableText(redactMessage(hideSecrets(text, secrets))).slice(0, DELIVERY_LIMITS.bodyBytes);
}
