import { createRateLimiter } from "../../device-service/rate-limiter.ts";

/** Where mails are asked for: who asks too often, or for one recipient too often, is told to wait. */
export interface MailDesk {
  /** Milliseconds until the next may be asked for; 0: this one may. */
  take(request: { readonly keyId: string; readonly recipient: string }): number;
  /** Tells the worker of this process that there is a mail. */
  readonly onMail: () => void;
}

/** How often mails are taken: of one key, and for one recipient, at once and in a second for long. */
export interface MailRates {
  readonly keyBurst: number;
  readonly keyPerSecond: number;
  readonly recipientBurst: number;
  readonly recipientPerSecond: number;
}

/** A key sends a thousand mails in a quarter of an hour; nobody is sent more than ten an hour. */
export const MAIL_RATES: MailRates = { keyBurst: 100, keyPerSecond: 1, recipientBurst: 10, recipientPerSecond: 10 / 3600 };

export function createMailDesk(options: {
  readonly clock: () => number;
  readonly onMail: () => void;
  readonly rates?: Partial<MailRates>;
}): MailDesk {
  const { clock, onMail } = options;
  const rates = { ...MAIL_RATES, ...options.rates };
  const keys = createRateLimiter({ burst: rates.keyBurst, perSecond: rates.keyPerSecond, keys: 10_000, clock });
  const recipients = createRateLimiter({
    burst: rates.recipientBurst,
    perSecond: rates.recipientPerSecond,
    keys: 100_000,
    clock,
  });
  return {
    take: ({ keyId, recipient }) => keys.take(keyId) || recipients.take(recipient.toLowerCase()),
    onMail,
  };
}
