import { parseWalletState } from "../state/parse-state.ts";
import type { HeldPass, WalletState } from "../state/wallet-state.ts";
import type { WalletStore } from "../state/wallet-store.ts";
import type { PassReference } from "../protocol/service-request.ts";
import { PROTOCOL_LIMITS } from "../protocol/limits.ts";
import { TaskList } from "./task-list.ts";

/** What a device knows of a web service. */
export interface KnownService {
  readonly url: string;
  readonly deviceLibraryIdentifier: string;
  /** `lastUpdated`, by pass type. */
  readonly tags: Map<string, string>;
}

/** Makes the identifiers of a device. */
export interface Identifiers {
  /** 32 hexadecimal digits, as seen from iPhones. */
  newDeviceIdentifier(): string;
  /** 64 hexadecimal digits. */
  newPushToken(): string;
}

/** All that a wallet knows, in memory, and the way to its store. */
export class DeviceMemory {
  pushToken: string;
  readonly tasks: TaskList;
  readonly #passes = new Map<string, HeldPass>();
  readonly #services = new Map<string, KnownService>();
  readonly #logs = new Map<string, string[]>();
  readonly #store: WalletStore;
  readonly #identifiers: Identifiers;
  #writing: Promise<void> = Promise.resolve();
  #queued: Promise<void> | null = null;

  constructor(state: WalletState, store: WalletStore, identifiers: Identifiers) {
    this.#store = store;
    this.#identifiers = identifiers;
    this.pushToken = state.pushToken;
    this.tasks = new TaskList(state.tasks);
    for (const pass of state.passes) this.#passes.set(keyOf(pass), pass);
    for (const { url, deviceLibraryIdentifier, tags } of state.services) {
      this.#services.set(url, { url, deviceLibraryIdentifier, tags: new Map(Object.entries(tags)) });
    }
    for (const { service, messages } of state.logs) this.#logs.set(service, [...messages]);
  }

  /** @throws {WalletError} `ERR_WALLET_STATE`. */
  static parse(value: unknown, store: WalletStore, identifiers: Identifiers): DeviceMemory {
    const empty: WalletState = { version: 1, pushToken: "", services: [], passes: [], tasks: [], logs: [] };
    const memory = new DeviceMemory(value === null || value === undefined ? empty : parseWalletState(value), store, identifiers);
    if (memory.pushToken === "") memory.pushToken = identifiers.newPushToken();
    return memory;
  }

  toState(): WalletState {
    return {
      version: 1,
      pushToken: this.pushToken,
      services: [...this.#services.values()].map(({ url, deviceLibraryIdentifier, tags }) => ({
        url,
        deviceLibraryIdentifier,
        tags: Object.fromEntries(tags),
      })),
      passes: this.passes,
      tasks: this.tasks.all,
      logs: [...this.#logs].map(([service, messages]) => ({ service, messages: [...messages] })),
    };
  }

  /** Writes the state; changes that come while one write runs share the next. */
  save(): Promise<void> {
    this.#queued ??= this.#writing.then(() => {
      this.#queued = null;
      const written = this.#store.writeState(this.toState());
      this.#writing = written.catch(() => undefined);
      return written;
    });
    return this.#queued;
  }

  /** In the order of adding. */
  get passes(): readonly HeldPass[] {
    return [...this.#passes.values()];
  }

  find(pass: PassReference): HeldPass | null {
    return this.#passes.get(keyOf(pass)) ?? null;
  }

  hold(pass: HeldPass): void {
    this.#passes.set(keyOf(pass), pass);
  }

  drop(pass: PassReference): void {
    this.#passes.delete(keyOf(pass));
  }

  /** Removes a pass's bytes once nothing names them any more. */
  async forgetBytes(digest: string): Promise<void> {
    if (!this.passes.some((pass) => pass.digest === digest)) await this.#store.removePass(digest);
  }

  service(url: string): KnownService {
    let service = this.#services.get(url);
    if (service === undefined) {
      service = { url, deviceLibraryIdentifier: this.#identifiers.newDeviceIdentifier(), tags: new Map() };
      this.#services.set(url, service);
    }
    return service;
  }

  /** Keeps a message for a service's log; the newest go when there are too many. */
  log(service: string, message: string): void {
    const messages = this.#logs.get(service) ?? [];
    if (messages.length < PROTOCOL_LIMITS.logMessages) messages.push(message);
    this.#logs.set(service, messages);
  }

  /** Takes the messages that wait for each service. */
  takeLogs(): readonly { readonly service: string; readonly messages: readonly string[] }[] {
    const logs = [...this.#logs].map(([service, messages]) => ({ service, messages }));
    this.#logs.clear();
    return logs.filter(({ messages }) => messages.length > 0);
  }
}

function keyOf({ passTypeIdentifier, serialNumber }: PassReference): string {
  return JSON.stringify([passTypeIdentifier, serialNumber]);
}
