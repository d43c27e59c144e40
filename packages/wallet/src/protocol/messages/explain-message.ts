import { PROTOCOL_LIMITS } from "../limits.ts";
import { type DeviceMessage, readDeviceMessage, splitLog } from "./device-message.ts";
import { EXPLANATIONS, type Explanation } from "./explanations.ts";
import { INSTALL_MESSAGES, type InstallMessage } from "./install-messages.ts";
import { redactMessage } from "./redact.ts";

/** A message with what it means. */
export interface ExplainedMessage {
  /** As it came, without tokens, on one line. */
  readonly text: string;
  readonly message: DeviceMessage;
  readonly explanation: Explanation;
  /** When the words are those of a failed installation. */
  readonly installation: InstallMessage | null;
}

/**
 * Says what a message means, by whom it is to be mended and how.
 *
 * @example
 * ```ts
 * const { explanation } = explainMessage("[2016-08-28 11:57:01 -0400] Register task (…) encountered error: Authentication failure");
 * console.log(explanation.cause, explanation.fix);
 * ```
 */
export function explainMessage(line: string): ExplainedMessage {
  const message = readDeviceMessage(line);
  const text = redactMessage(line.trim());
  const installation =
    INSTALL_MESSAGES.find(({ pattern }) => pattern.test(line.slice(0, PROTOCOL_LIMITS.logMessageLength))) ?? null;
  return { text, message, explanation: EXPLANATIONS[message.reason.id], installation };
}

/** One cause in a log, and how often it is there. */
export interface LogCause {
  readonly reason: DeviceMessage["reason"]["id"];
  /** Of an installation's words: which. */
  readonly installation: string | null;
  readonly count: number;
  /** The first message with this cause. */
  readonly first: ExplainedMessage;
}

/**
 * The causes in a log, most frequent first; lines that say nothing known are left out, but counted.
 *
 * @example
 * ```ts
 * for (const { count, first } of explainLog(text).causes) console.log(count, first.explanation.cause);
 * ```
 */
export function explainLog(log: string): { readonly causes: readonly LogCause[]; readonly unknown: number } {
  const causes = new Map<string, { count: number; readonly first: ExplainedMessage }>();
  let unknown = 0;
  for (const line of splitLog(log)) {
    const explained = explainMessage(line);
    const { reason, kind } = explained.message;
    if (reason.id === "unknown" && explained.installation === null && kind === "other") {
      unknown += 1;
      continue;
    }
    const key = `${reason.id} ${explained.installation?.id ?? ""}`;
    const known = causes.get(key);
    if (known === undefined) causes.set(key, { count: 1, first: explained });
    else known.count += 1;
  }
  const rows = [...causes.values()].map(({ count, first }) => ({
    reason: first.message.reason.id,
    installation: first.installation?.id ?? null,
    count,
    first,
  }));
  return { causes: rows.toSorted((a, b) => b.count - a.count), unknown };
}
