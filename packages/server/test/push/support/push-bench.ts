import { afterEach } from "vitest";
import { type ApnsStandIn, type ApnsStandInOptions, startApnsStandIn } from "@passwright/sandbox/node";
import { ApnsClient } from "../../../src/push/apns/apns-client.ts";
import type { ApnsClientOptions } from "../../../src/push/apns/apns-options.ts";
import type { ApnsResult } from "../../../src/push/apns/apns-result.ts";
import type { ClaimedPush } from "../../../src/push/push-queue.ts";
import { makePushWorld, PASS_TYPE, type PushWorld, tokenOf } from "./credentials.ts";

/** A world with stand-ins and clients that are closed after each test, the newest first. */
export interface PushBench extends PushWorld {
  startStandIn(options?: Partial<ApnsStandInOptions>): Promise<ApnsStandIn>;
  createClient(standIn: Pick<ApnsStandIn, "origin" | "ca">, options?: Partial<ApnsClientOptions>): ApnsClient;
  /** Closes it after the test. */
  keep<T extends { close(): Promise<void> }>(closable: T): T;
}

export async function setUpPushBench(): Promise<PushBench> {
  const world = await makePushWorld();
  const open: { close(): Promise<void> }[] = [];
  const keep = <T extends { close(): Promise<void> }>(closable: T): T => {
    open.push(closable);
    return closable;
  };
  afterEach(async () => {
    for (const each of open.splice(0).toReversed()) await each.close();
  });
  return {
    ...world,
    keep,
    startStandIn: async (options = {}) =>
      keep(await startApnsStandIn({ authority: world.authority, certificate: world.certificate, ...options })),
    createClient: ({ origin, ca }, options = {}) =>
      keep(new ApnsClient({ credential: world.credential, origin, ca, reconnect: { firstMs: 5, mostMs: 20 }, ...options })),
  };
}

export function sendMany(client: ApnsClient, count: number): Promise<readonly ApnsResult[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => client.send({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(index) })),
  );
}

/** How many results there are of each kind; those without an answer by their fault. */
export function countKinds(results: readonly ApnsResult[]): Readonly<Record<string, number>> {
  const kinds: Record<string, number> = {};
  for (const result of results) {
    const name = result.kind === "unreachable" ? result.fault : result.kind;
    kinds[name] = (kinds[name] ?? 0) + 1;
  }
  return kinds;
}

/** A push as a claim gives it. */
export function claimed(options: Partial<ClaimedPush> = {}): ClaimedPush {
  return {
    passTypeIdentifier: PASS_TYPE,
    deviceLibraryIdentifier: "d1",
    deviceKind: "apple",
    pushToken: tokenOf(1),
    attempts: 0,
    version: 1,
    registeredAt: 0,
    ...options,
  };
}
