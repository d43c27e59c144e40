import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rm, rmdir, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { isJsonObject, type JsonValue } from "@passwright/pass";
import { UsageError } from "../exit-code.ts";

/** Another command has the wallet, and did not end in time. */
export class WalletBusyError extends UsageError {}

/** Who has a folder to itself. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it: process numbers are given out again. Null where that is not told. */
  readonly began: string | null;
  /** One command of that process. */
  readonly nonce: string;
}

export interface LockOptions {
  /** Milliseconds to wait for another command to end. */
  readonly wait: number;
  readonly signal: AbortSignal;
  /** Is told once that there is something to wait for. */
  readonly onWait?: (pid: number | null) => void;
}

/** A file without a holder in it: its process was killed between making and writing it, after this many milliseconds. */
const UNWRITTEN_MS = 5_000;
const RETRY_MS = 50;

/**
 * Takes a folder for one command, so that two do not lose each other's change. The lock of a process that is gone is removed.
 * Exclusive creation and no link or system lock: those do not exist on every file system that a wallet may lie on (Android).
 *
 * @returns what gives the folder back
 * @throws {WalletBusyError} when another command does not end in time.
 */
export async function lockFolder(path: string, options: LockOptions): Promise<() => Promise<void>> {
  const nonce = randomUUID();
  const own: Holder = { pid: process.pid, host: hostname(), began: await beganAt(process.pid), nonce };
  const deadline = performance.now() + options.wait;
  let isTold = false;
  while (!(await tryToTake(path, own))) {
    options.signal.throwIfAborted();
    if (await removeStale(path)) continue;
    const holder = await readHolder(path);
    if (!isTold) options.onWait?.(holder?.pid ?? null);
    isTold = true;
    if (performance.now() > deadline) throw busy(path, holder);
    await delay(RETRY_MS * (0.5 + Math.random()), undefined, { signal: options.signal }).catch(() => undefined);
  }
  return async () => {
    if ((await readHolder(path))?.nonce === nonce) await rm(path, { force: true });
  };
}

function busy(path: string, holder: Holder | null): WalletBusyError {
  const who =
    holder === null ? "Another command" : `Process ${holder.pid}${holder.host === hostname() ? "" : ` on ${holder.host}`}`;
  return new WalletBusyError(`${who} is using this wallet`, `Wait for it to end. If there is none any more, remove ${path}`);
}

async function tryToTake(path: string, own: Holder): Promise<boolean> {
  const file = await open(path, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    // Windows says EPERM while the file of another is going away.
    if (error.code === "EEXIST" || (error.code === "EPERM" && process.platform === "win32")) return null;
    throw error;
  });
  if (file === null) return false;
  try {
    await file.writeFile(JSON.stringify(own));
  } finally {
    await file.close();
  }
  return true;
}

/**
 * Removes the lock of a process that is gone. One command at a time looks and removes (a folder is the guard): otherwise a second
 * one could remove the lock that the first has just taken.
 */
async function removeStale(path: string): Promise<boolean> {
  if (!(await isStale(path))) return false;
  const guard = `${path}.stale`;
  const isMine = await mkdir(guard).then(
    () => true,
    () => false,
  );
  if (!isMine) {
    if ((await ageOf(guard)) > UNWRITTEN_MS) await rmdir(guard).catch(() => undefined);
    return false;
  }
  try {
    if (!(await isStale(path))) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rmdir(guard).catch(() => undefined);
  }
}

async function isStale(path: string): Promise<boolean> {
  const holder = await readHolder(path);
  if (holder === null) return (await ageOf(path)) > UNWRITTEN_MS;
  // What runs on another machine cannot be seen from here.
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  const began = await beganAt(holder.pid);
  return began !== null && holder.began !== null && began !== holder.began;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and is another user's.
    return error instanceof Error && "code" in error && error.code !== "ESRCH";
  }
}

/** Field 22 of `/proc/PID/stat` (proc_pid_stat(5)); names before it may hold blanks and brackets. */
async function beganAt(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return text?.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

/** Milliseconds since a file was changed; 0 when it is gone. */
async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
}

async function readHolder(path: string): Promise<Holder | null> {
  const text = await readFile(path, "utf8").catch(() => "");
  try {
    const value = JSON.parse(text) as JsonValue;
    if (!isJsonObject(value)) return null;
    const { pid, host, began, nonce } = value;
    if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return null;
    if (typeof host !== "string" || typeof nonce !== "string") return null;
    return { pid, host, began: typeof began === "string" ? began : null, nonce };
  } catch {
    return null;
  }
}
