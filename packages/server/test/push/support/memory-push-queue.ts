import type { ClaimedPush, PushOutcome, PushQueue } from "../../../src/push/push-queue.ts";

interface Row extends ClaimedPush {
  readonly due: number;
  readonly lease: { readonly worker: string; readonly until: number } | undefined;
}

/** The queue in memory, with the semantics that the port asks for. */
export class MemoryPushQueue implements PushQueue {
  /** Work, by device and pass type, in the order in which it is due. */
  readonly #rows = new Map<string, Row>();
  readonly #paused = new Map<string, string>();
  readonly #registrations = new Map<string, number>();
  /** Every outcome that was recorded. */
  readonly outcomes: PushOutcome[] = [];
  claims = 0;
  /** What the next calls of `record` and `claim` fail with. */
  readonly failures: { record: Error[]; claim: Error[] } = { record: [], claim: [] };

  /** A change: writes the device's push, or makes the one that is there newer (coalescing). */
  write(push: Partial<ClaimedPush> & Pick<ClaimedPush, "pushToken" | "passTypeIdentifier">, due = 0): void {
    const { deviceLibraryIdentifier = push.pushToken, registeredAt = 0, deviceKind = "apple" } = push;
    const key = keyOf({ passTypeIdentifier: push.passTypeIdentifier, deviceLibraryIdentifier });
    const before = this.#rows.get(key);
    this.#registrations.set(key, registeredAt);
    this.#rows.set(key, {
      deviceLibraryIdentifier,
      registeredAt,
      deviceKind,
      attempts: 0,
      ...push,
      version: (before?.version ?? 0) + 1,
      due,
      lease: before?.lease,
    });
  }

  get size(): number {
    return this.#rows.size;
  }

  get registrations(): number {
    return this.#registrations.size;
  }

  get pausedReasons(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#paused);
  }

  claim({ worker, limit, now, leaseMs }: Parameters<PushQueue["claim"]>[0]): Promise<readonly ClaimedPush[]> {
    this.claims += 1;
    const failure = this.failures.claim.shift();
    if (failure !== undefined) return Promise.reject(failure);
    const claimed: ClaimedPush[] = [];
    for (const [key, row] of this.#rows) {
      if (claimed.length >= limit) break;
      if (row.due > now || this.#paused.has(row.passTypeIdentifier) || (row.lease !== undefined && row.lease.until > now)) continue;
      this.#rows.set(key, { ...row, lease: { worker, until: now + leaseMs } });
      const { due: _due, lease: _lease, ...push } = row;
      claimed.push(push);
    }
    return Promise.resolve(claimed);
  }

  record({ worker, outcomes }: Parameters<PushQueue["record"]>[0]): Promise<void> {
    const failure = this.failures.record.shift();
    if (failure !== undefined) return Promise.reject(failure);
    for (const outcome of outcomes) this.#record(worker, outcome);
    return Promise.resolve();
  }

  release({ worker }: Parameters<PushQueue["release"]>[0]): Promise<void> {
    for (const [key, row] of this.#rows) if (row.lease?.worker === worker) this.#rows.set(key, { ...row, lease: undefined });
    return Promise.resolve();
  }

  hasten({ now, laterThan }: Parameters<PushQueue["hasten"]>[0]): Promise<void> {
    for (const [key, row] of this.#rows) {
      const isPutOff = row.attempts > 0 && row.due > laterThan;
      if (isPutOff || (row.lease !== undefined && row.lease.until > laterThan)) {
        this.#rows.set(key, { ...row, due: now, lease: undefined });
      }
    }
    return Promise.resolve();
  }

  nextDue(): Promise<number | undefined> {
    const open = [...this.#rows.values()].filter((row) => row.lease === undefined && !this.#paused.has(row.passTypeIdentifier));
    return Promise.resolve(open.length === 0 ? undefined : Math.min(...open.map(({ due }) => due)));
  }

  pausePassType({ passTypeIdentifier, reason }: Parameters<PushQueue["pausePassType"]>[0]): Promise<void> {
    this.#paused.set(passTypeIdentifier, reason);
    return Promise.resolve();
  }

  resumePassType({ passTypeIdentifier }: Parameters<PushQueue["resumePassType"]>[0]): Promise<void> {
    this.#paused.delete(passTypeIdentifier);
    return Promise.resolve();
  }

  #record(worker: string, outcome: PushOutcome): void {
    this.outcomes.push(outcome);
    const key = keyOf(outcome.push);
    const row = this.#rows.get(key);
    if (outcome.kind === "dead") {
      const registeredAt = this.#registrations.get(key);
      const isOlder = registeredAt !== undefined && registeredAt < (outcome.unregisteredAt ?? Number.POSITIVE_INFINITY);
      if (isOlder) this.#registrations.delete(key);
    }
    if (row === undefined || row.lease?.worker !== worker) return;
    if (row.version !== outcome.push.version) this.#rows.set(key, { ...row, lease: undefined });
    else if (outcome.kind === "retry")
      this.#rows.set(key, { ...row, lease: undefined, due: outcome.at, attempts: row.attempts + 1 });
    else this.#rows.delete(key);
  }
}

function keyOf(push: Pick<ClaimedPush, "passTypeIdentifier" | "deviceLibraryIdentifier">): string {
  return `${push.passTypeIdentifier}/${push.deviceLibraryIdentifier}`;
}
