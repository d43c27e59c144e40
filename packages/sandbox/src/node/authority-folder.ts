import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { KeyMaterial } from "../key-material.ts";
import { type AuthorityKeys, createThrowawayAuthority, type ThrowawayAuthority } from "../throwaway-authority.ts";

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

/** The folder holds something else than the keys of a throwaway authority: remove it, and a new one is made. */
export class AuthorityFolderError extends Error {
  override readonly name = "AuthorityFolderError";
}

/**
 * Opens the throwaway authority of a folder, or makes one there: `keys.json` (readable by its owner alone), `root.pem`,
 * which checks can be told to trust, and `intermediate.pem`, which issues certificates and which servers can be told to take.
 *
 * @throws {AuthorityFolderError} when `keys.json` holds something else; errors of the file system as they are.
 *
 * @example
 * ```ts
 * const authority = await openAuthorityFolder("build/throwaway-authority");
 * ```
 */
export async function openAuthorityFolder(
  path: string,
  { now = new Date() }: { readonly now?: Date } = {},
): Promise<ThrowawayAuthority> {
  const file = join(path, KEYS_FILE);
  const stored = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (stored !== null) return createThrowawayAuthority({ now, keys: parseKeys(stored, file) });
  const authority = await createThrowawayAuthority({ now });
  await mkdir(path, { recursive: true, mode: 0o700 });
  const content: StoredAuthority = {
    note: NOTE,
    keys: { root: store(authority.keys.root), intermediate: store(authority.keys.intermediate) },
  };
  await writeWhole(join(path, "root.pem"), authority.root.certificatePem, 0o644);
  await writeWhole(join(path, "intermediate.pem"), authority.intermediate.certificatePem, 0o644);
  await writeWhole(file, `${JSON.stringify(content, null, 2)}\n`, 0o600);
  return authority;
}

async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  await writeFile(`${path}.part`, text, { mode });
  await rename(`${path}.part`, path);
}

function store(key: KeyMaterial): StoredKey {
  return {
    kind: "rsa-2048",
    pkcs8: Buffer.from(key.pkcs8).toString("base64"),
    subjectPublicKeyInfo: Buffer.from(key.subjectPublicKeyInfo).toString("base64"),
  };
}

function parseKeys(text: string, file: string): AuthorityKeys {
  try {
    const { keys } = JSON.parse(text) as StoredAuthority;
    const open = ({ kind, pkcs8, subjectPublicKeyInfo }: StoredKey): KeyMaterial => ({
      kind,
      pkcs8: new Uint8Array(Buffer.from(pkcs8, "base64")),
      subjectPublicKeyInfo: new Uint8Array(Buffer.from(subjectPublicKeyInfo, "base64")),
    });
    return { root: open(keys.root), intermediate: open(keys.intermediate) };
  } catch (cause) {
    throw new AuthorityFolderError(`${file} does not hold the keys of a throwaway authority`, { cause });
  }
}
