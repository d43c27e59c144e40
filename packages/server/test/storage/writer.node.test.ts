import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startWriter } from "../../src/storage/sqlite/writer.ts";

test("of what is asked in one turn only that fails which cannot be handed over, and closing loses nothing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "passwright-writer-"));
  const writer = await startWriter({ file: join(folder, "passwright.db"), revisionsKept: 1 }, () => undefined);
  try {
    const settings = Array.from({ length: 40 }, (_, index) => writer.run("setSetting", { name: `s${index}`, value: "v" }));
    const bad = writer.run("setSetting", { name: "bad", value: (() => "") as unknown as string });
    const after = writer.run("setSetting", { name: "after", value: "v" });
    await expect(bad).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
    await expect(Promise.all([...settings, after])).resolves.toHaveLength(41);
    const last = writer.run("setSetting", { name: "last", value: "v" });
    await writer.close();
    await expect(last).resolves.toBeUndefined();
    await expect(writer.run("setSetting", { name: "late", value: "v" })).rejects.toMatchObject({ code: "ERR_STORAGE_CLOSED" });
  } finally {
    await writer.close();
    await rm(folder, { recursive: true });
  }
});
