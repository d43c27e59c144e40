import type { ClaimedPush } from "../push-queue.ts";
import type { PushResult, PushSender, PushVerdict } from "../push-sender.ts";
import { ApnsClient } from "./apns-client.ts";
import type { ApnsCredential } from "./apns-credential.ts";
import { isOfConnection } from "./apns-fault.ts";
import type { ApnsClientOptions } from "./apns-options.ts";
import type { ApnsResult } from "./apns-result.ts";

/** Options of {@link createApnsSender}: those of a client, and where credentials come from. */
export interface ApnsSenderOptions extends Omit<ApnsClientOptions, "credential"> {
  /**
   * The credential of a pass type, asked for with every push, so that a new certificate counts at once; undefined: there is none.
   * Answer from memory. Pass types with the same credential (a .p8 key) share a connection.
   */
  readonly credentialFor: (passTypeIdentifier: string) => ApnsCredential | undefined | Promise<ApnsCredential | undefined>;
}

/**
 * Sends pushes to Apple's devices.
 *
 * @throws {PushError} `ERR_PUSH_OPTION` for an option out of range, with the first push.
 *
 * @example
 * ```ts
 * const sender = createApnsSender({ credentialFor: (passTypeIdentifier) => credentials.get(passTypeIdentifier) });
 * ```
 */
export function createApnsSender(options: ApnsSenderOptions): PushSender {
  const { credentialFor, ...clientOptions } = options;
  const clients = new Map<string, ApnsClient>();
  const credentialIds = new Map<string, string>();
  const retiring = new Set<Promise<void>>();

  /** The connection of a credential that no pass type uses any longer is let go of. */
  function adopt(passTypeIdentifier: string, credentialId: string): void {
    const before = credentialIds.get(passTypeIdentifier);
    if (before === credentialId) return;
    credentialIds.set(passTypeIdentifier, credentialId);
    if (before === undefined || [...credentialIds.values()].includes(before)) return;
    const client = clients.get(before);
    clients.delete(before);
    const closed = client?.close();
    if (closed !== undefined) retiring.add(closed.finally(() => retiring.delete(closed)));
  }

  async function findClient(passTypeIdentifier: string): Promise<ApnsClient | undefined> {
    const given = credentialFor(passTypeIdentifier);
    const credential = given instanceof Promise ? await given : given;
    if (credential === undefined) return undefined;
    adopt(passTypeIdentifier, credential.id);
    let client = clients.get(credential.id);
    if (client === undefined) {
      client = new ApnsClient({ ...clientOptions, credential });
      clients.set(credential.id, client);
    }
    return client;
  }

  return {
    async send(push: ClaimedPush, sendOptions = {}) {
      const client = await findClient(push.passTypeIdentifier);
      if (client === undefined) return NO_CREDENTIAL;
      return toPushResult(await client.send(push, sendOptions));
    },
    async close() {
      await Promise.all([...[...clients.values()].map((client) => client.close()), ...retiring]);
    },
  };
}

const NO_CREDENTIAL: PushResult = {
  kind: "paused",
  reason: "NoCredential",
  alert: "The pass type has neither a certificate nor a key for pushing.",
};

/** What follows from an answer of APNs. */
export function toPushResult(result: ApnsResult): PushResult {
  const verdict = toVerdict(result);
  if (result.kind === "unreachable") return verdict;
  const { apnsId } = result;
  const status = result.kind === "delivered" ? 200 : result.status;
  return { ...verdict, receipt: { status, ...(apnsId !== undefined && { apnsId }) } };
}

function toVerdict(result: ApnsResult): PushVerdict {
  if (result.kind === "delivered") return { kind: "delivered" };
  const reason = result.kind === "refused" ? result.reason : result.fault;
  const { action, words, notBeforeMs } = result;
  switch (action) {
    case "retry":
      return {
        kind: "retry",
        reason,
        ...(notBeforeMs !== undefined && { afterMs: notBeforeMs }),
        ...(result.kind === "unreachable" && isOfConnection(result.fault) && { unreachable: words }),
      };
    case "drop": {
      const { unregisteredAt, doubtful } = result;
      return {
        kind: "dead",
        reason,
        ...(unregisteredAt !== undefined && { unregisteredAt }),
        ...(doubtful && { doubtful, alert: words }),
      };
    }
    case "pause":
      return { kind: "paused", reason, alert: words };
    case "bug":
      break;
  }
  return { kind: "failed", reason, alert: words };
}
