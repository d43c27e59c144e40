/**
 * PKCS#12 files and keys under old ciphers, apart from the main entry because they bring old ciphers along.
 *
 * @module
 */
export { decryptPrivateKey } from "./decrypt-private-key.ts";
export { type Pkcs12Identity, readPkcs12, type ReadPkcs12Options } from "./read-pkcs12.ts";
