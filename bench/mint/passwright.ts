import { benchValues } from "../fixture.ts";
import { createBenchMinter } from "./bench-minter.ts";
import { measureRate, report } from "./worker-report.ts";

const [, , folder = ".", seconds = "5", kilobytes = ""] = process.argv;
const minter = await createBenchMinter(folder, Number(kilobytes));

/** Into chunks, as they would go to a socket or a file: joining them is a copy that nobody needs. */
async function mintOne(index: number): Promise<number> {
  const chunks = await minter.mint(benchValues(index));
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

report(await measureRate(mintOne, { seconds: Number(seconds), inFlight: 32, warmUp: 2000 }));
