import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storageContract } from "./contract/storage-contract.ts";
import { openSqliteStorage } from "../../src/storage/sqlite/open-sqlite-storage.ts";

storageContract(async (settings = {}) => {
  const folder = await mkdtemp(join(tmpdir(), "passwright-sqlite-"));
  const storage = await openSqliteStorage({ file: join(folder, "passwright.db"), ...settings });
  return {
    storage,
    openAnother: () => Promise.resolve(storage),
    dispose: async () => {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
});
