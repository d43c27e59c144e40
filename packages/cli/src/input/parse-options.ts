import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";

/** `--now 2026-11-21T10:00:00Z` as a date; the clock's when absent. */
export function parseDateOption(io: Io, text: string | undefined, option: string): Date {
  if (text === undefined) return io.now();
  const date = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime()))
    throw new UsageError(`${option}: "${text}" is not a date`, "Write it as 2026-11-21 or 2026-11-21T10:00:00Z.");
  return date;
}

/** A language as its tag is written, `pt-BR`; `pt_BR` is taken as well. */
export function parseLocaleOption(text: string): string {
  try {
    return Intl.getCanonicalLocales(text.replaceAll("_", "-"))[0] ?? text;
  } catch (error) {
    throw new UsageError(`--locale: "${text}" is not a language tag`, "Write it as de, pt-BR or zh-Hans.", { cause: error });
  }
}

/** A time zone by its IANA name; the machine's when absent. */
export function parseTimeZoneOption(text: string | undefined): string {
  if (text === undefined) return Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch (error) {
    throw new UsageError(`--time-zone: "${text}" is not a time zone`, "Write it as Europe/Oslo or UTC.", { cause: error });
  }
}

/** Reads a file named by an option. */
export async function readOptionFile(io: Io, path: string, option: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(resolve(io.workingDirectory, path)));
  } catch (error) {
    const reason = error instanceof Error && "code" in error && error.code === "ENOENT" ? "no such file" : "cannot be read";
    throw new UsageError(`${option} ${path}: ${reason}`, undefined, { cause: error });
  }
}

/** For commander: collects an option that can be given several times. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/** A whole number of at least `min`, for commander options. */
export function parseCount(text: string, option: string, min = 1): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < min)
    throw new UsageError(`${option}: "${text}" is not a whole number of at least ${min}`);
  return count;
}

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `15m`, `6h` or `1d` in milliseconds: a second at least, 30 days at most. */
export function parseDuration(text: string, option: string): number {
  const [, count = "", unit = ""] = /^(\d{1,7})([smhd])$/u.exec(text) ?? [];
  const milliseconds = Number(count) * (UNIT_MS[unit] ?? 0);
  if (milliseconds < 1_000 || milliseconds > 30 * 86_400_000)
    throw new UsageError(`${option}: "${text}" is no time`, "Write it as 90s, 15m, 6h or 1d.");
  return milliseconds;
}

/** A port; 0 means any that is free. */
export function parsePort(text: string, option: string): number {
  const port = parseCount(text, option, 0);
  if (port > 65_535) throw new UsageError(`${option}: "${text}" is no port`, "Ports go up to 65535; 0 takes any that is free.");
  return port;
}
