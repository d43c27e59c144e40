import { createHash } from "node:crypto";
import { isJsonObject, type JsonObject, type JsonValue } from "@passwright/pass";

/** Bytes of a name without its ending; file systems take 255 with it. */
const MAX_STEM_BYTES = 180;
/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The names in `{serialNumber}-{seat.row}.pkpass`. `line` stands for the number of the row. */
export function namesIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
}

/**
 * The name of a pass's file out of its values: `{serialNumber}.pkpass`. Letters, digits, dots, dashes and underscores stay,
 * everything else becomes an underscore, so that no value can name another folder. Null when a value is missing.
 */
export function passFileName(pattern: string, values: JsonObject, line: number): string | null {
  let isComplete = true;
  const named = pattern.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = name === "line" && !Object.hasOwn(values, "line") ? line : valueAt(values, name.split("."));
    if ((typeof value !== "string" || value === "") && typeof value !== "number") {
      isComplete = false;
      return "";
    }
    return String(value);
  });
  if (!isComplete) return null;
  const stem = named
    .normalize("NFC")
    .replace(/\.pkpass$/i, "")
    .replaceAll(/[^\p{L}\p{N}._-]/gu, "_")
    .replace(/^\./, "_")
    .replace(RESERVED, "_$&");
  return `${shorten(stem === "" ? "_" : stem)}.pkpass`;
}

function valueAt(values: JsonObject, [step = "", ...rest]: readonly string[]): JsonValue | undefined {
  const value = Object.hasOwn(values, step) ? values[step] : undefined;
  return rest.length === 0 ? value : isJsonObject(value) ? valueAt(value, rest) : undefined;
}

/** Cut, with a digest of the whole, so that long names that begin alike stay apart. */
function shorten(stem: string): string {
  if (Buffer.byteLength(stem) <= MAX_STEM_BYTES) return stem;
  let cut = "";
  for (const character of stem) {
    if (Buffer.byteLength(cut + character) > MAX_STEM_BYTES) break;
    cut += character;
  }
  return `${cut}-${createHash("sha256").update(stem).digest("hex").slice(0, 12)}`;
}

/** Two names that are one file on a system that does not tell case. */
export function fileKey(file: string): string {
  return file.toLowerCase();
}
