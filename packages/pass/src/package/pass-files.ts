import { parseEntryPath } from "../archive/entry-path.ts";
import { PassError } from "../errors.ts";

/** The files of a pass by path, in order; text stands for its UTF-8 bytes. */
export type FileSource =
  | Iterable<readonly [path: string, content: Uint8Array | string]>
  | Readonly<Record<string, Uint8Array | string>>;

/** Files by path, in order. */
export type PassFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Files of any source as a map of bytes of its own.
 *
 * @throws {PassError} `ERR_PASS_FILE_NAME` for a path that could not be in a pass, or that stands twice.
 */
export function toPassFiles(source: FileSource): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Symbol.iterator in source ? source : Object.entries(source)) {
    assertFilePath(path);
    if (files.has(path))
      throw new PassError("ERR_PASS_FILE_NAME", `The path ${JSON.stringify(path)} stands twice.`, { details: { path } });
    files.set(path, toBytes(content));
  }
  return files;
}

/** Text as UTF-8; bytes as they are. */
export function toBytes(content: Uint8Array | string): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/**
 * Refuses a path that leaves the pass when it is unpacked ("zip slip"), or that different systems read differently.
 *
 * @throws {PassError} `ERR_PASS_FILE_NAME`.
 */
export function assertFilePath(path: string): void {
  const parsed = parseEntryPath(path);
  if (parsed.safe && parsed.path === path) return;
  const reason = parsed.safe ? `write ${JSON.stringify(parsed.path)}` : parsed.problem;
  throw new PassError("ERR_PASS_FILE_NAME", `${JSON.stringify(path)} cannot be the path of a file in a pass: ${reason}.`, {
    details: { path, reason },
  });
}

/** What makes a package a signed one: made anew for every signature, so never listed and never kept through an edit. */
export const SIGNING_FILES: readonly string[] = ["manifest.json", "signature"];
