import { md5 } from "@noble/hashes/legacy.js";
import { PassError } from "../errors.ts";
import { crc32 } from "./crc32.ts";
import { deflateRaw, inflateRaw } from "./deflate-streams.ts";
import { ECDSA_CURVES, fromDerSignature, toDerSignature } from "./ecdsa-signature.ts";
import type { DigestName, Platform, SignBytes } from "./platform.ts";
import { verifyRsaMd5 } from "./rsa-md5.ts";
import { asBufferSource } from "./web-bytes.ts";
import { webCrypto } from "./web-crypto.ts";

/** Every other runtime (browsers, Bun, Deno, edge workers): WebCrypto and compression streams, and what those lack in JavaScript. */
export const platform: Platform = {
  async digest(name, bytes) {
    if (name === "md5") return md5(bytes);
    return new Uint8Array(await webCrypto().digest(WEB_DIGESTS[name], asBufferSource(bytes)));
  },

  crc32,
  inflateRaw,
  deflateRaw,

  async verify(algorithm, subjectPublicKeyInfo, bytes, signature) {
    // Asked for outside the try: a runtime without it must not make every signature a bad one.
    const subtle = webCrypto();
    try {
      if (algorithm.scheme === "ecdsa") {
        return algorithm.digest !== "md5" && (await verifyEcdsa(algorithm.digest, subjectPublicKeyInfo, bytes, signature));
      }
      if (algorithm.digest === "md5") return await verifyRsaMd5(subjectPublicKeyInfo, md5(bytes), signature);
      const parameters = { name: RSA, hash: WEB_DIGESTS[algorithm.digest] };
      const key = await subtle.importKey("spki", asBufferSource(subjectPublicKeyInfo), parameters, false, ["verify"]);
      return await subtle.verify(RSA, key, asBufferSource(signature), asBufferSource(bytes));
    } catch {
      return false;
    }
  },

  createSignBytes(algorithm, pkcs8) {
    const { scheme, digest } = algorithm;
    // MD5 signatures can be forged; they are read because old passes have them, never made.
    if (digest === "md5") throw new PassError("ERR_PASS_KEY_INVALID", "No signature is made with MD5.");
    return scheme === "rsa" ? createRsaSigning(digest, pkcs8) : createEcdsaSigning(digest, pkcs8);
  },
};

type WebDigestName = Exclude<DigestName, "md5">;

const WEB_DIGESTS: Readonly<Record<WebDigestName, string>> = {
  sha1: "SHA-1",
  sha256: "SHA-256",
  sha384: "SHA-384",
  sha512: "SHA-512",
};

const RSA = "RSASSA-PKCS1-v1_5";

async function verifyEcdsa(digest: WebDigestName, spki: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const found = await importWithCurve((namedCurve) =>
    webCrypto().importKey("spki", asBufferSource(spki), { name: "ECDSA", namedCurve }, false, ["verify"]),
  );
  const raw = found && fromDerSignature(signature, found.curve.coordinateBytes);
  if (!raw) return false;
  return webCrypto().verify({ name: "ECDSA", hash: WEB_DIGESTS[digest] }, found.key, asBufferSource(raw), asBufferSource(bytes));
}

async function createRsaSigning(digest: WebDigestName, pkcs8: Uint8Array): Promise<SignBytes> {
  const parameters = { name: RSA, hash: WEB_DIGESTS[digest] };
  const key = await webCrypto()
    .importKey("pkcs8", asBufferSource(pkcs8), parameters, false, ["sign"])
    .catch((cause: unknown) => {
      throw new PassError("ERR_PASS_KEY_INVALID", "The private key is not an RSA key in PKCS#8 that can be read.", { cause });
    });
  return async (bytes) => new Uint8Array(await webCrypto().sign(RSA, key, asBufferSource(bytes)));
}

async function createEcdsaSigning(digest: WebDigestName, pkcs8: Uint8Array): Promise<SignBytes> {
  const found = await importWithCurve((namedCurve) =>
    webCrypto().importKey("pkcs8", asBufferSource(pkcs8), { name: "ECDSA", namedCurve }, false, ["sign"]),
  );
  if (!found) {
    throw new PassError("ERR_PASS_KEY_INVALID", "The private key is not an ECDSA key on P-256, P-384 or P-521 in PKCS#8.");
  }
  const parameters = { name: "ECDSA", hash: WEB_DIGESTS[digest] };
  return async (bytes) => toDerSignature(new Uint8Array(await webCrypto().sign(parameters, found.key, asBufferSource(bytes))));
}

/** WebCrypto wants to be told the curve of a key; it refuses every other, so the right one is the one that works. */
async function importWithCurve(load: (namedCurve: string) => Promise<CryptoKey>) {
  for (const curve of ECDSA_CURVES) {
    const key = await load(curve.name).catch(() => null);
    if (key) return { key, curve };
  }
  return null;
}
