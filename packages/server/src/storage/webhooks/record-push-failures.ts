import { type Kysely, sql } from "kysely";
import { NO_PUSH_SERVICE, type PushOutcome } from "../../push/push-queue.ts";
import type { Tables } from "../tables.ts";
import { rowsOf, type Work } from "../work.ts";
import { textsTable } from "./dialect.ts";
import { type Subscriber, subscribersOfPassType, wanting, writeEvents } from "./record-events.ts";
import { deviceNameOf, writePassEvents } from "./record-pass-events.ts";

/** A device that was not told, and what was taken away because of it. */
export interface PushFailure {
  readonly passTypeIdentifier: string;
  readonly deviceLibraryIdentifier: string;
  readonly client: string;
  /** In the words of the push service. */
  readonly reason: string;
  /** Passes whose registration was taken away with the device; null: the device stays. */
  readonly removed: readonly string[] | null;
}

/** Passes of a device that an event names. */
const PASSES_NAMED = 100;

/** The failures among outcomes that leave the device as it is. Apps without a push service are not told by their nature. */
export function failuresOf(outcomes: readonly PushOutcome[]): readonly PushFailure[] {
  return outcomes.flatMap((outcome) =>
    outcome.kind === "failed" && !outcome.reason.startsWith(NO_PUSH_SERVICE) ? [toFailure(outcome, null)] : [],
  );
}

export function toFailure(
  { push, reason }: Extract<PushOutcome, { kind: "failed" | "dead" }>,
  removed: readonly string[] | null,
): PushFailure {
  const { passTypeIdentifier, deviceLibraryIdentifier, deviceKind: client } = push;
  return { passTypeIdentifier, deviceLibraryIdentifier, client, reason, removed };
}

/** Writes what became of failed pushes, in the transaction that settles them: `push.failed`, and `pass.removed` for devices that are gone. */
export function* recordPushFailures(queries: Kysely<Tables>, failures: readonly PushFailure[], now: number): Work<void> {
  const byType = Map.groupBy(failures, ({ passTypeIdentifier }) => passTypeIdentifier);
  for (const [passTypeIdentifier, some] of byType) {
    const subscribers = yield* rowsOf(subscribersOfPassType(queries, passTypeIdentifier));
    if (subscribers.length > 0) yield* writeFailures(queries, subscribers, { passTypeIdentifier, failures: some, now });
  }
}

function* writeFailures(
  queries: Kysely<Tables>,
  subscribers: readonly Subscriber[],
  given: { readonly passTypeIdentifier: string; readonly failures: readonly PushFailure[]; readonly now: number },
): Work<void> {
  const { passTypeIdentifier, failures, now: at } = given;
  const wanted = wanting(subscribers, "push.failed", passTypeIdentifier);
  if (wanted.length > 0) {
    const held = yield* passesOf(queries, passTypeIdentifier, failures);
    yield* writeEvents(queries, wanted, {
      type: "push.failed",
      at,
      events: failures.map((failure) => ({
        data: {
          passTypeIdentifier,
          device: toDevice(failure),
          reason: failure.reason,
          deviceRemoved: failure.removed !== null,
          serialNumbers: (failure.removed ?? held.get(failure.deviceLibraryIdentifier) ?? []).slice(0, PASSES_NAMED),
        },
      })),
    });
  }
  const passes = failures.flatMap((failure) =>
    (failure.removed ?? []).map((serialNumber) => ({
      serialNumber,
      data: { device: toDevice(failure), reason: "device-gone" },
    })),
  );
  yield* writePassEvents(queries, subscribers, { type: "pass.removed", passTypeIdentifier, at, passes });
}

function toDevice({ passTypeIdentifier, deviceLibraryIdentifier, client }: PushFailure) {
  return { id: deviceNameOf(passTypeIdentifier, deviceLibraryIdentifier), client };
}

/** Passes of devices that stay. */
function* passesOf(
  queries: Kysely<Tables>,
  passType: string,
  failures: readonly PushFailure[],
): Work<ReadonlyMap<string, readonly string[]>> {
  const devices = failures.filter(({ removed }) => removed === null).map((failure) => failure.deviceLibraryIdentifier);
  if (devices.length === 0) return new Map();
  const rows = yield* rowsOf(
    queries
      .selectFrom("registrations")
      .where("pass_type", "=", passType)
      .where("device_id", "in", sql<string>`(select value from ${textsTable(queries, devices)} wanted)`)
      .orderBy("serial_number")
      .limit(devices.length * PASSES_NAMED)
      .select(["device_id as device", "serial_number as serialNumber"])
      .compile(),
  );
  const held = new Map<string, string[]>();
  for (const { device, serialNumber } of rows) held.set(device, [...(held.get(device) ?? []), serialNumber]);
  return held;
}
