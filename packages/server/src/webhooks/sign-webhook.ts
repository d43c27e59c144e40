import { createHmac } from "node:crypto";

/** What is signed. */
export interface SignedParts {
  /** Stays the same in every attempt; holds no full stop, or two different webhooks would have the same text to sign. */
  readonly id: string;
  /** Of the attempt, in seconds since 1970. */
  readonly timestamp: number;
  readonly body: Uint8Array;
}

/**
 * The headers of a webhook, signed with each of the secrets, by Standard Webhooks 1.0.0 ("Webhook headers"). While a secret is
 * being replaced there are two, and receivers take either.
 */
export function signWebhook(
  { id, timestamp, body }: SignedParts,
  secrets: readonly Uint8Array[],
): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => {
    const mac = createHmac("sha256", secret).update(`${id}.${timestamp}.`).update(body);
    return `v1,${mac.digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": signatures.join(" ") };
}
