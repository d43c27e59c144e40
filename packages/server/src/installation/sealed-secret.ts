import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { InstallationError } from "./installation-error.ts";

/** What secrets at rest are sealed under: `PASSWRIGHT_SECRET`, or the secret of the data folder. Printed, it shows nothing. */
export interface SealingSecret {
  /** Tells secrets apart and says nothing about them; it stands in what was sealed. */
  readonly id: string;
  readonly key: KeyObject;
}

/** Where a sealed secret belongs. It opens nowhere else, so that whoever writes to the database cannot move one to another row. */
export interface SealedPlace {
  /** What kind of secret it is, such as `certificate-key`; each has a key of its own. */
  readonly purpose: string;
  /** The identity of its row. */
  readonly row: string;
}

const SECRET = /^[0-9a-f]{64}$/iu;

/** `pws1.KEYID.NONCE.SEALED`, the last three in base64url; the tag of 16 bytes is the end of the last. */
const SEALED = /^pws1\.([\w-]{11})\.([\w-]{16})\.([\w-]{22,})$/u;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Reads a secret of 32 bytes.
 *
 * @param text - 64 hex digits, as `openssl rand -hex 32` writes them.
 * @throws {InstallationError} `ERR_SERVER_SECRET` for anything else; the message does not repeat it.
 */
export function toSealingSecret(text: string): SealingSecret {
  if (!SECRET.test(text.trim())) {
    throw new InstallationError(
      "ERR_SERVER_SECRET",
      "PASSWRIGHT_SECRET must be 64 hex digits: make one with `openssl rand -hex 32` and keep it where no backup of the data lies.",
    );
  }
  const bytes = Buffer.from(text.trim(), "hex");
  const id = createHmac("sha256", bytes).update("passwright sealing key id").digest().subarray(0, 8).toString("base64url");
  return { id, key: createSecretKey(bytes) };
}

/**
 * Encrypts a secret for a row of the database: AES-256-GCM (NIST SP 800-38D) under a key that HKDF (RFC 5869) makes for this
 * sealing alone, out of the purpose and the nonce, so that no two sealings can share key and nonce however many there are.
 *
 * @returns one line of ASCII, with the version of its form and the id of the secret.
 *
 * @example
 * ```ts
 * const secret = toSealingSecret("00".repeat(32));
 * const sealed = sealSecret(secret, Buffer.from("hunter2"), { purpose: "mail-password", row: "smtp" });
 * openSecret(secret, sealed, { purpose: "mail-password", row: "smtp" }).toString(); // "hunter2"
 * ```
 */
export function sealSecret(secret: SealingSecret, plain: Uint8Array, place: SealedPlace): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(secret, place, nonce), nonce);
  cipher.setAAD(describe(secret.id, place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return `pws1.${secret.id}.${nonce.toString("base64url")}.${sealed.toString("base64url")}`;
}

/**
 * Opens what {@link sealSecret} made.
 *
 * @throws {InstallationError} `ERR_SERVER_SEALED`: sealed under another secret, for another row, or changed since.
 */
export function openSecret(secret: SealingSecret, sealed: string, place: SealedPlace): Buffer {
  const [, id, nonceText = "", sealedText = ""] = SEALED.exec(sealed) ?? [];
  if (id === undefined)
    throw new InstallationError("ERR_SERVER_SEALED", `A ${place.purpose} in the database is not in a sealed form.`);
  if (id !== secret.id) throw otherSecret(id, secret);
  const nonce = Buffer.from(nonceText, "base64url");
  const bytes = Buffer.from(sealedText, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", deriveKey(secret, place, nonce), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(describe(id, place));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new InstallationError(
      "ERR_SERVER_SEALED",
      `A ${place.purpose} in the database was changed since it was sealed, or moved there from another row.`,
      { cause },
    );
  }
}

/** Id of the secret that something was sealed under; null when it is not in a sealed form. */
export function sealedUnder(sealed: string): string | null {
  return SEALED.exec(sealed)?.[1] ?? null;
}

/** Says what to do when data was sealed under another secret than the one at hand. */
export function otherSecret(id: string, secret: SealingSecret): InstallationError {
  return new InstallationError(
    "ERR_SERVER_SEALED",
    `Secrets in the database were sealed under the secret ${id}, and this process has ${secret.id}: start with the PASSWRIGHT_SECRET (or the secret file of the data folder) that was used before, or seal them anew with \`passwright cert reseal\`.`,
  );
}

/** Parts with their lengths, so that no two places read alike. */
function describe(id: string, { purpose, row }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify(["pws1", id, purpose, row]));
}

function deriveKey({ key }: SealingSecret, { purpose }: SealedPlace, nonce: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", key, nonce, `passwright ${purpose}`, 32));
}
