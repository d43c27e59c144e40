import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { PushError } from "../push-error.ts";

/** The pass certificate as TLS client certificate: the way that Apple documents for passes. */
export interface ApnsCertificateCredential {
  readonly kind: "certificate";
  /** Names the credential: one connection is kept per id. */
  readonly id: string;
  /** PEM, the leaf first. */
  readonly certificate: string;
  /** PEM. */
  readonly privateKey: string;
  /** Epoch ms. */
  readonly notAfter: number;
}

/** A signing key for provider tokens (.p8): one for all pass types of a team. */
export interface ApnsTokenCredential {
  readonly kind: "token";
  readonly id: string;
  readonly teamId: string;
  readonly keyId: string;
  readonly privateKey: KeyObject;
}

/** What a provider shows APNs. Made by {@link createCertificateCredential} and {@link createTokenCredential}. */
export type ApnsCredential = ApnsCertificateCredential | ApnsTokenCredential;

/**
 * Takes a pass certificate and its unencrypted key, both PEM, for pushing.
 *
 * @throws {PushError} `ERR_PUSH_CREDENTIAL` when one of them cannot be read or they do not belong together.
 *
 * @example
 * ```ts
 * const credential = createCertificateCredential({ certificate: certificatePem, privateKey: privateKeyPem });
 * ```
 */
export function createCertificateCredential(options: {
  readonly certificate: string;
  readonly privateKey: string;
}): ApnsCertificateCredential {
  const { certificate, privateKey } = options;
  try {
    const leaf = new X509Certificate(certificate);
    if (!leaf.checkPrivateKey(createPrivateKey(privateKey))) {
      throw new PushError("ERR_PUSH_CREDENTIAL", "The private key does not belong to the certificate.");
    }
    createSecureContext({ cert: certificate, key: privateKey });
    const id = `certificate ${leaf.fingerprint256.replaceAll(":", "").toLowerCase()}`;
    return { kind: "certificate", id, certificate, privateKey, notAfter: Date.parse(leaf.validTo) };
  } catch (error) {
    throw asCredentialError(error, "The certificate or its key cannot be read: both must be PEM, the key without a passphrase.");
  }
}

/**
 * Takes a .p8 key of a team for pushing.
 *
 * @throws {PushError} `ERR_PUSH_CREDENTIAL` when the key is no P-256 key or an id is not of ten letters and digits.
 *
 * @example
 * ```ts
 * const credential = createTokenCredential({ teamId: "A1B2C3D4E5", keyId: "K1L2M3N4P5", p8: keyPem });
 * ```
 */
export function createTokenCredential(options: {
  readonly teamId: string;
  readonly keyId: string;
  /** Text of the .p8 file (PKCS#8 PEM). */
  readonly p8: string;
}): ApnsTokenCredential {
  const { teamId, keyId, p8 } = options;
  for (const [name, value] of Object.entries({ teamId, keyId })) {
    if (!/^[A-Z0-9]{10}$/u.test(value)) {
      throw new PushError("ERR_PUSH_CREDENTIAL", `The ${name} of a provider token has ten capital letters and digits.`);
    }
  }
  try {
    const privateKey = createPrivateKey(p8);
    if (privateKey.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
      throw new PushError("ERR_PUSH_CREDENTIAL", "The key of a provider token is an EC key on P-256.");
    }
    // The public key's digest is in the id, so that a key put right under the same key id is another credential.
    const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
    const digest = createHash("sha256").update(publicKey).digest("hex");
    return { kind: "token", id: `token ${teamId} ${keyId} ${digest.slice(0, 16)}`, teamId, keyId, privateKey };
  } catch (error) {
    throw asCredentialError(error, "The .p8 file cannot be read.");
  }
}

function asCredentialError(error: unknown, message: string): PushError {
  return error instanceof PushError ? error : new PushError("ERR_PUSH_CREDENTIAL", message, { cause: error });
}
