import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TARGETS } from "../../../bench/targets.ts";
import { readText, ROOT } from "./repository.ts";

/** The figures of `bench/results.json` that the README shows, in its order; `bench/RESULTS.md` has all. `#` stands for the number. */
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
  "ws.notModified.sqlite": ["304 of the web service, SQLite, log and metrics on, against a bare `node:http` server", "# ×"],
  "ws.list.sqlite": ["list of changed passes, likewise", "# ×"],
  "ws.notModified.postgres": ["304, PostgreSQL, likewise", "# ×"],
  "ws.list.postgres": ["list of changed passes, PostgreSQL, likewise", "# ×"],
  "ws.build.vsRsaLimit": ["passes built and signed when they are fetched, as a share of what `openssl speed rsa2048` signs", "#"],
  "push.perSecond": ["pushes a second, claimed and recorded, to a stand-in for APNs with 50 ms latency", "#"],
  "size.listP99ms.sqlite": ["list with a million passes and registrations, 300 requests a second, SQLite, p99", "# ms"],
  "size.listP99ms.postgres": ["the same, PostgreSQL", "# ms"],
  "herd.seconds": ["10,000 devices pushed at once, until the last holds the new pass", "# s"],
  "bulk.perSecond.sqlite": ["passes made by one body of NDJSON, a million rows, SQLite, a second", "#"],
  "bulk.perSecond.postgres": ["the same, 200,000 rows, PostgreSQL", "#"],
  "create.vsHttp": ["passes made one by one, each on the disk when it is answered, against a bare `node:http` server", "# ×"],
  "scan.perSecond": ["tickets redeemed at the door, each on the disk when it is answered, SQLite, a second", "#"],
  "page.firstByteMs": ["public page of a pass, first byte, median", "# ms"],
  "fidelity.medianF1": ["pictures of passes against screenshots of iPhones, agreement of ink (F1), median of 22 faces", "#"],
  "fidelity.minF1": ["the same, the least", "#"],
  "render.svgMs": ["front of a pass to SVG, warm, median", "# ms"],
  "render.pngMs": ["front of a pass to PNG at 2 pixels a point, warm, median", "# ms"],
  "render.pdfMs": ["one pass as PDF, warm, median", "# ms"],
  "size.renderKB": ["reading and drawing a pass in a browser, fonts included, gzip", "# KB"],
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
  const known = new Set(TARGETS.map(({ name }) => name));
  expect([...Object.keys(results), ...Object.keys(WORDS)].filter((name) => !known.has(name))).toEqual([]);
  const readme = readText("README.md");
  const wanted = toTable(results);
  if (process.env["PASSWRIGHT_UPDATE_DOCS"] === "1")
    writeFileSync(
      join(ROOT, "README.md"),
      readme.replace(SECTION, () => wanted),
    );
  else expect(normalize(SECTION.exec(readme)?.[0] ?? "no section").trim()).toBe(normalize(wanted).trim());
});
