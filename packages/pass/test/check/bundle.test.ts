import { describe, expect, test } from "vitest";
import { BUNDLE_CHECK_LIMITS, checkBundle } from "../../src/check/check-bundle.ts";
import { checkFile } from "../../src/check/check-file.ts";
import { describeFinding } from "../../src/check/describe-finding.ts";
import { EN } from "../../src/check/messages/en.ts";
import { BUNDLE_RULES } from "../../src/check/rules/bundle.ts";
import { EXAMPLE_NOW } from "./base-pass.ts";
import { BUNDLE_EXAMPLES, packBundle, signedPass } from "./examples/bundle.ts";
import { exampleTrustAnchors } from "./package-kit.ts";
import { toBytes } from "./run-example.ts";

const check = async (bytes: Uint8Array, fileName = "tickets.pkpasses") =>
  checkBundle(bytes, { fileName, now: new Date(EXAMPLE_NOW), trustAnchors: await exampleTrustAnchors() });

const one = await signedPass("1");
const two = await signedPass("2");

describe("a bundle", () => {
  test("of signed passes has no findings, and each pass has its verdict", async () => {
    const bundle = await check(await packBundle({ "a.pkpass": one, "b.pkpass": two }));
    expect(bundle).toMatchObject({ kind: "bundle", installs: "yes", findings: [], cut: [] });
    expect(bundle.members.map(({ name, check: { installs, serialNumber } }) => [name, installs, serialNumber])).toEqual([
      ["a.pkpass", "yes", "1"],
      ["b.pkpass", "yes", "2"],
    ]);
  });

  test("is told from a pass by its content, whatever its name", async () => {
    const options = { now: new Date(EXAMPLE_NOW), trustAnchors: await exampleTrustAnchors() };
    expect((await checkFile(await packBundle({ "a.pkpass": one }), { ...options, fileName: "x.zip" })).kind).toBe("bundle");
    expect((await checkFile(one, { ...options, fileName: "x.pkpasses" })).kind).toBe("pass");
    expect((await checkFile(toBytes("no archive"), { ...options, fileName: "x.pkpasses" })).kind).toBe("bundle");
    expect((await checkFile(toBytes("no archive"), options)).kind).toBe("pass");
  });

  test("of many members has every one counted and no more than the limit opened", async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.pkpass`, toBytes("x")]));
    const bundle = await check(await packBundle(files));
    expect(bundle.members).toHaveLength(BUNDLE_CHECK_LIMITS.members);
    expect(bundle.findings.find(({ rule }) => rule === "bundle-count")?.params).toEqual({ count: 60, limit: 10 });
  });

  test("refuses a selection that names an unknown rule", async () => {
    await expect(checkBundle(one, { rules: { ignore: ["bundel-count"] } })).rejects.toMatchObject({
      code: "ERR_PASS_RULE_UNKNOWN",
    });
  });
});

describe("bundle rule", () => {
  test("list and examples are the same", () => {
    expect(Object.keys(BUNDLE_EXAMPLES).toSorted()).toEqual(BUNDLE_RULES.map(({ id }) => id).toSorted());
  });
  for (const { id, effect, step, severity, sources } of BUNDLE_RULES) {
    test(`${id} finds what it should, and only that`, async () => {
      const examples = BUNDLE_EXAMPLES[id];
      if (examples === undefined) throw new Error(`no example of ${id}`);
      const good = await check(await examples.passes.make(), examples.passes.fileName);
      expect(good.findings).toEqual([]);
      const bundle = await check(await examples.triggers.make(), examples.triggers.fileName);
      const findings = bundle.findings.filter(({ rule }) => rule === id);
      expect(findings).not.toEqual([]);
      for (const text of findings.flatMap((finding) => Object.values(describeFinding(finding))))
        expect(text).not.toMatch(/\{\w+\}/u);
      expect(EN[id]).toBeDefined();
      expect(step !== undefined).toBe(effect === "refuses");
      expect(bundle.installs).toBe(bundle.findings.some((finding) => finding.effect === "refuses") ? "no" : "yes");
      if (severity === "error") expect(sources).not.toEqual([]);
    });
  }
});
