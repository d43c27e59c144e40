import { PROTOCOL_LIMITS } from "../limits.ts";
import { type DeviceTask, readTask, writeTask } from "./device-task.ts";
import { type MessageReason, readReason, writeReason } from "./message-reason.ts";
import { formatTimestamp, parseTimestamp } from "./timestamp.ts";

/** A message that a device writes to `/v1/log`. */
export type DeviceMessage =
  | {
      readonly kind: "task";
      readonly at: Date | null;
      readonly task: DeviceTask;
      readonly level: "error" | "warning";
      readonly reason: MessageReason;
    }
  | {
      readonly kind: "service";
      readonly at: Date | null;
      readonly passTypeIdentifier: string;
      readonly webServiceURL: string;
      readonly reason: MessageReason;
    }
  /** Words of no known form. */
  | { readonly kind: "other"; readonly at: Date | null; readonly reason: MessageReason };

const SERVICE_HEAD = "Web service error for ";

/**
 * A message in the words of a device:
 * `[timestamp] <task> encountered error: <reason>` or `[timestamp] Web service error for <type> (<url>): <reason>`.
 *
 * @param timeZone IANA name of the device's time zone.
 *
 * @example
 * ```ts
 * const service = { passTypeIdentifier: "pass.com.example", webServiceURL: "https://company.com" };
 * const reason = { id: "unchanged-pass", serialNumber: "0001" } as const;
 * writeDeviceMessage({ kind: "service", at: new Date(), ...service, reason }, "Europe/Berlin");
 * ```
 */
export function writeDeviceMessage(message: DeviceMessage, timeZone: string): string {
  const head = message.at === null ? "" : `[${formatTimestamp(message.at, timeZone)}] `;
  const reason = writeReason(message.reason);
  if (message.kind === "other") return `${head}${reason}`;
  if (message.kind === "task") return `${head}${writeTask(message.task)} encountered ${message.level}: ${reason}`;
  return `${head}${SERVICE_HEAD}${message.passTypeIdentifier} (${message.webServiceURL}): ${reason}`;
}

/**
 * Reads a message of a device. Never throws; what it does not know is `other` with the words as they are. Reads
 * {@link PROTOCOL_LIMITS}`.logMessageLength` characters.
 *
 * @example
 * ```ts
 * const message = readDeviceMessage("[2016-08-28 11:57:01 -0400] Get pass task (…) encountered error: Unexpected response code 500");
 * if (message.reason.id === "unexpected-status") console.log(message.reason.status);
 * ```
 */
export function readDeviceMessage(line: string): DeviceMessage {
  const text = line.slice(0, PROTOCOL_LIMITS.logMessageLength).trim();
  const bracket = text.startsWith("[") ? text.indexOf("]") : -1;
  const at = bracket < 0 ? null : parseTimestamp(text.slice(1, bracket));
  const rest = at === null ? text : text.slice(bracket + 1).trimStart();
  return readTaskMessage(rest, at) ?? readServiceMessage(rest, at) ?? { kind: "other", at, reason: readReason(rest) };
}

function readTaskMessage(text: string, at: Date | null): DeviceMessage | null {
  for (const level of ["error", "warning"] as const) {
    const words = `) encountered ${level}: `;
    const end = text.indexOf(words);
    const task = end < 0 ? null : readTask(text.slice(0, end + 1));
    if (task !== null) return { kind: "task", at, task, level, reason: readReason(text.slice(end + words.length)) };
  }
  return null;
}

function readServiceMessage(text: string, at: Date | null): DeviceMessage | null {
  if (!text.startsWith(SERVICE_HEAD)) return null;
  const open = text.indexOf(" (", SERVICE_HEAD.length);
  const close = text.indexOf("): ", open);
  if (open < 0 || close < 0) return null;
  return {
    kind: "service",
    at,
    passTypeIdentifier: text.slice(SERVICE_HEAD.length, open),
    webServiceURL: text.slice(open + 2, close),
    reason: readReason(text.slice(close + 3)),
  };
}

/** The head of a message inside other text: servers write several on a line, with words of their own before. */
const HEAD = /\[\d{4}-\d{2}-\d{2}[ \u00a0\u202f]\d{1,2}:\d{2}:\d{2}[^\][]{0,16}\]/gu;

/** Characters of a log that are read. */
const MAX_LOG_LENGTH = 16 * 1024 * 1024;

/**
 * The messages in a piece of log, of a device or of a server that wrote down what devices sent. Lines without a device's
 * message are given as they are, without empty ones.
 *
 * @example
 * ```ts
 * for (const line of splitLog(text)) console.log(readDeviceMessage(line).reason.id);
 * ```
 */
export function* splitLog(log: string): Generator<string> {
  for (const line of log.slice(0, MAX_LOG_LENGTH).split(/\r?\n/u)) {
    const starts = [...line.matchAll(HEAD)].map(({ index }) => index);
    if (starts.length === 0) {
      if (line.trim() !== "") yield line.trim();
      continue;
    }
    for (const [number, start] of starts.entries()) {
      const message = line.slice(start, starts[number + 1] ?? line.length);
      // What is between two messages of a list, and behind the last one of a JSON body.
      yield message.replace(/[\s,"'`\]}]+$/u, "");
    }
  }
}
