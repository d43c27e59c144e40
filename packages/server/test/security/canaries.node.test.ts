import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { createMintLink } from "../../src/client/create-mint-link.ts";
import { packApiTemplate, PASS_TYPE, TEAM } from "../api/support/api-world.ts";
import { linesOfPem } from "./support/canaries.ts";
import { openCanaryWorld, PASSPHRASE } from "./support/canary-world.ts";

const PUSH_TOKEN = "decafbad".repeat(8);
const NAMES = { passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM };

test(
  "no secret that is given, made or uploaded stands in the log, an answer, a metric, the audit log or a timeline, whatever goes wrong",
  { timeout: 120_000 },
  async () => {
    const world = await openCanaryWorld();
    const { canaries, server, ask, authority, standIn, mails, receiver } = world;
    const { storage, origin } = server;

    // Keys.
    const made = (await ask("POST", "/keys", { name: "Shop", scopes: ["issue"] }, { isTold: true })).body();
    canaries.add("API key", made["key"]);
    await ask("GET", "/keys");
    await ask("DELETE", `/keys/${made["id"]}`);
    for (const key of [made["key"] ?? "", `${world.adminKey}x`, world.adminKey.toUpperCase()])
      expect((await ask("GET", "/keys", undefined, { key })).status).toBe(401);
    expect((await ask("GET", `/passes?limit=${world.adminKey}`)).status).toBe(400);
    await ask("POST", "/projects", { id: "brand", name: "Brand" });
    const ofProject = await ask("POST", "/projects/brand/keys", { name: "B", scopes: ["admin"] }, { isTold: true });
    canaries.add("key of a project", ofProject.body()["key"]);
    await ask("GET", "/projects/brand/keys");

    // Certificates, in the right way and in the wrong ones.
    const wanted = { passTypeIdentifier: PASS_TYPE, commonName: "Example" };
    const requested = (await ask("POST", "/certificates/requests", wanted)).body();
    const issued = await authority.issueFromRequest(requested["request"] ?? "", NAMES);
    expect((await ask("POST", "/certificates", { certificate: issued.certificatePem })).status).toBe(200);
    const { certificatePem: certificate, privateKeyPem: privateKey } = await authority.issuePassCertificate(NAMES);
    canaries.add("private key", ...linesOfPem(privateKey));
    const bundle = (await readFile(world.pkcs12File)).toString("base64");
    const wrongPassphrase = "canary-wrong-passphrase-99";
    canaries.add("wrong passphrase", wrongPassphrase);
    for (const [body, status] of [
      [{ certificate: world.folderCertificate, privateKey }, 422],
      [{ certificate: "nothing", privateKey }, 422],
      [{ pkcs12: Buffer.from(privateKey).toString("base64"), passphrase: PASSPHRASE }, 422],
      [{ pkcs12: bundle, passphrase: wrongPassphrase }, 422],
      [{ certificate, privateKey, passphrase: PASSPHRASE, extra: PASSPHRASE }, 400],
      [`{"privateKey": "${PASSPHRASE}`, 400],
      [{ certificate, privateKey }, 200],
      [{ pkcs12: bundle, passphrase: PASSPHRASE }, 200],
    ] as const) {
      expect((await ask("POST", "/certificates/import", body)).status).toBe(status);
    }
    expect((await ask("POST", "/certificates", { certificate: privateKey })).status).toBe(422);
    await ask("GET", "/certificates");

    // Webhooks: a receiver that fails and writes into its answer all that it knows.
    const hook = (await ask("POST", "/webhooks", { url: receiver.url }, { isTold: true })).body();
    canaries.add("webhook secret", hook["secret"], hook["secret"]?.slice("whsec_".length));
    receiver.knows.push(hook["secret"] ?? "");
    await ask("POST", `/webhooks/${hook["id"]}/test`);
    const rotated = (await ask("POST", `/webhooks/${hook["id"]}/rotate-secret`, undefined, { isTold: true })).body();
    canaries.add("webhook secret after rotation", rotated["secret"]);
    await ask("POST", `/webhooks/${hook["id"]}/test`);
    await ask("GET", "/webhooks");

    // A pass with its token, a device with its push token, pushes that go wrong.
    const uploading = {
      method: "PUT",
      body: Buffer.from(await packApiTemplate()),
      headers: { authorization: `Bearer ${world.adminKey}`, "content-type": "application/zip" },
    };
    canaries.tell(await (await fetch(`${origin}/api/templates/gate`, uploading)).text());
    await ask("POST", "/templates/gate/publish");
    const pass = (await ask("POST", "/passes", { templateId: "gate", values: { gate: "A1" } })).body();
    const name = { passTypeIdentifier: PASS_TYPE, serialNumber: pass["serialNumber"] ?? "" };
    const passPath = `/passes/${PASS_TYPE}/${name.serialNumber}`;
    const { authenticationToken } = (await storage.passes.find(name))!;
    canaries.add("authentication token", authenticationToken);
    canaries.add("push token", PUSH_TOKEN);
    const device = `${origin}/wallet/v1/devices/device-1/registrations/${PASS_TYPE}/${name.serialNumber}`;
    const post = async (url: string, body: string, token = authenticationToken) => {
      const headers = { authorization: `ApplePass ${token}`, "content-type": "application/json" };
      const response = await fetch(url, { method: "POST", body, headers });
      canaries.tell(await response.text());
      return response.status;
    };
    expect(await post(device, JSON.stringify({ pushToken: PUSH_TOKEN }))).toBe(201);
    expect(await post(device, "{}", `${authenticationToken}x`)).toBe(401);
    expect(await post(device, `{"pushToken": "${PUSH_TOKEN}`)).toBe(400);
    expect(await post(device, "{}", PUSH_TOKEN)).toBe(401);
    await post(`${origin}/v1/passes/${PASS_TYPE}/${name.serialNumber}`, "{}");
    await post(`${origin}/wallet/v1/log`, JSON.stringify({ logs: [`auth ${authenticationToken} token=${PUSH_TOKEN}`] }));
    standIn.unregister(PUSH_TOKEN, { at: Date.now() + 60_000 });
    await ask("POST", `${passPath}/push`);
    await expect.poll(async () => storage.registrations.of(name), { timeout: 20_000 }).toEqual([]);

    // Links, and keys of signed ones.
    const link = (await ask("POST", `${passPath}/links`, {}, { isTold: true })).body();
    canaries.add("link", tokenOf(link["url"]));
    const shop = (await ask("POST", "/templates/gate/links", { values: { gate: "A1" } }, { isTold: true })).body();
    canaries.add("link of a template", tokenOf(shop["url"]));
    const minting = (await ask("POST", "/mint-keys", {}, { isTold: true })).body();
    canaries.add("mint key", minting["key"]?.slice(-43));
    const options = { server: origin, key: minting["key"] ?? "", templateId: "gate", values: { gate: "A1" } };
    const minted = await createMintLink(options);
    canaries.add("signed link", minted.slice(-43));
    for (const url of [link["url"], shop["url"], minted, `${minted}x`, `${link["url"]}/pass.pkpass`, `${link["url"]}/nothing`]) {
      await (await fetch(url ?? "")).arrayBuffer();
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      await (await fetch(url ?? "", { method: "POST", body: "show=pass", headers, redirect: "manual" })).arrayBuffer();
    }
    await ask("GET", "/links");
    await ask("GET", "/mint-keys");

    // Mails: a server that repeats the password which it refuses, one that refuses the mail, one that takes it.
    const mail = (await ask("POST", `${passPath}/mail`, { to: "ada@example.com" })).body();
    const problemOf = async () => (await ask("GET", `/mails/${mail["id"]}`)).body()["problem"];
    await expect.poll(problemOf, { timeout: 20_000 }).toBe("login");
    mails.password = world.mailPassword;
    mails.answers.data = 554;
    const refused = (await ask("POST", `${passPath}/mail`, { to: "bob@example.com" })).body();
    await expect
      .poll(async () => (await ask("GET", `/mails/${refused["id"]}`)).body()["state"], { timeout: 20_000 })
      .toBe("failed");
    delete mails.answers.data;
    await ask("POST", `${passPath}/mail`, { to: "eve@example.com" });
    await expect.poll(() => mails.taken.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await ask("GET", "/mails");

    // Barcodes, rows, stories.
    await ask("POST", "/barcode-keys");
    await ask("GET", "/barcode-keys");
    canaries.tell(await (await fetch(`${origin}/.well-known/jwks.json`)).text());
    const job = (await ask("POST", "/jobs", { kind: "create", templateId: "gate" })).body();
    const rows = { method: "POST", body: "{", headers: { ...uploading.headers, "content-type": "application/x-ndjson" } };
    canaries.tell(await (await fetch(`${origin}/api/jobs/${job["id"]}/rows`, rows)).text());
    for (const path of [`/jobs/${job["id"]}/results`, `${passPath}/timeline`, `${passPath}/history`, "/statistics", "/passes"])
      expect((await ask("GET", path)).status).toBe(200);
    await expect.poll(() => receiver.received(), { timeout: 20_000 }).toBeGreaterThan(3);
    expect((await ask("GET", `/webhooks/${hook["id"]}/deliveries`)).text).toContain("the receiver failed");

    // A handler that breaks on what lies in the database.
    const hidden = "canary-value-of-a-person";
    canaries.add("value of a pass", hidden);
    await world.query(`UPDATE passes SET input_values = '${hidden}' WHERE serial_number = '${name.serialNumber}'`);
    expect((await ask("GET", passPath)).status).toBe(500);
    // Whoever may have the pass has its token.
    await ask("GET", `${passPath}/pass.pkpass`, undefined, { isTold: true });
    await (await fetch(link["url"] ?? "")).text();

    for (const path of ["/audit?limit=100", "/audit.ndjson"]) expect((await ask("GET", path)).status).toBe(200);
    canaries.tell(await (await fetch(`${origin}/metrics`)).text());
    // The database goes away: errors of its driver know its address.
    await world.dropDatabase();
    for (const path of ["/passes", "/certificates", "/audit"]) expect((await ask("GET", path)).status).toBeGreaterThanOrEqual(500);
    canaries.tell(await (await fetch(`${origin}/readyz`)).text(), await (await fetch(`${origin}/metrics`)).text());
    await world.stop();

    expect(canaries.told()).toBeGreaterThan(30_000);
    expect(canaries.names().length).toBeGreaterThan(18);
    expect(canaries.leaks()).toEqual([]);
  },
);

test("a start that fails tells no secret that it was given", { timeout: 60_000 }, async () => {
  const world = await openCanaryWorld();
  const { canaries } = world;
  onTestFinished(() => world.stop());
  // Something that is sealed: before that any secret fits.
  await world.ask("POST", "/certificates/requests", { passTypeIdentifier: PASS_TYPE, commonName: "Example" });
  const unknown = world.databaseUrl.replace(/:[^:@/]+@/u, ":canary-wrong-database@");
  canaries.add("wrong password", "canary-wrong-database");
  const otherSecret = "0dd5".repeat(16);
  canaries.add("another PASSWRIGHT_SECRET", otherSecret);
  const unreachable = unknown.replace(/@[^/]+/u, "@127.0.0.1:1");
  for (const [flags, surroundings] of [
    [{ database: unreachable }, {}],
    [{ database: unknown }, {}],
    [{ database: `${unknown}?sslmode=canary-wrong-database` }, {}],
    [{}, { secret: otherSecret }],
    [{}, { secret: "canary-wrong-database" }],
    [{}, { passphrase: "canary-wrong-database" }],
    [{ "smtp-url": `smtp://u:${world.mailPassword}@localhost/path` }, {}],
    [{ "smtp-url": `http://u:${world.mailPassword}@localhost` }, {}],
    [{ database: "mysql://u:canary-wrong-database@localhost/x" }, {}],
    [{ "public-url": "https://u:canary-wrong-database@localhost" }, {}],
  ] as const) {
    const failed = await world.startAnother(flags, surroundings);
    expect(failed, JSON.stringify([flags, surroundings])).toBeInstanceOf(Error);
    canaries.tell(...wordsOf(failed));
  }
  expect(canaries.leaks()).toEqual([]);
});

test("what the canaries are looked for by finds them: whole, in part, encoded", async () => {
  const { createCanaries } = await import("./support/canaries.ts");
  const secret = "pw_live_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
  for (const told of [
    secret,
    `${secret.slice(5, 25)}…`,
    Buffer.from(secret).toString("base64"),
    Buffer.from(`\0user\0${secret}`).toString("base64"),
    Buffer.from(`u:${secret}`).toString("base64url"),
    Buffer.from(secret).toString("hex"),
  ]) {
    const canaries = createCanaries();
    canaries.add("key", secret);
    canaries.tell("a line", told);
    expect(canaries.leaks()).toEqual(["key"]);
  }
  const canaries = createCanaries();
  canaries.add("key", secret);
  canaries.tell(secret.slice(0, 12));
  expect(canaries.leaks()).toEqual([]);
  expect(() => canaries.add("nothing", undefined)).toThrow();
});

function tokenOf(url: string | undefined): string | undefined {
  return url?.split("/").at(-1);
}

/** All that an error would print. */
function wordsOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const { problems = [] } = error as { readonly problems?: readonly unknown[] };
  return [error.message, error.stack ?? "", JSON.stringify(problems), ...(error.cause === undefined ? [] : wordsOf(error.cause))];
}
