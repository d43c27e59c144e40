import { Validator } from "@cfworker/json-schema";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { TRUST } from "./support/credentials.ts";
import { forgedCard, signedCard } from "./support/passes.ts";
import { cardSource } from "./support/sources.ts";
import { createWorld } from "./support/world.ts";
import { bundleOf, passWorld } from "./support/pass-world.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const CORPUS = resolve(ROOT, "../shared/corpus/passes");

test("--json: the line of a bundle gives the worst verdict of its passes, and the step of the first that is refused", async () => {
  const world = await passWorld();
  await world.write("mixed.pkpasses", await bundleOf(await signedCard({ serialNumber: "S-2" }), await forgedCard()));
  const { code, json } = await world.run(["check", "mixed.pkpasses", "--json", ...TRUST]);
  expect(code).toBe(1);
  expect(json.map(({ installs, installedWhenSigned, refusedAt }) => [installs, installedWhenSigned, refusedAt])).toEqual([
    ["no", "no", "manifest"],
    ["yes", "yes", null],
    ["no", "no", "manifest"],
  ]);
});

test("--json: the named keys, one object a file and line, the members of a bundle too", async () => {
  const world = await passWorld();
  await world.write("two.pkpasses", await bundleOf(await signedCard(), await signedCard({ serialNumber: "S-2" })));
  await world.writeAll("card.pass", cardSource());
  await world.write("text.pkpass", "not a pass at all");
  const { code, json } = await world.run([
    "check",
    "good.pkpass",
    "forged.pkpass",
    "two.pkpasses",
    "card.pass",
    "text.pkpass",
    "--json",
    ...TRUST,
  ]);
  expect(code).toBe(1);
  expect(
    json.map(({ file, installs, installedWhenSigned, refusedAt }) => [file, installs, installedWhenSigned, refusedAt]),
  ).toEqual([
    ["good.pkpass", "yes", "yes", null],
    ["forged.pkpass", "no", "no", "manifest"],
    ["two.pkpasses", "yes", "yes", null],
    ["two.pkpasses!1-S-1.pkpass", "yes", "yes", null],
    ["two.pkpasses!2-S-2.pkpass", "yes", "yes", null],
    ["card.pass", null, null, null],
    ["text.pkpass", "no", "no", "archive"],
  ]);
  const [good, forged] = json;
  expect(Object.keys(good)).toEqual(["file", "installs", "installedWhenSigned", "refusedAt", "style", "signature", "findings"]);
  expect(good.signature).toEqual({
    integrity: true,
    chain: true,
    chainFromEmbedded: true,
    identity: true,
    validAtSigning: true,
    validNow: true,
    signingTime: "2026-03-01T12:00:00.000Z",
    wwdr: "not-apple",
    digest: "sha256",
    revocation: "not-checked",
  });
  expect(good.style).toBe("generic");
  expect(forged.findings[0]).toEqual({
    rule: "manifest-hash",
    severity: "error",
    effect: "refuses",
    where: { file: "manifest.json", path: "/pass.json", line: expect.any(Number), column: expect.any(Number) },
    message: expect.stringContaining("pass.json"),
    fix: expect.any(String),
  });
});

test("--json keeps to its schema, also over broken passes, addresses and the corpus", async () => {
  const schema = JSON.parse(await readFile(`${ROOT}docs/reference/cli/check.schema.json`, "utf8"));
  const validator = new Validator(schema, "2020-12", false);
  const world = await passWorld();
  await world.write("text.pkpass", "not a pass at all");
  await world.write("two.pkpasses", await bundleOf(await signedCard()));
  await world.writeAll("card.pass", cardSource({ serialNumber: undefined }));
  const served = await world.run(["check", "https://example.com/x", "--json", ...TRUST], {
    fetch: async () => new Response(Buffer.from(await signedCard())),
  });
  const files = ["good.pkpass", "forged.pkpass", "text.pkpass", "two.pkpasses", "card.pass"];
  const corpus = await readdir(CORPUS).catch(() => null);
  const lines = [...served.json, ...(await world.run(["check", "--json", ...files, ...(corpus === null ? [] : [CORPUS])])).json];
  expect(lines.length).toBeGreaterThanOrEqual(7 + (corpus?.length ?? 0));
  for (const line of lines) {
    const { valid, errors } = validator.validate(line);
    expect(valid ? [] : errors, line.file).toEqual([]);
  }
});

test.skipIf(!(await readdir(CORPUS).catch(() => null)))(
  "the corpus is checked in one command, a line a file and member",
  async () => {
    const world = await createWorld({ now: () => new Date() });
    const { code, json, stderr } = await world.run(["check", CORPUS, "--json"]);
    const files = await readdir(CORPUS);
    expect(files).toHaveLength(110);
    expect(new Set(json.map(({ file }) => file.slice(CORPUS.length + 1).split("!", 1)[0]))).toEqual(new Set(files));
    const members = json.filter(({ file }) => file.includes("!"));
    expect(json).toHaveLength(110 + members.length);
    expect(members.length).toBeGreaterThan(2);
    expect(stderr).toBe("");
    expect(code).toBe(1);
    const text = await world.run(["check", CORPUS]);
    expect(text.stdout).toMatch(/\d+ passes in 110 files checked: \d+ refused/);
    expect(text.stdout).toContain("passwright check FILE tells everything about one.");
  },
  60_000,
);
