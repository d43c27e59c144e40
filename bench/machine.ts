import { execFileSync } from "node:child_process";
import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";

/** The machine, in a line: figures mean nothing without it. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} × ${model}, ${memory} GiB, ${platform()} ${arch()}, Node ${process.version}, ${opensslVersion()}`;
}

function opensslVersion(): string {
  try {
    return execFileSync("openssl", ["version"], { encoding: "utf8" }).trim().split(" ").slice(0, 2).join(" ");
  } catch {
    return "no openssl command";
  }
}

/** RSA-2048 signatures a second that all cores can make (`openssl speed -multi`): the physical limit of minting. */
export function measureRsaLimit(seconds: number): number {
  const output = execFileSync(
    "openssl",
    ["speed", "-seconds", String(seconds), "-multi", String(availableParallelism()), "rsa2048"],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const line = output.split("\n").find((text) => /^rsa\s+2048 bits/.test(text));
  const rate = Number(line?.trim().split(/\s+/)[5]);
  if (!(rate > 0)) throw new Error(`cannot read the output of openssl speed: ${output}`);
  return rate;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
