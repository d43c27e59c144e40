/**
 * Reads a file below the repository root (or beside it) in Node and in the browser alike; null where there is none.
 * In the browser vitest's server does the reading.
 */
export async function readFixture(pathFromRoot: string): Promise<Uint8Array | null> {
  if (typeof process !== "undefined" && process.versions?.node !== undefined && typeof window === "undefined") {
    const { readFile } = await import("node:fs/promises");
    const root = new URL("../../../../", import.meta.url);
    return readFile(new URL(pathFromRoot, root)).then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    );
  }
  const { commands, server } = await import("vitest/browser");
  const base64 = await commands.readFile(`${server.config.root}/${pathFromRoot}`, "base64").catch(() => null);
  return base64 === null ? null : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
