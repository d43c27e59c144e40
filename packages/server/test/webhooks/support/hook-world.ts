import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createOutgoingClient } from "../../../src/http/outgoing/outgoing-client.ts";
import { createOutgoingPolicy } from "../../../src/http/outgoing/outgoing-policy.ts";
import { toSealingSecret } from "../../../src/installation/sealed-secret.ts";
import { openPostgresStorage } from "../../../src/storage/postgres/open-postgres-storage.ts";
import { openSqliteStorage } from "../../../src/storage/sqlite/open-sqlite-storage.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import type { NewWebhookEndpoint, WebhookDelivery } from "../../../src/storage/webhooks/webhook-storage.ts";
import { deliver, DELIVERY_LIMITS } from "../../../src/webhooks/delivery/deliver.ts";
import type { ClaimedDelivery, DeliveryOutcome, DisabledEndpoint } from "../../../src/webhooks/delivery/delivery-queue.ts";
import {
  createDeliveryWorker,
  type DeliveryWorker,
  type DeliveryWorkerOptions,
} from "../../../src/webhooks/delivery/delivery-worker.ts";
import { createWebhookSecret, openWebhookSecret, sealWebhookSecret } from "../../../src/webhooks/webhook-secret.ts";
import { freshPostgres } from "../../support/postgres.ts";
import { newPass, NOW } from "../../storage/contract/samples.ts";

const SEALING = toSealingSecret("ab".repeat(32));
export const AUDIT = {
  at: NOW,
  projectId: "default",
  actor: "local",
  action: "createWebhook",
  object: "x",
  requestId: "",
} as const;

/** A storage with a clock that the test moves, and workers over it that call loopback. */
export interface HookWorld {
  readonly storage: Storage;
  readonly outcomes: DeliveryOutcome[];
  readonly disabled: DisabledEndpoint[];
  now: number;
  /** Has an endpoint told; gives its secret. */
  listen(id: string, url: string, rest?: Partial<NewWebhookEndpoint>): Promise<string>;
  createWorker(options?: WorkerOptions): DeliveryWorker;
  issue(...serialNumbers: string[]): Promise<void>;
  deliveries(id: string): Promise<readonly WebhookDelivery[]>;
}

export interface WorkerOptions extends Partial<DeliveryWorkerOptions> {
  readonly answerMs?: number;
  readonly ca?: string;
  readonly allowedNetworks?: readonly string[];
  /** Storage of its own, as another process would have it. */
  readonly storage?: Storage;
}

/** Opens a world; it ends with the test. */
export async function openHookWorld(
  database: "sqlite" | "postgres" = "sqlite",
): Promise<HookWorld & { another(): Promise<Storage> }> {
  const { storage, another } = database === "sqlite" ? await openSqlite() : await openPostgres();
  const outcomes: DeliveryOutcome[] = [];
  const disabled: DisabledEndpoint[] = [];
  const world = {
    storage,
    another,
    outcomes,
    disabled,
    now: NOW,
    listen: async (id: string, url: string, rest: Partial<NewWebhookEndpoint> = {}) => {
      const secret = createWebhookSecret();
      const endpoint = {
        id,
        projectId: "default",
        url,
        description: "",
        createdAt: NOW,
        secret: sealWebhookSecret(SEALING, secret, id),
      };
      const filter = { eventTypes: null, passTypeIdentifiers: null, templateIds: null };
      await storage.webhooks.create({ ...endpoint, ...filter, ...rest }, { audit: AUDIT });
      return secret;
    },
    createWorker: ({ answerMs = 2000, ca, allowedNetworks = ["127.0.0.0/8"], storage: own, ...rest }: WorkerOptions = {}) => {
      const policy = createOutgoingPolicy({ allowedNetworks });
      const client = createOutgoingClient({ policy, ...(ca !== undefined && { ca }) });
      const openSecret = (sealed: string, endpointId: string) => openWebhookSecret(SEALING, sealed, endpointId);
      const clock = () => world.now;
      const limits = { ...DELIVERY_LIMITS, connectMs: 2000, answerMs, bodyMs: 100 };
      const worker = createDeliveryWorker({
        queue: (own ?? storage).webhooks.queue,
        deliver: (delivery: ClaimedDelivery, signal: AbortSignal) =>
          deliver({ client, policy, openSecret, clock, random: () => 0.5, limits }, delivery, signal),
        worker: crypto.randomUUID(),
        clock,
        random: () => 0.5,
        pollMs: 20,
        onOutcome: (outcome) => void outcomes.push(outcome),
        onDisabled: (endpoint) => void disabled.push(endpoint),
        ...rest,
      });
      onTestFinished(async () => {
        await worker.stop({ signal: AbortSignal.timeout(100) });
        client.close();
      });
      return worker;
    },
    issue: async (...serialNumbers: string[]) => {
      await storage.passes.create(
        serialNumbers.map((serialNumber) => newPass(serialNumber)),
        { now: world.now },
      );
    },
    deliveries: async (id: string) => (await storage.webhooks.deliveries({ endpointId: id, limit: 100 })).toReversed(),
  };
  return world;
}

async function openSqlite() {
  const folder = await mkdtemp(join(tmpdir(), "passwright-hooks-"));
  const storage = await openSqliteStorage({ file: join(folder, "passwright.db") });
  onTestFinished(async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });
  return { storage, another: () => Promise.resolve(storage) };
}

async function openPostgres() {
  const database = await freshPostgres();
  const opened: Storage[] = [];
  const another = async () => {
    const storage = await openPostgresStorage({ url: database.url, poolSize: 6 });
    opened.push(storage);
    return storage;
  };
  onTestFinished(async () => {
    for (const storage of opened) await storage.close();
    await database.drop();
  });
  return { storage: await another(), another };
}
