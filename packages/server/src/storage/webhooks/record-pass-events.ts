import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { EventType } from "../../webhooks/event-types.ts";
import type { Tables } from "../tables.ts";
import { rowsOf, type Work } from "../work.ts";
import { type PassFacts, passFacts } from "./pass-facts.ts";
import { type EventFacts, type Subscriber, subscribersOfPassType, wanting, writeEvents } from "./record-events.ts";

/** Events about passes of one pass type. */
export interface PassEvents {
  readonly type: EventType;
  readonly passTypeIdentifier: string;
  /** Epoch ms. */
  readonly at: number;
  /** The passes, each with what else there is to tell; of one that is named twice with nothing else there is one event. */
  readonly passes: readonly { readonly serialNumber: string; readonly data?: Readonly<Record<string, unknown>> }[];
}

/** Writes events about passes in the transaction that caused them, with how the passes stand now. See `recordEvents`. */
export function* recordPassEvents(queries: Kysely<Tables>, events: PassEvents): Work<void> {
  if (events.passes.length === 0) return;
  yield* writePassEvents(queries, yield* rowsOf(subscribersOfPassType(queries, events.passTypeIdentifier)), events);
}

/** As {@link recordPassEvents}, for whoever has looked for subscribers already. */
export function* writePassEvents(queries: Kysely<Tables>, subscribers: readonly Subscriber[], events: PassEvents): Work<void> {
  const { type, passTypeIdentifier, at, passes } = events;
  const wanted = wanting(subscribers, type, passTypeIdentifier);
  if (wanted.length === 0) return;
  const serialNumbers = [...new Set(passes.map(({ serialNumber }) => serialNumber))];
  const rows = yield* rowsOf(passFacts(queries, passTypeIdentifier, serialNumbers));
  const bySerial = new Map(rows.map((one) => [one.serialNumber, one]));
  const told = new Set<string>();
  const facts: EventFacts[] = [];
  for (const { serialNumber, data } of passes) {
    const pass = bySerial.get(serialNumber);
    if (pass === undefined || (data === undefined && told.has(serialNumber))) continue;
    told.add(serialNumber);
    facts.push({ templateId: pass.templateId, data: { pass: toPass(passTypeIdentifier, pass), ...data } });
  }
  yield* writeEvents(queries, wanted, { type, at, events: facts });
}

function toPass(passTypeIdentifier: string, { voided, expiresAt, ...rest }: PassFacts) {
  return {
    passTypeIdentifier,
    ...rest,
    voided: voided !== 0,
    expiresAt: expiresAt === null ? null : toTime(expiresAt),
  };
}

function toTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/**
 * A name for a device that tells one from another and is of no use to anybody else: with the id that the device itself sends,
 * and the token of a pass, its registrations could be changed.
 */
export function deviceNameOf(passTypeIdentifier: string, deviceLibraryIdentifier: string): string {
  return createHash("sha256")
    .update(JSON.stringify([passTypeIdentifier, deviceLibraryIdentifier]))
    .digest("hex")
    .slice(0, 32);
}
