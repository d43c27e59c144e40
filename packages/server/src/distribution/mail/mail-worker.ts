import type { SendMailOptions } from "nodemailer";
import type { Logger } from "../../logging/logger.ts";
import { type BackOff, backOffDelay } from "../../push/back-off.ts";
import { WakeableRest } from "../../push/wakeable-rest.ts";
import type { DistributionStore, MailOutcome, MailRecord } from "../../storage/distribution/distribution-storage.ts";
import type { ComposedMail } from "./compose-mail.ts";
import type { MailProblem } from "./mail-problems.ts";
import type { SendResult } from "./smtp-sender.ts";

/** How mails are tried. Milliseconds. */
export const MAIL_TRIES = {
  /** A minute, then twice as long each time, up to an hour, by chance a little more or less. */
  backOff: { firstMs: 60_000, mostMs: 60 * 60_000 } satisfies BackOff,
  /** Two days after it was asked for a mail that could not be handed in is given up. */
  giveUpMs: 48 * 60 * 60_000,
  /** What a worker has claimed is another's after that: longer than a mail can take. */
  leaseMs: 10 * 60_000,
  /** How long after its end a mail, with its address, is forgotten. */
  keptMs: 30 * 24 * 60 * 60_000,
} as const;

const POLL_MS = 10_000;
const AT_A_TIME = 4;
const FORGET_EVERY_MS = 60 * 60_000;

export interface MailWorkerOptions {
  readonly queue: DistributionStore;
  readonly compose: (mail: MailRecord) => Promise<ComposedMail>;
  readonly send: (message: SendMailOptions) => Promise<SendResult>;
  /** A name of its own. */
  readonly worker: string;
  readonly log: Logger;
  readonly clock: () => number;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/** Sends what is queued. Any number of workers share the queue. */
export interface MailWorker {
  /** There is something new: look at once. */
  wake(): void;
  /** Claims no more, lets what is under way end for so long, and gives the rest back. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}

/** Starts to send. A mail is sent once, or, where a process ends between the server's answer and the note of it, twice. */
export function startMailWorker(options: MailWorkerOptions): MailWorker {
  const { queue, worker, log, clock, random = Math.random } = options;
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const resting = new WakeableRest();
  let forgottenAt = Number.NEGATIVE_INFINITY;

  async function attempt(mail: MailRecord): Promise<void> {
    const outcome = await send(mail);
    const problem = outcome.kind === "sent" ? null : outcome.problem;
    log.info("mail", { mail: mail.id, outcome: outcome.kind, attempts: mail.attempts, problem });
    await queue.recordMail({ id: mail.id, worker, outcome, now: clock() });
  }

  async function send(mail: MailRecord): Promise<MailOutcome> {
    try {
      const composed = await options.compose(mail);
      if ("problem" in composed) return toOutcome(mail, composed.problem, composed.isFinal);
      const result = await options.send(composed.message);
      if (result.kind === "sent") return { kind: "sent" };
      log.warn("mail was not taken", { mail: mail.id, problem: result.problem, error: withoutAddresses(result.cause) });
      return toOutcome(mail, result.problem, result.isFinal);
    } catch (error) {
      log.error("mail failed", { mail: mail.id, error });
      return toOutcome(mail, "failed", false);
    }
  }

  function toOutcome(mail: MailRecord, problem: MailProblem, isFinal: boolean): MailOutcome {
    const at = clock() + backOffDelay(MAIL_TRIES.backOff, mail.attempts, random());
    return isFinal || at - mail.createdAt > MAIL_TRIES.giveUpMs ? { kind: "failed", problem } : { kind: "retry", problem, at };
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      resting.begin();
      try {
        const now = clock();
        if (now - forgottenAt > FORGET_EVERY_MS) {
          forgottenAt = now;
          await queue.forgetMails({ before: now - MAIL_TRIES.keptMs });
        }
        const claimed = await queue.claimMails({ worker, limit: AT_A_TIME - underWay.size, now, leaseMs: MAIL_TRIES.leaseMs });
        for (const mail of claimed) {
          const task = attempt(mail)
            .catch((error: unknown) => log.error("end of a mail was not written", { mail: mail.id, error }))
            .finally(() => underWay.delete(task));
          underWay.add(task);
        }
        failures = 0;
        if (underWay.size >= AT_A_TIME) await Promise.race(underWay);
        else await resting.rest(await untilNext());
      } catch (error) {
        failures += 1;
        log.error("queue of mails does not answer", { error });
        await resting.rest(backOffDelay({ firstMs: 500, mostMs: 30_000 }, failures, random()));
      }
    }
  }

  async function untilNext(): Promise<number> {
    const due = await queue.nextMailDue();
    return due === undefined ? POLL_MS : Math.min(POLL_MS, Math.max(50, due - clock()));
  }

  const loop = run();
  return {
    wake: () => resting.wake(),
    stop: async ({ graceMs }) => {
      stopping.abort();
      resting.wake();
      await loop;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs)));
      await Promise.race([Promise.all(underWay), patience]);
      clearTimeout(timer);
      // What is still under way may have reached the server: its lease ends by itself, and it is not sent a second time at once.
      if (underWay.size === 0) await queue.releaseMails({ worker, now: clock() }).catch(() => undefined);
    },
  };
}

/** Mail servers like to repeat addresses in their answers. */
function withoutAddresses(words: string): string {
  return words.replaceAll(/[^\s<>]+@[^\s<>]+/gu, "(address)");
}
