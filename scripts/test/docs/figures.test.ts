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

/** The figures that sizes are reckoned from, in docs/guide/run-it-for-real.md. */
const SIZES: typeof WORDS = {
  "bulk.perSecond.sqlite": ["passes made by one body of rows, SQLite", "# a second"],
  "bulk.perSecond.postgres": ["the same, PostgreSQL on the same two cores", "# a second"],
  "bulk.peakRssMB": ["memory while 1,000,000 rows stream in", "# MB"],
  "create.vsHttp": ["passes made one by one, each on the disk, against a bare `node:http` server", "# ×"],
  "scan.perSecond": ["tickets redeemed, each on the disk", "# a second"],
  "size.rssMB": ["memory with 1,000,000 passes on as many devices", "# MB"],
  "size.listP99ms.sqlite": ["a device asks what changed, 99 of 100 within, SQLite", "# ms"],
  "size.listP99ms.postgres": ["the same, PostgreSQL", "# ms"],
  "size.updateOneMs.sqlite": ["one pass of a million changed, its push queued, SQLite", "# ms"],
  "size.updateOneMs.postgres": ["the same, PostgreSQL", "# ms"],
  "size.updateAllS.sqlite": ["100,000 passes changed, all pushes queued, SQLite", "# s"],
  "size.updateAllS.postgres": ["the same, PostgreSQL", "# s"],
  "push.perSecond": ["pushes sent by one worker", "# a second"],
  "ws.build.vsRsaLimit": ["passes built and signed on demand, as a share of what `openssl speed rsa2048` signs", "#"],
  "herd.seconds": ["10,000 phones pushed at once all hold the update", "# s"],
  "page.firstByteMs": ["first byte of a public page that nobody looked at before", "# ms"],
};

/** A table made of the results; empty without any. */
function toTable(results: Readonly<Record<string, number>>, words: typeof WORDS): string {
  const rows = Object.entries(words).flatMap(([name, [what, value]]) => {
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

test.each([
  ["README.md", WORDS],
  ["docs/guide/run-it-for-real.md", SIZES],
] as const)("the figures of %s are those of the last measurement", (page, words) => {
  const results = existsSync(join(ROOT, "bench/results.json"))
    ? (JSON.parse(readText("bench/results.json")) as Readonly<Record<string, number>>)
    : {};
  const known = new Set(TARGETS.map(({ name }) => name));
  expect([...Object.keys(results), ...Object.keys(words)].filter((name) => !known.has(name))).toEqual([]);
  const text = readText(page);
  const wanted = toTable(results, words);
  if (process.env["PASSWRIGHT_UPDATE_DOCS"] === "1")
    writeFileSync(
      join(ROOT, page),
      text.replace(SECTION, () => wanted),
    );
  else expect(normalize(SECTION.exec(text)?.[0] ?? "no section").trim()).toBe(normalize(wanted).trim());
});
