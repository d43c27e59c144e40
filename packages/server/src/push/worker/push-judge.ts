import { backOffDelay } from "../back-off.ts";
import type { ClaimedPush, PushOutcome } from "../push-queue.ts";
import type { PushResult } from "../push-sender.ts";
import type { PushAlert } from "./push-alert.ts";
import type { PushWorkerSettings } from "./push-worker-options.ts";
import { TokenDoubt } from "./token-doubt.ts";

/** What follows from a result: what is recorded, who is told, and whether the pass type is held back. */
export interface Judgement {
  readonly outcome: PushOutcome;
  readonly alert?: PushAlert;
  readonly isPaused?: boolean;
}

/** Attempts that reached nobody before a person is told: a restart of the other side is over by then. */
const TOLD_AFTER = 4;

/** Judges results of pushes. Keeps in mind how the pushes of each pass type fared. */
export class PushJudge {
  readonly #settings: PushWorkerSettings;
  readonly #doubt = new TokenDoubt();

  constructor(settings: PushWorkerSettings) {
    this.#settings = settings;
  }

  judge(push: ClaimedPush, result: PushResult): Judgement {
    const judgement = this.#judge(push, result);
    const { receipt } = result;
    return receipt === undefined ? judgement : { ...judgement, outcome: { ...judgement.outcome, receipt } };
  }

  #judge(push: ClaimedPush, result: PushResult): Judgement {
    const { passTypeIdentifier } = push;
    switch (result.kind) {
      case "delivered":
        this.#doubt.addDelivery(passTypeIdentifier);
        return { outcome: { kind: "delivered", push } };
      case "retry":
        return this.#judgeRetry(push, result);
      case "dead":
        return this.#judgeDead(push, result);
      case "paused":
        return this.#hold(push, result.reason, "paused", result.alert);
      case "failed":
        break;
    }
    const alert = this.#alert("refused", push, result.reason, result.alert);
    return { outcome: { kind: "failed", push, reason: result.reason }, alert };
  }

  /** A pass type goes on after a pause: what was seen before counts no more. */
  forget(passTypeIdentifier: string): void {
    this.#doubt.forget(passTypeIdentifier);
  }

  /** Back into the queue, later. */
  postpone(push: ClaimedPush, reason: string, afterMs = 0): PushOutcome {
    const { backOff, random, clock } = this.#settings;
    return { kind: "retry", push, at: clock() + backOffDelay(backOff, push.attempts + 1, random(), afterMs), reason };
  }

  #judgeRetry(push: ClaimedPush, result: Extract<PushResult, { kind: "retry" }>): Judgement {
    const { reason, afterMs, alert, unreachable } = result;
    if (unreachable !== undefined) {
      // A firewall may stand in the way for a week: every device is still to be told then.
      const isTold = push.attempts + 1 >= TOLD_AFTER;
      return {
        outcome: this.postpone(push, reason, afterMs),
        ...(isTold && { alert: this.#alert("unreachable", push, reason, `Pushes wait. ${unreachable}`) }),
      };
    }
    if (push.attempts + 1 >= this.#settings.maxAttempts) {
      const words = `A push was given up after ${push.attempts + 1} attempts; the last one ended with ${reason}.`;
      return { outcome: { kind: "failed", push, reason }, alert: this.#alert("gave-up", push, reason, words) };
    }
    return {
      outcome: this.postpone(push, reason, afterMs),
      ...(alert !== undefined && { alert: this.#alert("refused", push, reason, alert) }),
    };
  }

  #judgeDead(push: ClaimedPush, result: Extract<PushResult, { kind: "dead" }>): Judgement {
    const { reason, unregisteredAt, doubtful, alert } = result;
    if (doubtful === true && !this.#doubt.isBelieved(push.passTypeIdentifier)) {
      if (this.#doubt.isSetUpRight(push.passTypeIdentifier)) {
        const words =
          `More devices of this pass type are refused than reached; their registrations are kept. ${alert ?? ""}`.trim();
        return { outcome: { kind: "failed", push, reason }, alert: this.#alert("tokens-doubtful", push, reason, words) };
      }
      const words =
        `Nearly every device of this pass type is refused, so no registration is removed any more. ${alert ?? ""}`.trim();
      return this.#hold(push, reason, "tokens-doubtful", words);
    }
    return { outcome: { kind: "dead", push, reason, ...(unregisteredAt !== undefined && { unregisteredAt }) } };
  }

  #hold(push: ClaimedPush, reason: string, kind: PushAlert["kind"], words: string): Judgement {
    return { outcome: this.postpone(push, reason), alert: this.#alert(kind, push, reason, words), isPaused: true };
  }

  #alert(kind: PushAlert["kind"], { passTypeIdentifier }: ClaimedPush, reason: string, words: string): PushAlert {
    return { kind, passTypeIdentifier, reason, words, at: this.#settings.clock() };
  }
}
