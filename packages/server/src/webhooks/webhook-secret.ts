import { randomBytes } from "node:crypto";
import { openSecret, sealSecret, type SealedPlace, type SealingSecret } from "../installation/sealed-secret.ts";

/** How secrets begin, so that people and scanners know them for what they are (Standard Webhooks 1.0.0, "Signature scheme"). */
const PREFIX = "whsec_";

/** Between 24 and 64 bytes are allowed; HMAC-SHA-256 gains nothing above 32. */
const SECRET_BYTES = 32;

/** Makes a secret. */
export function createWebhookSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64")}`;
}

/** The bytes that a secret stands for. */
export function secretBytes(secret: string): Uint8Array {
  return Buffer.from(secret.slice(PREFIX.length), "base64");
}

/** Seals a secret for the row of its endpoint. */
export function sealWebhookSecret(sealing: SealingSecret, secret: string, endpointId: string): string {
  return sealSecret(sealing, secretBytes(secret), placeOf(endpointId));
}

/** @throws {InstallationError} `ERR_SERVER_SEALED`. */
export function openWebhookSecret(sealing: SealingSecret, sealed: string, endpointId: string): Uint8Array {
  return openSecret(sealing, sealed, placeOf(endpointId));
}

function placeOf(row: string): SealedPlace {
  return { purpose: "webhook-secret", row };
}
