import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openPostgresStorage } from "../../../src/storage/postgres/open-postgres-storage.ts";
import { openSqliteStorage } from "../../../src/storage/sqlite/open-sqlite-storage.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { PASS_TYPE } from "../contract/samples.ts";

/** What was found after the kills. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** In words: what an acknowledged change should have left and did not. */
  readonly faults: readonly string[];
}

const WRITER = fileURLToPath(new URL("./writing-process.ts", import.meta.url));

/**
 * Lets processes write, kills each with SIGKILL in the middle of it, and looks whether all that was acknowledged is there:
 * revision and tag at least as acknowledged, no tag given twice, tags in the order of their acknowledgement for each pass, and a
 * push for each device whose pass was changed.
 *
 * @param where - A file of SQLite, or the URL of a database.
 * @param random - 0 up to 1: how long each process lives.
 */
export async function killWriters(options: {
  readonly dialect: Storage["dialect"];
  readonly where: string;
  readonly kills: number;
  readonly random: () => number;
}): Promise<KillReport> {
  const { dialect, where, kills, random } = options;
  const faults: string[] = [];
  const tags = new Map<number, string>();
  let acknowledged = 0;
  let highest = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const lines = await writeUntilKilled(dialect, where, `p${kill}-${Math.floor(random() * 1e9)}`, 20 + random() * 150);
    acknowledged += lines.length;
    const newest = new Map<string, { readonly revision: number; readonly tag: number }>();
    for (const { serialNumber, revision, tag } of lines) {
      const before = tags.get(tag);
      if (before !== undefined) faults.push(`tag ${tag} is of ${before} and of ${serialNumber}`);
      if (tag <= highest) faults.push(`tag ${tag} of ${serialNumber} is hidden by ${highest}, given out before the kill`);
      tags.set(tag, serialNumber);
      newest.set(serialNumber, { revision, tag });
    }
    highest = Math.max(highest, ...lines.map(({ tag }) => tag));
    faults.push(...(await verify(dialect, where, newest)));
  }
  return { kills, acknowledged, faults };
}

interface Acknowledged {
  readonly serialNumber: string;
  readonly revision: number;
  readonly tag: number;
}

async function writeUntilKilled(dialect: string, where: string, name: string, lifeMs: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, [WRITER, dialect, where, name], { stdio: ["ignore", "pipe", "inherit"] });
  const output: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  // Life begins with the first acknowledged change: how long a process takes to start is of no interest.
  const first = await Promise.race([once(child.stdout, "data").then(() => true), once(child, "exit").then(() => false)]);
  if (!first) throw new Error("the writing process ended before it wrote");
  await new Promise((resolve) => {
    setTimeout(resolve, lifeMs);
  });
  const closed = once(child, "close");
  child.kill("SIGKILL");
  const [, signal] = await closed;
  if (signal !== "SIGKILL") throw new Error("the writing process ended by itself");
  // The last line may have been cut by the kill.
  const lines = output.join("").split("\n").slice(0, -1);
  return lines.map((line) => {
    const [serialNumber = "", revision, tag] = line.split(" ");
    return { serialNumber, revision: Number(revision), tag: Number(tag) };
  });
}

async function verify(
  dialect: Storage["dialect"],
  where: string,
  newest: ReadonlyMap<string, { readonly revision: number; readonly tag: number }>,
): Promise<readonly string[]> {
  const storage =
    dialect === "sqlite" ? await openSqliteStorage({ file: where }) : await openPostgresStorage({ url: where, poolSize: 2 });
  const faults: string[] = [];
  try {
    const pushed = new Set<string>();
    const now = Date.now();
    for (;;) {
      const pushes = await storage.pushes.claim({ worker: "verifier", limit: 500, now, leaseMs: 3_600_000 });
      if (pushes.length === 0) break;
      for (const { deviceLibraryIdentifier } of pushes) pushed.add(deviceLibraryIdentifier);
      await storage.pushes.record({ worker: "verifier", outcomes: pushes.map((push) => ({ kind: "delivered", push })), now });
    }
    for (const [serialNumber, { revision, tag }] of newest) {
      const pass = await storage.passes.find({ passTypeIdentifier: PASS_TYPE, serialNumber });
      if (pass === undefined || pass.revision < revision || pass.tag < tag) {
        faults.push(`${serialNumber} was acknowledged at ${revision} (tag ${tag}) and is at ${pass?.revision ?? "nothing"}`);
      }
      const device = `device-${serialNumber.split("-").at(-2) ?? ""}`;
      if (revision > 1 && !pushed.has(device)) faults.push(`${device} is not pushed for ${serialNumber}`);
      const list = await storage.registrations.listChanged({
        passTypeIdentifier: PASS_TYPE,
        deviceLibraryIdentifier: device,
        since: tag - 1,
      });
      if (list?.serialNumbers.includes(serialNumber) !== true)
        faults.push(`${device} is not listed ${serialNumber} since ${tag - 1}`);
    }
  } finally {
    await storage.close();
  }
  return faults;
}
