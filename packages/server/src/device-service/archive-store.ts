import type { Awaitable, PassKey, StoredPass } from "../storage/storage.ts";
import { createByteCache } from "./byte-cache.ts";
import { DeviceError } from "./device-error.ts";
import type { BuiltPass, PassSource, CertificateWish } from "./pass-source.ts";
import { createSightings } from "./sightings.ts";

/** What an archive store did since it was made, and what it holds. */
export interface ArchiveStatistics {
  readonly hits: number;
  readonly misses: number;
  /** Asked for while it was being built for somebody else. */
  readonly shared: number;
  readonly failed: number;
  readonly building: number;
  readonly waiting: number;
  readonly entries: number;
  readonly bytes: number;
}

/** Signed archives that were asked for lately. */
export interface ArchiveStore {
  /** The archive of this revision, if it is there: for answers that need nothing else of a pass. */
  peek(key: PassKey, revision: number): BuiltPass | undefined;
  /**
   * The archive of a revision, built if need be, and once however many ask.
   *
   * @throws {DeviceError} `ERR_DEVICE_BUSY`; what the source throws.
   */
  get(pass: StoredPass): Awaitable<BuiltPass>;
  /** Forgets what is kept; builds under way go on. */
  clear(): void;
  statistics(): ArchiveStatistics;
}

/** How an archive store is set. */
export interface ArchiveStoreOptions {
  readonly source: Pick<PassSource, "build" | "certificateOf">;
  /** Memory of all archives together. What passes of a template share counts once. 0: none is kept. */
  readonly maxBytes: number;
  /** Builds at a time: some more than there are threads to sign on. */
  readonly maxBuilding?: number;
  /** Builds that wait for their turn; whoever comes beyond is refused, for its device comes again anyway. */
  readonly maxWaiting?: number;
  /** Is told of each build. */
  readonly onBuild?: (build: { readonly milliseconds: number; readonly isBuilt: boolean }) => void;
  /** Is told where each archive came from. */
  readonly onLookup?: (result: "hit" | "miss" | "shared") => void;
}

interface Kept {
  readonly revision: number;
  readonly certificateId: string;
  readonly modifiedAt: number;
  /** What the source signed with when it was built. */
  readonly certificate: string;
  readonly built: BuiltPass;
}

/**
 * Memory of archives that were asked for once: a hundred of the usual size. While thousands are built a second, they are gone
 * before the garbage collector has moved them to where only its long runs look.
 */
const NEWCOMER_BYTES = 2 ** 20;

/** A build under way. */
interface UnderWay {
  readonly made: Promise<BuiltPass>;
  /** Somebody else asks for the same meanwhile, or has before. */
  isWanted: boolean;
}

/**
 * Keeps archives in memory, least recently used thrown out first. After a push all devices ask within seconds: a pass that many
 * ask for at once is built once for all of them, and not more are built at a time than the machine can sign.
 *
 * Most passes are on one phone, which fetches a revision once. So what is asked for the first time waits among a few newcomers,
 * and has a place for good from the second time on, if it comes then or, long after it was dropped, is remembered. Keeping all of
 * them took a seventh of the work of building them, for the garbage collector, and threw out what many ask for.
 *
 * @example
 * ```ts
 * const archives = createArchiveStore({ source, maxBytes: 64 * 1024 * 1024 });
 * const { chunks } = await archives.get(pass);
 * ```
 */
export function createArchiveStore(options: ArchiveStoreOptions): ArchiveStore {
  const { source, maxBytes, maxBuilding = 32, maxWaiting = 10_000, onBuild, onLookup } = options;
  const newcomerBytes = Math.min(NEWCOMER_BYTES, maxBytes / 8);
  const chunksOf = ({ built }: Kept) => built.chunks;
  const newcomers = createByteCache<Kept>({ maxBytes: newcomerBytes, chunksOf });
  const cache = createByteCache<Kept>({ maxBytes: maxBytes - newcomerBytes, chunksOf });
  const sightings = createSightings();
  const underWay = new Map<string, UnderWay>();
  const waiting: (() => void)[] = [];
  const counts = { hits: 0, misses: 0, shared: 0, failed: 0, building: 0 };
  const certificateOf = (pass: CertificateWish) => source.certificateOf?.(pass) ?? pass.certificateId;

  const find = (name: string, passTypeIdentifier: string, revision: number): Kept | undefined => {
    const newcomer = newcomers.get(name);
    const kept = newcomer ?? cache.get(name);
    if (kept === undefined || kept.revision !== revision) return undefined;
    const { certificateId, modifiedAt } = kept;
    if (certificateOf({ passTypeIdentifier, certificateId, modifiedAt }) !== kept.certificate) return undefined;
    if (newcomer !== undefined) {
      newcomers.delete(name);
      cache.set(name, newcomer);
    }
    return kept;
  };

  const keep = (name: string, kept: Kept, isWanted: boolean) => {
    const { revision = 0 } = newcomers.get(name) ?? cache.get(name) ?? {};
    // A build of an older revision that ends late does not take the place of a newer one.
    if (revision > kept.revision) return;
    // It is in one of both.
    newcomers.delete(name);
    cache.delete(name);
    (isWanted ? cache : newcomers).set(name, kept);
  };

  const build = async (pass: StoredPass): Promise<BuiltPass> => {
    if (counts.building >= maxBuilding) {
      if (waiting.length >= maxWaiting) throw new DeviceError("ERR_DEVICE_BUSY");
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      counts.building += 1;
    }
    const started = performance.now();
    let isBuilt = false;
    try {
      const built = await source.build(pass);
      isBuilt = true;
      return built;
    } finally {
      if (!isBuilt) counts.failed += 1;
      onBuild?.({ milliseconds: performance.now() - started, isBuilt });
      // The turn is handed on, so that nobody can come in between.
      const next = waiting.shift();
      if (next === undefined) counts.building -= 1;
      else next();
    }
  };

  return {
    peek: (key, revision) => {
      const kept = find(nameOf(key), key.passTypeIdentifier, revision);
      if (kept === undefined) return undefined;
      counts.hits += 1;
      onLookup?.("hit");
      return kept.built;
    },
    get: (pass) => {
      const name = nameOf(pass);
      const kept = find(name, pass.passTypeIdentifier, pass.revision);
      if (kept !== undefined) {
        counts.hits += 1;
        onLookup?.("hit");
        return kept.built;
      }
      const certificate = certificateOf(pass);
      const task = `${name}\0${pass.revision}\0${certificate}`;
      const running = underWay.get(task);
      if (running !== undefined) {
        counts.shared += 1;
        onLookup?.("shared");
        running.isWanted = true;
        return running.made;
      }
      counts.misses += 1;
      onLookup?.("miss");
      const { revision, certificateId, modifiedAt } = pass;
      const begun: UnderWay = {
        isWanted: sightings.note(task),
        made: build(pass).then(
          (built) => {
            underWay.delete(task);
            keep(name, { revision, certificateId, modifiedAt, certificate, built }, begun.isWanted);
            return built;
          },
          (error: unknown) => {
            underWay.delete(task);
            throw error;
          },
        ),
      };
      underWay.set(task, begun);
      return begun.made;
    },
    clear: () => {
      newcomers.clear();
      cache.clear();
      sightings.clear();
    },
    statistics: () => ({
      ...counts,
      waiting: waiting.length,
      entries: newcomers.size + cache.size,
      bytes: newcomers.bytes + cache.bytes,
    }),
  };
}

/** NUL is no character of an identifier (`isIdentifier`), so two passes cannot have one name. */
function nameOf({ passTypeIdentifier, serialNumber }: PassKey): string {
  return `${passTypeIdentifier}\0${serialNumber}`;
}
