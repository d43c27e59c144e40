import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { joinChunks } from "@passwright/pass";
import { Wallet, type WalletOptions } from "@passwright/wallet";
import { type ArchiveStore, createArchiveStore } from "../../../src/device-service/archive-store.ts";
import { createSignerBook } from "../../../src/device-service/certificates.ts";
import { createDeviceService, type DeviceServiceOptions } from "../../../src/device-service/device-service.ts";
import type { PassSource } from "../../../src/device-service/pass-source.ts";
import { createTemplatePassSource } from "../../../src/device-service/template-pass-source.ts";
import { createDeviceListener } from "../../../src/http/device-listener.ts";
import { createHttpServer, type HttpServer } from "../../../src/http/http-server.ts";
import type { HttpLimits } from "../../../src/http/http-limits.ts";
import { createOperationsListener } from "../../../src/http/operations-listener.ts";
import { createLogger } from "../../../src/logging/logger.ts";
import { createMetricRegistry, type MetricRegistry } from "../../../src/metrics/metric-registry.ts";
import { createServerMetrics } from "../../../src/metrics/server-metrics.ts";
import { openSqliteStorage } from "../../../src/storage/sqlite/open-sqlite-storage.ts";
import type { NewPass, PassChange, PassKey, Storage } from "../../../src/storage/storage.ts";
import { PASS_TYPE, testAuthority, TEST_NOW } from "./test-authority.ts";
import { packTemplate, SIGN_UP_FORM } from "./test-template.ts";

/** The real service with its real storage, on a port of its own. */
export interface DeviceWorld {
  readonly storage: Storage;
  readonly source: PassSource;
  readonly archives: ArchiveStore;
  readonly http: HttpServer;
  readonly registry: MetricRegistry;
  readonly port: number;
  /** webServiceURL of all passes. */
  readonly url: string;
  readonly clock: { now: number };
  /** All that was logged so far. */
  readonly logText: () => string;
  readonly issue: (serialNumber: string, given?: Partial<NewPass>) => Promise<Uint8Array>;
  readonly change: (serialNumber: string, change?: Partial<PassChange>) => Promise<void>;
  /** Tokens that the work queued in storage would push to, once each. */
  readonly takePushes: () => Promise<readonly { readonly pushToken: string; readonly topic: string }[]>;
  readonly openWallet: (options?: Partial<WalletOptions>) => Promise<Wallet>;
}

export const MOUNT_PATH = "/wallet";

/** The token of a test pass: one of its own for each serial number. */
export function tokenOf(serialNumber: string): string {
  return `token-of-${serialNumber}-0123456789`;
}

export function keyOf(serialNumber: string): PassKey {
  return { passTypeIdentifier: PASS_TYPE, serialNumber };
}

export interface WorldOptions extends Pick<DeviceServiceOptions, "limits" | "personalizedValues"> {
  /** Puts something else in the place of a part. */
  readonly replace?: (parts: { readonly storage: Storage; readonly source: PassSource }) => {
    readonly storage?: Storage;
    readonly source?: PassSource;
  };
  readonly httpLimits?: Partial<HttpLimits>;
  readonly trustedProxies?: number;
}

/** Opens a world and ends it with the test. */
export async function openDeviceWorld(options: WorldOptions = {}): Promise<DeviceWorld> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-device-"));
  const { authority, signer } = await testAuthority();
  const clock = { now: TEST_NOW };
  const now = () => clock.now;
  const opened = await openSqliteStorage({ file: join(folder, "passes.db"), clock: now });
  const lines: string[] = [];
  const log = createLogger({ write: (text) => lines.push(text), level: "debug", clock: now });
  const registry = createMetricRegistry();
  const metrics = createServerMetrics(registry);
  let url = "";
  const made = createTemplatePassSource({
    templates: opened.templates,
    signers: createSignerBook([signer]),
    webServiceURL: () => url,
    clock: now,
  });
  const { storage, source } = { storage: opened, source: made, ...options.replace?.({ storage: opened, source: made }) };
  const archives = createArchiveStore({ source, maxBytes: 16 * 1024 * 1024 });
  const service = createDeviceService({ storage, source, archives, clock: now, log, metrics, ...options });
  const { trustedProxies = 0 } = options;
  const http = createHttpServer({
    listeners: [
      createDeviceListener(service, { mountPath: MOUNT_PATH, trustedProxies, limits: options.httpLimits ?? {} }),
      createOperationsListener({ storage, registry, log }),
    ],
    log,
    limits: options.httpLimits ?? {},
  });
  const port = await http.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${port}${MOUNT_PATH}`;
  onTestFinished(async () => {
    await http.stop({ graceMs: 0 });
    await opened.close();
    await rm(folder, { recursive: true });
  });
  await publish(opened, "gate", await packTemplate());
  await publish(opened, "rewards", await packTemplate({}, { "personalization.json": SIGN_UP_FORM }));

  let gate = 1;
  const issue = async (serialNumber: string, given: Partial<NewPass> = {}): Promise<Uint8Array> => {
    const pass: NewPass = {
      ...keyOf(serialNumber),
      authenticationToken: tokenOf(serialNumber),
      templateId: given.personalization === "open" ? "rewards" : "gate",
      templateVersion: 1,
      values: '{"gate":"A1"}',
      ...given,
    };
    const [stored] = await opened.passes.create([pass], { now: clock.now });
    return joinChunks((await source.build(stored!)).chunks);
  };
  return {
    storage,
    source,
    archives,
    http,
    registry,
    port,
    url,
    clock,
    logText: () => {
      log.flush();
      return lines.join("");
    },
    issue,
    change: async (serialNumber, change = {}) => {
      gate += 1;
      const [result] = await opened.passes.change(
        PASS_TYPE,
        [{ serialNumber, values: JSON.stringify({ gate: `B${gate}` }), ...change }],
        { now: clock.now, push: { kind: "now" } },
      );
      if (result?.kind !== "changed") throw new Error(`the change came to ${result?.kind}`);
    },
    takePushes: async () => {
      const claimed = await opened.pushes.claim({ worker: "test", limit: 1000, now: clock.now + 60_000, leaseMs: 1 });
      await opened.pushes.record({
        worker: "test",
        outcomes: claimed.map((push) => ({ kind: "delivered", push })),
        now: clock.now + 60_000,
      });
      return claimed.map(({ pushToken, passTypeIdentifier }) => ({ pushToken, topic: passTypeIdentifier }));
    },
    openWallet: (given = {}) =>
      Wallet.open({
        fetch: (request) => fetch(request),
        now: () => new Date(clock.now),
        random: () => 0.5,
        trustAnchors: authority.trustAnchors,
        intermediates: authority.intermediates,
        developerMode: true,
        ...given,
      }),
  };
}

/** Publishes the next version of a template. */
export async function publish(storage: Storage, templateId: string, archive: Uint8Array): Promise<number> {
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(archive))).toString("hex");
  const template = { templateId, passTypeIdentifier: PASS_TYPE, digest, archive };
  return (await storage.templates.publish(template, { now: TEST_NOW })).version;
}
