import { describe, expect, test } from "vitest";
import { checkPass } from "../../src/check/check-pass.ts";
import { INSTALL_STEPS } from "../../src/check/rule.ts";
import { EXAMPLE_NOW } from "./base-pass.ts";
import type { OddSignature } from "./example.ts";
import { createPackageKit, exampleTrustAnchors } from "./package-kit.ts";
import { exampleFiles, toBytes } from "./run-example.ts";

const now = new Date(EXAMPLE_NOW);
const files = exampleFiles({});
const kit = await createPackageKit(files);
const check = async (bytes: Uint8Array, at: Date = now) => checkPass(bytes, { now: at, trustAnchors: await exampleTrustAnchors() });
const signed = async (odd: OddSignature) => check(await kit.buildSigned(odd));

describe("a finished pass", () => {
  test("that is as it should be installs, today and on the day of signing", async () => {
    const result = await check(await kit.build());
    expect(result).toMatchObject({
      kind: "pass",
      form: "package",
      installs: "yes",
      installedWhenSigned: "yes",
      refusedAt: null,
      refusedAtWhenSigned: null,
      style: "generic",
      styles: ["generic"],
      passTypeIdentifier: "pass.org.passwright.sample",
      teamIdentifier: "A1B2C3D4E5",
      serialNumber: "A1B2C3D4E5",
      organizationName: "Northwind",
      description: "Pass of the Northwind company",
      cut: [],
    });
    expect(result.signature).toMatchObject({ integrity: true, chain: true, identity: true });
    expect(result.steps.map(({ step }) => step)).toEqual([...INSTALL_STEPS]);
    expect(result.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("is not trusted when its root is not", async () => {
    expect(await checkPass(await kit.build(), { now })).toMatchObject({ installs: "no", refusedAt: "chain" });
  });

  test("of an expired certificate is refused today, though it was good when it was signed", async () => {
    const result = await check(await kit.build(), new Date("2040-01-01T00:00:00Z"));
    expect(result).toMatchObject({ installs: "no", refusedAt: "chain", installedWhenSigned: "yes", refusedAtWhenSigned: null });
  });

  test("is refused at the step that a device comes to first", async () => {
    const parts = await kit.parts();
    const without = (...paths: string[]) => kit.pack(new Map([...parts].filter(([path]) => !paths.includes(path))));
    const replaced = (path: string, text: string) => kit.pack(new Map([...parts, [path, toBytes(text)]]));
    const cases = [
      ["archive", toBytes("PK")],
      ["files", await without("signature", "manifest.json")],
      ["files", await without("pass.json")],
      ["json", await replaced("pass.json", "{")],
      ["signature", await replaced("signature", "x")],
      ["signature", await replaced("manifest.json", "{}")],
      ["manifest", await replaced("icon.png", "x")],
      ["manifest", await kit.pack(new Map([...parts, ["more.txt", toBytes("x")]]))],
    ] as const;
    for (const [step, bytes] of cases) expect(await check(bytes)).toMatchObject({ installs: "no", refusedAt: step });
    expect(await signed({ signingTime: null })).toMatchObject({ installs: "no", refusedAt: "signature" });
    const other = await kit.authority.issuePassCertificate({
      ...kit.names,
      passTypeIdentifier: "pass.org.other",
      nfc: true,
      key: kit.key,
    });
    expect(await signed({ signer: other })).toMatchObject({ installs: "no", refusedAt: "identity" });
    const silent = await createPackageKit(exampleFiles({ pass: { description: null } }));
    expect(await check(await silent.build())).toMatchObject({ installs: "no", refusedAt: "required" });
  });

  test("gives all its faults at once, in the order in which they refuse", async () => {
    const odd = await createPackageKit(exampleFiles({ pass: { description: null, barcodes: "x" } }));
    const parts = await odd.parts();
    const result = await check(await odd.pack(parts.set("logo.png", toBytes("x"))));
    const ids = result.findings.map(({ rule }) => rule);
    expect(ids.slice(0, 2)).toEqual(["manifest-hash", "required-description"]);
    expect(ids).toContain("barcodes-array");
  });
});

test("a fault in the manifest is shown at its line", async () => {
  const parts = await kit.parts();
  const manifest = new TextDecoder()
    .decode(parts.get("manifest.json"))
    .replaceAll(",", ",\n")
    .replace(/"icon.png":"\w{40}"/u, `"icon.png":"${"0".repeat(40)}"`);
  const { findings } = await check(await kit.pack(parts.set("manifest.json", toBytes(manifest))));
  const wrong = findings.find(({ rule }) => rule === "manifest-hash");
  expect(wrong?.where).toEqual({ file: "manifest.json", path: ["icon.png"], line: 1, column: 13 });
});

describe("files that are still to be signed", () => {
  test("have no verdict, but the step that will refuse", async () => {
    expect(await checkPass(files, { now })).toMatchObject({
      form: "source",
      installs: null,
      installedWhenSigned: null,
      refusedAt: null,
      signature: null,
    });
    expect(await checkPass(exampleFiles({ pass: { serialNumber: null } }), { now })).toMatchObject({
      installs: null,
      refusedAt: "required",
    });
    expect(await checkPass(exampleFiles({ files: { "pass.json": null } }), { now })).toMatchObject({
      installs: null,
      refusedAt: "files",
    });
    expect(await checkPass(exampleFiles({ passText: "{" }), { now })).toMatchObject({ installs: null, refusedAt: "json" });
  });

  test("may be a plain object", async () => {
    expect(await checkPass(Object.fromEntries(files), { now })).toMatchObject({ form: "source", style: "generic" });
  });
});

describe("a choice of rules", () => {
  const bad = exampleFiles({ pass: { description: null, logotext: "x" } });

  test("reports what is asked for and leaves the verdict alone", async () => {
    const only = await checkPass(bad, { now, rules: { only: ["unknown-key-case"] } });
    expect(only.findings.map(({ rule }) => rule)).toEqual(["unknown-key-case"]);
    expect(only.refusedAt).toBe("required");
    const rest = await checkPass(bad, { now, rules: { ignore: ["unknown-key-case"] } });
    expect(rest.findings.map(({ rule }) => rule)).not.toContain("unknown-key-case");
    expect(rest.findings.map(({ rule }) => rule)).toContain("required-description");
  });

  test("that names a rule which does not exist is an error, not a clean report", async () => {
    await expect(checkPass(bad, { now, rules: { only: ["unknown-key-cas"] } })).rejects.toMatchObject({
      code: "ERR_PASS_RULE_UNKNOWN",
    });
  });
});

test("certificates of the caller that cannot be read are an error of the caller", async () => {
  await expect(checkPass(await kit.build(), { now, trustAnchors: [toBytes("x")] })).rejects.toMatchObject({
    code: "ERR_PASS_CERTIFICATE_INVALID",
  });
});
