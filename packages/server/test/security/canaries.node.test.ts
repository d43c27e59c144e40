import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { startApnsStandIn } from "@passwright/sandbox/node";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { startServer } from "../../src/process/start-server.ts";
import { packApiTemplate, PASS_TYPE, TEAM, toPem } from "../api/support/api-world.ts";
import { freshPostgres } from "../support/postgres.ts";

const NAMES = { passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM };
const SECRET = "ca7a".repeat(16);
const PASSPHRASE = "canary-passphrase-4711";
const DATABASE_PASSWORD = "canary-database-0815";
const MAIL_PASSWORD = "canary-mail-2342";
const PUSH_TOKEN = "decafbad".repeat(8);

/** A role of its own on the cluster of the tests, with a password that is known; it goes with the test. */
async function createRole(database: string): Promise<string> {
  const role = `canary_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const address = new URL(database);
    address.pathname = "/postgres";
    const client = new Client(address.href);
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`CREATE ROLE ${role} LOGIN SUPERUSER PASSWORD '${DATABASE_PASSWORD}'`);
  onTestFinished(() => run(`DROP ROLE ${role}`));
  const url = new URL(database);
  url.username = role;
  url.password = DATABASE_PASSWORD;
  return url.href;
}

/** Parts of the base64 of a key in PEM: whole lines of it, as they would stand wherever it was written. */
function linesOf(pem: string): readonly string[] {
  return pem.split("\n").filter((line) => /^[A-Za-z0-9+/]{64}$/u.test(line));
}

test(
  "no secret of an installation stands in its log, its answers, its metrics or its audit log, whatever goes wrong",
  { timeout: 120_000 },
  async () => {
    const root = await mkdtemp(join(tmpdir(), "passwright-canary-"));
    const database = await freshPostgres();
    const authority = await createThrowawayAuthority({ now: new Date() });
    const standIn = await startApnsStandIn({ authority });
    await mkdir(join(root, "certificates"));
    const ofFolder = await authority.issuePassCertificate({ ...NAMES, passTypeIdentifier: "pass.com.example.folder" });
    const pair = `${ofFolder.certificatePem}${ofFolder.privateKeyPem}${toPem(authority.intermediates)}`;
    await writeFile(join(root, "pair.pem"), pair);
    execFileSync(
      "openssl",
      ["pkcs12", "-export", "-in", "pair.pem", "-out", "certificates/folder.p12", "-passout", `pass:${PASSPHRASE}`],
      { cwd: root, stdio: "pipe" },
    );
    await writeFile(join(root, "apns.pem"), standIn.ca);
    await writeFile(join(root, "trust.pem"), toPem(authority.intermediates));
    const url = await createRole(database.url);
    const flags = {
      data: root,
      database: url,
      port: "0",
      "log-level": "debug",
      "apns-url": standIn.origin,
      "apns-ca": "apns.pem",
      trust: "trust.pem",
      "smtp-url": `smtp://canary:${MAIL_PASSWORD}@127.0.0.1:1`,
      "mail-from": "passes@example.com",
    };
    const told: string[] = [];
    const config = readConfig({ flags, workingDirectory: root });
    const server = await startServer(config, { writeLog: (text) => told.push(text), passphrase: PASSPHRASE, secret: SECRET });
    let isRunning = true;
    let isDropped = false;
    onTestFinished(async () => {
      if (isRunning) await server.stop();
      await standIn.close();
      if (!isDropped) await database.drop();
      await rm(root, { recursive: true, force: true });
    });
    const adminKey = server.firstKey ?? "";
    const secrets = new Set([
      adminKey,
      SECRET,
      PASSPHRASE,
      DATABASE_PASSWORD,
      MAIL_PASSWORD,
      PUSH_TOKEN,
      server.folder.secret,
      ...linesOf(ofFolder.privateKeyPem),
    ]);

    /** Everything that the API says goes through here; what may be told once is given as `except`. */
    const ask = async (
      method: string,
      path: string,
      json?: unknown,
      options: { readonly key?: string; readonly isTold?: boolean } = {},
    ) => {
      const response = await fetch(`${server.origin}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${options.key ?? adminKey}`,
          ...(json !== undefined && { "content-type": "application/json" }),
        },
        ...(json !== undefined && { body: typeof json === "string" ? json : JSON.stringify(json) }),
      });
      const text = await response.text();
      if (options.isTold !== true) told.push(text, JSON.stringify([...response.headers]));
      return { status: response.status, text, body: (): Record<string, string> => JSON.parse(text) as Record<string, string> };
    };

    // Keys.
    const made = (await ask("POST", "/keys", { name: "Shop", scopes: ["issue"] }, { isTold: true })).body();
    secrets.add(made["key"] ?? "");
    await ask("GET", "/keys");
    await ask("DELETE", `/keys/${made["id"]}`);
    for (const key of [made["key"] ?? "", `${adminKey}x`, adminKey.toUpperCase()])
      expect((await ask("GET", "/keys", undefined, { key })).status).toBe(401);

    // Certificates, in the right way and in the wrong ones.
    const requested = (
      await ask("POST", "/certificates/requests", { passTypeIdentifier: PASS_TYPE, commonName: "Example" })
    ).body();
    const issued = await authority.issueFromRequest(requested["request"] ?? "", NAMES);
    expect((await ask("POST", "/certificates", { certificate: issued.certificatePem })).status).toBe(200);
    const elsewhere = await authority.issuePassCertificate(NAMES);
    for (const line of linesOf(elsewhere.privateKeyPem)) secrets.add(line);
    const [certificate, privateKey] = [elsewhere.certificatePem, elsewhere.privateKeyPem];
    expect((await ask("POST", "/certificates/import", { certificate: ofFolder.certificatePem, privateKey })).status).toBe(422);
    expect((await ask("POST", "/certificates/import", { certificate: "nothing", privateKey })).status).toBe(422);
    expect(
      (await ask("POST", "/certificates/import", { pkcs12: Buffer.from(privateKey).toString("base64"), passphrase: PASSPHRASE }))
        .status,
    ).toBe(422);
    expect(
      (await ask("POST", "/certificates/import", { certificate, privateKey, passphrase: PASSPHRASE, extra: PASSPHRASE })).status,
    ).toBe(400);
    expect((await ask("POST", "/certificates/import", `{"privateKey": "${PASSPHRASE}`)).status).toBe(400);
    expect((await ask("POST", "/certificates", { certificate: privateKey })).status).toBe(422);
    expect((await ask("POST", "/certificates/import", { certificate, privateKey })).status).toBe(200);
    await ask("GET", "/certificates");

    // A pass with its token, a device with its push token, pushes that go wrong.
    const { storage } = server;
    const template = Buffer.from(await packApiTemplate());
    const uploading = {
      method: "PUT",
      body: template,
      headers: { authorization: `Bearer ${adminKey}`, "content-type": "application/zip" },
    };
    told.push(await (await fetch(`${server.origin}/api/templates/gate`, uploading)).text());
    await ask("POST", "/templates/gate/publish");
    const pass = (await ask("POST", "/passes", { templateId: "gate", values: { gate: "A1" } })).body();
    const name = { passTypeIdentifier: PASS_TYPE, serialNumber: pass["serialNumber"] ?? "" };
    const { authenticationToken } = (await storage.passes.find(name))!;
    secrets.add(authenticationToken);
    const device = `${server.origin}/wallet/v1/devices/device-1/registrations/${PASS_TYPE}/${name.serialNumber}`;
    const register = (token: string, body: string) =>
      fetch(device, { method: "POST", body, headers: { authorization: `ApplePass ${token}`, "content-type": "application/json" } });
    expect((await register(authenticationToken, JSON.stringify({ pushToken: PUSH_TOKEN }))).status).toBe(201);
    for (const [token, body] of [
      [`${authenticationToken}x`, "{}"],
      [authenticationToken, `{"pushToken": "${PUSH_TOKEN}`],
      [PUSH_TOKEN, "{}"],
    ] as const) {
      told.push(await (await register(token, body)).text());
    }
    told.push(
      await (
        await fetch(`${server.origin}/wallet/v1/log`, {
          method: "POST",
          body: JSON.stringify({ logs: [`auth ${authenticationToken} token=${PUSH_TOKEN}`] }),
        })
      ).text(),
    );
    standIn.unregister(PUSH_TOKEN, { at: Date.now() + 60_000 });
    await ask("POST", `/passes/${PASS_TYPE}/${name.serialNumber}/push`);
    await expect.poll(async () => storage.registrations.of(name), { timeout: 20_000 }).toEqual([]);
    await ask("GET", `/passes/${PASS_TYPE}/${name.serialNumber}/history`);

    // Projects and their keys.
    await ask("POST", "/projects", { id: "brand", name: "Brand" });
    secrets.add(
      (await ask("POST", "/projects/brand/keys", { name: "B", scopes: ["admin"] }, { isTold: true })).body()["key"] ?? "",
    );
    await ask("GET", "/projects/brand/keys");

    // The database goes away: errors of its driver know its address.
    await database.drop();
    isDropped = true;
    for (const path of ["/passes", "/certificates", "/audit"]) expect((await ask("GET", path)).status).toBeGreaterThanOrEqual(500);
    told.push(await (await fetch(`${server.origin}/readyz`)).text(), await (await fetch(`${server.origin}/metrics`)).text());
    await server.stop();
    isRunning = false;

    const everything = told.join("\n");
    expect(everything.length).toBeGreaterThan(10_000);
    expect(secrets.size).toBeGreaterThan(30);
    const leaked = [...secrets].filter(
      (secret) => secret === "" || everything.includes(secret) || everything.includes(Buffer.from(secret).toString("base64")),
    );
    expect(leaked).toEqual([]);
  },
);

test("a database that cannot be reached is told without its password", async () => {
  const root = await mkdtemp(join(tmpdir(), "passwright-canary-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const told: string[] = [];
  const flags = { data: root, port: "0", database: `postgres://user:${DATABASE_PASSWORD}@127.0.0.1:1/none` };
  const failed = await startServer(readConfig({ flags, workingDirectory: root }), { writeLog: (text) => told.push(text) }).catch(
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(Error);
  const { message, stack, cause } = failed as Error;
  expect([message, stack, String(cause), ...told].join("\n")).not.toContain(DATABASE_PASSWORD);
});
