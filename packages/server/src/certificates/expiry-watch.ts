import type { Logger } from "../logging/logger.ts";
import type { CertificateStore } from "../storage/certificates/certificate-storage.ts";
import type { CertificateBook } from "./certificate-book.ts";
import { expiryWarnings } from "./certificate-warnings.ts";

const DAY = 86_400_000;

/** Tells in time that certificates end. */
export interface ExpiryWatch {
  /** Looks now. Of all processes one tells each warning, once a day; what was told is kept in the database. Never rejects. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Looks at the start and every hour: a day begins anywhere in the world, and a process that sleeps misses no more than that. */
export function startExpiryWatch(options: {
  readonly book: CertificateBook;
  readonly store: Pick<CertificateStore, "noteNotice">;
  readonly clock: () => number;
  readonly log: Logger;
  /** Between two looks; an hour when absent. */
  readonly everyMs?: number;
}): ExpiryWatch {
  const { book, store, clock, log, everyMs = 3_600_000 } = options;
  let looking: Promise<void> = Promise.resolve();

  async function tell(): Promise<void> {
    const now = clock();
    for (const warning of expiryWarnings(book, now)) {
      if (!("fingerprint" in warning)) continue;
      const { kind, passTypeIdentifier, fingerprint, threshold, daysLeft, expiresAt } = warning;
      const told = await store.noteNotice({
        kind,
        passTypeIdentifier,
        fingerprint,
        threshold,
        expiresAt,
        day: Math.floor(now / DAY),
        at: now,
      });
      if (told === "told") continue;
      const fields = { passTypeIdentifier, fingerprint, kind, daysLeft, notAfter: new Date(expiresAt) };
      if (expiresAt <= now) log.error("certificate has expired", fields);
      else log.warn("certificate expires soon", fields);
    }
  }

  const look = (): Promise<void> => {
    looking = looking.then(tell).catch((error: unknown) => log.error("warnings about certificates could not be given", { error }));
    return looking;
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
