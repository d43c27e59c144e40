import type { Awaitable, PassKey, StoredPass } from "../storage/storage.ts";
import { createByteCache } from "./byte-cache.ts";
import { DeviceError } from "./device-error.ts";
import type { BuiltPass, CertificateWish, PassSource } from "./pass-source.ts";

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
 * Keeps archives in memory, least recently used thrown out first. After a push all devices ask within seconds: one pass is
 * built once for all of them, and not more are built at a time than the machine can sign.
 *
 * @example
 * ```ts
 * const archives = createArchiveStore({ source, maxBytes: 64 * 1024 * 1024 });
 * const { chunks } = await archives.get(pass);
 * ```
 */
export function createArchiveStore(options: ArchiveStoreOptions): ArchiveStore {
  const { source, maxBytes, maxBuilding = 32, maxWaiting = 10_000, onBuild, onLookup } = options;
  const cache = createByteCache<Kept>({ maxBytes, chunksOf: ({ built }) => built.chunks });
  const underWay = new Map<string, Promise<BuiltPass>>();
  const waiting: (() => void)[] = [];
  const counts = { hits: 0, misses: 0, shared: 0, failed: 0, building: 0 };
  const certificateOf = (pass: CertificateWish) => source.certificateOf?.(pass) ?? pass.certificateId;

  const find = (name: string, passTypeIdentifier: string, revision: number): Kept | undefined => {
    const kept = cache.get(name);
    if (kept === undefined || kept.revision !== revision) return undefined;
    const { certificateId, modifiedAt } = kept;
    return certificateOf({ passTypeIdentifier, certificateId, modifiedAt }) === kept.certificate ? kept : undefined;
  };

  const keep = (name: string, kept: Kept) => {
    // A build of an older revision that ends late does not take the place of a newer one.
    if ((cache.get(name)?.revision ?? 0) <= kept.revision) cache.set(name, kept);
  };

  const build = async (pass: StoredPass, name: string, certificate: string): Promise<BuiltPass> => {
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
      const { revision, certificateId, modifiedAt } = pass;
      keep(name, { revision, certificateId, modifiedAt, certificate, built });
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
        return running;
      }
      counts.misses += 1;
      onLookup?.("miss");
      const made = build(pass, name, certificate).finally(() => underWay.delete(task));
      underWay.set(task, made);
      return made;
    },
    clear: () => cache.clear(),
    statistics: () => ({ ...counts, waiting: waiting.length, entries: cache.size, bytes: cache.bytes }),
  };
}

/** NUL is no character of an identifier (`isIdentifier`), so two passes cannot have one name. */
function nameOf({ passTypeIdentifier, serialNumber }: PassKey): string {
  return `${passTypeIdentifier}\0${serialNumber}`;
}
