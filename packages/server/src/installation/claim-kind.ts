import type { Storage } from "../storage/storage.ts";
import { InstallationError } from "./installation-error.ts";

/** Passes of a throwaway authority beside real ones would be fetched by real phones, and refused. */
const SETTING = "installation.kind";

/** `demo` or `real`; undefined before the first start. */
export async function installationKind(storage: Pick<Storage, "settings">): Promise<string | undefined> {
  return storage.settings.get(SETTING);
}

/**
 * Marks a database as that of a demo or of a real server at its first start, and refuses it to the other kind later.
 *
 * @throws {InstallationError} `ERR_SERVER_DEMO_DATA`.
 */
export async function claimKind(storage: Pick<Storage, "settings">, demo: boolean): Promise<void> {
  const kind = demo ? "demo" : "real";
  // In one step: several processes may start on an empty database at the same time.
  if ((await storage.settings.claim(SETTING, kind)) !== kind) {
    throw new InstallationError(
      "ERR_SERVER_DEMO_DATA",
      demo
        ? "This data belongs to a real server: give the demo a folder of its own with --data."
        : "This data belongs to a demo: start with --demo, or give another folder with --data.",
    );
  }
}
