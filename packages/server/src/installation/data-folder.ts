import { randomBytes } from "node:crypto";
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InstallationError } from "./installation-error.ts";

/** Where a server keeps what it must not lose. */
export interface DataFolder {
  readonly path: string;
  readonly databaseFile: string;
  /** One folder per template. */
  readonly templates: string;
  /** Pass Type ID certificates with their keys. */
  readonly certificates: string;
  /** 32 random bytes of this installation, in hex. */
  readonly secret: string;
  /** Made just now. */
  readonly isNew: boolean;
}

const SECRET_FILE = "secret";
const SECRET = /^[0-9a-f]{64}$/u;

/**
 * Opens the folder of a server, or makes it: readable by its owner alone, with a secret of its own. Several processes that
 * start at once on a new folder end with one secret.
 *
 * @throws {InstallationError} `ERR_SERVER_DATA_FOLDER`, `ERR_SERVER_SECRET`.
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const templates = join(path, "templates");
  const certificates = join(path, "certificates");
  try {
    for (const folder of [path, templates, certificates]) await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new InstallationError("ERR_SERVER_DATA_FOLDER", `${path} cannot be made or written.`, { cause });
  }
  const { secret, isNew } = await openSecret(join(path, SECRET_FILE));
  return { path, databaseFile: join(path, "passwright.sqlite"), templates, certificates, secret, isNew };
}

async function openSecret(file: string): Promise<{ readonly secret: string; readonly isNew: boolean }> {
  const kept = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new InstallationError("ERR_SERVER_SECRET", `${file} cannot be read.`, { cause: error });
  });
  if (kept !== null) return { secret: await assertSecret(file, kept.trim()), isNew: false };
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx", flush: true });
    // A link fails where another process was first; a rename would take its secret away.
    const isNew = await link(draft, file).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    );
    return { secret: await assertSecret(file, (await readFile(file, "utf8")).trim()), isNew };
  } catch (cause) {
    if (cause instanceof InstallationError) throw cause;
    throw new InstallationError("ERR_SERVER_SECRET", `${file} cannot be written.`, { cause });
  } finally {
    await rm(draft, { force: true });
  }
}

async function assertSecret(file: string, secret: string): Promise<string> {
  if (!SECRET.test(secret)) {
    throw new InstallationError("ERR_SERVER_SECRET", `${file} does not hold the 64 hex digits that this program wrote.`);
  }
  // A backup that was copied back may be open to all.
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return secret;
}
