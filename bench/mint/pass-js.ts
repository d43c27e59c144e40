import { readFileSync } from "node:fs";
import { Template } from "@walletpass/pass-js";
import { benchImages, benchPassJson, benchStrings, benchValues, IMAGE_KILOBYTES } from "../fixture.ts";
import { measureRate, report } from "./worker-report.ts";

/** The way its README shows: one `Template` with images, translations and key, one `Pass` from it for each. */
const [, , folder = ".", seconds = "5"] = process.argv;

const { storeCard: _fields, ...common } = benchPassJson((name) => benchValues(0)[name]);
const template = new Template("storeCard", common);
template.setCertificate(readFileSync(`${folder}/certificate.pem`, "utf8"));
template.setPrivateKey(readFileSync(`${folder}/key.pem`, "utf8"));
for (const [file, bytes] of benchImages(IMAGE_KILOBYTES)) {
  const [, name, scale] = /^(\w+?)(?:@(\dx))?\.png$/.exec(file) ?? [];
  await template.images.add(name as "icon", bytes, scale as "2x" | undefined);
}
for (const [file, bytes] of benchStrings()) {
  const entries = [...bytes.toString("utf16le").matchAll(/"([^"]+)" = "([^"]+)";/g)].map(
    ([, key = "", text = ""]) => [key, text] as const,
  );
  template.localization.add(file.slice(0, 2), Object.fromEntries(entries));
}

async function mintOne(index: number): Promise<number> {
  const values = benchValues(index);
  const pass = await template.createPass(benchPassJson((name) => values[name])).asBuffer();
  return pass.length;
}

report(await measureRate(mintOne, { seconds: Number(seconds), inFlight: 4, warmUp: 200 }));
