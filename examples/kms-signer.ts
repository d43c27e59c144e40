/**
 * Signs passes with a key that never leaves a key management service. This one speaks the protocol of AWS KMS; what changes for
 * another service is the body of `sign`, which has to answer with an RSASSA-PKCS1-v1_5 signature over SHA-256:
 *
 * - with the SDK of AWS: `(await kms.send(new SignCommand({ KeyId, Message: bytes, MessageType: "RAW", SigningAlgorithm }))).Signature`
 * - Google Cloud KMS: `asymmetricSign` of a version with the algorithm `RSA_SIGN_PKCS1_2048_SHA256`, over the SHA-256 digest
 * - Azure Key Vault: `sign` with `RS256`, over the SHA-256 digest
 * - HashiCorp Vault: `transit/sign/…/sha2-256` with `signature_algorithm: pkcs1v15`
 *
 * The certificate signing request has to be made with the key in the service, too (most have a way; the key cannot be exported).
 */
import { Signer } from "@passwright/pass";

/** Where the key lies. */
export interface KmsKey {
  /** `https://kms.eu-central-1.amazonaws.com/` */
  readonly endpoint: string;
  /** Key id, ARN or `alias/…`; a key of the usage SIGN_VERIFY and the kind RSA_2048. */
  readonly keyId: string;
  /**
   * Sends a request with the caller's credentials on it, such as the `fetch` of an `AwsClient` (package aws4fetch). Has to give
   * up in time by itself: `AbortSignal.timeout(…)`.
   */
  readonly send: (request: Request) => Promise<Response>;
  /** What is sent: the bytes to sign (some hundred), or only their SHA-256 digest. */
  readonly messageType?: "RAW" | "DIGEST";
}

/** A signer over a key in the service and the Pass Type ID certificate that was made for it. */
export async function createKmsSigner(
  kms: KmsKey,
  certificate: string | Uint8Array,
  options: { readonly intermediate?: string | Uint8Array; readonly now?: Date } = {},
): Promise<Signer> {
  return Signer.fromFunction({ certificate, ...options, sign: (bytes) => signByKms(kms, bytes) });
}

async function signByKms({ endpoint, keyId, send, messageType = "RAW" }: KmsKey, bytes: Uint8Array): Promise<Uint8Array> {
  const message = messageType === "RAW" ? bytes : new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  const response = await send(
    new Request(endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "TrentService.Sign" },
      body: JSON.stringify({
        KeyId: keyId,
        Message: btoa(String.fromCharCode(...message)),
        MessageType: messageType,
        SigningAlgorithm: "RSASSA_PKCS1_V1_5_SHA_256",
      }),
    }),
  );
  const answer = (await response.json()) as { readonly Signature?: string; readonly __type?: string; readonly message?: string };
  if (!response.ok || answer.Signature === undefined) {
    throw new Error(`KMS answered ${response.status} ${answer.__type ?? ""}: ${answer.message ?? "no signature"}`);
  }
  return Uint8Array.from(atob(answer.Signature), (letter) => letter.charCodeAt(0));
}
