import { readFileSync } from "node:fs";
import { createMinter, PassTemplate, Signer } from "@passwright/pass";
import { benchImages, benchPassJson, benchStrings, benchValues, type BenchValues, INPUTS } from "../fixture.ts";

const NUMBERS: ReadonlySet<keyof BenchValues> = new Set(["points", "balance"]);

/** A minter over the template of the bench, whose inputs are validated for each pass; certificate and key from `folder`. */
export async function createBenchMinter(folder: string, kilobytes: number) {
  const expression = (name: keyof BenchValues) => (NUMBERS.has(name) ? { $eval: name } : `\${${name}}`);
  const template = await PassTemplate.fromFiles([
    ["pass.json", JSON.stringify(benchPassJson(expression), null, 2)],
    ["template.json", JSON.stringify({ name: "Loyalty card", inputs: INPUTS, sample: benchValues(0) })],
    ...benchImages(kilobytes),
    ...benchStrings(),
  ]);
  const signer = await Signer.create({
    certificate: readFileSync(`${folder}/certificate.pem`),
    privateKey: readFileSync(`${folder}/key.pem`),
    intermediate: readFileSync(`${folder}/wwdr.pem`),
  });
  return createMinter({ template, signer });
}
