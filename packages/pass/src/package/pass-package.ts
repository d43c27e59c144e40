import type { ArchiveLimits } from "../archive/archive-limits.ts";
import type { ArchiveReport } from "../archive/archive-report.ts";
import type { PreparedFile } from "../archive/prepare-file.ts";
import { readArchive } from "../archive/read-archive.ts";
import { joinChunks, writeArchive } from "../archive/write-archive.ts";
import type { JsonObject } from "../model/json.ts";
import type { PassDocument } from "../model/pass-document.ts";
import type { Pass } from "../model/types/pass.ts";
import type { Signer } from "../signature/signer.ts";
import { createLocalizer, listLocales, type Localizer } from "../strings/localizer.ts";
import { openDocument, PackageEditor } from "./package-editor.ts";
import { SIGNING_FILES, toPassFiles, type FileSource, type PassFiles } from "./pass-files.ts";
import { prepareSmallFile } from "./small-file.ts";
import { prepareFiles, signFiles, type SignedPass, type SignOptions } from "./signed-pass.ts";

/**
 * A pass and its files: read from a `.pkpass`, made from files, or built from a template. Packages are values: an edit gives
 * a new one. Nothing of a pass is lost on the way, known or unknown.
 *
 * @example
 * ```ts
 * const pass = await PassPackage.read(bytes);
 * const moved = pass.edit((editor) => editor.setField("gate", "B7").setValue("voided", false));
 * const signed = await moved.sign(signer, { signingTime: new Date() });
 * ```
 */
export class PassPackage {
  /** All files by path, in the order of the archive or source; of a signed package `manifest.json` and `signature` too. */
  readonly files: PassFiles;
  /** What reading the archive showed, oddities among it; null when the package was not read from one. */
  readonly archive: ArchiveReport | null;
  readonly #prepared: ReadonlyMap<string, PreparedFile>;
  readonly #documents = new Map<string, PassDocument>();

  private constructor(files: PassFiles, archive: ArchiveReport | null, prepared: ReadonlyMap<string, PreparedFile>) {
    this.files = files;
    this.archive = archive;
    this.#prepared = prepared;
  }

  /**
   * Reads a `.pkpass`, or any ZIP of a pass's files, signed or not. It takes whatever can be opened and reports what is odd in
   * {@link archive}; pass.json is looked at when it is asked for. Nothing is verified: that is `verifySignature` and `checkPass`.
   *
   * @throws {PassError} `ERR_PASS_ARCHIVE_NOT_ZIP`, `ERR_PASS_ARCHIVE_LIMIT`, `ERR_PASS_ARCHIVE_UNSAFE`.
   *
   * @example
   * ```ts
   * const pass = await PassPackage.read(await file.bytes());
   * console.log(pass.pass.serialNumber, pass.archive?.oddities);
   * ```
   */
  static async read(bytes: Uint8Array, options: { readonly limits?: Partial<ArchiveLimits> } = {}): Promise<PassPackage> {
    const { files, report } = await readArchive(bytes, options);
    return new PassPackage(files, report, new Map());
  }

  /**
   * A package of files: a source folder, a form's uploads. Text stands for its UTF-8 bytes.
   *
   * @throws {PassError} `ERR_PASS_FILE_NAME` for a path that could not be in a pass.
   *
   * @example
   * ```ts
   * const pass = PassPackage.fromFiles({ "pass.json": json, "icon.png": icon, "en.lproj/pass.strings": '"gate" = "Gate";' });
   * ```
   */
  static fromFiles(files: FileSource): PassPackage {
    return new PassPackage(toPassFiles(files), null, new Map());
  }

  /**
   * A package of a pass written in TypeScript, and its images and translations. `files` must not hold a pass.json.
   *
   * @throws {PassError} `ERR_PASS_FILE_NAME`.
   *
   * @example
   * ```ts
   * const pass = PassPackage.create(
   *   { formatVersion: 1, description: "Ticket", ...ids, eventTicket: { primaryFields: [{ key: "event", value: "Opening night" }] } },
   *   { "icon.png": icon, "icon@2x.png": icon2x },
   * );
   * ```
   */
  static create(pass: Pass, files: FileSource): PassPackage {
    const all = toPassFiles(files);
    return PassPackage.fromFiles([["pass.json", `${JSON.stringify(pass, null, 2)}\n`], ...all]);
  }

  /** A package whose files were hashed and packed before, as those of a template are. */
  static fromPrepared(files: readonly PreparedFile[]): PassPackage {
    return new PassPackage(
      new Map(files.map(({ path, bytes }) => [path, bytes])),
      null,
      new Map(files.map((file) => [file.path, file])),
    );
  }

  /**
   * pass.json with every place, number and odd spelling in it.
   *
   * @throws {PassError} `ERR_PASS_FILE_MISSING`, `ERR_PASS_JSON_INVALID`, `ERR_PASS_JSON_LIMIT`.
   */
  get document(): PassDocument {
    return this.#open("pass.json");
  }

  /**
   * The values of pass.json. Typed for convenience: nothing has been checked, and a hostile file may hold anything anywhere.
   *
   * @throws As {@link document}.
   */
  get pass(): Partial<Pass> {
    return this.data;
  }

  /** The values of pass.json, as untyped JSON. Throws as {@link document}. */
  get data(): JsonObject {
    return this.document.data;
  }

  /** personalization.json; null when the pass has none. Throws when it cannot be read. */
  get personalization(): PassDocument | null {
    return this.files.has("personalization.json") ? this.#open("personalization.json") : null;
  }

  /** Languages that the pass has a folder for, as the folders spell them: `["en", "de"]`. */
  get localizations(): readonly string[] {
    return listLocales(this.files.keys());
  }

  /**
   * Texts and files as a device shows them to someone with these languages.
   *
   * @param languages BCP 47 tags, best first.
   *
   * @example
   * ```ts
   * const german = pass.localize("de-AT");
   * german.text("gate"); // "Flugsteig"
   * german.file("logo@2x.png"); // "de.lproj/logo@2x.png"
   * ```
   */
  localize(...languages: readonly string[]): Localizer {
    return createLocalizer(this.files, languages);
  }

  /** There are a manifest and a signature. Whether they hold is for `verifySignature` to say. */
  get isSigned(): boolean {
    return SIGNING_FILES.every((path) => this.files.has(path));
  }

  /**
   * A package with changes. What they do not name stays byte for byte: unknown keys, the order of keys and files, numbers.
   * A manifest and signature that do not fit any more are left out; sign the result.
   *
   * @throws As the methods of the editor; the package itself is never changed.
   *
   * @example
   * ```ts
   * const voided = pass.edit((editor) => editor.setValue("voided", true).removeFile("strip.png"));
   * ```
   */
  edit(change: (editor: PackageEditor) => void): PassPackage {
    const editor = new PackageEditor(this.files);
    change(editor);
    const files = editor.finish(this.files);
    return files === this.files ? this : new PassPackage(files, null, this.#prepared);
  }

  /**
   * Lists the files in a new manifest and signs it. Refuses what no device would install.
   *
   * @throws {PassError} `ERR_PASS_INCOMPLETE` with everything that is missing; `ERR_PASS_SIGN_PASS_TYPE`, `ERR_PASS_SIGN_TEAM`,
   * `ERR_PASS_SIGN_NFC` with both values; those of {@link Signer.sign}.
   *
   * @example
   * ```ts
   * const signed = await pass.sign(signer, { signingTime: new Date() });
   * await response.send(signed.toBytes());
   * ```
   */
  async sign(signer: Signer, options: SignOptions): Promise<SignedPass> {
    // Parsed first, so that a broken pass.json is told before anything is hashed.
    const { data } = this;
    return signFiles(await prepareFiles(this.files, this.#prepared), data, signer, options);
  }

  /**
   * The package as a ZIP archive, as it is: with its manifest and signature if it has them, else unsigned, which no device
   * takes. Of a package that was read, the files stay, not the archive around them.
   */
  async toBytes(): Promise<Uint8Array> {
    return joinChunks(await this.toChunks());
  }

  /** As {@link toBytes}, in pieces. */
  async toChunks(): Promise<readonly Uint8Array[]> {
    const prepared = await prepareFiles(this.files, this.#prepared);
    for (const path of SIGNING_FILES) {
      const bytes = this.files.get(path);
      if (bytes !== undefined) prepared.push(await prepareSmallFile(path, bytes));
    }
    return writeArchive(prepared);
  }

  #open(path: string): PassDocument {
    const known = this.#documents.get(path);
    if (known !== undefined) return known;
    const document = openDocument(this.files, path);
    this.#documents.set(path, document);
    return document;
  }
}
