import { sha1 } from "@noble/hashes/legacy.js";
import { toHex } from "../manifest/hex.ts";
import type { StringsFile } from "../strings/strings-file.ts";
import type { FileChange, FileState, TranslationChange } from "./pass-comparison.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/** pass.json is told value by value; the manifest and the signature follow from the rest. */
const TOLD_ELSEWHERE: ReadonlySet<string> = /* @__PURE__ */ new Set(["pass.json", "manifest.json", "signature"]);

/** Files that came, went or have other bytes, by path. Only of those are digests made. */
export function compareFiles(before: Files, after: Files): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].toSorted()) {
    const [older, newer] = [before.get(path), after.get(path)];
    if (TOLD_ELSEWHERE.has(path) || isSameBytes(older, newer)) continue;
    changes.push({
      kind: older === undefined ? "added" : newer === undefined ? "removed" : "changed",
      path,
      type: typeOf(path),
      before: stateOf(older),
      after: stateOf(newer),
    });
  }
  return changes;
}

type StringsFiles = ReadonlyMap<string, StringsFile>;

/** Translations that differ, language by language. A file that cannot be read counts as empty here and is told as a file. */
export function compareTranslations(before: StringsFiles, after: StringsFiles): readonly TranslationChange[] {
  const changes: TranslationChange[] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].toSorted()) {
    const [older, newer] = [before.get(path)?.entries, after.get(path)?.entries];
    const language = path.slice(0, -".lproj/pass.strings".length);
    for (const key of new Set([...(newer?.keys() ?? []), ...(older?.keys() ?? [])])) {
      const [was, is] = [older?.get(key) ?? null, newer?.get(key) ?? null];
      if (was === is) continue;
      changes.push({ kind: was === null ? "added" : is === null ? "removed" : "changed", language, key, before: was, after: is });
    }
  }
  return changes;
}

function isSameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return one.every((byte, index) => byte === other[index]);
}

function stateOf(bytes: Uint8Array | undefined): FileState | null {
  return bytes === undefined ? null : { size: bytes.length, sha1: toHex(sha1(bytes)) };
}

function typeOf(path: string): FileChange["type"] {
  if (/\.(?:png|jpe?g|gif|webp|heic|heif)$/iu.test(path)) return "image";
  return path.endsWith(".strings") ? "strings" : "other";
}
