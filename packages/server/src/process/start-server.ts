import { randomUUID } from "node:crypto";
import { createJobWorker, type JobWorker } from "../jobs/job-worker.ts";
import { createActivityRecorder } from "../activity/activity-recorder.ts";
import type { ApiContext } from "../api/api-context.ts";
import { createFirstKey, type KeyKind } from "../api/api-keys.ts";
import { createApiListener } from "../api/api-listener.ts";
import { createTemplateShelf } from "../api/template-shelf.ts";
import { type CertificateBook, openCertificateBook } from "../certificates/certificate-book.ts";
import { setUpWarnings } from "../certificates/certificate-warnings.ts";
import { startExpiryWatch } from "../certificates/expiry-watch.ts";
import type { ServerConfig } from "../config/server-config.ts";
import { type DemoInstallation, openDemo } from "../demo/demo-installation.ts";
import { createArchiveStore } from "../device-service/archive-store.ts";
import { createMailDesk } from "../distribution/mail/mail-desk.ts";
import { createDeviceService } from "../device-service/device-service.ts";
import { createTemplatePassSource } from "../device-service/template-pass-source.ts";
import { createDeviceListener, type HttpListener } from "../http/device-listener.ts";
import type { HttpLimits } from "../http/http-limits.ts";
import { createHttpServer, type HttpServer } from "../http/http-server.ts";
import { createStrayListener } from "../http/stray-listener.ts";
import { createOutgoingPolicy, type OutgoingPolicyOptions } from "../http/outgoing/outgoing-policy.ts";
import { startWebhooks } from "./webhook-service.ts";
import { createOperationsListener } from "../http/operations-listener.ts";
import { claimKind } from "../installation/claim-kind.ts";
import { type DataFolder, openDataFolder } from "../installation/data-folder.ts";
import { InstallationError } from "../installation/installation-error.ts";
import { assertSecretFits } from "../installation/reseal-on-data.ts";
import { type SealingSecret, toSealingSecret } from "../installation/sealed-secret.ts";
import { publishTemplates } from "../installation/publish-templates.ts";
import { createLogger, type Logger } from "../logging/logger.ts";
import { readFonts } from "../pictures/read-fonts.ts";
import { createMetricRegistry } from "../metrics/metric-registry.ts";
import { createServerMetrics } from "../metrics/server-metrics.ts";
import { createBarcodeKeyring } from "../scan/barcode-keyring.ts";
import { createJwksListener } from "../scan/jwks-listener.ts";
import { signBarcodeOf } from "../scan/sign-barcode-of.ts";
import type { Storage, TemplateVersion } from "../storage/storage.ts";
import { countArchives } from "./count-archives.ts";
import { defineProcessGauges } from "./process-gauges.ts";
import { openStorage } from "./open-storage.ts";
import { type MailService, startMailService } from "./mail-service.ts";
import { openPublicPages } from "./public-pages.ts";
import { type PushService, startPushService } from "./push-service.ts";
import { type ScanService, startScanService } from "./scan-service.ts";
import { loadIssuer } from "./real-issuer.ts";

/** What a server needs of the process around it. */
export interface ServerSurroundings {
  /** Takes whole lines of the log. */
  readonly writeLog: (lines: string) => void;
  /** Of certificates in the data folder; undefined: none is needed, or it stands beside the file. */
  readonly passphrase?: string | undefined;
  /** `PASSWRIGHT_SECRET`: secrets in the database are sealed under it; undefined: under the secret of the data folder. */
  readonly secret?: string | undefined;
  /** Epoch milliseconds; `Date.now` when absent. */
  readonly clock?: () => number;
  /** What is taken from a connection before it is ended; those of `HTTP_LIMITS` when absent. */
  readonly limits?: Partial<HttpLimits>;
}

/** A server that answers. */
export interface RunningServer {
  /** Where it listens, without a slash at the end. */
  readonly origin: string;
  /** The `webServiceURL` that its passes name. */
  readonly webServiceURL: string;
  readonly folder: DataFolder;
  readonly storage: Storage;
  readonly templates: readonly TemplateVersion[];
  /** Pass types that it can sign for. */
  readonly passTypeIdentifiers: readonly string[];
  /** Requests that were begun since the start. */
  readonly requests: number;
  /** An API key with the scope admin where there was none before: it is told here and kept nowhere. */
  readonly firstKey: string | null;
  /** Null unless it plays the demo. */
  readonly demo: DemoInstallation | null;
  /** Passes were changed through {@link storage}: their pushes are sent at once, not within some seconds. Cheap. */
  wake(): void;
  /**
   * Ends in order: no new requests and pushes; requests under way are answered while claimed pushes are sent or given back, both
   * within `stopSeconds`; then the database is closed. Never rejects: what does not end is told in the log.
   */
  stop(): Promise<void>;
}

/** Path under which devices find the web service; it stands in every pass, so it stays. */
const MOUNT = "/wallet";

/**
 * Starts a server as the settings say: storage, Wallet's web service, the issuer's API, push, health and metrics.
 *
 * @throws {InstallationError | StorageError} with what is wrong, where, and what to do; nothing is left running then.
 *
 * @example
 * ```ts
 * const config = readConfig({ flags: { port: "0" }, workingDirectory: process.cwd() });
 * const server = await startServer(config, { writeLog: (lines) => process.stdout.write(lines) });
 * console.log(server.origin);
 * await server.stop();
 * ```
 */
export async function startServer(config: ServerConfig, surroundings: ServerSurroundings): Promise<RunningServer> {
  const { writeLog, passphrase, secret, clock = Date.now, limits = {} } = surroundings;
  const log = createLogger({ write: writeLog, level: config.logLevel, clock });
  const closers: Stage[] = [[async () => log.flush()]];
  const closeAll = async () => {
    for (const stage of closers.splice(0).toReversed()) {
      for (const end of await Promise.allSettled(stage.map((close) => close()))) {
        // What does not end keeps nothing else from ending.
        if (end.status === "rejected") log.error("stopping failed", { error: end.reason as unknown });
      }
    }
  };
  try {
    const folder = await openDataFolder(config.dataFolder);
    const life = { isDead: false };
    const storage = await openStorage(config, folder, (error) => {
      life.isDead = true;
      log.error("storage is dead", { error, todo: "Start the server again: until then nothing can be written." });
    });
    closers.push([() => storage.close()]);
    await claimKind(storage, config.demo);
    const sealing = toSealingSecret(secret ?? folder.secret);
    await assertSecretFits(storage, sealing);
    const demo = config.demo ? await openDemo({ folder, storage, clock }) : null;
    if (demo !== null) closers.push([() => demo.close()]);
    const issuer = demo?.issuer ?? (await loadIssuer(config, folder, { passphrase, clock }));
    const { certificates: store } = storage;
    const certificates = await openCertificateBook({ store, files: issuer.files, sealing, clock, log });
    await publishTemplates(folder.templates, storage, clock());
    const templates = await storage.templates.newest();
    return await assemble({
      config,
      limits,
      log,
      clock,
      closers,
      closeAll,
      folder,
      storage,
      life,
      demo,
      issuer,
      certificates,
      templates,
      sealing,
    });
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** What is ended at the same time; stages end in the reverse order of their beginning. */
type Stage = (() => Promise<void>)[];

interface Parts {
  readonly config: ServerConfig;
  readonly limits: Partial<HttpLimits>;
  readonly log: Logger;
  readonly clock: () => number;
  readonly closers: Stage[];
  readonly closeAll: () => Promise<void>;
  readonly folder: DataFolder;
  readonly storage: Storage;
  readonly life: { readonly isDead: boolean };
  readonly demo: DemoInstallation | null;
  readonly issuer: DemoInstallation["issuer"];
  readonly certificates: CertificateBook;
  readonly templates: readonly TemplateVersion[];
  readonly sealing: SealingSecret;
}

async function assemble(parts: Parts): Promise<RunningServer> {
  const { config, limits, log, clock, closers, closeAll, folder, storage, life, demo, issuer, certificates, templates, sealing } =
    parts;
  const registry = createMetricRegistry();
  const metrics = createServerMetrics(registry);
  const graceMs = config.stopSeconds * 1000;
  let isStopping = false;
  let publicUrl = "";
  let webServiceURL = "";

  const keyKind: KeyKind = config.demo ? "test" : "live";
  const keyring = createBarcodeKeyring({ scans: storage.scans, sealing, clock });
  const source = createTemplatePassSource({
    templates: storage.templates,
    images: storage.images,
    signers: certificates,
    webServiceURL: () => webServiceURL,
    clock,
    signedBarcode: (pass) => signBarcodeOf({ storage, keyring, secret: folder.secret }, pass),
  });
  const archives = createArchiveStore({
    source,
    maxBytes: config.archiveCacheMb * 1024 * 1024,
    ...countArchives(metrics),
  });
  // Requests and pushes end side by side, so that both have the whole of the time, and the process no more than that. What the
  // requests have left to write comes after them.
  const work: Stage = [];
  const afterWork: Stage = [];
  closers.push(afterWork, work);
  let push: PushService | undefined;
  let mail: MailService | undefined;
  if (config.role !== "web") {
    push = await startPushService({ storage, apns: issuer.apns, certificates, offline: config.demo, log, metrics, clock });
    const running = push;
    work.push(() => running.stop({ graceMs }));
  }
  certificates.start();
  work.push(() => certificates.stop());
  const expiry = startExpiryWatch({ book: certificates, store: storage.certificates, clock, log });
  work.push(() => expiry.stop());
  const outgoing = createOutgoingPolicy(outgoingOf(config));
  const webhooks = config.role === "web" ? undefined : startWebhooks({ storage, policy: outgoing, sealing, registry, log, clock });
  if (webhooks !== undefined) work.push(() => webhooks.stop({ graceMs }));
  const activity = createActivityRecorder({ store: storage.activity, clock, log });
  afterWork.push(() => activity.close());
  defineProcessGauges(registry, { storage, archives, certificates, clock, worker: push?.worker, activity });

  const shelf = createTemplateShelf(storage.templates);
  let jobs: JobWorker | undefined;
  if (config.role !== "web") {
    const onPush = () => push?.worker.wake();
    jobs = createJobWorker({
      storage,
      shelf,
      webServiceURL: () => webServiceURL,
      secret: folder.secret,
      signers: certificates,
      clock,
      onPush,
      worker: randomUUID(),
      log,
    });
    const running = jobs;
    work.push(() => running.stop());
  }

  const context: ApiContext = {
    storage,
    archives,
    signers: certificates,
    // Asked anew by each request: certificates come and go.
    get allSigners() {
      return certificates.all().map(({ signer }) => signer);
    },
    certificates,
    authorities: issuer.authorities,
    shelf,
    secret: folder.secret,
    keyring,
    sealing,
    keyKind,
    webServiceURL: () => webServiceURL,
    publicUrl: () => publicUrl,
    clock,
    log,
    fonts: await readFonts({ dataFolder: folder.path, named: config.fontsFolder }, log),
    activity,
    mailDesk: config.smtpUrl === null ? null : createMailDesk({ clock, onMail: () => mail?.wake() }),
    onPush: () => push?.worker.wake(),
    outgoing,
    onJob: () => jobs?.wake(),
    onWebhook: () => webhooks?.worker.wake(),
  };
  const listeners: HttpListener[] = [];
  const basePath = new URL(config.publicUrl ?? "http://localhost").pathname.replace(/\/$/u, "");
  let firstKey: string | null = null;
  if (config.role !== "worker") {
    const service = createDeviceService({ storage, source, archives, clock, log, metrics, activity });
    const { trustedProxies } = config;
    listeners.push(createDeviceListener(service, { mountPath: `${basePath}${MOUNT}`, trustedProxies }));
    const api = createApiListener(context, {
      basePath,
      trustedProxies,
      rates: { keyBurst: config.apiBurst, keyPerSecond: config.apiRate },
      corsOrigins: config.corsOrigins?.split(",") ?? [],
      limits,
      metrics,
    });
    afterWork.push(() => api.close());
    work.push(async () => api.endStreams());
    listeners.push(api.listener, createJwksListener({ keyring, access: storage.access, basePath, log }));
    listeners.push(createStrayListener({ passes: storage.passes, activity }));
    const { timeZone } = config;
    listeners.push(await openPublicPages(context, { dataFolder: folder.path, timeZone, basePath, trustedProxies }));
    firstKey = await createFirstKey(storage, { kind: keyKind, now: clock() });
  }
  if (demo !== null) listeners.push(demo.createListener({ archives, log, wake: () => push?.worker.wake() }));
  listeners.push(createOperationsListener({ storage, registry, log, isStopping: () => isStopping, isDead: () => life.isDead }));

  let requests = 0;
  const http = createHttpServer({ listeners, log, limits });
  http.server.on("request", () => {
    requests += 1;
  });
  const port = await listen(http, config);
  work.push(() => http.stop({ graceMs }));
  const origin = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  publicUrl = config.publicUrl ?? origin;
  webServiceURL = `${publicUrl}${MOUNT}`;
  jobs?.start();
  await expiry.look();
  for (const { passTypeIdentifier } of setUpWarnings(certificates, templates, [])) {
    log.warn("no certificate for a template", { passTypeIdentifier });
  }
  let scans: ScanService | undefined;
  if (config.role !== "web") {
    // The address stands in values that barcodes can be made of: not before it is known.
    const parts = { storage, shelf, secret: folder.secret, webServiceURL: () => webServiceURL, clock, log };
    scans = startScanService(parts, { keptDays: config.scanDays });
    const running = scans;
    work.push(() => running.stop());
    mail = await startMailService(config, context, { dataFolder: folder.path });
    work.push(async () => mail?.stop({ graceMs }));
  }
  log.info("listening", { origin, webServiceURL, role: config.role, database: storage.dialect, demo: config.demo });
  return {
    origin,
    webServiceURL,
    folder,
    storage,
    templates,
    get passTypeIdentifiers() {
      return certificates.passTypeIdentifiers();
    },
    firstKey,
    get requests() {
      return requests;
    },
    demo,
    wake: () => {
      push?.worker.wake();
      scans?.wake();
    },
    stop: async () => {
      isStopping = true;
      log.info("stopping");
      await closeAll();
    },
  };
}

/** A demo shows itself to this machine and calls nobody else. */
function outgoingOf({ demo, allowPrivateWebhooks }: ServerConfig): OutgoingPolicyOptions {
  const allowedNetworks = allowPrivateWebhooks?.split(",") ?? [];
  return demo ? { allowedNetworks: [...LOOPBACK, ...allowedNetworks], allowsInternet: false } : { allowedNetworks };
}

const LOOPBACK = ["127.0.0.0/8", "::1/128"] as const;

async function listen(http: HttpServer, { host, port, demo }: ServerConfig): Promise<number> {
  try {
    return await http.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A demo shows itself where there is room; the passes of a real server name its address.
    if (demo && code === "EADDRINUSE") return http.listen({ host, port: 0 });
    const problem = code === "EADDRINUSE" ? "is taken by another program" : `cannot be listened on (${code ?? "unknown"})`;
    throw new InstallationError("ERR_SERVER_PORT", `${host}:${port} ${problem}: give another with --port or --host.`, {
      cause: error,
    });
  }
}
