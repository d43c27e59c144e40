import { expect, test } from "vitest";
import { CARD_TEMPLATE, opensslVerifies, placeCredentials, run, SIGNING, TRUST } from "./support/credentials.ts";
import { cardSource, cardTemplate } from "./support/sources.ts";
import { createWorld, type World, type WorldOptions } from "./support/world.ts";

async function templateWorld(options?: WorldOptions): Promise<World> {
  const world = await createWorld(options);
  await placeCredentials(world);
  await world.writeAll("card.pass", cardTemplate());
  return world;
}

test("build makes a pass of the sample that OpenSSL verifies and check installs", async () => {
  const world = await templateWorld();
  const built = await world.run(["build", "card.pass", ...SIGNING]);
  expect(built).toMatchObject({ code: 0, stdout: "" });
  expect(built.stderr).toContain("card.pkpass: serial S-1,");
  expect(built.stderr).toContain("signed, with the template's sample values");
  expect(await opensslVerifies(world, "card.pkpass")).toContain("Verification successful");
  expect(await world.run(["check", "card.pkpass", ...TRUST])).toMatchObject({ code: 0 });
});

test("build takes values from a file, from standard input and from --set, which has the last word", async () => {
  const world = await templateWorld();
  await world.write("values.json", JSON.stringify({ serialNumber: "A", name: "Bob" }));
  const fromFile = await world.run([
    "build",
    "card.pass",
    ...SIGNING,
    "--data",
    "values.json",
    "--set",
    "points=7",
    "-o",
    "a.pkpass",
    "--json",
  ]);
  expect(fromFile.json).toEqual([expect.objectContaining({ file: "a.pkpass", serialNumber: "A", signed: true, sample: false })]);
  const fromStdin = await world.run(["build", "card.pass", ...SIGNING, "--data", "-", "-o", "b.pkpass"], {
    stdin: JSON.stringify({ serialNumber: "B", name: "Cleo" }),
  });
  expect(fromStdin.code).toBe(0);
  const overSample = await world.run(["build", "card.pass", ...SIGNING, "--set", "name=Dora", "-o", "c.pkpass"]);
  expect(overSample.code).toBe(0);
  const shown = await world.run(["show", "a.pkpass", "b.pkpass", "c.pkpass", "--json"]);
  expect(shown.json.map(({ primary, rows }) => [primary[0].value, rows[0][0].value])).toEqual([
    ["Bob", "7"],
    ["Cleo", "0"],
    ["Dora", "42"],
  ]);
});

test("--set gives a value as the template wants it: digits stay text for a text, a dot goes inside", async () => {
  const world = await createWorld();
  const template = cardTemplate({ serialNumber: "${serialNumber}-${seat.row}" });
  const properties = {
    serialNumber: { type: "string" },
    name: { type: "string" },
    points: { type: "integer" },
    seat: { type: "object", properties: { row: { type: "string" } } },
  };
  template.set(
    "template.json",
    JSON.stringify({ inputs: { type: "object", properties }, sample: { name: "Ada", points: 1, seat: { row: "A" } } }),
  );
  await world.writeAll("card.pass", template);
  const set = ["--set", "serialNumber=007", "--set", "points=7", "--set", "seat.row=12"];
  expect((await world.run(["build", "card.pass", "--unsigned", "--json", ...set])).json).toMatchObject([
    { serialNumber: "007-12" },
  ]);
  expect(await world.run(["build", "card.pass", "--unsigned", "--force", "--set", "name.first=x"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("name.first stands in another value"),
  });
});

test("build says where values do not fit and ends with 1", async () => {
  const world = await templateWorld();
  const { code, stderr } = await world.run(["build", "card.pass", ...SIGNING, "--set", "points=many", "--set", "serialNumber=a b"]);
  expect(code).toBe(1);
  expect(stderr).toContain("points");
  expect(stderr).toContain("serialNumber");
  expect(stderr).toContain("ERR_PASS_TEMPLATE_VALUES");
  expect(await world.list()).not.toContain("card.pkpass");
});

test("build writes to standard output, and only there", async () => {
  const world = await templateWorld();
  const { code, bytes } = await world.run(["build", "card.pass", ...SIGNING, "-o", "-"]);
  expect(code).toBe(0);
  expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe("PK");
  const checked = await world.run(["check", "-", "--json", ...TRUST], { stdin: bytes });
  expect(checked.json).toEqual([expect.objectContaining({ file: "-", installs: "yes" })]);
});

test("build does not send a pass to a terminal", async () => {
  const world = await templateWorld({ isTerminal: true });
  const { code, stderr } = await world.run(["build", "card.pass", ...SIGNING, "-o", "-"]);
  expect(code).toBe(2);
  expect(stderr).toContain("standard output is a terminal");
});

test("build keeps a file that is there unless it is told to replace it", async () => {
  const world = await templateWorld();
  await world.write("card.pkpass", "mine");
  const refused = await world.run(["build", "card.pass", ...SIGNING]);
  expect(refused).toMatchObject({
    code: 2,
    stderr: "error: card.pkpass exists\n  Use --force to replace it, or -o to write elsewhere.\n",
  });
  expect(await world.readText("card.pkpass")).toBe("mine");
  expect(await world.run(["build", "card.pass", ...SIGNING, "--force"])).toMatchObject({ code: 0 });
});

test("build --locale makes a pass in one language, and says when the template lacks it", async () => {
  const world = await templateWorld();
  expect(await world.run(["build", "card.pass", ...SIGNING, "--locale", "de", "-o", "de.pkpass"])).toMatchObject({ code: 0 });
  const [card] = (await world.run(["show", "de.pkpass", "--json"])).json;
  expect(card.primary[0].label).toBe("Mitglied");
  const { stdout } = await run("unzip", ["-Z1", `${world.folder}/de.pkpass`]);
  expect(stdout).not.toContain("lproj");
  const other = await world.run(["build", "card.pass", ...SIGNING, "--locale", "es", "-o", "es.pkpass"]);
  expect(other.stderr).toContain("the template has no es: the pass is in en");
});

test("build --unsigned leaves manifest and signature out", async () => {
  const world = await templateWorld();
  expect(await world.run(["build", "card.pass", "--unsigned"])).toMatchObject({ code: 0 });
  const { stdout } = await run("unzip", ["-Z1", `${world.folder}/card.pkpass`]);
  expect(stdout.split("\n")).not.toContain("signature");
});

test("build derives missing scales of images and says so", async () => {
  const world = await templateWorld();
  const source = cardTemplate();
  for (const path of ["icon.png", "icon@2x.png"]) source.delete(path);
  await world.writeAll("other.pass", source);
  const { stderr } = await world.run(["build", "other.pass", ...SIGNING]);
  expect(stderr).toContain("made icon@2x.png from icon@3x.png");
  expect(stderr).toContain("made icon.png from icon@3x.png");
});

test("build makes the same bytes of the same values, certificate and time", async () => {
  const world = await templateWorld();
  for (const out of ["1.pkpass", "2.pkpass"])
    await world.run(["build", "card.pass", ...SIGNING, "--signing-time", "2026-03-02", "-o", out]);
  expect(await world.read("1.pkpass")).toEqual(await world.read("2.pkpass"));
});

test("build reads templates from a ZIP archive", async () => {
  const world = await templateWorld();
  await run("zip", ["-q", "-r", "../card.zip", "."], { cwd: `${world.folder}/card.pass` });
  expect(await world.run(["build", "card.zip", ...SIGNING, "-o", "zipped.pkpass"])).toMatchObject({ code: 0 });
  expect(await world.run(["check", "zipped.pkpass", ...TRUST])).toMatchObject({ code: 0 });
});

test("build --throwaway needs no certificate, keeps its authority, and lets one trust it", async () => {
  const world = await createWorld();
  await world.writeAll("card.pass", cardTemplate());
  expect(await world.run(["build", "card.pass", "--throwaway", "authority"])).toMatchObject({ code: 0 });
  expect(await world.list("authority")).toEqual(["intermediate.pem", "keys.json", "root.pem"]);
  const { mode } = await import("node:fs/promises").then(({ stat }) => stat(`${world.folder}/authority/keys.json`));
  expect(mode & 0o777).toBe(0o600);
  const root = await world.readText("authority/root.pem");
  expect(await world.run(["build", "card.pass", "--throwaway", "authority", "-o", "second.pkpass"])).toMatchObject({ code: 0 });
  expect(await world.readText("authority/root.pem")).toBe(root);
  expect(await world.run(["check", "card.pkpass", "second.pkpass", "--trust", "authority/root.pem"])).toMatchObject({ code: 0 });
  expect(await world.run(["check", "card.pkpass"])).toMatchObject({ code: 1 });
});

test("build refuses a certificate of another pass type and says both", async () => {
  const world = await templateWorld();
  await world.writeAll("other.pass", cardTemplate({ passTypeIdentifier: "pass.com.other" }));
  const { code, stderr } = await world.run(["build", "other.pass", ...SIGNING]);
  expect(code).toBe(2);
  expect(stderr).toContain("pass.com.other");
  expect(stderr).toContain(String(CARD_TEMPLATE["passTypeIdentifier"]));
});

test("sign signs a source folder, and a pass anew without losing anything", async () => {
  const world = await templateWorld();
  await world.writeAll("plain.pass", cardSource({ userInfo: { big: 1 } }));
  expect(await world.run(["sign", "plain.pass", ...SIGNING])).toMatchObject({ code: 0 });
  expect(await opensslVerifies(world, "plain.pkpass")).toContain("Verification successful");
  const again = await world.run([
    "sign",
    "plain.pkpass",
    ...SIGNING,
    "--signing-time",
    "2026-04-01",
    "-o",
    "again.pkpass",
    "--json",
  ]);
  expect(again.json).toEqual([
    expect.objectContaining({ file: "again.pkpass", serialNumber: "S-1", signingTime: "2026-04-01T00:00:00.000Z" }),
  ]);
  const [first, second] = await Promise.all(
    ["plain", "again"].map((name) => run("unzip", ["-p", `${world.folder}/${name}.pkpass`, "pass.json"])),
  );
  expect(second?.stdout).toBe(first?.stdout);
});

test("sign sends a template to build, and an incomplete pass back with everything that it lacks", async () => {
  const world = await templateWorld();
  expect(await world.run(["sign", "card.pass", ...SIGNING])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("passwright build card.pass"),
  });
  await world.writeAll("bad.pass", cardSource({ serialNumber: "", description: undefined }));
  const { code, stderr } = await world.run(["sign", "bad.pass", ...SIGNING]);
  expect(code).toBe(1);
  expect(stderr).toContain("serialNumber is empty");
  expect(stderr).toContain("description is missing");
});

test("without a certificate build and sign say which options there are", async () => {
  const world = await templateWorld();
  const none = await world.run(["build", "card.pass"]);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain("--throwaway");
  const half = await world.run(["build", "card.pass", "--cert", "cert.pem"]);
  expect(half).toMatchObject({ code: 2, stderr: expect.stringContaining("needs its private key") });
});

test("the certificate can come from the environment, and options count for more", async () => {
  const world = await templateWorld({ environment: { PASSWRIGHT_CERT: "cert.pem", PASSWRIGHT_KEY: "key.pem" } });
  expect(await world.run(["build", "card.pass", "--wwdr", "wwdr.pem"])).toMatchObject({ code: 0 });
  expect(await world.run(["build", "card.pass", "--wwdr", "wwdr.pem", "--key", "missing.pem"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--key missing.pem: no such file"),
  });
});

test("keys are read from encrypted PEM, new PKCS#12 and old PKCS#12; the passphrase from a file, the environment or a question", async () => {
  const world = await templateWorld();
  const at = { cwd: world.folder };
  await run("openssl", ["pkcs8", "-topk8", "-in", "key.pem", "-out", "locked.pem", "-passout", "pass:geheim"], at);
  await run("openssl", ["rsa", "-in", "key.pem", "-des3", "-traditional", "-out", "old.pem", "-passout", "pass:geheim"], at);
  const p12 = ["pkcs12", "-export", "-in", "cert.pem", "-inkey", "key.pem", "-certfile", "wwdr.pem", "-passout", "pass:geheim"];
  await run("openssl", [...p12, "-out", "new.p12"], at);
  await run("openssl", [...p12, "-legacy", "-out", "old.p12"], at);
  await world.write("pass.txt", "geheim\n");
  const file = ["--passphrase-file", "pass.txt"];
  for (const key of ["locked.pem", "old.pem"]) {
    const built = await world.run([
      "build",
      "card.pass",
      "--cert",
      "cert.pem",
      "--key",
      key,
      "--wwdr",
      "wwdr.pem",
      ...file,
      "--force",
    ]);
    expect(built, key).toMatchObject({ code: 0 });
  }
  for (const name of ["new.p12", "old.p12"]) {
    expect(await world.run(["build", "card.pass", "--p12", name, ...file, "--force"]), name).toMatchObject({ code: 0 });
    const asked = await world.run(["build", "card.pass", "--p12", name, "--force"], { answers: ["geheim"] });
    expect(asked, name).toMatchObject({ code: 0, asked: [`Passphrase of ${name}: `] });
    expect(await opensslVerifies(world, "card.pkpass")).toContain("Verification successful");
  }
  const wrong = await world.run(["build", "card.pass", "--p12", "new.p12", "--force"], { answers: ["falsch"] });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("wrong") });
  const none = await world.run(["build", "card.pass", "--p12", "new.p12", "--force"]);
  expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("--passphrase-file") });
  for (const { stderr } of [wrong, none]) expect(stderr).not.toMatch(/geheim|falsch/);
});

test("an expired certificate signs only when it is allowed to", async () => {
  const world = await templateWorld({ now: () => new Date("2029-01-01T00:00:00Z") });
  expect(await world.run(["build", "card.pass", ...SIGNING])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--allow-expired"),
  });
  expect(await world.run(["build", "card.pass", ...SIGNING, "--allow-expired"])).toMatchObject({ code: 0 });
});

test.each([
  [["build"], "missing required argument"],
  [["build", "nowhere.pass"], "no such file or folder"],
  [["build", "card.pass", "--bogus"], "unknown option"],
  [["build", "card.pass", "--signing-time", "tomorrow"], "is not a date"],
  [["build", "card.pass", "--unsigned", "--locale", "not a language"], "is not a language tag"],
  [["build", "card.pass", "--data", "nowhere.json"], "no such file"],
  [["build", "card.pass", "--set", "name"], "write it as name=value"],
  [["build", "card.pass", "--name", "x"], "--name is for many passes"],
  [["build", "card.pass", "--data", "rows.csv", ...SIGNING], "many passes need --out"],
  [["build", "card.pass", "--data", "rows.csv", "--out", "out", ...SIGNING], "no such file"],
  [["build", "card.pass", "--throwaway", "dir", "--p12", "x.p12"], "--throwaway goes without --p12"],
  [["build", "card.pass", "--p12", "x.p12", "--cert", "cert.pem"], "--p12 goes without"],
  [["build", "card.pass", ...SIGNING, "-o", "no/such/folder.pkpass"], "its folder does not exist"],
])("%j is misuse: %s", async (args, message) => {
  const world = await templateWorld();
  const { code, stderr, stdout } = await world.run(args);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
  expect(stdout).toBe("");
});
