import { type DeviceMessage, explainMessage, isIdentifier, parseLogBody, PROTOCOL_LIMITS } from "@passwright/wallet/protocol";
import type { DeviceLogEntry } from "../../storage/storage.ts";
import type { DeviceContext } from "../device-context.ts";
import { type DeviceRequest, type DeviceResponse, emptyResponse } from "../device-message.ts";
import { rateKeyOf } from "../rate-limiter.ts";
import { refuseForNow } from "../refusals.ts";
import { readBody } from "./read-body.ts";

/**
 * Takes what devices have to say. Anyone can post it: it is limited by address and altogether, capped, redacted before it is
 * kept or logged, and believed in nothing.
 */
export async function writeLog(context: DeviceContext, request: DeviceRequest): Promise<DeviceResponse> {
  const { storage, clock, log, metrics, limiters } = context;
  // The address first: one that is over its limit takes nothing from the others.
  const wait = limiters.logs.take(rateKeyOf(request.address)) || limiters.allLogs.take("");
  if (wait > 0) return refuseForNow(metrics, "rate", wait);
  const body = await readBody(request, PROTOCOL_LIMITS.logBytes, parseLogBody, metrics);
  if ("refusal" in body) return body.refusal;
  const { logs, dropped, cut } = body.value;
  const now = clock();
  const entries = logs.filter((line) => line.trim() !== "").map((line) => toEntry(line, now));
  if (entries.length > 0) await storage.deviceLog.write(entries);
  for (const { cause } of entries) metrics.deviceLog.add({ cause: cause ?? "unknown" });
  for (const entry of entries) log.debug("device message", { ...entry, requestId: request.id });
  if (entries.length > 0)
    log.info("device log", { requestId: request.id, messages: entries.length, dropped, cut, causes: causesOf(entries) });
  return emptyResponse(200);
}

function causesOf(entries: readonly DeviceLogEntry[]): readonly string[] {
  return [...new Set(entries.map(({ cause }) => cause ?? "unknown"))];
}

/** One message as it is kept: without its tokens, and with what it was read as. */
function toEntry(line: string, at: number): DeviceLogEntry {
  const { text, message, installation } = explainMessage(line);
  const { id } = message.reason;
  return { at, ...subjectOf(message), cause: installation?.id ?? (id === "unknown" ? null : id), text };
}

type Subject = Pick<DeviceLogEntry, "passTypeIdentifier" | "serialNumber" | "deviceLibraryIdentifier">;

function subjectOf(message: DeviceMessage): Subject {
  const named: Partial<Record<keyof Subject, string>> =
    message.kind === "task"
      ? { ...message.task }
      : message.kind === "service"
        ? { passTypeIdentifier: message.passTypeIdentifier }
        : {};
  const { reason } = message;
  const serialNumber = named.serialNumber ?? ("serialNumber" in reason ? reason.serialNumber : undefined);
  return {
    passTypeIdentifier: identifierOf(named.passTypeIdentifier),
    serialNumber: identifierOf(serialNumber),
    deviceLibraryIdentifier: identifierOf(named.deviceLibraryIdentifier),
  };
}

function identifierOf(text: string | undefined): string | null {
  return text !== undefined && isIdentifier(text) ? text : null;
}
