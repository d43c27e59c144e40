import { createPrivateKey, createPublicKey, hash, sign as signCallback, verify as verifySync } from "node:crypto";
import { constants, crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { PassError } from "../errors.ts";
import type { Platform, SignatureAlgorithm } from "./platform.ts";

/** Node: OpenSSL and zlib, synchronous but for signing, which uses the thread pool so that one process signs on every core. */
export const platform: Platform = {
  digest: (name, bytes) => plain(hash(name, bytes, "buffer")),

  crc32: (bytes) => crc32(bytes),

  inflateRaw(bytes, maxBytes) {
    let result: InflateInfo;
    try {
      // zlib refuses a limit of 0, so one byte more than nothing may come out and is refused below.
      const options = { maxOutputLength: Math.max(maxBytes, 1), info: true };
      result = inflateRawSync(bytes, options) as unknown as InflateInfo;
    } catch (cause) {
      throw isTooLarge(cause) ? tooLarge(maxBytes) : damaged("the compressed data is damaged or cut off", cause);
    }
    if (result.buffer.length > maxBytes) throw tooLarge(maxBytes);
    // zlib stops at the end of the stream and says nothing of what follows; a DecompressionStream refuses it, and so do
    // we everywhere: bytes that no reader unpacks are a hiding place.
    if (result.engine.bytesWritten !== bytes.length) throw damaged("bytes follow the end of the compressed data");
    return plain(result.buffer);
  },

  deflateRaw: (bytes) => plain(deflateRawSync(bytes, { windowBits: windowBitsFor(bytes.length) })),

  verify(algorithm, subjectPublicKeyInfo, bytes, signature) {
    if (algorithm.scheme === "ecdsa" && algorithm.digest === "md5") return false;
    try {
      const key = createPublicKey({ key: asBuffer(subjectPublicKeyInfo), format: "der", type: "spki" });
      if (key.asymmetricKeyType !== KEY_TYPES[algorithm.scheme]) return false;
      return verifySync(algorithm.digest, bytes, { key, dsaEncoding: "der" }, signature);
    } catch {
      return false;
    }
  },

  createSignBytes(algorithm, pkcs8) {
    assertSignable(algorithm);
    const key = readPrivateKey(pkcs8);
    if (key.asymmetricKeyType !== KEY_TYPES[algorithm.scheme]) {
      throw new PassError("ERR_PASS_KEY_INVALID", `The private key is not an ${algorithm.scheme.toUpperCase()} key.`);
    }
    // The key itself and not an object around it, which takes Node 8 µs to look through; DER is what ECDSA gives unasked.
    return (bytes) =>
      new Promise((resolve, reject) => {
        signCallback(algorithm.digest, bytes, key, (error, signature) => {
          if (error) reject(new PassError("ERR_PASS_KEY_INVALID", "The private key cannot sign.", { cause: error }));
          else resolve(plain(signature));
        });
      });
  },
};

/** What zlib returns with the option `info` (nodejs.org/api/zlib.html#class-options); @types/node knows only the buffer. */
interface InflateInfo {
  readonly buffer: Buffer;
  /** `bytesWritten`: how much of the input was used. */
  readonly engine: { readonly bytesWritten: number };
}

const KEY_TYPES = { rsa: "rsa", ecdsa: "ec" } as const;

/** A Buffer as the plain Uint8Array that every runtime gives; no copy. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * The smallest window (2^n bytes) that holds all of the input: same output, and no 32 KB of zlib state to set up for the
 * 2 KB of a pass.json. Raw deflate knows windows from 9.
 */
function windowBitsFor(size: number): number {
  return Math.min(constants.Z_MAX_WINDOWBITS, Math.max(9, 32 - Math.clz32(size)));
}

function readPrivateKey(pkcs8: Uint8Array) {
  try {
    return createPrivateKey({ key: asBuffer(pkcs8), format: "der", type: "pkcs8" });
  } catch (cause) {
    throw new PassError("ERR_PASS_KEY_INVALID", "The private key is not a PKCS#8 key that can be read.", { cause });
  }
}

function assertSignable(algorithm: SignatureAlgorithm): void {
  // MD5 signatures can be forged; they are read because old passes have them, never made.
  if (algorithm.digest === "md5") throw new PassError("ERR_PASS_KEY_INVALID", "No signature is made with MD5.");
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

function tooLarge(maxBytes: number): PassError {
  return new PassError("ERR_PASS_ARCHIVE_LIMIT", `More than ${maxBytes} bytes unpack from the compressed data.`, {
    details: { maxBytes },
  });
}

function damaged(reason: string, cause?: unknown): PassError {
  return new PassError("ERR_PASS_ARCHIVE_DAMAGED", `A file cannot be unpacked: ${reason}.`, { cause });
}
