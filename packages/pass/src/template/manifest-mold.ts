import { createManifest } from "../manifest/manifest.ts";

/** A manifest in which only the digests of a few files change: they are written into a copy of the bytes. */
export interface ManifestMold {
  /** The manifest with these digests (40 lower-case hex digits each), in the order of the files given to the mold. */
  readonly cast: (digests: readonly string[]) => Uint8Array;
}

/** Lists constant files once, and leaves room for the digests of those that change. */
export function createManifestMold(
  constant: Iterable<{ readonly path: string; readonly sha1Hex: string }>,
  changing: readonly string[],
): ManifestMold {
  // A digest that no file has: sixteen letters that are no hex digits, and the number of the file.
  const marks = changing.map((_, index) => `passwright-room-${index}`.padEnd(40, "-"));
  const rooms = changing.map((path, index) => ({ path, sha1Hex: marks[index] ?? "" }));
  const bytes = createManifest([...constant, ...rooms]);
  const text = new TextDecoder("latin1").decode(bytes);
  const offsets = marks.map((mark) => text.indexOf(mark));
  return {
    cast: (digests) => {
      const manifest = bytes.slice();
      for (const [index, digest] of digests.entries()) {
        const offset = offsets[index] ?? 0;
        for (let at = 0; at < 40; at += 1) manifest[offset + at] = digest.charCodeAt(at);
      }
      return manifest;
    },
  };
}
