import { bytesToHex, equalBytes } from "../der/bytes.ts";
import { readFields } from "../der/der-fields.ts";
import { readBer } from "../der/der-reader.ts";
import { readOctetString, readOid, readSmallInteger } from "../der/der-values.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import { type Certificate, parseCertificate } from "../signature/certificate.ts";
import { nameAttribute, nameToString } from "../signature/distinguished-name.ts";
import { describePem, describeText } from "../signature/describe-input.ts";
import { missingPassphrase } from "../signature/key-encryption.ts";
import { isKeyOf } from "../signature/key-match.ts";
import { pemTextOf, readPem } from "../signature/pem.ts";
import { type PrivateKey, readPrivateKey } from "../signature/private-key.ts";
import { createWorkBudget, KEY_LIMITS } from "../signature/work-budget.ts";
import { invalid, type Pkcs12Item, readAuthenticatedSafe } from "./pkcs12-contents.ts";
import { hasPassphrase } from "./pkcs12-integrity.ts";

/** What a PKCS#12 file gives to a signer; `Signer.create` takes it as it is. */
export interface Pkcs12Identity {
  /** The certificate that belongs to the key, DER. */
  readonly certificate: Uint8Array;
  /** The key, unencrypted PKCS#8. */
  readonly privateKey: Uint8Array;
  /** The other certificates of the file, DER: often the intermediate. */
  readonly others: readonly Uint8Array[];
}

/** Options of {@link readPkcs12}. */
export interface ReadPkcs12Options {
  /** Which certificate to take from a file with several keys, as Keychain exports of more than one item are. */
  readonly passTypeIdentifier?: string;
}

/**
 * Reads a PKCS#12 file (`.p12`, `.pfx`; RFC 7292): old ones as Keychain Access exports them (RC2-40 and Triple DES with SHA-1)
 * and new ones (AES, SHA-256; OpenSSL 3). The certificate is the one that belongs to the key, wherever it stands.
 *
 * @param passphrase The file's passphrase; absent and empty are the same.
 * @throws PassError `ERR_PASS_KEY_PASSPHRASE` (`details.passphrase` is `missing` or `wrong`), `ERR_PASS_PKCS12_INVALID`,
 * `ERR_PASS_KEY_CIPHER`, `ERR_PASS_KEY_LIMIT`.
 *
 * @example
 * ```ts
 * const signer = await Signer.create(await readPkcs12(bytes, "passphrase"));
 * ```
 */
export async function readPkcs12(bytes: Uint8Array, passphrase = "", options: ReadPkcs12Options = {}): Promise<Pkcs12Identity> {
  if (bytes.length > KEY_LIMITS.maxBytes) {
    throw new PassError("ERR_PASS_KEY_LIMIT", `A PKCS#12 file of ${bytes.length} bytes; at most ${KEY_LIMITS.maxBytes} are read.`);
  }
  try {
    const items = await readItems(bytes, passphrase);
    return choose(await pair(items), items, options.passTypeIdentifier);
  } catch (cause) {
    if (cause instanceof PassError && cause.code.startsWith("ERR_PASS_DER"))
      throw invalid("it is damaged, or no PKCS#12 file", cause);
    throw cause;
  }
}

/** PFX ::= SEQUENCE { 3, authSafe ContentInfo, macData MacData OPTIONAL } */
async function readItems(bytes: Uint8Array, passphrase: string): Promise<readonly Pkcs12Item[]> {
  const text = pemTextOf(bytes);
  if (text !== null) throw notPkcs12(text);
  const fields = readFields(readBer(bytes, { trailingBytes: "ignore" }));
  if (readSmallInteger(fields.next("integer")) !== 3) throw invalid("it is a private key or another structure");
  const content = readFields(fields.next("sequence"));
  if (readOid(content.next("oid")) !== OIDS.data)
    throw invalid("its integrity rests on a signature, which no exporter of pass certificates does");
  const [octets] = content.optionalContext(0)?.children ?? [];
  if (!octets) throw invalid("it is empty");
  const safe = readOctetString(octets);
  const macData = fields.optional("sequence");
  const budget = createWorkBudget();
  if (macData && !(await hasPassphrase(macData, safe, passphrase, budget))) {
    if (passphrase === "") throw missingPassphrase("The PKCS#12 file");
    throw new PassError("ERR_PASS_KEY_PASSPHRASE", "The passphrase of the PKCS#12 file is wrong (or the file was changed).", {
      details: { passphrase: "wrong" },
    });
  }
  return readAuthenticatedSafe(safe, passphrase, budget);
}

interface Identity {
  readonly key: PrivateKey;
  readonly certificate: Certificate;
}

async function pair(items: readonly Pkcs12Item[]): Promise<readonly Identity[]> {
  const keys = items.filter(({ kind }) => kind === "key");
  const certificates = items.filter(({ kind }) => kind === "certificate");
  if (keys.length === 0) {
    throw invalid("it holds no private key; in Keychain Access export the certificate together with the key below it");
  }
  const identities: Identity[] = [];
  for (const item of keys) {
    const key = await readPrivateKey(item.der);
    for (const candidate of certificates) {
      const certificate = parseCertificate(candidate.der);
      const belongs = isKeyOf(certificate.subjectPublicKeyInfo, key.publicHalf) ?? hasSameId(item, candidate);
      if (belongs) identities.push({ key, certificate });
    }
  }
  if (identities.length === 0) {
    throw invalid(certificates.length === 0 ? "it holds no certificate" : "none of its certificates belongs to its private key");
  }
  return identities;
}

function hasSameId(key: Pkcs12Item, certificate: Pkcs12Item): boolean {
  return key.localKeyId !== null && certificate.localKeyId !== null && equalBytes(key.localKeyId, certificate.localKeyId);
}

function choose(
  identities: readonly Identity[],
  items: readonly Pkcs12Item[],
  passTypeIdentifier: string | undefined,
): Pkcs12Identity {
  const passTypeOf = ({ certificate }: Identity) => nameAttribute(certificate.subject, OIDS.userId);
  const isPass = ({ certificate }: Identity) => certificate.extensions.passTypeMarker !== null;
  const wanted = identities.filter((identity) =>
    passTypeIdentifier === undefined ? identities.length === 1 || isPass(identity) : passTypeOf(identity) === passTypeIdentifier,
  );
  // One key may have an old and a renewed certificate: the newest of a pass type is meant.
  const newest = wanted.toSorted((a, b) => b.certificate.notAfter.getTime() - a.certificate.notAfter.getTime());
  const [chosen] = newest;
  const names = identities.map(({ certificate }) => nameToString(certificate.subject)).join("; ");
  if (!chosen) {
    throw invalid(
      `it holds ${passTypeIdentifier === undefined ? "no Pass Type ID certificate" : `none for ${passTypeIdentifier}`}, but: ${names}`,
    );
  }
  if (newest.some((identity) => passTypeOf(identity) !== passTypeOf(chosen))) {
    throw invalid(`it holds several identities; say with passTypeIdentifier which: ${names}`);
  }
  const leaf = bytesToHex(chosen.certificate.der);
  return {
    certificate: chosen.certificate.der,
    privateKey: chosen.key.pkcs8,
    others: items.filter(({ kind, der }) => kind === "certificate" && bytesToHex(der) !== leaf).map(({ der }) => der),
  };
}

function notPkcs12(text: string): PassError {
  const blocks = readPem(text);
  return new PassError(
    "ERR_PASS_PKCS12_INVALID",
    `This is no PKCS#12 file: ${blocks.length > 0 ? describePem(blocks) : describeText(text)}`,
  );
}
