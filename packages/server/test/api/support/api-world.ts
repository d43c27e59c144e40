import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { packFiles, type JsonObject } from "@passwright/pass";
import { createThrowawayAuthority, type ThrowawayAuthority } from "@passwright/sandbox";
import { type ApnsStandIn, startApnsStandIn } from "@passwright/sandbox/node";
import { createKey, type KeyKind } from "../../../src/api/api-keys.ts";
import type { Scope } from "../../../src/api/contract/scopes.ts";
import { createIssuerClient, type IssuerClient } from "../../../src/client/index.ts";
import { readConfig } from "../../../src/config/read-config.ts";
import type { HttpLimits } from "../../../src/http/http-limits.ts";
import { type RunningServer, startServer } from "../../../src/process/start-server.ts";
import { DEFAULT_PROJECT } from "../../../src/storage/issuer/issuer-storage.ts";

export const PASS_TYPE = "pass.com.example.api";
/** Belongs to another project. */
export const FOREIGN_TYPE = "pass.com.example.foreign";
export const TEAM = "A1B2C3D4E5";

/** What a key does not reach. */
export interface KeyLimits {
  readonly kind?: KeyKind;
  readonly templates?: readonly string[] | null;
  /** Epoch ms; also one that is past. */
  readonly expiresAt?: number | null;
}

/** A whole server on a port of its own, with real certificates of a throwaway authority and a stand-in for APNs. */
export interface ApiWorld {
  readonly server: RunningServer;
  readonly authority: ThrowawayAuthority;
  readonly standIn: ApnsStandIn;
  readonly pushes: { readonly pushToken: string }[];
  readonly logText: () => string;
  readonly adminKey: string;
  makeKey(scopes: readonly Scope[], projectId?: string, limits?: KeyLimits): Promise<string>;
  client(apiKey?: string): IssuerClient;
  /** A raw request; the key of the admin unless another, or null, is given. */
  ask(path: string, options?: RequestInit & { readonly key?: string | null; readonly json?: unknown }): Promise<Response>;
}

/** Opens a world; it ends with the test. */
export async function openApiWorld(
  options: {
    readonly until?: (close: () => Promise<void>) => void;
    readonly flags?: Readonly<Record<string, string>>;
    readonly secret?: string;
    readonly limits?: Partial<HttpLimits>;
    /** Puts files into the data folder before the start. */
    readonly prepare?: (folder: string) => Promise<void>;
  } = {},
): Promise<ApiWorld> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-api-"));
  const authority = await createThrowawayAuthority({ now: new Date() });
  const pushes: { readonly pushToken: string }[] = [];
  const standIn = await startApnsStandIn({ authority, onPush: (push) => void pushes.push(push) });
  await writeFile(join(folder, "apns.pem"), standIn.ca);
  await writeFile(join(folder, "trust.pem"), toPem(authority.intermediates));
  await mkdir(join(folder, "certificates"), { mode: 0o700 });
  for (const passTypeIdentifier of [PASS_TYPE, FOREIGN_TYPE]) {
    const { certificatePem, privateKeyPem } = await authority.issuePassCertificate({ passTypeIdentifier, teamIdentifier: TEAM });
    // The chain as well: the authority is not Apple's.
    const pem = `${certificatePem}${privateKeyPem}${toPem(authority.intermediates)}`;
    await writeFile(join(folder, "certificates", `${passTypeIdentifier}.pem`), pem);
  }
  await options.prepare?.(folder);
  const lines: string[] = [];
  const config = readConfig({
    flags: {
      data: folder,
      port: "0",
      "apns-url": standIn.origin,
      "apns-ca": join(folder, "apns.pem"),
      "allow-private-webhooks": "127.0.0.0/8",
      trust: "trust.pem",
      ...options.flags,
    },
    workingDirectory: folder,
  });
  const server = await startServer(config, {
    writeLog: (text) => lines.push(text),
    secret: options.secret,
    ...(options.limits !== undefined && { limits: options.limits }),
  });
  const close = async () => {
    await server.stop();
    await standIn.close();
    await rm(folder, { recursive: true, force: true });
  };
  (options.until ?? onTestFinished)(close);
  const adminKey = server.firstKey ?? "";
  const { storage, origin } = server;
  return {
    server,
    authority,
    standIn,
    pushes,
    logText: () => lines.join(""),
    adminKey,
    makeKey: async (scopes, projectId = DEFAULT_PROJECT, { kind = "live", templates = null, expiresAt = null } = {}) => {
      const now = Date.now();
      const { record, key } = createKey({ kind, projectId, name: scopes.join("+"), scopes, now });
      const audit = { at: now, projectId, actor: "local", action: "createKey", object: record.id, requestId: "" };
      await storage.access.createKey({ ...record, templates, expiresAt }, { audit });
      return key;
    },
    client: (apiKey = adminKey) => createIssuerClient({ server: origin, apiKey }),
    ask: (path, { key = adminKey, json, ...init } = {}) =>
      fetch(`${origin}/api${path}`, {
        ...init,
        headers: {
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
          ...(json === undefined ? {} : { "content-type": "application/json" }),
          ...(init.headers as Record<string, string> | undefined),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      }),
  };
}

export function toPem(certificates: readonly Uint8Array[]): string {
  return certificates
    .map((der) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64")}\n-----END CERTIFICATE-----\n`)
    .join("");
}

const ICON = new URL("../../../../../examples/boarding.pass/icon.png", import.meta.url);

/** A template with inputs, as a ZIP. */
export async function packApiTemplate(
  changes: JsonObject = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> {
  const icon = new Uint8Array(await readFile(ICON));
  const pass = {
    formatVersion: 1,
    passTypeIdentifier: PASS_TYPE,
    teamIdentifier: TEAM,
    organizationName: "Example Air",
    description: "Gate card",
    storeCard: {
      headerFields: [{ key: "gate", label: "Gate", value: { $eval: "gate" }, changeMessage: "Gate changed to %@" }],
    },
    ...changes,
  };
  const settings = {
    name: "Gate",
    inputs: {
      type: "object",
      required: ["gate"],
      properties: { gate: { type: "string", minLength: 1, maxLength: 5 }, note: { type: "string" } },
      additionalProperties: false,
    },
    sample: { gate: "A1" },
  };
  return packFiles({
    "pass.json": JSON.stringify(pass),
    "template.json": JSON.stringify(settings),
    "icon.png": icon,
    "icon@2x.png": icon,
    ...files,
  });
}

/** Uploads and publishes the template `gate`. */
export async function publishGate(world: ApiWorld): Promise<void> {
  const client = world.client();
  await client.templates.upload("gate", await packApiTemplate());
  await client.templates.publish("gate");
}

/** What makes the passes of {@link packApiTemplate} be found by a scanner. */
export const SCANNED = { barcodes: [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "T-${serialNumber}" }] };

/** A template.json with a rule; `gate` is shown at the door. */
export function scanSettings(scan: unknown, properties: JsonObject = {}): string {
  return JSON.stringify({
    name: "Gate",
    inputs: { type: "object", properties: { gate: { type: "string" }, serialNumber: { type: "string" }, ...properties } },
    sample: { gate: "A1" },
    ...(scan !== undefined && { scan }),
  });
}

export const SCANNED_SETTINGS = scanSettings({ kind: "once", show: { Gate: "${gate}" } });

/** Issues a pass and scans it; the id of the scan. */
export async function scanNew(world: ApiWorld, apiKey: string, templateId: string): Promise<string | null> {
  const client = world.client(apiKey);
  const { serialNumber } = await client.passes.create({ templateId, values: { gate: "A1" } });
  return (await client.scans.scan({ message: `T-${serialNumber}` })).scanId;
}
