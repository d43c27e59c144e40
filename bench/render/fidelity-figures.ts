import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** How near our faces come to screenshots; null where the folder of real passes is missing. */
export interface FidelityFigures {
  readonly medianF1: number;
  readonly minF1: number;
  /** The tool's own last line. */
  readonly summary: string;
}

/** Runs `bench/fidelity/run.ts` and reads its last line. */
export async function measureFidelity(): Promise<FidelityFigures | null> {
  const program = fileURLToPath(new URL("../fidelity/run.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program], { encoding: "utf8", maxBuffer: 1 << 26 });
  const summary = stdout.trim().split("\n").at(-1) ?? "";
  if (summary.startsWith("no faces")) return null;
  const found = /median F1 ([\d.]+), least ([\d.]+)/u.exec(summary);
  if (found === null) throw new Error(`the fidelity bench says: ${summary}`);
  return { medianF1: Number(found[1]), minF1: Number(found[2]), summary };
}
