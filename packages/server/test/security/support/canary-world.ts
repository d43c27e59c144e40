import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createThrowawayAuthority, type ThrowawayAuthority } from "@passwright/sandbox";
import { type ApnsStandIn, startApnsStandIn } from "@passwright/sandbox/node";
import { Client } from "pg";
import { onTestFinished } from "vitest";
import { readConfig } from "../../../src/config/read-config.ts";
import { type RunningServer, type ServerSurroundings, startServer } from "../../../src/process/start-server.ts";
import { TEAM, toPem } from "../../api/support/api-world.ts";
import { type MailServer, startMailServer } from "../../distribution/support/mail-server.ts";
import { freshPostgres } from "../../support/postgres.ts";
import { startReceiver } from "../../webhooks/support/receiver.ts";
import { type Canaries, createCanaries, linesOfPem } from "./canaries.ts";

/** The pass type whose certificate lies in the data folder. */
const FOLDER_TYPE = "pass.com.example.folder";
export const PASSPHRASE = "canary-passphrase-4711";
const SECRET = "ca7a".repeat(16);
const DATABASE_PASSWORD = "canary-database-0815";
const MAIL_PASSWORD = "canary-mail-password-2342";

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: () => Readonly<Record<string, string>>;
}

/** A whole installation on PostgreSQL with a secret of every kind, each of which is taken down. */
export interface CanaryWorld {
  readonly canaries: Canaries;
  readonly server: RunningServer;
  readonly adminKey: string;
  readonly authority: ThrowawayAuthority;
  readonly standIn: ApnsStandIn;
  readonly mails: MailServer;
  /** Fails always, and writes what it knows into its answers. */
  readonly receiver: { readonly url: string; readonly knows: string[]; readonly received: () => number };
  readonly mailPassword: string;
  readonly databaseUrl: string;
  readonly pkcs12File: string;
  readonly folderCertificate: string;
  /** Asks the API; what it says is taken down unless it is where a secret `isTold` once. */
  ask(
    method: string,
    path: string,
    json?: unknown,
    options?: { readonly key?: string; readonly isTold?: boolean },
  ): Promise<Answer>;
  query(statement: string): Promise<void>;
  dropDatabase(): Promise<void>;
  stop(): Promise<void>;
  /** Starts a server with these settings besides; gives its error. */
  startAnother(flags: Readonly<Record<string, string>>, surroundings: Partial<ServerSurroundings>): Promise<unknown>;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A role of its own on the cluster of the tests, with a password that is known; it goes with the test. */
async function createRole(database: string): Promise<string> {
  const role = `canary_${randomBytes(6).toString("hex")}`;
  const address = new URL(database);
  address.pathname = "/postgres";
  await run(address.href, `CREATE ROLE ${role} LOGIN SUPERUSER PASSWORD '${DATABASE_PASSWORD}'`);
  onTestFinished(() => run(address.href, `DROP ROLE ${role}`));
  const url = new URL(database);
  url.username = role;
  url.password = DATABASE_PASSWORD;
  return url.href;
}

export async function openCanaryWorld(): Promise<CanaryWorld> {
  const root = await mkdtemp(join(tmpdir(), "passwright-canary-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const database = await freshPostgres();
  const databaseUrl = await createRole(database.url);
  let isDropped = false;
  const dropDatabase = async () => {
    if (!isDropped) await database.drop();
    isDropped = true;
  };
  onTestFinished(dropDatabase);
  const authority = await createThrowawayAuthority({ now: new Date() });
  const standIn = await startApnsStandIn({ authority });
  onTestFinished(() => standIn.close());
  const mails = await startMailServer();
  onTestFinished(() => mails.close());
  const knows: string[] = [];
  const { url: receiverUrl, received } = await startReceiver(({ headers, body }, response) => {
    response.writeHead(500).end(`the receiver failed: ${knows.join(" ")} ${JSON.stringify(headers)} ${body}`);
  });

  await mkdir(join(root, "certificates"));
  const ofFolder = await authority.issuePassCertificate({ passTypeIdentifier: FOLDER_TYPE, teamIdentifier: TEAM });
  await writeFile(join(root, "pair.pem"), `${ofFolder.certificatePem}${ofFolder.privateKeyPem}${toPem(authority.intermediates)}`);
  const pkcs12File = join(root, "certificates", "folder.p12");
  execFileSync("openssl", ["pkcs12", "-export", "-in", "pair.pem", "-out", pkcs12File, "-passout", `pass:${PASSPHRASE}`], {
    cwd: root,
    stdio: "pipe",
  });
  await writeFile(join(root, "apns.pem"), standIn.ca);
  await writeFile(join(root, "smtp.pem"), mails.ca);
  await writeFile(join(root, "trust.pem"), toPem(authority.intermediates));

  const canaries = createCanaries();
  const flags = {
    data: root,
    database: databaseUrl,
    port: "0",
    "log-level": "debug",
    "apns-url": standIn.origin,
    "apns-ca": "apns.pem",
    trust: "trust.pem",
    "smtp-url": `smtp://canary:${MAIL_PASSWORD}@localhost:${mails.port}`,
    "smtp-ca": "smtp.pem",
    "mail-from": "passes@example.com",
    "allow-private-webhooks": "127.0.0.0/8",
  };
  const writeLog = (text: string) => canaries.tell(text);
  const config = readConfig({ flags, workingDirectory: root });
  const server = await startServer(config, { writeLog, passphrase: PASSPHRASE, secret: SECRET });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= server.stop());
  onTestFinished(stop);
  const adminKey = server.firstKey ?? "";
  canaries.add("first key", adminKey);
  canaries.add("PASSWRIGHT_SECRET", SECRET);
  canaries.add("passphrase", PASSPHRASE);
  canaries.add("password of the database", DATABASE_PASSWORD);
  canaries.add("password of the mail server", MAIL_PASSWORD);
  canaries.add("secret of the data folder", server.folder.secret);
  canaries.add("private key of the data folder", ...linesOfPem(ofFolder.privateKeyPem));

  return {
    canaries,
    server,
    adminKey,
    authority,
    standIn,
    mails,
    receiver: { url: receiverUrl, knows, received: () => received.length },
    mailPassword: MAIL_PASSWORD,
    databaseUrl,
    pkcs12File,
    folderCertificate: ofFolder.certificatePem,
    ask: async (method, path, json, { key = adminKey, isTold = false } = {}) => {
      const response = await fetch(`${server.origin}/api${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(json !== undefined && { "content-type": "application/json" }) },
        ...(json !== undefined && { body: typeof json === "string" ? json : JSON.stringify(json) }),
      });
      const text = await response.text();
      if (!isTold) canaries.tell(text, JSON.stringify([...response.headers]));
      return { status: response.status, text, body: () => JSON.parse(text) as Readonly<Record<string, string>> };
    },
    query: (statement) => run(database.url, statement),
    dropDatabase,
    stop,
    startAnother: async (other, surroundings) => {
      try {
        const given = { writeLog, passphrase: PASSPHRASE, secret: SECRET, ...surroundings };
        const second = await startServer(readConfig({ flags: { ...flags, ...other }, workingDirectory: root }), given);
        await second.stop();
        return null;
      } catch (error) {
        return error;
      }
    },
  };
}
