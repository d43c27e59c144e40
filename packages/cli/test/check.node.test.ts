import { expect, test } from "vitest";
import { PassPackage } from "@passwright/pass";
import { TRUST } from "./support/credentials.ts";
import { forgedCard, revocationList, signedCard } from "./support/passes.ts";
import { cardSource, cardTemplate } from "./support/sources.ts";
import { bundleOf, passWorld } from "./support/pass-world.ts";

test("a good pass: the headline first, then the facts", async () => {
  const world = await passWorld();
  const { code, stdout } = await world.run(["check", "good.pkpass", ...TRUST]);
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "✓ good.pkpass: Wallet installs it

      pass        generic, Tern Club, Membership card of Ada
      identity    pass.com.example.passwright, team A1B2C3D4E5, serial S-1
      signature   holds over manifest.json, made 2026-03-01, SHA-256
      signer      pass.com.example.passwright, team A1B2C3D4E5
      valid       2026-02-28 to 2027-03-30
      chain       Passwright Throwaway Root CA, complete in the file
      revocation  not checked (--crl FILE checks it against a list)

      info change-message-no-ws: Fields have a changeMessage, but the pass has no
           webServiceURL.

      1 remark (--verbose tells what a device does, and why)
    "
  `);
});

test("a refused pass: headline, cause, fix, facts", async () => {
  const world = await passWorld();
  const { code, stdout } = await world.run(["check", "forged.pkpass", ...TRUST]);
  expect(code).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "✗ forged.pkpass: Wallet refuses it: its files are not those that were signed

      error manifest-hash
        pass.json has been changed since the manifest was made: its SHA-1 is
        0a34ffa6556c886c1c85325f054530b4c9280b8b, the manifest says
        6c542d5a3a17ed146736ba8ee4a4488f2dce49d9.
        in manifest.json /pass.json (line 1, column 484)
        Fix: Make manifest.json anew from the files as they are packed, and
             sign it: passwright sign does both.

      pass        generic, Tern Club, Membership card of Ada
      identity    pass.com.example.passwright, team A1B2C3D4E5, serial S-1
      signature   holds over manifest.json, made 2026-03-01, SHA-256
      signer      pass.com.example.passwright, team A1B2C3D4E5
      valid       2026-02-28 to 2027-03-30
      chain       Passwright Throwaway Root CA, complete in the file
      revocation  not checked (--crl FILE checks it against a list)

      info change-message-no-ws: Fields have a changeMessage, but the pass has no
           webServiceURL.

      1 error, 1 remark (--verbose tells what a device does, and why)
    "
  `);
});

test("a bundle: one report, its passes in it", async () => {
  const world = await passWorld();
  await world.write(
    "two.pkpasses",
    await bundleOf(await signedCard(), await signedCard({ serialNumber: "S-2", backgroundColor: "#20544e" })),
  );
  const { code, stdout } = await world.run(["check", "two.pkpasses", ...TRUST]);
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "✓ two.pkpasses: a bundle of 2 passes, all of which Wallet installs

    ✓ two.pkpasses!1-S-1.pkpass: Wallet installs it

      pass        generic, Tern Club, Membership card of Ada
      identity    pass.com.example.passwright, team A1B2C3D4E5, serial S-1
      signature   holds over manifest.json, made 2026-03-01, SHA-256
      signer      pass.com.example.passwright, team A1B2C3D4E5
      valid       2026-02-28 to 2027-03-30
      chain       Passwright Throwaway Root CA, complete in the file
      revocation  not checked (--crl FILE checks it against a list)

      info change-message-no-ws: Fields have a changeMessage, but the pass has no
           webServiceURL.

      1 remark (--verbose tells what a device does, and why)

    ✓ two.pkpasses!2-S-2.pkpass: Wallet installs it

      pass        generic, Tern Club, Membership card of Ada
      identity    pass.com.example.passwright, team A1B2C3D4E5, serial S-2
      signature   holds over manifest.json, made 2026-03-01, SHA-256
      signer      pass.com.example.passwright, team A1B2C3D4E5
      valid       2026-02-28 to 2027-03-30
      chain       Passwright Throwaway Root CA, complete in the file
      revocation  not checked (--crl FILE checks it against a list)

      warning color-hex
        "#20544e" is a hex colour; rgb(32, 84, 78) is the documented form.
        in pass.json /backgroundColor (line 9, column 22)
        Fix: Write rgb(32, 84, 78).

      info change-message-no-ws: Fields have a changeMessage, but the pass has no
           webServiceURL.

      1 warning, 1 remark (--verbose tells what a device does, and why)
    "
  `);
});

test("a source folder: whether it is ready to be signed", async () => {
  const world = await passWorld();
  await world.writeAll("card.pass", cardSource({ serialNumber: undefined, backgroundColor: "#20544e" }));
  const { code, stdout } = await world.run(["check", "card.pass"]);
  expect(code).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "✗ card.pass: not ready to be signed: pass.json lacks what every pass has

      error required-serialNumber
        serialNumber is missing, but every pass needs it.
        in pass.json (line 1, column 1)
        Fix: Write a text that no other pass of this pass type has and that
             never changes.

      pass        generic, Tern Club, Membership card of Ada
      identity    pass.com.example.passwright, team A1B2C3D4E5

      warning color-hex
        "#20544e" is a hex colour; rgb(32, 84, 78) is the documented form.
        in pass.json /backgroundColor (line 8, column 22)
        Fix: Write rgb(32, 84, 78).

      info change-message-no-ws: Fields have a changeMessage, but the pass has no
           webServiceURL.

      1 error, 1 warning, 1 remark (--verbose tells what a device does, and why)
    "
  `);
});

test("--quiet leaves the headline and errors, --verbose tells device, reason and steps", async () => {
  const world = await passWorld();
  const quiet = await world.run(["check", "good.pkpass", "--quiet", ...TRUST]);
  expect(quiet.stdout).toBe("✓ good.pkpass: Wallet installs it\n");
  const verbose = await world.run(["check", "forged.pkpass", "--verbose", ...TRUST]);
  expect(verbose.stdout).toContain("passed: archive, files, json, signature, chain; refused: manifest;");
  expect(verbose.stdout).toContain("Device: ");
  expect(verbose.stdout).toContain("Why: ");
});

test("a template is checked by the pass that its sample makes", async () => {
  const world = await passWorld();
  await world.writeAll("card.pass", cardTemplate());
  const { code, stdout, stderr } = await world.run(["check", "card.pass"]);
  expect(stderr).toBe("card.pass is a template: checked with its sample values\n");
  expect(stdout).toContain("✓ card.pass: ready to be signed");
  expect(stdout).toContain("serial S-1");
  expect(code).toBe(0);
});

test("many files are a list of headlines and causes, a few are told in full", async () => {
  const world = await passWorld();
  for (const name of ["b", "c", "d"]) await world.write(`many/${name}.pkpass`, await signedCard({ serialNumber: name }));
  await world.write("many/a.pkpass", await forgedCard());
  const { stdout } = await world.run(["check", "many", ...TRUST]);
  expect(stdout).toContain("✓ many/b.pkpass: Wallet installs it\n✓ many/c.pkpass");
  expect(stdout).toMatch(
    /✗ many\/a\.pkpass: Wallet refuses it: its files are not those that were signed\n {4}pass\.json has been changed/,
  );
  expect(stdout).not.toContain("Fix:");
  expect(stdout).toContain("4 passes in 4 files checked: 1 refused;");
  expect((await world.run(["check", "many", "--verbose", ...TRUST])).stdout).toContain("Fix:");
});

test("--fix mends a source folder, says what it did, and has nothing to do the second time", async () => {
  const world = await passWorld();
  const source = cardSource({ backgroundColor: "#20544e" });
  source.delete("icon.png");
  source.set(".DS_Store", "junk");
  await world.writeAll("card.pass", source);
  const fixed = await world.run(["check", "card.pass", "--fix"]);
  expect(fixed.code).toBe(0);
  expect(fixed.stdout).toContain("mended .DS_Store: removed");
  expect(fixed.stdout).toContain('mended pass.json: backgroundColor "#20544e" is now "rgb(32, 84, 78)"');
  expect(fixed.stdout).toContain("mended icon.png: made from icon@");
  expect(await world.list("card.pass")).toEqual(expect.arrayContaining(["icon.png"]));
  expect(await world.list("card.pass")).not.toContain(".DS_Store");
  expect(await world.readText("card.pass/pass.json")).toContain("rgb(32, 84, 78)");
  expect((await world.run(["check", "card.pass", "--fix"])).stdout).toContain("nothing to mend");
  const json = await world.run(["check", "card.pass", "--fix", "--json"]);
  expect(json.json).toHaveLength(1);
  expect(await world.run(["check", "good.pkpass", "--fix"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("passwright unpack good.pkpass --source"),
  });
});

test("--crl tells a revoked certificate, in DER and PEM", async () => {
  const world = await passWorld();
  const list = await revocationList();
  await world.write("list.crl", list);
  await world.write("list.pem", `-----BEGIN X509 CRL-----\n${Buffer.from(list).toString("base64")}\n-----END X509 CRL-----\n`);
  for (const file of ["list.crl", "list.pem"]) {
    const { code, json } = await world.run(["check", "good.pkpass", "--crl", file, "--json", ...TRUST]);
    expect(json).toMatchObject([{ installs: "no", refusedAt: "chain", signature: { revocation: "revoked" } }]);
    expect(code).toBe(1);
  }
  expect((await world.run(["check", "good.pkpass", "--crl", "list.crl", ...TRUST])).stdout).toContain("REVOKED on 2026-03-01");
});

test("--trust takes the place of Apple's roots, and without it a stranger's chain is refused", async () => {
  const world = await passWorld();
  expect((await world.run(["check", "good.pkpass", "--json"])).json).toMatchObject([{ installs: "no", refusedAt: "chain" }]);
  await world.write("root.der", Buffer.from((await world.readText("root.pem")).replaceAll(/-----.*-----|\s/g, ""), "base64"));
  expect(await world.run(["check", "good.pkpass", "--trust", "root.der"])).toMatchObject({ code: 0 });
});

test("--now judges another day", async () => {
  const world = await passWorld();
  const { json } = await world.run(["check", "good.pkpass", "--now", "2029-01-01", "--json", ...TRUST]);
  expect(json).toMatchObject([{ installs: "no", installedWhenSigned: "yes", refusedAt: "chain" }]);
  const { stdout } = await world.run(["check", "good.pkpass", "--now", "2029-01-01", ...TRUST]);
  expect(stdout).toContain("Wallet refuses it today: its certificate is not accepted; when it was signed\n  it installed\n");
});

test("--only and --ignore choose what is reported, and leave the verdict alone", async () => {
  const world = await passWorld();
  const only = await world.run(["check", "forged.pkpass", "--only", "back-contact", "--json", ...TRUST]);
  expect(only.json).toMatchObject([{ installs: "no", refusedAt: "manifest", findings: [] }]);
  expect(only.code).toBe(1);
  const ignored = await world.run(["check", "forged.pkpass", "--ignore", "manifest-hash", "--json", ...TRUST]);
  expect(ignored.json[0].findings.map(({ rule }: { rule: string }) => rule)).not.toContain("manifest-hash");
  expect(await world.run(["check", "good.pkpass", "--only", "no-such-rule"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("no-such-rule"),
  });
});

test("texts of a pass cannot act on the terminal", async () => {
  const world = await passWorld();
  const hostile = "\u001b[2J\u001b]0;owned\u0007\u202Egpj.exe\r\nHacked";
  await world.write(
    "hostile.pkpass",
    await signedCard({ organizationName: hostile, description: hostile, serialNumber: hostile, logoText: hostile }),
  );
  for (const command of ["check", "show"]) {
    const { stdout } = await world.run([command, "hostile.pkpass", ...(command === "check" ? ["--verbose", ...TRUST] : [])]);
    // oxlint-disable-next-line no-control-regex
    expect(stdout, command).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    expect(stdout, command).toContain("\\u{1b}");
  }
  const named = await world.run(["check", "no\u001b[31mfile.pkpass"]);
  expect(named.stderr).toContain("no\\u{1b}[31mfile.pkpass: no such file or folder");
});

test("colours are for terminals, NO_COLOR forbids them", async () => {
  const world = await passWorld({ isTerminal: true });
  expect((await world.run(["check", "good.pkpass", ...TRUST])).stdout).toContain("\u001b[32m✓ good.pkpass");
  const plain = await passWorld({ isTerminal: true, environment: { NO_COLOR: "1" } });
  expect((await plain.run(["check", "good.pkpass", ...TRUST])).stdout).not.toContain("\u001b[");
});

test("no line is wider than the terminal", async () => {
  const world = await passWorld({ columns: 60 });
  const broken = await PassPackage.fromFiles(
    cardSource({ serialNumber: undefined, teamIdentifier: "x", foregroundColor: "blue" }),
  ).toBytes();
  await world.write("a-very-long-name-of-a-pass-that-does-not-fit-into-sixty-columns.pkpass", broken);
  const { stdout } = await world.run(["check", "a-very-long-name-of-a-pass-that-does-not-fit-into-sixty-columns.pkpass"]);
  const lines = stdout.split("\n").slice(1);
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
});

test.each([
  [["check"], "missing required argument"],
  [["check", "nowhere.pkpass"], "nowhere.pkpass: no such file or folder"],
  [["check", "empty"], "a folder without pass.json and without passes"],
  [["check", "good.pkpass", "--now", "yesterday"], "is not a date"],
  [["check", "good.pkpass", "--trust", "nowhere.pem"], "--trust nowhere.pem: no such file"],
  [["check", "good.pkpass", "--trust", "key.pem"], "PEM of PRIVATE KEY; expected a certificate"],
  [["check", "good.pkpass", "--crl", "root.pem"], "expected a list of revoked certificates"],
  [["check", "good.pkpass", "--crl", "good.pkpass"], "neither PEM nor DER"],
])("%j is misuse: %s", async (args, message) => {
  const world = await passWorld();
  await world.write("empty/readme.txt", "");
  const { code, stderr } = await world.run(args);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});
