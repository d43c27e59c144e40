import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { ticket } from "./support/passes.ts";

type Program = "qpdf" | "pdffonts" | "pdfinfo" | "pdftotext";

/** Readers that are not ours, where a machine has them. */
function has(program: Program): boolean {
  return spawnSync(program, ["-v"]).error === undefined;
}

function run(program: Program, ...options: readonly string[]) {
  return spawnSync(program, options, { encoding: "utf8" });
}

let folder = "";
let file = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "passwright-pdf-"));
  file = join(folder, "tickets.pdf");
  await writeFile(file, await toPdf([ticket(), ticket({ voided: true }), ticket()], { perPage: 2, locale: "de" }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(!has("qpdf"))("qpdf finds nothing wrong", () => {
  const { status, stdout } = run("qpdf", "--check", file);
  expect(stdout).toContain("No syntax or stream encoding errors found");
  expect(status).toBe(0);
});

test.skipIf(!has("pdffonts"))("poppler finds every font embedded, in part, with its characters", () => {
  const { stdout, stderr } = run("pdffonts", file);
  const rows = stdout.trim().split("\n").slice(2);
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/u);
  expect(stderr).toBe("");
});

test.skipIf(!has("pdftotext"))("poppler reads the texts", () => {
  const { stdout, stderr } = run("pdftotext", "-layout", file, "-");
  for (const text of ["Théâtre Acme, Opening night", "Große Bühne", "see https://example.com/terms?x=1."]) {
    expect(stdout).toContain(text);
  }
  expect(stderr).toBe("");
});

test.skipIf(!has("pdfinfo"))("poppler walks the structure", () => {
  const { stdout, stderr } = run("pdfinfo", "-struct-text", file);
  expect(stdout).toMatch(/^Document\n {2}Part\n {4}H1 \(block\)\n {6}"Théâtre Acme, Opening night"/u);
  expect(stdout).toContain('"Große Bühne"');
  expect(stderr).toBe("");
});
