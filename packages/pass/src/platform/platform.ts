/**
 * What the package needs from the runtime it is in. The only place where a runtime matters: package.json maps the
 * import `#platform` to `platform.node.ts` (synchronous OpenSSL and zlib) or `platform.web.ts` (WebCrypto and
 * CompressionStream: browsers, Bun, Deno, edge workers). Both are held to one contract suite.
 */
export type MaybePromise<T> = T | Promise<T>;

/** Digests that signatures of real passes use; MD5 only to read what is in the wild. */
export type DigestName = "md5" | "sha1" | "sha256" | "sha384" | "sha512";

/** How a signature over data was made. `rsa` is RSASSA-PKCS1-v1_5; `ecdsa` signatures are DER, as X.509 and CMS hold them. */
export interface SignatureAlgorithm {
  readonly scheme: "rsa" | "ecdsa";
  readonly digest: DigestName;
}

/** Signs bytes with a private key that stays where it is. */
export type SignBytes = (bytes: Uint8Array) => Promise<Uint8Array>;

export interface Platform {
  digest(name: DigestName, bytes: Uint8Array): MaybePromise<Uint8Array>;
  /** CRC-32 as ZIP uses it (ISO 3309). */
  crc32(bytes: Uint8Array): number;
  /** Raw DEFLATE; throws a PassError `ERR_PASS_ARCHIVE_LIMIT` as soon as more than `maxBytes` come out, `ERR_PASS_ARCHIVE_DAMAGED` on bad data. */
  inflateRaw(bytes: Uint8Array, maxBytes: number): MaybePromise<Uint8Array>;
  deflateRaw(bytes: Uint8Array): MaybePromise<Uint8Array>;
  /** False when the signature does not verify, or the key or the algorithm is not one the runtime knows. */
  verify(
    algorithm: SignatureAlgorithm,
    subjectPublicKeyInfo: Uint8Array,
    bytes: Uint8Array,
    signature: Uint8Array,
  ): MaybePromise<boolean>;
  /** A signing function over an unencrypted PKCS#8 key; in Node it runs on the thread pool. */
  createSignBytes(algorithm: SignatureAlgorithm, pkcs8: Uint8Array): MaybePromise<SignBytes>;
}
