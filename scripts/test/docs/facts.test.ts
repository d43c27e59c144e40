import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkPass, PassTemplate } from "@passwright/pass";
import { ARCHIVE_LIMITS, BUNDLE_ARCHIVE_LIMITS } from "../../../packages/pass/src/archive/archive-limits.ts";
import { JSON_LIMITS } from "../../../packages/pass/src/model/json-limits.ts";
import { BUNDLE_LIMITS } from "../../../packages/pass/src/package/pass-bundle.ts";
import { SIGNATURE_LIMITS } from "../../../packages/pass/src/signature/signature-limits.ts";
import { STRINGS_LIMITS } from "../../../packages/pass/src/strings/strings-limits.ts";
import { TEMPLATE_LIMITS } from "../../../packages/pass/src/template/limits.ts";
import { PROBLEMS } from "../../../packages/server/src/api/contract/problems.ts";
import { loadCorpusIndex, loadCorpusPass } from "../../../packages/pass/test/support/corpus.ts";
import { readCodeBlocks } from "./code-blocks.ts";
import { listPages, readText, ROOT } from "./repository.ts";

const count = (value: number): string => value.toLocaleString("en");
const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

describe("limits that a page names are those of the code", () => {
  test("reading", () => {
    const rows = new Map(
      [...readText("docs/guide/reading-passes-safely.md").matchAll(/^\| (.+?) +\| (.+?) +\|$/gmu)].map(
        ([, what = "", limit = ""]) => [what, limit],
      ),
    );
    const { archiveBytes, entries, entryBytes, totalBytes, ratio, ratioFreeBytes } = ARCHIVE_LIMITS;
    const { cms, maxCertificates, maxSigners } = SIGNATURE_LIMITS;
    const { maxLength, maxDepth, maxValues } = JSON_LIMITS;
    expect(rows.get("archive")).toBe(`${megabytes(archiveBytes)}, ${count(entries)} entries`);
    expect(rows.get("one file, all files unpacked")).toBe(`${megabytes(entryBytes)}, ${megabytes(totalBytes)}`);
    expect(rows.get("unpacked against packed")).toBe(`${ratio} times, above ${megabytes(ratioFreeBytes)}`);
    expect(rows.get("pass.json and other JSON")).toBe(`${megabytes(maxLength)}, ${maxDepth} levels, ${count(maxValues)} values`);
    expect(rows.get("`.strings` file")).toBe(`${megabytes(STRINGS_LIMITS.bytes)}, ${count(STRINGS_LIMITS.entries)} entries`);
    expect(rows.get("signature")).toBe(
      `${megabytes(cms.maxBytes)}, ${cms.maxDepth} levels, ${maxCertificates} certificates, ${maxSigners} signers`,
    );
    expect(rows.get("bundle")).toBe(megabytes(BUNDLE_ARCHIVE_LIMITS.archiveBytes));
  });

  test("templates", () => {
    const page = readText("docs/guide/templates.md");
    expect(page).toContain(`${count(TEMPLATE_LIMITS.steps)} steps`);
    expect(page).toContain(`${count(TEMPLATE_LIMITS.expressionLength)} characters`);
    expect(page).toContain(`${count(TEMPLATE_LIMITS.valueLength)} characters`);
  });

  test("bundles", () => {
    expect([BUNDLE_LIMITS.passes, BUNDLE_LIMITS.bytes]).toEqual([10, 150_000_000]);
    expect(readText("docs/guide/editing-and-updating.md")).toContain("ten passes and 150 MB");
  });
});

describe("the page of templates", () => {
  const page = readText("docs/guide/templates.md");
  const [pass = "", settings = ""] = readCodeBlocks("docs/guide/templates.md", page)
    .filter(({ language }) => language === "json")
    .map(({ code }) => code);
  const values = { serialNumber: "1", from: "LIS", to: "OSL", status: "cancelled", shops: [{ lat: 1, lon: 2 }], points: 0 };

  test("its expressions do what it says", async () => {
    const template = await PassTemplate.fromFiles({ "pass.json": pass });
    const { data } = await template.build(values);
    expect(data).toEqual({
      serialNumber: "1",
      description: "Boarding pass LIS to OSL",
      voided: true,
      locations: [{ latitude: 1, longitude: 2 }],
      storeCard: { headerFields: [] },
    });
  });

  test("its inputs are a template's", async () => {
    const template = await PassTemplate.fromFiles({ "pass.json": '{ "cabin": { "$eval": "cabin" } }', "template.json": settings });
    expect((await template.buildSample()).data).toEqual({ cabin: "Economy" });
    expect(template.validate({ serialNumber: "1", seat: "99Z9" }).map(({ place }) => place)).toEqual(["values.seat"]);
  });

  test("the functions that it names are there", async () => {
    const names = /^- Functions: (.*?); /mu.exec(page)?.[1]?.match(/\w+/gu) ?? [];
    expect(names.length).toBeGreaterThan(15);
    const calls: Readonly<Record<string, string>> = {
      split: "('a b', ' ')",
      join: "(['a'], ' ')",
      range: "(0, 3)",
      number: "('1')",
      typeof: "(1)",
    };
    const numeric = new Set(["min", "max", "sqrt", "ceil", "floor", "abs", "str"]);
    for (const name of names) {
      const call = name + (calls[name] ?? (numeric.has(name) ? "(1)" : name === "fromNow" ? "('1 day')" : "('a')"));
      const template = await PassTemplate.fromFiles({ "pass.json": JSON.stringify({ value: { $eval: call } }) });
      expect(await template.build({}).then(({ data }) => Object.keys(data)), call).toEqual(["value"]);
    }
  });
});

test("JSON on pages is JSON", () => {
  for (const page of listPages()) {
    for (const { language, code } of readCodeBlocks(page, readText(page)))
      if (language === "json") expect(() => JSON.parse(code) as unknown, page).not.toThrow();
  }
});

const corpus = (await loadCorpusIndex()).filter(({ kind }) => kind !== "pkpasses");

test.skipIf(corpus.length === 0)("how often passes fail is counted in the real ones", { timeout: 60_000 }, async () => {
  const page = readText("docs/guide/why-wont-my-pass-install.md");
  const failing: Set<string>[] = [];
  for (const { file } of corpus) {
    const { findings } = await checkPass(await loadCorpusPass(file), { fileName: file, now: new Date("2026-11-21T12:00:00Z") });
    failing.push(new Set(findings.filter(({ effect }) => effect === "refuses").map(({ rule }) => rule)));
  }
  const passesWith = (rules: string): number => {
    const ids = [...rules.matchAll(/\[([\w-]+)\]/gu)].map(([, id = ""]) => id);
    return failing.filter((found) => ids.some((id) => found.has(id))).length;
  };
  let rows = 0;
  const counted = page.replaceAll(
    /^\| \d+ +(?<rest>\| [^|]* \| (?<rules>\[[^|]*\)) +\|)$/gmu,
    (_line: string, rest: string, rules: string) => {
      rows += 1;
      return `| ${String(passesWith(rules)).padEnd(6)} ${rest}`;
    },
  );
  expect(rows).toBeGreaterThan(10);
  expect(page).toContain(`Our tests read ${corpus.length} passes`);
  if (process.env["PASSWRIGHT_UPDATE_DOCS"] === "1") writeFileSync(join(ROOT, "docs/guide/why-wont-my-pass-install.md"), counted);
  else expect(page).toBe(counted);
});

test("the page of the API lists its problems", () => {
  const rows = [...readText("docs/guide/api.md").matchAll(/^\| `([\w-]+)` +\| (\d{3}) +\| (.+?) +\|$/gmu)].map(
    ([, name, status, title]) => [name, { status: Number(status), title }],
  );
  expect(Object.fromEntries(rows)).toEqual(PROBLEMS);
});
