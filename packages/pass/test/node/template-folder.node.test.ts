import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readFolder } from "../../src/node/read-folder.ts";
import { writeChunks, writeFolder } from "../../src/node/write-files.ts";
import { PassPackage } from "../../src/package/pass-package.ts";
import { createMinter } from "../../src/template/minter.ts";
import { PassTemplate } from "../../src/template/pass-template.ts";
import { TEST_NOW, testAuthority } from "../support/authority.ts";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const example = join(repository, "examples/boarding.pass");
const sources = join(repository, "../shared/corpus/sources");

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "passwright-"));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe("the example template", () => {
  test("declares every name it uses, and its sample fits", async () => {
    const template = await PassTemplate.fromFiles(await readFolder(example));
    expect(template.undeclaredNames).toEqual([]);
    expect(template.validate(template.sample ?? {})).toEqual([]);
    expect(template.describeInputs().map(({ path }) => path[0])).toEqual(expect.arrayContaining([...template.names]));
  });

  test("becomes a file that unzip and OpenSSL find in order", async () => {
    const { authority, key } = await testAuthority();
    const issued = await authority.issuePassCertificate({
      passTypeIdentifier: "pass.com.example.boarding",
      teamIdentifier: "EXAMPLE123",
      key,
    });
    const template = await PassTemplate.fromFiles(await readFolder(example));
    const minter = createMinter({ template, signer: await issued.signer({ now: TEST_NOW }), now: () => TEST_NOW });
    const path = join(root, "boarding.pkpass");
    await writeChunks(path, await minter.mint(template.sample ?? {}));
    const { files } = await PassPackage.read((await readFolder(root)).get("boarding.pkpass") ?? new Uint8Array());
    await writeFolder(join(root, "unpacked"), files);
    await writeFile(join(root, "root.pem"), authority.root.certificatePem);
    const verify = ["smime", "-verify", "-inform", "DER", "-in", "unpacked/signature", "-content", "unpacked/manifest.json"];
    const trust = ["-CAfile", "root.pem", "-purpose", "any", "-attime", String(TEST_NOW.getTime() / 1_000)];
    const content = execFileSync("openssl", [...verify, ...trust], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
    expect(new Uint8Array(content)).toEqual(files.get("manifest.json"));
    const unzip = spawnSync("unzip", ["-t", path], { encoding: "utf8" });
    // Not every machine has it; where it is, it must be content.
    if (unzip.error === undefined) expect(unzip.stdout).toContain("No errors detected");
  });
});

describe.skipIf(!existsSync(sources))("source folders of others", () => {
  test.each(existsSync(sources) ? readdirSync(sources) : [])("%s is a template that gives a pass", async (name) => {
    const template = await PassTemplate.fromFiles(await readFolder(join(sources, name)));
    const pass = await template.build({});
    expect(template.names).toEqual([]);
    expect(pass.files.has("icon.png")).toBe(true);
    expect(pass.pass.formatVersion).toBe(1);
  });
});
