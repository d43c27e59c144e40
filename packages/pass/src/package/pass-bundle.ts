import { BUNDLE_ARCHIVE_LIMITS, type ArchiveLimits } from "../archive/archive-limits.ts";
import type { ArchiveReport } from "../archive/archive-report.ts";
import { prepareFile, type PreparedFile } from "../archive/prepare-file.ts";
import { readArchive } from "../archive/read-archive.ts";
import { joinChunks, writeArchive } from "../archive/write-archive.ts";
import { PassError } from "../errors.ts";
import { PassPackage } from "./pass-package.ts";
import { textOf } from "./signable.ts";
import { SignedPass } from "./signed-pass.ts";

/** What a device takes in one bundle (developer.apple.com/documentation/walletpasses/distributing-and-updating-a-pass). */
export const BUNDLE_LIMITS = { passes: 10, bytes: 150_000_000 } as const;

/** One pass of a bundle. */
export interface BundledPass {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Several passes in one file, `.pkpasses` (`application/vnd.apple.pkpasses`): the person adds all of them with one tap.
 *
 * @example
 * ```ts
 * const bundle = await PassBundle.create([outbound, homeward]);
 * await writeFile("journey.pkpasses", bundle.toBytes());
 * ```
 */
export class PassBundle {
  readonly passes: readonly BundledPass[];
  /** Paths of files in the archive that are no passes. */
  readonly others: readonly string[];
  /** What reading the archive showed; null when the bundle was made here. */
  readonly archive: ArchiveReport | null;
  readonly #prepared: readonly PreparedFile[];

  private constructor(prepared: readonly PreparedFile[], others: readonly string[], archive: ArchiveReport | null) {
    this.passes = prepared.map(({ path, bytes }) => ({ path, bytes }));
    this.others = others;
    this.archive = archive;
    this.#prepared = prepared;
  }

  /**
   * A bundle of signed passes, in this order: the bytes of `.pkpass` files, or passes signed here.
   *
   * @throws {PassError} `ERR_PASS_BUNDLE` for none or more than ten passes, more than 150 MB, one that is not signed, or two
   * with the same type and serial number, of which a device keeps one; those of {@link PassPackage.read}.
   *
   * @example
   * ```ts
   * const bundle = await PassBundle.create([signedPass, await file.bytes()]);
   * ```
   */
  static async create(passes: Iterable<SignedPass | Uint8Array>): Promise<PassBundle> {
    const prepared: PreparedFile[] = [];
    const seen = new Map<string, number>();
    for (const pass of passes) {
      if (prepared.length === BUNDLE_LIMITS.passes)
        throw refuse(`A bundle holds ${BUNDLE_LIMITS.passes} passes at most.`, { limit: "passes" });
      const number = prepared.length + 1;
      const bytes = pass instanceof SignedPass ? pass.toBytes() : pass;
      const { serialNumber, identity } = await identify(bytes, number);
      const before = seen.get(identity);
      if (before !== undefined) {
        throw refuse(`Passes ${before} and ${number} have the same type and serial number ${JSON.stringify(serialNumber)}.`, {
          serialNumber,
        });
      }
      seen.set(identity, number);
      prepared.push(await prepareFile(toFileName(serialNumber, number), bytes, { compression: "none" }));
    }
    if (prepared.length === 0) throw refuse("A bundle holds one pass at least.", { limit: "passes" });
    const size = prepared.reduce((sum, file) => sum + file.size, 0);
    if (size > BUNDLE_LIMITS.bytes)
      throw refuse(`The passes have ${size} bytes; a bundle holds ${BUNDLE_LIMITS.bytes}.`, { limit: "bytes", size });
    return new PassBundle(prepared, [], null);
  }

  /**
   * Reads a `.pkpasses`, also one that is larger than a device takes. Its passes are not opened.
   *
   * @throws {PassError} `ERR_PASS_ARCHIVE_NOT_ZIP`, `ERR_PASS_ARCHIVE_LIMIT`, `ERR_PASS_ARCHIVE_UNSAFE`.
   *
   * @example
   * ```ts
   * const { passes } = await PassBundle.read(bytes);
   * for (const { path, bytes } of passes) console.log(path, (await PassPackage.read(bytes)).pass.description);
   * ```
   */
  static async read(bytes: Uint8Array, options: { readonly limits?: Partial<ArchiveLimits> } = {}): Promise<PassBundle> {
    const { files, report } = await readArchive(bytes, { limits: { ...BUNDLE_ARCHIVE_LIMITS, ...options.limits } });
    const prepared: PreparedFile[] = [];
    const others: string[] = [];
    for (const [path, content] of files) {
      if (isPassPath(path)) prepared.push(await prepareFile(path, content, { compression: "none" }));
      else others.push(path);
    }
    return new PassBundle(prepared, others, report);
  }

  /** The `.pkpasses` as pieces to be written one after the other. They must not be changed. */
  toChunks(): readonly Uint8Array[] {
    return writeArchive(this.#prepared);
  }

  /** The `.pkpasses` as one array. The same passes give the same bytes. */
  toBytes(): Uint8Array {
    return joinChunks(this.toChunks());
  }
}

/** `a.pkpass`; not what macOS leaves beside it, `__MACOSX/._a.pkpass`. */
function isPassPath(path: string): boolean {
  return /\.pkpass$/iu.test(path) && !path.split("/").some((step) => step === "__MACOSX" || step.startsWith("."));
}

async function identify(bytes: Uint8Array, number: number): Promise<{ readonly serialNumber: string; readonly identity: string }> {
  const pass = await PassPackage.read(bytes);
  if (!pass.isSigned) throw refuse(`Pass ${number} is not signed.`, { pass: number });
  const serialNumber = textOf(pass.data["serialNumber"]);
  return { serialNumber, identity: JSON.stringify([textOf(pass.data["passTypeIdentifier"]), serialNumber]) };
}

/** Numbered, so that no two are alike; the serial number helps people, as far as it makes a file name on any system. */
function toFileName(serialNumber: string, number: number): string {
  const name = serialNumber.replaceAll(/[^A-Za-z0-9-]+/gu, "-").slice(0, 60);
  return `${number}${name === "" ? "" : `-${name}`}.pkpass`;
}

function refuse(message: string, details: Readonly<Record<string, string | number>>): PassError {
  return new PassError("ERR_PASS_BUNDLE", message, { details });
}
