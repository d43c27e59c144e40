import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkPass, PassPackage, verifySignature } from "@passwright/pass";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { benchImages, benchPassJson, benchStrings, benchValues, IMAGE_KILOBYTES, PASS_TYPE, TEAM } from "../fixture.ts";
import { median } from "../machine.ts";
import type { AreaResult } from "../area-result.ts";

const ROUNDS = 60;
const program = fileURLToPath(new URL("../../packages/cli/dist/bin.js", import.meta.url));
const corpus = fileURLToPath(new URL("../../../shared/corpus/passes", import.meta.url));

async function medianMilliseconds(work: () => Promise<unknown>): Promise<number> {
  for (let round = 0; round < 10; round++) await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** A full check and a verification alone of the pass that minting makes; and the command line over a folder of real passes. */
export async function measureCheck(): Promise<AreaResult> {
  const authority = await createThrowawayAuthority();
  const issued = await authority.issuePassCertificate({ passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM });
  const signer = await issued.signer();
  const values = benchValues(1);
  const files = new Map<string, Uint8Array>([
    ["pass.json", new TextEncoder().encode(JSON.stringify(benchPassJson((name) => values[name])))],
    ...benchImages(IMAGE_KILOBYTES),
    ...benchStrings(),
  ]);
  const signed = await PassPackage.fromFiles(files).sign(signer, { signingTime: new Date() });
  const bytes = signed.toBytes();
  const { trustAnchors } = authority;
  const opened = await PassPackage.read(bytes);
  const manifest = opened.files.get("manifest.json") ?? new Uint8Array();
  const signature = opened.files.get("signature") ?? new Uint8Array();
  const options = { manifest, signature, passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM, trustAnchors };
  const { installs, findings } = await checkPass(bytes, { trustAnchors });
  const report = await verifySignature(options);
  // A check that stops early, or a signature that is refused, would be quicker and worth nothing.
  if (installs !== "yes" || !report.integrity || !report.chain || !report.identity) {
    throw new Error(`the pass of the bench is not fine: ${JSON.stringify(findings)}`);
  }

  const figures: Record<string, number> = {
    "check.ms": await medianMilliseconds(() => checkPass(bytes, { trustAnchors })),
    "verify.ms": await medianMilliseconds(() => verifySignature(options)),
  };
  const notes = [
    `check and verify: the pass of the minting bench (${Math.round(bytes.length / 1024)} KB), ${ROUNDS} rounds after 10 to warm up.`,
  ];
  if (existsSync(corpus)) {
    const seconds = [1, 2, 3].map(() => {
      const started = performance.now();
      const run = spawnSync(process.execPath, [program, "check", corpus, "--json"], { encoding: "utf8", maxBuffer: 1 << 28 });
      if (run.status === 2 || run.stdout.split("\n").length < 110) throw new Error(`the check of the corpus failed: ${run.stderr}`);
      return (performance.now() - started) / 1000;
    });
    figures["check.corpusS"] = median(seconds);
    notes.push("corpus: `passwright check FOLDER --json` over 110 real passes, process start included, median of 3.");
  } else {
    notes.push("corpus: not measured, the folder of real passes is not beside the repository.");
  }
  return { figures, notes };
}
