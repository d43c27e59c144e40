import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText, ROOT } from "./repository.ts";

/** What the figures of `bench/results.json` mean, in the order of the README. `#` stands for the number. */
const WORDS: Readonly<Record<string, readonly [what: string, value: string]>> = {
  "mint.vsRsaLimit": ["minting from a template, all cores, as a share of what `openssl speed rsa2048` signs there", "#"],
  "mint.vsPasskitGenerator": ["passes per second against passkit-generator 3.6.1", "# ×"],
  "mint.vsPassJs": ["passes per second against @walletpass/pass-js 7.2.0", "# ×"],
  "mint.bigVsSmall": ["a pass with 2 MB of pictures costs, against one with 174 KB", "# ×"],
  "mint.peakRssMB": ["peak memory while 110,000 passes are minted", "# MB"],
  "check.ms": ["full check of a 180 KB pass, median", "# ms"],
  "verify.ms": ["verifying its signature alone, median", "# ms"],
  "check.corpusS": ["checking 110 real passes with one command", "# s"],
  "size.signKB": ["`import { PassPackage, Signer }` bundled for a browser, gzip", "# KB"],
  "size.passKB": ["all of `@passwright/pass` but PKCS#12, gzip", "# KB"],
};

/** The table of the README, made of the results; empty without any. */
function toTable(results: Readonly<Record<string, number>>): string {
  const rows = Object.entries(WORDS).flatMap(([name, [what, value]]) => {
    const result = results[name];
    // Three digits: more would be noise.
    return result === undefined ? [] : [`| ${what} | ${value.replace("#", String(Number(result.toPrecision(3))))} | \`${name}\` |`];
  });
  return rows.length === 0 ? "" : ["", "| what | | name |", "|---|---|---|", ...rows, "", ""].join("\n");
}

/** The formatter fills cells with blanks and rules with dashes. */
function normalize(table: string): string {
  return table.replaceAll(/ +/gu, " ").replaceAll(/-{3,}/gu, "---").replaceAll("| --- ", "|---").replaceAll(/-\|$/gmu, "-|");
}

const SECTION = /(?<=<!-- figures -->\n)[\s\S]*(?=<!-- \/figures -->)/u;

test("the figures of the README are those of the last measurement", () => {
  const results = existsSync(join(ROOT, "bench/results.json"))
    ? (JSON.parse(readText("bench/results.json")) as Readonly<Record<string, number>>)
    : {};
  expect(Object.keys(results).filter((name) => WORDS[name] === undefined)).toEqual([]);
  const readme = readText("README.md");
  const wanted = toTable(results);
  if (process.env["PASSWRIGHT_UPDATE_DOCS"] === "1")
    writeFileSync(
      join(ROOT, "README.md"),
      readme.replace(SECTION, () => wanted),
    );
  else expect(normalize(SECTION.exec(readme)?.[0] ?? "no section").trim()).toBe(normalize(wanted).trim());
});
