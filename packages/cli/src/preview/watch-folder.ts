import { type FSWatcher, watch } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { printFolder } from "./folder-print.ts";

export interface WatchFolderOptions {
  /** Ends the watching. */
  readonly signal: AbortSignal;
  /** Milliseconds in which nothing may move before a change is told: a save is several writes. */
  readonly quietMs?: number;
  /** Milliseconds between looks of our own: network drives and containers send no events. */
  readonly pollMs?: number;
  /** False: only by looking, where the system's events cannot be had. */
  readonly useEvents?: boolean;
}

/** Looks that a folder that never comes to rest is waited for. */
const MAX_WAITS = 40;

/**
 * Tells each time that something in a folder has changed, until the signal ends it; also when the folder goes away and
 * when it comes back. Never two at a time: `onChange` is waited for.
 *
 * @param known the folder as the caller has seen it, of {@link printFolder}.
 */
export async function watchFolder(
  path: string,
  known: string | null,
  onChange: () => Promise<void>,
  { signal, quietMs = 60, pollMs = 1000, useEvents = true }: WatchFolderOptions,
): Promise<void> {
  const events = new FolderEvents(path);
  let seen = known;
  try {
    while (!signal.aborted) {
      if (useEvents && seen !== null) events.open();
      const print = await printFolder(path);
      if (print === seen) {
        await events.next(useEvents && events.isOpen ? pollMs : Math.min(pollMs, 300), signal);
        continue;
      }
      seen = await waitForRest(path, print, quietMs, signal);
      // What is watched may be another folder by now, called alike.
      events.close();
      if (!signal.aborted) await onChange();
    }
  } finally {
    events.close();
  }
}

async function waitForRest(path: string, print: string | null, quietMs: number, signal: AbortSignal): Promise<string | null> {
  let last = print;
  for (let waits = 0; waits < MAX_WAITS && !signal.aborted; waits += 1) {
    await delay(quietMs, undefined, { signal }).catch(() => undefined);
    const next = await printFolder(path);
    if (next === last) break;
    last = next;
  }
  return last;
}

/** The system's events for a folder, as far as it gives any: hints to look, never more. */
class FolderEvents {
  readonly #path: string;
  #watcher: FSWatcher | null = null;
  #wake: (() => void) | null = null;
  /** An event came while nobody waited. */
  #pending = false;

  constructor(path: string) {
    this.#path = path;
  }

  get isOpen(): boolean {
    return this.#watcher !== null;
  }

  open(): void {
    if (this.#watcher !== null) return;
    try {
      this.#watcher = watch(this.#path, { recursive: true, persistent: false });
    } catch {
      // No events here (no more inotify watches, an odd file system): the looks of our own do.
      return;
    }
    this.#watcher.on("change", () => this.#tell());
    this.#watcher.on("error", () => {
      this.close();
      this.#tell();
    });
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = null;
  }

  /** Resolves at the next event, after so many milliseconds, or when the signal ends it. */
  async next(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.#pending && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          signal.removeEventListener("abort", end);
          this.#wake = null;
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        signal.addEventListener("abort", end, { once: true });
        this.#wake = end;
      });
    }
    this.#pending = false;
  }

  #tell(): void {
    if (this.#wake === null) this.#pending = true;
    else this.#wake();
  }
}
