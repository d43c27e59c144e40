import { readFileSync } from "node:fs";
import { PKPass } from "passkit-generator";
import { benchImages, benchPassJson, benchStrings, benchValues, IMAGE_KILOBYTES } from "../fixture.ts";
import { measureRate, report } from "./worker-report.ts";

/** The way its README shows for many passes: a model kept in memory, one `PKPass` from it for each. */
const [, , folder = ".", seconds = "5"] = process.argv;
const certificates = {
  wwdr: readFileSync(`${folder}/wwdr.pem`, "utf8"),
  signerCert: readFileSync(`${folder}/certificate.pem`, "utf8"),
  signerKey: readFileSync(`${folder}/key.pem`, "utf8"),
};
const assets: Record<string, Buffer> = Object.fromEntries([...benchImages(IMAGE_KILOBYTES), ...benchStrings()]);

async function mintOne(index: number): Promise<number> {
  const values = benchValues(index);
  const passJson = Buffer.from(JSON.stringify(benchPassJson((name) => values[name])));
  const pass = new PKPass({ ...assets, "pass.json": passJson }, certificates);
  return pass.getAsBuffer().length;
}

report(await measureRate(mintOne, { seconds: Number(seconds), inFlight: 4, warmUp: 5 }));
