import type { WalletState } from "./wallet-state.ts";

/**
 * Where a wallet keeps what must survive a restart: a folder, a database, a browser's storage. The wallet writes a pass before
 * the state that names it and removes one only afterwards, so a crash in between loses nothing.
 */
export interface WalletStore {
  /** The state as it was written, parsed or not checked; null at first. */
  readState(): Promise<unknown>;
  /** Replaces the state as a whole or not at all. */
  writeState(state: WalletState): Promise<void>;
  /** Bytes of a pass; null when there is none of that name. */
  readPass(digest: string): Promise<Uint8Array | null>;
  /** @param digest 64 hexadecimal digits: safe as a file name. */
  writePass(digest: string, bytes: Uint8Array): Promise<void>;
  removePass(digest: string): Promise<void>;
}

/**
 * A store in memory, for tests and for wallets that need not outlive the process.
 *
 * @example
 * ```ts
 * const wallet = await Wallet.open({ store: createMemoryStore(), fetch, timeZone: "Europe/Berlin", locale: "de" });
 * ```
 */
export function createMemoryStore(): WalletStore {
  let state: string | null = null;
  const passes = new Map<string, Uint8Array>();
  return {
    readState: async () => (state === null ? null : (JSON.parse(state) as unknown)),
    writeState: async (next) => {
      state = JSON.stringify(next);
    },
    readPass: async (digest) => passes.get(digest) ?? null,
    writePass: async (digest, bytes) => {
      passes.set(digest, bytes);
    },
    removePass: async (digest) => {
      passes.delete(digest);
    },
  };
}
