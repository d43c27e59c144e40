import { platform } from "#platform";
import { createArchiveMold } from "../archive/archive-mold.ts";
import type { PackedContent } from "../archive/pack-content.ts";
import { prepareFile } from "../archive/prepare-file.ts";
import { prepareGroup } from "../archive/write-archive.ts";
import { PassError } from "../errors.ts";
import { toHex } from "../manifest/hex.ts";
import type { JsonObject } from "../model/json.ts";
import { SIGNING_FILES } from "../package/pass-files.ts";
import { assertSignable, type SigningAllowances } from "../package/signable.ts";
import { signFiles } from "../package/signed-pass.ts";
import { packSmallFile, prepareSmallFile } from "../package/small-file.ts";
import type { Signer } from "../signature/signer.ts";
import { createOverrideFilter, type ImageOverrides } from "./image-overrides.ts";
import { createManifestMold } from "./manifest-mold.ts";
import type { PassTemplate, RenderedFile } from "./pass-template.ts";
import type { PassValues } from "./values.ts";

/** What a minter works with. */
export interface MinterOptions {
  readonly template: PassTemplate;
  readonly signer: Signer;
  /** The clock: the time of signing, and `now` in expressions. The system's by default. */
  readonly now?: () => Date;
  readonly allow?: SigningAllowances;
}

/** How one pass is minted. */
export interface MintOptions {
  /** Images of this pass instead of the template's, as in {@link PassTemplate.build}. */
  readonly images?: ImageOverrides;
  /** Instead of the minter's clock. */
  readonly now?: Date;
}

/** How many passes are minted. */
export interface MintManyOptions {
  /** Passes in flight, so that the signing threads never wait; 32 by default, 1 to 256. */
  readonly concurrency?: number;
  /** Stops with the signal's reason; passes that are under way are dropped. */
  readonly signal?: AbortSignal;
  /** Called when a pass is handed out, with how many there were so far. */
  readonly onProgress?: (progress: { readonly done: number; readonly failed: number }) => void;
}

/** One pass of many, or why there is none. `index` counts the rows from 0; the results come in their order. */
export type Minted =
  | { readonly index: number; readonly values: PassValues; readonly chunks: readonly Uint8Array[]; readonly error: null }
  | { readonly index: number; readonly values: PassValues; readonly chunks: null; readonly error: PassError };

/** Makes signed passes of one template, one after the other, as fast as they can be signed. */
export interface Minter {
  /**
   * The `.pkpass` of these values, as pieces to be written one after the other. Images and translations are the same pieces
   * in every pass: they must not be changed.
   *
   * @throws {PassError} Those of {@link PassTemplate.build} and {@link PassPackage.sign}.
   *
   * @example
   * ```ts
   * const chunks = await minter.mint({ serialNumber: "1", gate: "B7" });
   * ```
   */
  mint(values: PassValues, options?: MintOptions): Promise<readonly Uint8Array[]>;
  /**
   * Passes for many rows, in order, some in flight at a time. The next row is asked for only when a result is taken, so
   * memory stays flat however many there are. A row that is no pass gives its error, and the rest go on.
   *
   * @throws What reading the rows throws; the signal's reason.
   *
   * @example
   * ```ts
   * for await (const { index, chunks, error } of minter.mintMany(rows, { signal })) {
   *   if (error === null) await writeChunks(`out/${index}.pkpass`, chunks);
   *   else console.error(`row ${index + 1}: ${error.message}`);
   * }
   * ```
   */
  mintMany(
    rows: Iterable<PassValues> | AsyncIterable<PassValues>,
    options?: MintManyOptions,
  ): AsyncGenerator<Minted, void, undefined>;
}

/**
 * Prepares everything that is the same in all passes of a template: digests, checksums, packed forms and headers of its files,
 * the manifest around the digest of pass.json, the signature around its three changing parts. Per pass remain the
 * expressions, one digest, and the signature itself.
 *
 * @example
 * ```ts
 * const minter = createMinter({ template, signer });
 * const chunks = await minter.mint({ serialNumber: "1", gate: "B7" });
 * ```
 */
export function createMinter({ template, signer, now = () => new Date(), allow = {} }: MinterOptions): Minter {
  const { assets, names, render } = template.prepare();
  const group = prepareGroup(assets);
  const manifestMold = createManifestMold(assets, names);
  const archiveMold = createArchiveMold(group, [...names, ...SIGNING_FILES]);
  const paths = new Set([...group.paths, ...names]);
  const encoder = new TextEncoder();

  const mint: Minter["mint"] = async (values, options = {}) => {
    const time = options.now ?? now();
    const files = render(values, time);
    const pass = files[0]?.root ?? {};
    if (options.images !== undefined) return mintWithImages(files, pass, time, options.images);
    assertSignable(pass, paths, signer, allow);
    const contents: Uint8Array[] = files.map(({ text }) => encoder.encode(text));
    const digests: string[] = [];
    for (const bytes of contents) {
      const sha1 = platform.digest("sha1", bytes);
      // Waiting for what is there already costs a turn for nothing, as much as the digest itself.
      digests.push(toHex(sha1 instanceof Uint8Array ? sha1 : await sha1));
    }
    const manifest = manifestMold.cast(digests);
    contents.push(manifest, await signer.sign(manifest, { signingTime: time }));
    const packed: PackedContent[] = [];
    for (const bytes of contents) {
      const content = packSmallFile(bytes);
      packed.push(content instanceof Promise ? await content : content);
    }
    return archiveMold.cast(packed);
  };

  const mintWithImages = async (texts: readonly RenderedFile[], pass: JsonObject, time: Date, images: ImageOverrides) => {
    const isReplaced = createOverrideFilter(images);
    const files = assets.filter(({ path }) => !isReplaced(path));
    for (const [path, bytes] of Object.entries(images)) files.push(await prepareFile(path, bytes));
    for (const { path, text } of texts) files.push(await prepareSmallFile(path, encoder.encode(text)));
    const signed = await signFiles(files, pass, signer, { signingTime: time, allow });
    return signed.toChunks();
  };

  return { mint, mintMany: (rows, options) => mintMany(mint, rows, options) };
}

async function* mintMany(
  mint: Minter["mint"],
  rows: Iterable<PassValues> | AsyncIterable<PassValues>,
  { concurrency = 32, signal, onProgress }: MintManyOptions = {},
): AsyncGenerator<Minted, void, undefined> {
  const width = Math.min(256, Math.max(1, Math.trunc(concurrency)));
  const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const inFlight: Promise<Minted>[] = [];
  let index = 0;
  let isDrained = false;
  let done = 0;
  let failed = 0;
  try {
    for (;;) {
      while (!isDrained && inFlight.length < width) {
        signal?.throwIfAborted();
        const next = await source.next();
        if (next.done === true) {
          isDrained = true;
        } else {
          const row = mintRow(mint, next.value, index);
          // It is awaited in its turn; failing before that it would count as an unhandled rejection and end the process.
          row.catch(() => undefined);
          inFlight.push(row);
          index += 1;
        }
      }
      const first = inFlight.shift();
      if (first === undefined) return;
      const minted = await first;
      signal?.throwIfAborted();
      done += 1;
      if (minted.error !== null) failed += 1;
      onProgress?.({ done, failed });
      yield minted;
    }
  } finally {
    if (!isDrained) await source.return?.();
  }
}

async function mintRow(mint: Minter["mint"], values: PassValues, index: number): Promise<Minted> {
  try {
    return { index, values, chunks: await mint(values), error: null };
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    return { index, values, chunks: null, error };
  }
}
