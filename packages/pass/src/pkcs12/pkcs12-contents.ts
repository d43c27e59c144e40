import { type DerFields, fieldsOf, readFields } from "../der/der-fields.ts";
import { type DerElement, readBer } from "../der/der-reader.ts";
import { readOctetString, readOid, readSequence, readSet } from "../der/der-values.ts";
import { concatBytes } from "../der/bytes.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import { decryptPkcs8, decryptWithPassphrase, readEncryptionScheme } from "../signature/key-encryption.ts";
import type { WorkBudget } from "../signature/work-budget.ts";
import { decryptOldScheme } from "./old-decryption.ts";

/** What a PKCS#12 file may hold before it is refused. */
export const PKCS12_LIMITS = {
  /** Containers and bags, also bags in bags. */
  maxBags: 64,
  maxNesting: 4,
} as const;

/** A private key or a certificate of the file, with the id that ties the two. */
export interface Pkcs12Item {
  readonly kind: "key" | "certificate";
  /** PKCS#8, or the certificate. */
  readonly der: Uint8Array;
  readonly localKeyId: Uint8Array | null;
}

const ENCRYPTED_DATA = "1.2.840.113549.1.7.6";
const LOCAL_KEY_ID = "1.2.840.113549.1.9.21";
const X509_CERTIFICATE = "1.2.840.113549.1.9.22.1";

/** Bag types (RFC 7292 §4.2). */
const BAGS = {
  key: "1.2.840.113549.1.12.10.1.1",
  encryptedKey: "1.2.840.113549.1.12.10.1.2",
  certificate: "1.2.840.113549.1.12.10.1.3",
  safeContents: "1.2.840.113549.1.12.10.1.6",
} as const;

interface Reading {
  readonly passphrase: string;
  readonly budget: WorkBudget;
  readonly items: Pkcs12Item[];
  bags: number;
}

/** Reads the keys and certificates of an AuthenticatedSafe (RFC 7292 §4.1) whose integrity has been checked. */
export async function readAuthenticatedSafe(
  safe: Uint8Array,
  passphrase: string,
  budget: WorkBudget,
): Promise<readonly Pkcs12Item[]> {
  const reading: Reading = { passphrase, budget, items: [], bags: 0 };
  for (const contentInfo of readSequence(readBer(safe))) {
    countBag(reading);
    const fields = readFields(contentInfo);
    const type = readOid(fields.next("oid"));
    const content = onlyChild(expectContext(fields));
    if (type === OIDS.data) await readSafeContents(readOctetString(content), reading, 0);
    else if (type === ENCRYPTED_DATA) await readSafeContents(await decryptContents(content, reading), reading, 0);
    else throw invalid("it is encrypted to a public key, which no exporter of pass certificates does");
  }
  return reading.items;
}

/** EncryptedData ::= SEQUENCE { 0, EncryptedContentInfo { data, AlgorithmIdentifier, [0] IMPLICIT OCTET STRING } } (RFC 5652 §8). */
async function decryptContents(encryptedData: DerElement, { passphrase, budget }: Reading): Promise<Uint8Array> {
  const fields = readFields(encryptedData);
  fields.next("integer");
  const info = readFields(fields.next("sequence"));
  info.next("oid");
  const scheme = readEncryptionScheme(info.next("sequence"));
  const encrypted = info.optionalContext(0);
  if (!encrypted) throw invalid("an encrypted part is missing");
  return decryptWithPassphrase(scheme, implicitOctets(encrypted), passphrase, budget, decryptOldScheme);
}

async function readSafeContents(bytes: Uint8Array, reading: Reading, nesting: number): Promise<void> {
  await readBags(readSequence(readBer(bytes)), reading, nesting);
}

async function readBags(bags: readonly DerElement[], reading: Reading, nesting: number): Promise<void> {
  if (nesting > PKCS12_LIMITS.maxNesting) throw new PassError("ERR_PASS_KEY_LIMIT", "The PKCS#12 file nests its bags too deep.");
  for (const bag of bags) {
    countBag(reading);
    const fields = readFields(bag);
    const type = readOid(fields.next("oid"));
    const value = onlyChild(expectContext(fields));
    const localKeyId = readLocalKeyId(fields.optional("set"));
    if (type === BAGS.key) reading.items.push({ kind: "key", der: value.bytes, localKeyId });
    else if (type === BAGS.encryptedKey) {
      const der = await decryptPkcs8(value, reading.passphrase, reading.budget, decryptOldScheme);
      reading.items.push({ kind: "key", der, localKeyId });
    } else if (type === BAGS.certificate) {
      const [certificateType, certificate] = readSequence(value);
      if (!certificateType || !certificate) throw invalid("a certificate bag is empty");
      if (readOid(certificateType) !== X509_CERTIFICATE) continue;
      reading.items.push({ kind: "certificate", der: readOctetString(onlyChild(certificate)), localKeyId });
    } else if (type === BAGS.safeContents) {
      await readBags(readSequence(value), reading, nesting + 1);
    }
    // Revocation lists and secrets are nothing that signing needs.
  }
}

function readLocalKeyId(attributes: DerElement | null): Uint8Array | null {
  if (!attributes) return null;
  for (const attribute of readSet(attributes)) {
    const fields = readFields(attribute);
    if (readOid(fields.next("oid")) !== LOCAL_KEY_ID) continue;
    const [id] = readSet(fields.next("set"));
    return id ? readOctetString(id) : null;
  }
  return null;
}

function countBag(reading: Reading): void {
  reading.bags += 1;
  if (reading.bags > PKCS12_LIMITS.maxBags) {
    throw new PassError("ERR_PASS_KEY_LIMIT", `The PKCS#12 file holds more than ${PKCS12_LIMITS.maxBags} parts.`);
  }
}

/** The `[0] EXPLICIT` that values of PKCS#7 and PKCS#12 lie in. */
function expectContext(fields: DerFields): DerElement {
  const wrapper = fields.optionalContext(0);
  if (!wrapper) throw invalid("a part of it is empty");
  return wrapper;
}

function onlyChild(wrapper: DerElement): DerElement {
  const fields = fieldsOf(wrapper.children, wrapper.offset);
  const child = fields.next();
  fields.end();
  return child;
}

/** `[0] IMPLICIT OCTET STRING`, in one piece or, as BER writers do, in several. */
function implicitOctets(element: DerElement): Uint8Array {
  return element.constructed ? concatBytes(element.children.map((piece) => readOctetString(piece))) : element.contents;
}

/** The error for a PKCS#12 file that is not as it should be. */
export function invalid(reason: string, cause?: unknown): PassError {
  return new PassError("ERR_PASS_PKCS12_INVALID", `The PKCS#12 file cannot be used: ${reason}.`, { cause });
}
