import { storageContract } from "./contract/storage-contract.ts";
import { freshPostgres } from "../support/postgres.ts";
import { openPostgresStorage } from "../../src/storage/postgres/open-postgres-storage.ts";
import type { Storage } from "../../src/storage/storage.ts";

storageContract(async (settings = {}) => {
  const database = await freshPostgres();
  const opened: Storage[] = [];
  async function open(): Promise<Storage> {
    const storage = await openPostgresStorage({ url: database.url, poolSize: 6, ...settings });
    opened.push(storage);
    return storage;
  }
  return {
    storage: await open(),
    openAnother: open,
    dispose: async () => {
      for (const storage of opened) await storage.close();
      await database.drop();
    },
  };
});
