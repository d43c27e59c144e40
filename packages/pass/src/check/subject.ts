import type { ArchiveReport } from "../archive/archive-report.ts";
import type { PassError } from "../errors.ts";
import type { ImageFacts } from "./image-facts.ts";
import type { KeyOccurrence } from "./known-keys.ts";
import type { JsonObject, JsonPath } from "../model/json.ts";
import type { PassDocument } from "../model/pass-document.ts";
import type { FieldSection, PassStyle } from "../model/style.ts";
import type { ManifestReport } from "../manifest/manifest.ts";
import type { SignatureReport } from "../signature/signature-report.ts";
import type { StringsFile } from "../strings/strings-file.ts";

/** A field of a style dictionary, with where it stands. `field` is an object; anything else in a section is not listed. */
export interface FieldEntry {
  readonly style: PassStyle;
  readonly section: FieldSection;
  readonly index: number;
  readonly path: JsonPath;
  readonly field: JsonObject;
}

/** An image file of the pass, by its name. `icon@2x.png` in `en.lproj` is `{ folder: "en.lproj", name: "icon", scale: 2 }`. */
export interface ImageFile {
  readonly file: string;
  readonly folder: string;
  readonly name: string;
  readonly scale: 1 | 2 | 3;
  readonly bytes: Uint8Array;
  /** What the bytes are; null when no picture can be made out. */
  readonly facts: ImageFacts | null;
}

/**
 * Everything a rule may look at, gathered once. A file that is missing or unreadable is null or empty here; the rules
 * that care about that say so, the others see nothing to complain of.
 */
export interface CheckSubject {
  /** `package`: a finished `.pkpass`; `source`: a folder or template that is still to be signed (no archive, manifest or signature is expected). */
  readonly form: "package" | "source";
  /** The name of the file that was checked, when known. */
  readonly fileName: string | null;
  /** Bytes of the package; of a source, the sum of its files. */
  readonly size: number;
  readonly archive: ArchiveReport | null;
  /** Why the package could not be opened at all; `files` is empty then. */
  readonly archiveProblem: PassError | null;
  /** All files by path, directories left out. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** pass.json with positions; null when it is absent or no object can be made of it. */
  readonly document: PassDocument | null;
  /** The values of pass.json; empty when `document` is null. */
  readonly pass: JsonObject;
  /** Why pass.json or personalization.json, though there, is no document. */
  readonly unreadableJson: ReadonlyMap<string, PassError>;
  /** Every member of a dictionary that the table of keys knows, in pass.json and personalization.json. */
  readonly keys: readonly KeyOccurrence[];
  /** The style keys that pass.json has, in their order of appearance; also those whose value is no object. */
  readonly styles: readonly PassStyle[];
  /** The style a device draws when it knows no newer one: the first of `styles` that is not `posterGeneric`, else `posterGeneric`, else null. */
  readonly style: PassStyle | null;
  /** The strings in `preferredStyleSchemes`. */
  readonly schemes: readonly string[];
  /** Every field of every style dictionary. */
  readonly fields: readonly FieldEntry[];
  readonly manifest: ManifestReport | null;
  readonly signature: SignatureReport | null;
  readonly images: readonly ImageFile[];
  /** Readable `pass.strings` of root `.lproj` folders by path; unreadable ones are in `unreadableStrings`. */
  readonly strings: ReadonlyMap<string, StringsFile>;
  readonly unreadableStrings: ReadonlyMap<string, string>;
  /** personalization.json with positions, when there is one that can be read. */
  readonly personalization: PassDocument | null;
  readonly now: Date;
}
