import { randomUUID } from "node:crypto";
import { CLIENT_NAMES, clientNamed } from "@passwright/wallet/protocol";
import type { Logger } from "../logging/logger.ts";
import type { ServerMetrics } from "../metrics/server-metrics.ts";
import { createApnsSender } from "../push/apns/apns-sender.ts";
import { createHttpPushSender, HTTP_PUSH_SERVICES } from "../push/http-push-sender.ts";
import type { PushSender } from "../push/push-sender.ts";
import { createPushWorker, type PushWorker } from "../push/worker/push-worker.ts";
import type { Storage } from "../storage/storage.ts";
import type { CertificateBook } from "../certificates/certificate-book.ts";
import type { Issuer } from "./issuer.ts";

/** A worker with the senders that it uses. */
export interface PushService {
  readonly worker: PushWorker;
  /** Lets pushes under way end for so long, gives the rest back, and closes the connections. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}

/** Starts to send what the queue holds, paused or not: to APNs, and to the services of other apps that have one and ask for no key. */
export async function startPushService(options: {
  readonly storage: Storage;
  readonly apns: Issuer["apns"];
  readonly certificates: CertificateBook;
  /** Calls nobody but the issuer's APNs. */
  readonly offline: boolean;
  readonly log: Logger;
  readonly metrics: ServerMetrics;
  readonly clock: () => number;
}): Promise<PushService> {
  const { storage, apns: service, certificates, offline, log, metrics, clock } = options;
  const { origin, ca } = service;
  const apns = createApnsSender({
    credentialFor: (passTypeIdentifier) => certificates.credentialFor(passTypeIdentifier),
    origin,
    ...(ca === undefined ? {} : { ca }),
    clock,
    onEvent: (event) => log.info("apns connection", { ...event }),
  });
  const senders = new Map<string, PushSender>();
  for (const name of CLIENT_NAMES) {
    const { push } = clientNamed(name);
    if (push === "apns") senders.set(name, countOutcomes(apns, metrics));
    else if (push === "wallet-passes" && !offline) {
      senders.set(name, countOutcomes(createHttpPushSender({ service: HTTP_PUSH_SERVICES[push], clock }), metrics));
    }
  }
  const worker = createPushWorker({
    queue: storage.pushes,
    senders,
    worker: randomUUID(),
    clock,
    onAlert: (alert) => log.error("push alert", { ...alert }),
  });
  await resume(storage, log, () => true);
  certificates.onCredential((passTypeIdentifiers) => {
    resume(storage, log, (passTypeIdentifier) => passTypeIdentifiers.includes(passTypeIdentifier))
      .then(() => worker.wake())
      .catch((error: unknown) => log.error("pushes could not be resumed", { error }));
  });
  worker.start();
  return {
    worker,
    stop: async ({ graceMs }) => {
      await worker.stop({ signal: AbortSignal.timeout(graceMs) });
      await Promise.all([...senders.values()].map((sender) => sender.close()));
    },
  };
}

/**
 * A pass type is paused for a credential that Apple refuses: whoever starts the server again, or brings another certificate, has
 * mended it, or hears of it again.
 */
async function resume(storage: Storage, log: Logger, isMended: (passTypeIdentifier: string) => boolean): Promise<void> {
  for (const { passTypeIdentifier, reason } of (await storage.statistics()).pausedPassTypes) {
    if (!isMended(passTypeIdentifier)) continue;
    log.info("pushes resumed", { passTypeIdentifier, reason });
    await storage.pushes.resumePassType({ passTypeIdentifier });
  }
}

function countOutcomes(sender: PushSender, metrics: ServerMetrics): PushSender {
  return {
    send: async (push, options) => {
      const result = await sender.send(push, options);
      metrics.pushes.add({ outcome: result.kind });
      return result;
    },
    close: () => sender.close(),
  };
}
