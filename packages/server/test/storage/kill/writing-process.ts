/**
 * Writes to a storage until it is killed, and prints what was acknowledged: `serial revision tag`, a line each, once the storage
 * has said that it is done.
 *
 *   node writing-process.ts sqlite|postgres <file or url> <name of this process>
 *
 * @module
 */
import { writeSync } from "node:fs";
import { openPostgresStorage } from "../../../src/storage/postgres/open-postgres-storage.ts";
import { openSqliteStorage } from "../../../src/storage/sqlite/open-sqlite-storage.ts";
import { newPass, PASS_TYPE, registration } from "../contract/samples.ts";

const [dialect, where = "", name = ""] = process.argv.slice(2);
const storage =
  dialect === "sqlite" ? await openSqliteStorage({ file: where }) : await openPostgresStorage({ url: where, poolSize: 4 });

function acknowledge(serialNumber: string, revision: number, tag: number): void {
  // At once and in one piece: what is printed was acknowledged before the kill.
  writeSync(1, `${serialNumber} ${revision} ${tag}\n`);
}

async function write(lane: number): Promise<void> {
  for (let round = 0; ; round += 1) {
    const serialNumber = `${name}-${lane}-${round % 10}`;
    if (round < 10) {
      const [pass] = await storage.passes.create([newPass(serialNumber)], { now: Date.now() });
      await storage.registrations.register(registration(`device-${lane}`, serialNumber), { now: Date.now() });
      acknowledge(serialNumber, 1, pass?.tag ?? 0);
    } else {
      const [result] = await storage.passes.change(PASS_TYPE, [{ serialNumber }], { now: Date.now(), push: { kind: "now" } });
      if (result?.kind !== "changed") throw new Error(`${serialNumber} is ${result?.kind ?? "gone"}`);
      acknowledge(serialNumber, result.revision, result.tag);
    }
  }
}

await Promise.all([0, 1, 2, 3].map(write));
