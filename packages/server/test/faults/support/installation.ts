import { join } from "node:path";
import type { FaultWorld } from "./fault-world.ts";
import { TEMPLATE, tokenOf } from "./fault-world.ts";
import { PASS_TYPE } from "../../device-service/support/test-authority.ts";
import type { Ledger } from "./ledger.ts";
import { type ServerChild, spawnServer } from "./server-child.ts";
import type { StorageStatistics } from "../../../src/storage/storage.ts";
import type { ReadPass } from "./server-orders.ts";

/** The servers of a world: any number over one database, each in a process of its own, with one clock that can be moved. */
export class Installation {
  /** What servers complained of that were not to blame for being killed. */
  readonly complaints: string[] = [];
  kills = 0;
  readonly #world: FaultWorld;
  readonly #servers: (ServerChild | undefined)[];
  /** Loaded already, so that one that is killed is soon replaced. */
  #spare: Promise<ServerChild> | undefined;
  #clockOffset = 0;
  #turn = 0;
  #isClosing = false;

  constructor(world: FaultWorld, { servers }: { readonly servers: number }) {
    this.#world = world;
    this.#servers = Array.from({ length: servers }, () => undefined);
  }

  /** Epoch milliseconds by the clock of the servers. */
  get now(): number {
    return Date.now() + this.#clockOffset;
  }

  get alive(): readonly ServerChild[] {
    return this.#servers.filter((server): server is ServerChild => server?.isAlive === true && server.origin !== null);
  }

  /** Moves the clock of all servers, and of those that will be started. */
  advance(milliseconds: number): void {
    this.#clockOffset += milliseconds;
    for (const server of this.alive) {
      server.send({ kind: "setClock", clockOffset: this.#clockOffset }).catch(ignoreKilled);
    }
  }

  async start(place: number): Promise<void> {
    const server = await (this.#spare ?? this.#spawn());
    this.#spare = this.#spawn();
    // A spare that fails is told when it is needed.
    this.#spare.catch(() => undefined);
    this.#servers[place] = server;
    await server.send({ kind: "start", flags: this.#world.flags, clockOffset: this.#clockOffset });
  }

  async kill(place: number): Promise<void> {
    const server = this.#servers[place];
    if (server === undefined) return;
    this.kills += 1;
    await server.kill();
    this.complaints.push(...server.complaints);
    this.#servers[place] = undefined;
  }

  /** Settles when the server at this place ends, however it does. */
  ended(place: number): Promise<unknown> {
    return this.#servers[place]?.ended ?? Promise.resolve();
  }

  /** One of the servers that live, each in its turn; undefined when none does. */
  next(): ServerChild | undefined {
    const { alive } = this;
    this.#turn += 1;
    return alive[this.#turn % alive.length];
  }

  /** Where the next request goes to; null when nobody is there. */
  origin(): string | null {
    return this.next()?.origin ?? null;
  }

  async issue(serialNumbers: readonly string[], ledger: Ledger): Promise<void> {
    const passes = serialNumbers.map((serialNumber) => ({
      serialNumber,
      authenticationToken: tokenOf(serialNumber),
      templateId: TEMPLATE,
      values: valuesOf(0),
    }));
    await this.#any().send({ kind: "issue", passTypeIdentifier: PASS_TYPE, passes });
    for (const serialNumber of serialNumbers) ledger.issue(serialNumber);
  }

  read(serialNumbers: readonly string[]): Promise<readonly ReadPass[]> {
    return this.#any().send({ kind: "read", passTypeIdentifier: PASS_TYPE, serialNumbers });
  }

  statistics(): Promise<StorageStatistics> {
    return this.#any().send({ kind: "statistics" });
  }

  /** Ends everything, in whatever state it is. */
  async close(): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    const spare = await this.#spare?.catch(() => undefined);
    for (const server of [...this.#servers, spare]) await server?.kill();
  }

  #spawn(): Promise<ServerChild> {
    return spawnServer({ cacheFolder: join(this.#world.folder, "compiled") });
  }

  #any(): ServerChild {
    const server = this.next();
    if (server === undefined) throw new Error("no server lives");
    return server;
  }
}

/** Values of the template that show a count on the face of the pass. */
export function valuesOf(count: number): string {
  return JSON.stringify({ gate: `C${count}` });
}

function ignoreKilled(): void {
  // A server that is killed has no clock to be set.
}
