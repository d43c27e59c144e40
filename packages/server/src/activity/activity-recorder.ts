import type { Logger } from "../logging/logger.ts";
import { ACTIVITY_LIMITS, type ActivityStore, type DeviceNote, type PassNote } from "../storage/activity/activity-storage.ts";
import { STORAGE_LIMITS } from "../storage/storage-limits.ts";
import type { PassKey } from "../storage/storage.ts";

/** Takes down what happens to passes and devices, for the answer to "why does it not update?". Each call is a note in memory. */
export interface ActivityRecorder {
  /** The pass was handed out: `api`, `page`, … */
  downloaded(key: PassKey, way: string): void;
  /** A device got the pass. */
  fetched(key: PassKey, revision: number): void;
  /** A device got 304. `since`: its If-Modified-Since in seconds, where that is not the date of the revision. */
  unchanged(key: PassKey, revision: number, since: number | null): void;
  /** A device got 401; null for a pass that there is not, which costs as much time and leaves no trace. */
  refused(key: PassKey | null, endpoint: string): void;
  /** Somebody who has the pass asks for it at a wrong address. */
  strayed(key: PassKey, path: string): void;
  /** A device asked what has changed. `tag`: what it was answered with; null: nothing has. */
  listed(
    device: Pick<DeviceNote, "passTypeIdentifier" | "deviceLibraryIdentifier">,
    since: number | null,
    tag: number | null,
  ): void;
  /** Writes what was noted. Never rejects. */
  flush(): Promise<void>;
  /** Writes what was noted, and takes no more. */
  close(): Promise<void>;
  /** Passes and devices whose notes were given up since the start. */
  readonly dropped: number;
}

/** How a recorder is set. Times in milliseconds. */
export interface ActivityRecorderOptions {
  readonly store: Pick<ActivityStore, "note" | "prune">;
  readonly clock: () => number;
  readonly log: Logger;
  /** What is noted is written so much later: what comes meanwhile is written with it. A process that is killed loses it. */
  readonly delayMs?: number;
  /** Passes and devices that are noted at a time; beyond it, while storage does not follow, nothing is. */
  readonly most?: number;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const PRUNE_MS = 6 * 60 * 60 * 1000;

/**
 * Notes one state per pass and device, whatever happens, and writes it once a second in batches: a request adds a few
 * assignments, and no row.
 *
 * @example
 * ```ts
 * const activity = createActivityRecorder({ store: storage.activity, clock: Date.now, log });
 * activity.downloaded({ passTypeIdentifier: "pass.com.example.gate", serialNumber: "TA-1" }, "api");
 * await activity.close();
 * ```
 */
export function createActivityRecorder(options: ActivityRecorderOptions): ActivityRecorder {
  const { store, clock, log, delayMs = 1000, most = 50_000 } = options;
  let passes = new Map<string, Writable<PassNote>>();
  let devices = new Map<string, Writable<DeviceNote>>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let dropped = 0;
  let isClosed = false;
  // Not at the start: many processes may start together.
  let prunedAt = clock();

  function schedule(): void {
    timer ??= setTimeout(() => void flush(), delayMs).unref();
  }

  function hasRoom(): boolean {
    if (isClosed) return false;
    if (passes.size + devices.size < most) return true;
    dropped += 1;
    return false;
  }

  function noteOf({ passTypeIdentifier, serialNumber }: PassKey): Writable<PassNote> | null {
    const name = `${passTypeIdentifier}\0${serialNumber}`;
    let note = passes.get(name);
    if (note === undefined) {
      if (!hasRoom()) return null;
      note = { ...EMPTY_NOTE, passTypeIdentifier, serialNumber };
      passes.set(name, note);
      schedule();
    }
    return note;
  }

  async function write(): Promise<void> {
    const notedPasses = inOrder(passes);
    const notedDevices = inOrder(devices);
    passes = new Map();
    devices = new Map();
    const size = STORAGE_LIMITS.rowsPerTransaction;
    try {
      for (let start = 0; start < notedPasses.length; start += size) {
        await store.note({ passes: notedPasses.slice(start, start + size), devices: [] });
      }
      for (let start = 0; start < notedDevices.length; start += size) {
        await store.note({ passes: [], devices: notedDevices.slice(start, start + size) });
      }
      if (clock() - prunedAt > PRUNE_MS) {
        prunedAt = clock();
        await store.prune({ before: clock() - ACTIVITY_LIMITS.endedKeptMs });
      }
    } catch (error) {
      log.warn("activity was not written", { error, passes: notedPasses.length, devices: notedDevices.length });
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  }

  return {
    downloaded: (key, way) => {
      const note = noteOf(key);
      if (note === null) return;
      note.downloads += 1;
      note.downloadedAt = clock();
      note.downloadWay = way;
    },
    fetched: (key, revision) => {
      const note = noteOf(key);
      if (note === null) return;
      note.fetches += 1;
      note.fetchedAt = clock();
      note.fetchedRevision = revision;
    },
    unchanged: (key, revision, since) => {
      const note = noteOf(key);
      if (note === null) return;
      note.unchanged += 1;
      note.unchangedAt = clock();
      note.unchangedRevision = revision;
      note.unchangedSince = since;
    },
    refused: (key, endpoint) => {
      if (key === null) return;
      const note = noteOf(key);
      if (note === null) return;
      note.refusals += 1;
      note.refusedAt = clock();
      note.refusedEndpoint = endpoint;
    },
    strayed: (key, path) => {
      const note = noteOf(key);
      if (note === null) return;
      note.strays += 1;
      note.strayAt = clock();
      note.strayPath = path;
    },
    listed: ({ passTypeIdentifier, deviceLibraryIdentifier }, since, tag) => {
      const name = `${passTypeIdentifier}\0${deviceLibraryIdentifier}`;
      const listedAt = clock();
      const known = devices.get(name);
      if (known === undefined) {
        if (!hasRoom()) return;
        devices.set(name, {
          passTypeIdentifier,
          deviceLibraryIdentifier,
          lists: 1,
          listedAt,
          listedSince: since,
          listedTag: tag,
          toldAt: tag === null ? null : listedAt,
          toldTag: tag,
        });
        schedule();
        return;
      }
      known.lists += 1;
      known.listedAt = listedAt;
      known.listedSince = since;
      known.listedTag = tag;
      if (tag === null) return;
      known.toldAt = listedAt;
      known.toldTag = tag;
    },
    flush,
    close: async () => {
      await flush();
      isClosed = true;
    },
    get dropped() {
      return dropped;
    },
  };
}

/** Every member from the beginning, so that all notes have one shape. */
const EMPTY_NOTE: PassNote = {
  passTypeIdentifier: "",
  serialNumber: "",
  downloads: 0,
  downloadedAt: null,
  downloadWay: null,
  fetches: 0,
  fetchedAt: null,
  fetchedRevision: null,
  unchanged: 0,
  unchangedAt: null,
  unchangedRevision: null,
  unchangedSince: null,
  refusals: 0,
  refusedAt: null,
  refusedEndpoint: null,
  strays: 0,
  strayAt: null,
  strayPath: null,
};

/** In the order of the key, so that two processes that write the same rows do not wait for each other in a circle. */
function inOrder<Note>(notes: ReadonlyMap<string, Note>): readonly Note[] {
  return [...notes].toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([, note]) => note);
}

/** Takes nothing down: for a device service without a memory. */
export const NO_ACTIVITY: ActivityRecorder = {
  downloaded: () => undefined,
  fetched: () => undefined,
  unchanged: () => undefined,
  refused: () => undefined,
  strayed: () => undefined,
  listed: () => undefined,
  flush: () => Promise.resolve(),
  close: () => Promise.resolve(),
  dropped: 0,
};
