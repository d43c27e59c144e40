// @ts-expect-error The parts of node-forge have no types of their own; what is used of them is named below.
import untypedForge from "node-forge/lib/forge.js";
import "node-forge/lib/des.js";
import "node-forge/lib/rc2.js";

/**
 * The three modules of node-forge that are used, each adding itself to the one object that `forge.js` makes. Imported one by
 * one: its own index would bring TLS, X.509 and PKCS parsers along.
 */
interface ForgeParts {
  readonly util: { createBuffer(bytes: string): ForgeBuffer };
  readonly cipher: { createDecipher(algorithm: "DES-CBC" | "3DES-CBC", key: string): ForgeDecipher<{ readonly iv: string }> };
  readonly rc2: { createDecryptionCipher(key: string, bits: number): ForgeDecipher<string> };
}

interface ForgeBuffer {
  getBytes(): string;
}

interface ForgeDecipher<Start> {
  start(options: Start): void;
  update(input: ForgeBuffer): void;
  finish(pad: () => boolean): boolean;
  readonly output: ForgeBuffer;
}

const forge: ForgeParts = untypedForge;

/** A block cipher of the nineties in CBC mode; all have blocks of eight bytes. */
export type OldCipher =
  | { readonly name: "DES" }
  /** Three-key Triple DES; two-key Triple DES repeats the first key. */
  | { readonly name: "3DES" }
  | { readonly name: "RC2"; readonly effectiveBits: number };

const BLOCK = 8;

/** Decrypts and takes the padding of PKCS#7 off; null when there is none, which a wrong key leaves. */
export function decryptOldCbc(cipher: OldCipher, key: Uint8Array, iv: Uint8Array, encrypted: Uint8Array): Uint8Array | null {
  if (encrypted.length === 0 || encrypted.length % BLOCK !== 0) return null;
  const input = forge.util.createBuffer(toBinary(encrypted));
  const keepPadding = () => true;
  let output: string;
  if (cipher.name === "RC2") {
    const decipher = forge.rc2.createDecryptionCipher(toBinary(key), cipher.effectiveBits);
    decipher.start(toBinary(iv));
    decipher.update(input);
    decipher.finish(keepPadding);
    output = decipher.output.getBytes();
  } else {
    const decipher = forge.cipher.createDecipher(cipher.name === "DES" ? "DES-CBC" : "3DES-CBC", toBinary(key));
    decipher.start({ iv: toBinary(iv) });
    decipher.update(input);
    decipher.finish(keepPadding);
    output = decipher.output.getBytes();
  }
  return takePaddingOff(Uint8Array.from(output, (letter) => letter.charCodeAt(0)));
}

/** RFC 8018 §6.1.1: one to eight octets, each saying how many. */
function takePaddingOff(padded: Uint8Array): Uint8Array | null {
  const count = padded.at(-1) ?? 0;
  if (count < 1 || count > BLOCK || count > padded.length) return null;
  const end = padded.length - count;
  return padded.subarray(end).every((octet) => octet === count) ? padded.subarray(0, end) : null;
}

/** Forge's own form of bytes: a string with a letter per octet. */
function toBinary(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return binary;
}
