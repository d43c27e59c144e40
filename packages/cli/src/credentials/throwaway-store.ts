import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { createThrowawayAuthority, type AuthorityKeys, type ThrowawayAuthority } from "@passwright/sandbox";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";

/** What is kept of an authority, so that the next pass comes from the same one. */
interface StoredAuthority {
  readonly note: string;
  readonly keys: Readonly<Record<keyof AuthorityKeys, StoredKey>>;
}

interface StoredKey {
  readonly kind: "rsa-2048";
  /** base64 */
  readonly pkcs8: string;
  /** base64 */
  readonly subjectPublicKeyInfo: string;
}

const KEYS_FILE = "keys.json";
const NOTE = "Keys of a throwaway authority for trying passes. Nobody should trust it.";

/** Where the throwaway authority is kept unless a folder is named. */
export function defaultThrowawayFolder(io: Io): string {
  const base = io.environment["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share");
  return join(base, "passwright", "throwaway-authority");
}

/**
 * Opens the throwaway authority of a folder, or makes one there: `keys.json` (readable by its owner alone) and `root.pem`,
 * which `check --trust` takes.
 */
export async function openThrowawayAuthority(io: Io, folder: string | undefined, now: Date): Promise<ThrowawayAuthority> {
  const path = folder === undefined ? defaultThrowawayFolder(io) : resolve(io.workingDirectory, folder);
  const stored = await readFile(join(path, KEYS_FILE), "utf8").catch(() => null);
  if (stored !== null) return createThrowawayAuthority({ now, keys: parseKeys(stored, path) });
  const authority = await createThrowawayAuthority({ now });
  await mkdir(path, { recursive: true, mode: 0o700 });
  const content: StoredAuthority = {
    note: NOTE,
    keys: { root: store(authority.keys.root), intermediate: store(authority.keys.intermediate) },
  };
  await writeWhole(join(path, "root.pem"), authority.root.certificatePem, 0o644);
  await writeWhole(join(path, KEYS_FILE), `${JSON.stringify(content, null, 2)}\n`, 0o600);
  return authority;
}

async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  await writeFile(`${path}.part`, text, { mode });
  await rename(`${path}.part`, path);
}

function store(key: AuthorityKeys["root"]): StoredKey {
  return {
    kind: "rsa-2048",
    pkcs8: Buffer.from(key.pkcs8).toString("base64"),
    subjectPublicKeyInfo: Buffer.from(key.subjectPublicKeyInfo).toString("base64"),
  };
}

function parseKeys(text: string, path: string): AuthorityKeys {
  try {
    const { keys } = JSON.parse(text) as StoredAuthority;
    const open = ({ kind, pkcs8, subjectPublicKeyInfo }: StoredKey): AuthorityKeys["root"] => ({
      kind,
      pkcs8: new Uint8Array(Buffer.from(pkcs8, "base64")),
      subjectPublicKeyInfo: new Uint8Array(Buffer.from(subjectPublicKeyInfo, "base64")),
    });
    return { root: open(keys.root), intermediate: open(keys.intermediate) };
  } catch (error) {
    throw new UsageError(
      `${join(path, KEYS_FILE)} does not hold the keys of a throwaway authority`,
      "Remove the folder; a new one is made.",
      {
        cause: error,
      },
    );
  }
}
