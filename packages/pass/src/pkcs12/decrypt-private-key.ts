import { readPrivateKey } from "../signature/private-key.ts";
import { decryptOldPem } from "./old-pem.ts";
import { decryptOldScheme } from "./old-decryption.ts";

/**
 * Reads a private key encrypted in any common way, also the old ones that the main entry leaves out: Triple DES, the
 * PKCS#12 schemes in PKCS#8, OpenSSL's "Proc-Type: 4,ENCRYPTED" (DES, Triple DES, AES). PEM or DER.
 *
 * @returns The key as unencrypted PKCS#8, for `Signer.create`.
 * @throws PassError `ERR_PASS_KEY_PASSPHRASE` (`details.passphrase` is `missing` or `wrong`), `ERR_PASS_KEY_INVALID`,
 * `ERR_PASS_KEY_CIPHER`, `ERR_PASS_KEY_LIMIT`, `ERR_PASS_PEM_INVALID`.
 *
 * @example
 * ```ts
 * const privateKey = await decryptPrivateKey(pem, "passphrase");
 * const signer = await Signer.create({ certificate, privateKey });
 * ```
 */
export async function decryptPrivateKey(input: string | Uint8Array, passphrase?: string): Promise<Uint8Array> {
  const key = await readPrivateKey(input, { passphrase, oldDecryption: decryptOldScheme, decryptOldPem });
  return key.pkcs8;
}
