import { stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../../pass/test/support/authority.ts";
import { placeCredentials, run, TRUST } from "./support/credentials.ts";
import { cardTemplate } from "./support/sources.ts";
import { createWorld, type World, type WorldOptions } from "./support/world.ts";

async function certWorld(options?: WorldOptions): Promise<World> {
  const world = await createWorld(options);
  await placeCredentials(world);
  return world;
}

async function modeOf(world: World, path: string): Promise<number> {
  return (await stat(`${world.folder}/${path}`)).mode & 0o777;
}

test("from nothing to a pass: request, Apple's answer, import, build", async () => {
  const world = await certWorld();
  const requested = await world.run(["cert", "request", "--name", "Tern Club", "--country", "NO", "--email", "it@tern.club"]);
  expect(requested.code).toBe(0);
  expect(requested.stdout).toContain("passwright cert import pass.cer --key pass.key.pem");
  expect(await modeOf(world, "pass.key.pem")).toBe(0o600);
  const { stdout } = await run("openssl", ["req", "-in", "pass.certSigningRequest", "-noout", "-verify", "-subject"], {
    cwd: world.folder,
  });
  expect(stdout).toContain("Tern Club");
  expect(requested.stdout + requested.stderr).not.toContain("PRIVATE KEY");

  const { authority } = await testAuthority();
  const { certificate } = await authority.issueFromRequest(await world.read("pass.certSigningRequest"), {
    passTypeIdentifier: TEST_PASS_TYPE,
    teamIdentifier: TEST_TEAM,
  });
  await world.write("pass.cer", certificate);
  const imported = await world.run(["cert", "import", "pass.cer", "--key", "pass.key.pem"]);
  expect(imported.code).toBe(0);
  expect(imported.stdout).toContain(`passwright build DIR --cert ${TEST_PASS_TYPE}.cert.pem --key pass.key.pem`);

  await world.writeAll("card.pass", cardTemplate());
  const signing = ["--cert", `${TEST_PASS_TYPE}.cert.pem`, "--key", "pass.key.pem", "--wwdr", "wwdr.pem"];
  expect(await world.run(["build", "card.pass", ...signing])).toMatchObject({ code: 0 });
  expect(await world.run(["check", "card.pkpass", ...TRUST])).toMatchObject({ code: 0 });
});

test("a new key can be encrypted: the passphrase is asked twice, or taken from a file", async () => {
  const world = await certWorld();
  await world.write("word.txt", "geheim\n");
  const request = ["cert", "request", "--name", "Tern", "--encrypt", "--json"];
  const asked = await world.run([...request, "-o", "a"], { answers: ["geheim", "geheim"] });
  expect(asked).toMatchObject({
    code: 0,
    json: [{ request: "a.certSigningRequest", key: "a.key.pem", keyIsNew: true, encrypted: true }],
  });
  expect(asked.asked).toHaveLength(2);
  expect(await world.run([...request, "-o", "b", "--passphrase-file", "word.txt"])).toMatchObject({ code: 0 });
  for (const name of ["a", "b"]) {
    expect(await world.readText(`${name}.key.pem`)).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    await run("openssl", ["pkey", "-in", `${name}.key.pem`, "-passin", "pass:geheim", "-noout"], { cwd: world.folder });
  }
  expect(await world.run([...request, "-o", "c"], { answers: ["geheim", "gehein"] })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("differ"),
  });
  expect(await world.run([...request, "-o", "c"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("PASSWRIGHT_PASSPHRASE"),
  });
});

test("a key is never written over, not even with --force", async () => {
  const world = await certWorld();
  await world.write("pass.key.pem", "the only copy");
  const refused = await world.run(["cert", "request", "--name", "Tern", "--force"]);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("It is kept") });
  expect(await world.readText("pass.key.pem")).toBe("the only copy");
  expect(await world.list()).not.toContain("pass.certSigningRequest");
});

test("a renewal asks for a certificate for the key that is there", async () => {
  const world = await certWorld();
  const { code } = await world.run(["cert", "request", "--name", "Tern", "--key", "key.pem", "-o", "renewal"]);
  expect(code).toBe(0);
  const at = { cwd: world.folder };
  const [fromKey, fromRequest] = await Promise.all([
    run("openssl", ["pkey", "-in", "key.pem", "-pubout"], at),
    run("openssl", ["req", "-in", "renewal.certSigningRequest", "-noout", "-pubkey"], at),
  ]);
  expect(fromRequest.stdout).toBe(fromKey.stdout);
  expect(await world.list()).not.toContain("renewal.key.pem");
});

test("import refuses a key that is not the certificate's", async () => {
  const world = await certWorld();
  await world.run(["cert", "request", "--name", "Other", "-o", "other"]);
  const { code, stderr } = await world.run(["cert", "import", "cert.pem", "--key", "other.key.pem"]);
  expect(code).toBe(2);
  expect(stderr).toContain("other.key.pem is not the key of cert.pem");
});

test("import names the file after the certificate, and no folder", async () => {
  const world = await certWorld();
  const { key } = await testAuthority();
  const authority = await createThrowawayAuthority({ now: TEST_NOW, keys: (await testAuthority()).authority.keys });
  const evil = await authority.issuePassCertificate({ passTypeIdentifier: "../../pass.evil", teamIdentifier: TEST_TEAM, key });
  await world.write("sub/evil.cer", evil.certificate);
  const { code, json } = await world.run(["cert", "import", "sub/evil.cer", "--key", "key.pem", "--json"]);
  expect({ code, out: json[0].out }).toEqual({ code: 0, out: "__.._pass.evil.cert.pem" });
});

test("info tells what a certificate is, in words and in JSON", async () => {
  const world = await certWorld();
  const { code, stdout } = await world.run(["cert", "info", "cert.pem"]);
  expect(code).toBe(0);
  expect(stdout).toContain("Pass Type ID certificate");
  expect(stdout).toContain(`pass type   ${TEST_PASS_TYPE}`);
  expect(stdout).toContain("signing passes, telling devices of updates (APNs)");
  expect(stdout).toMatch(/valid {7}2026-02-28 to 2027-03-30, \d+ days left/);
  const json = await world.run(["cert", "info", "-", "--json"], { stdin: await world.read("wwdr.pem") });
  expect(json.json).toMatchObject([
    { file: "-", kind: "intermediate", uses: ["issue-certificates"], validNow: true, isApple: false },
  ]);
});

test("info opens PKCS#12 files, and ends with 1 when the certificate has expired", async () => {
  const world = await certWorld();
  await run("openssl", ["pkcs12", "-export", "-in", "cert.pem", "-inkey", "key.pem", "-out", "c.p12", "-passout", "pass:geheim"], {
    cwd: world.folder,
  });
  expect((await world.run(["cert", "info", "c.p12", "--json"], { answers: ["geheim"] })).json).toMatchObject([
    { kind: "pass-type", passTypeIdentifier: TEST_PASS_TYPE },
  ]);
  const late = await world.run(["cert", "info", "cert.pem", "--now", "2028-01-01"]);
  expect(late).toMatchObject({ code: 1, stdout: expect.stringContaining("expired 277 days ago") });
  const soon = await world.run(["cert", "info", "cert.pem", "--now", "2027-03-20"]);
  expect(soon).toMatchObject({ code: 0, stdout: expect.stringContaining("renew it") });
});

test("throwaway answers a request as the developer account does, and says what is missing", async () => {
  const world = await createWorld();
  await world.run(["cert", "request", "--name", "Tern Club"]);
  const ask = (...more: readonly string[]) =>
    world.run(["cert", "throwaway", "authority", "--request", "pass.certSigningRequest", ...more]);
  expect(await ask()).toMatchObject({ code: 2, stderr: expect.stringContaining("--pass-type") as string });
  const answered = await ask("--pass-type", TEST_PASS_TYPE, "--team", TEST_TEAM);
  expect(answered).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("passwright serve --trust authority/intermediate.pem") as string,
  });
  const { stdout } = await run("openssl", ["x509", "-inform", "der", "-in", "pass.cer", "-out", "pass.pem"], {
    cwd: world.folder,
  }).then(() =>
    run(
      "openssl",
      ["verify", "-CAfile", "authority/root.pem", "-untrusted", "authority/intermediate.pem", "-ignore_critical", "pass.pem"],
      {
        cwd: world.folder,
      },
    ),
  );
  expect(stdout).toBe("pass.pem: OK\n");
  const imported = await world.run(["cert", "import", "pass.cer", "--key", "pass.key.pem", "--json"]);
  expect(JSON.stringify([imported.stdout, imported.code])).toContain(TEST_TEAM);
  expect(await ask("--pass-type", TEST_PASS_TYPE)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("pass.cer") as string,
  });
  await world.write("bad.csr", "no request");
  expect(
    (await world.run(["cert", "throwaway", "authority", "--request", "bad.csr", "--pass-type", TEST_PASS_TYPE, "-o", "x.cer"]))
      .code,
  ).toBe(2);
});

test("throwaway makes an authority once, for its owner alone", async () => {
  const world = await certWorld();
  const first = await world.run(["cert", "throwaway"]);
  expect(first.code).toBe(0);
  const folder = "data-home/passwright/throwaway-authority";
  expect(first.stdout).toContain(`${folder}/root.pem`);
  expect(await modeOf(world, folder)).toBe(0o700);
  expect(await modeOf(world, `${folder}/keys.json`)).toBe(0o600);
  const keys = await world.readText(`${folder}/keys.json`);
  await world.run(["cert", "throwaway"]);
  expect(await world.readText(`${folder}/keys.json`)).toBe(keys);
  await world.write(`${folder}/keys.json`, "{}");
  expect(await world.run(["cert", "throwaway"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("does not hold the keys"),
  });
});

test.each([
  [["cert"], "Certificates: ask Apple"],
  [["cert", "request"], "required option '--name <name>' not specified"],
  [["cert", "request", "--name", "x", "--country", "Norway"], "ERR_PASS_CERTIFICATE_REQUEST"],
  [["cert", "request", "--name", "x", "--key", "key.pem", "--encrypt"], "--encrypt is for a new key"],
  [["cert", "import", "cert.pem"], "required option '--key <file>' not specified"],
  [["cert", "import", "nowhere.cer", "--key", "key.pem"], "nowhere.cer: no such file"],
  [["cert", "import", "key.pem", "--key", "key.pem"], "This is no certificate"],
  [["cert", "info", "key.pem"], "This is no certificate"],
  [["cert", "info", "nowhere.pem"], "no such file"],
])("%j is misuse: %s", async (args, message) => {
  const world = await certWorld();
  const { code, stdout, stderr } = await world.run(args);
  expect(stdout + stderr).toContain(message);
  expect(code).toBe(2);
});
