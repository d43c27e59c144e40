import { createSignerBook, type SignerBook } from "../device-service/certificates.ts";
import { openSecret, type SealingSecret } from "../installation/sealed-secret.ts";
import type { Logger } from "../logging/logger.ts";
import type { ApnsCredential } from "../push/apns/apns-credential.ts";
import type { CertificateStore, StoredCertificate } from "../storage/certificates/certificate-storage.ts";
import { type HeldCertificate, holdCertificate } from "./held-certificate.ts";

/** What keys of certificates are sealed for. */
export const KEY_PURPOSE = "certificate-key";

/** Certificates that are not in the database, and may change as well. */
export interface CertificateFiles {
  /** Any text that changes when one of the files does. */
  stamp(): Promise<string>;
  load(): Promise<readonly HeldCertificate[]>;
}

/** All certificates of an installation, as they are now: what asks it again is answered anew. */
export interface CertificateBook extends SignerBook {
  all(): readonly HeldCertificate[];
  /** The one that signs new revisions of a pass type. */
  signing(passTypeIdentifier: string): HeldCertificate | undefined;
  /** The one that pushes for a pass type. */
  pushing(passTypeIdentifier: string): HeldCertificate | undefined;
  credentialFor(passTypeIdentifier: string): ApnsCredential | undefined;
  passTypeIdentifiers(): readonly string[];
  /** Takes up what has changed, in the database or the data folder. Rejects when the database cannot be read; what was known stays. */
  refresh(): Promise<void>;
  /** Is told of pass types that have another credential than before. */
  onCredential(listener: (passTypeIdentifiers: readonly string[]) => void): void;
  /** Looks for changes by itself until it is stopped. */
  start(): void;
  stop(): Promise<void>;
}

/** What a book is made of. */
export interface CertificateBookOptions {
  readonly store: CertificateStore;
  readonly files: CertificateFiles;
  readonly sealing: SealingSecret;
  readonly clock: () => number;
  readonly log: Logger;
  /** Between two looks; 2 seconds when absent. */
  readonly everyMs?: number;
}

/**
 * Opens the certificates of an installation. A certificate that is uploaded to one process is known to all that share the
 * database within seconds: each looks at one small row.
 *
 * @throws {InstallationError} `ERR_SERVER_SEALED`, `ERR_SERVER_CERTIFICATE`.
 */
export async function openCertificateBook(options: CertificateBookOptions): Promise<CertificateBook> {
  const { store, files, sealing, clock, log, everyMs = 2000 } = options;
  const opened = new Map<string, HeldCertificate>();
  const listeners: ((passTypeIdentifiers: readonly string[]) => void)[] = [];
  let ofFiles: readonly HeldCertificate[] = [];
  let ofStore: readonly HeldCertificate[] = [];
  let held: readonly HeldCertificate[] = [];
  let book: SignerBook = createSignerBook([], { clock });
  let version: string | undefined;
  let stamp: string | undefined;
  let refused: string | undefined;
  let looking: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** @throws {InstallationError} `ERR_SERVER_SEALED`. */
  async function openStored(row: StoredCertificate): Promise<HeldCertificate | undefined> {
    const known = opened.get(row.id);
    if (row.certificate === null || known !== undefined) return known;
    const privateKey = openSecret(sealing, row.sealedKey, { purpose: KEY_PURPOSE, row: row.id });
    const { certificate, intermediate, id, createdAt } = row;
    const origin = { id, source: "api", createdAt } as const;
    const made = await holdCertificate({ certificate, privateKey, intermediate }, origin, new Date(clock()));
    opened.set(id, made);
    return made;
  }

  function settle(): void {
    const before = new Map(held.map(({ passTypeIdentifier: type }) => [type, pushing(type)?.credential.id]));
    // The same certificate may lie in both: the database's can be taken away over the API.
    const stored = new Set(ofStore.map(({ signer }) => signer.facts.fingerprint));
    held = [...ofFiles.filter(({ signer }) => !stored.has(signer.facts.fingerprint)), ...ofStore];
    book = createSignerBook(
      held.map(({ signer }) => signer),
      { clock },
    );
    const types = new Set(held.map(({ passTypeIdentifier }) => passTypeIdentifier));
    const changed = [...types].filter((type) => pushing(type)?.credential.id !== before.get(type));
    if (changed.length > 0) for (const listener of listeners) listener(changed);
  }

  async function look(): Promise<void> {
    let hasChanged = false;
    const newest = await store.version();
    if (newest !== version) {
      const rows = await store.list();
      const present = await Promise.all(rows.map(openStored));
      for (const id of opened.keys()) if (!rows.some((row) => row.id === id)) opened.delete(id);
      ofStore = present.filter((one) => one !== undefined);
      version = newest;
      hasChanged = true;
    }
    hasChanged = (await lookAtFiles()) || hasChanged;
    if (hasChanged) settle();
  }

  /** At the start a file that cannot be used ends it; later it may be one that is being copied. */
  async function lookAtFiles(): Promise<boolean> {
    let newest: string | undefined;
    try {
      newest = await files.stamp();
      if (newest === stamp) return false;
      ofFiles = await files.load();
      stamp = newest;
      return true;
    } catch (error) {
      if (stamp === undefined) throw error;
      if (newest !== refused) log.error("certificates of the data folder cannot be read", { error });
      refused = newest;
      return false;
    }
  }

  /** Whoever asks sees what was written before: a look that has begun already may have come too early. */
  function refresh(): Promise<void> {
    if (looking === undefined) {
      looking = look().finally(() => {
        looking = undefined;
      });
      return looking;
    }
    next ??= looking
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return refresh();
      });
    return next;
  }

  const signing = (type: string): HeldCertificate | undefined => {
    const signer = book.find({ passTypeIdentifier: type, certificateId: "" });
    return held.find((one) => one.signer === signer);
  };

  /** Of those that are valid the one that lasts longest; where none is, too, for then the client says what is wrong. */
  const pushing = (type: string): HeldCertificate | undefined => {
    const lastFirst = held
      .filter(({ passTypeIdentifier }) => passTypeIdentifier === type)
      .toReversed()
      .toSorted((one, other) => other.credential.notAfter - one.credential.notAfter);
    return lastFirst.find(({ signer }) => signer.facts.notBefore.getTime() <= clock()) ?? lastFirst[0];
  };

  await refresh();
  let isFailing = false;
  const tick = async (): Promise<void> => {
    try {
      await refresh();
      isFailing = false;
    } catch (error) {
      // The last state serves on; said once, not every two seconds.
      if (!isFailing) log.error("certificates cannot be read", { error });
      isFailing = true;
    }
  };
  let ticking: Promise<void> = Promise.resolve();

  return {
    find: (wish) => book.find(wish),
    all: () => held,
    signing,
    pushing,
    credentialFor: (type) => pushing(type)?.credential,
    passTypeIdentifiers: () => [...new Set(held.map(({ passTypeIdentifier }) => passTypeIdentifier))].toSorted(),
    refresh,
    onCredential: (listener) => void listeners.push(listener),
    start: () => {
      timer ??= setInterval(() => {
        ticking = tick();
      }, everyMs).unref();
    },
    stop: async () => {
      clearInterval(timer);
      await ticking;
    },
  };
}
