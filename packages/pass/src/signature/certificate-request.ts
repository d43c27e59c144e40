import { readFields } from "../der/der-fields.ts";
import { type DerElement, readDer } from "../der/der-reader.ts";
import { readBitString } from "../der/der-values.ts";
import {
  derBitString,
  derContext,
  derIa5String,
  derInteger,
  derNull,
  derOid,
  derPrintableString,
  derSequence,
  derSet,
  derUtf8String,
} from "../der/der-writer.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import { platform } from "#platform";
import { readAlgorithm, signatureAlgorithmOf } from "./algorithms.ts";
import { describeDer, describePem, describeText, identifyDer } from "./describe-input.ts";
import { nameAttribute, readName } from "./distinguished-name.ts";
import { encryptPkcs8 } from "./key-encryption-write.ts";
import { pemTextOf, readPem, writePem } from "./pem.ts";
import { encodeRsaPublicKey } from "./key-match.ts";
import { readPrivateKey } from "./private-key.ts";
import { isUsableKey, readPublicKey } from "./public-key.ts";

/** Options of {@link createCertificateRequest}. */
export interface CertificateRequestOptions {
  /** Whose request it is, such as the issuer's name; Apple puts the name of the team into the certificate instead. At most 64 characters. */
  readonly commonName: string;
  /** An e-mail address; Keychain Access asks for one, Apple does not need it. */
  readonly email?: string;
  /** ISO 3166 code of two capital letters. */
  readonly country?: string;
  /** The key to request for, when a certificate is renewed and the key kept: PEM or PKCS#8 DER. A new RSA key of 2048 bits by default. */
  readonly privateKey?: string | Uint8Array;
  /** Encrypts the key in `privateKeyPem` (PBES2: PBKDF2 with SHA-256, AES-256), and opens `privateKey` where that is encrypted. */
  readonly passphrase?: string;
}

/** A key and the request that goes to Apple for it. */
export interface CertificateRequest {
  /** To be kept: PKCS#8 PEM, encrypted if a passphrase was given. Without it Apple's certificate is of no use. */
  readonly privateKeyPem: string;
  /** To be uploaded at developer.apple.com → Certificates, Identifiers & Profiles: PKCS#10 PEM (`.certSigningRequest`). */
  readonly requestPem: string;
  /** The request in DER. */
  readonly request: Uint8Array;
}

/**
 * Makes a key and a certificate signing request (RFC 2986), which Keychain Access on a Mac makes otherwise.
 * Signed with SHA-256; Apple issues Pass Type ID certificates for RSA keys of 2048 bits.
 *
 * @throws PassError `ERR_PASS_CERTIFICATE_REQUEST` for a name that a certificate cannot hold; what {@link Signer.create} throws
 * for a `privateKey` that cannot be read.
 *
 * @example
 * ```ts
 * const { privateKeyPem, requestPem } = await createCertificateRequest({ commonName: "Example Ltd", country: "DE" });
 * ```
 */
export async function createCertificateRequest(options: CertificateRequestOptions): Promise<CertificateRequest> {
  const subject = encodeSubject(options);
  const key = options.privateKey === undefined ? await generateKey() : await readGivenKey(options.privateKey, options.passphrase);
  const information = derSequence(derInteger(0), subject, key.subjectPublicKeyInfo, derContext(0, true));
  const signBytes = await platform.createSignBytes({ scheme: "rsa", digest: "sha256" }, key.pkcs8);
  const signature = derBitString(await signBytes(information));
  const request = derSequence(information, derSequence(derOid(OIDS.sha256WithRsa), derNull()), signature);
  return {
    privateKeyPem:
      options.passphrase === undefined
        ? writePem("PRIVATE KEY", key.pkcs8)
        : writePem("ENCRYPTED PRIVATE KEY", await encryptPkcs8(key.pkcs8, options.passphrase)),
    requestPem: writePem("CERTIFICATE REQUEST", request),
    request,
  };
}

/** A certificate signing request as it was read. */
export interface CertificateRequestFacts {
  readonly commonName: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly subjectPublicKeyInfo: Uint8Array;
}

/**
 * Reads a certificate signing request, PEM or DER, and verifies that its maker holds the key.
 *
 * @throws PassError `ERR_PASS_CERTIFICATE_REQUEST` when it is none or its signature does not hold.
 *
 * @example
 * ```ts
 * const { subjectPublicKeyInfo } = await readCertificateRequest(pem);
 * ```
 */
export async function readCertificateRequest(input: string | Uint8Array): Promise<CertificateRequestFacts> {
  const der = requestDer(input);
  try {
    const element = readDer(der);
    if (identifyDer(element) !== "certificate-request") throw notARequest(describeDer(element));
    const request = readFields(element);
    const information = request.next("sequence");
    const algorithm = request.next("sequence");
    const signature = request.next("bitString");
    request.end();
    const fields = readFields(information);
    fields.next("integer");
    const subject = readName(fields.next("sequence"));
    const key = fields.next("sequence");
    const holds = await isSigned(key, readAlgorithm(algorithm), information.bytes, readBitString(signature).bytes);
    if (!holds) throw notARequest("its signature does not hold: it was changed, or its maker does not have the key.");
    return {
      commonName: nameAttribute(subject, OIDS.commonName),
      email: nameAttribute(subject, OIDS.emailAddress),
      country: nameAttribute(subject, OIDS.country),
      subjectPublicKeyInfo: key.bytes,
    };
  } catch (cause) {
    if (cause instanceof PassError && cause.code === "ERR_PASS_CERTIFICATE_REQUEST") throw cause;
    throw notARequest("it is damaged.", cause);
  }
}

/** RFC 2986 §4.2: the signature proves that who asks has the private key. */
async function isSigned(key: DerElement, algorithmOid: string, information: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const algorithm = signatureAlgorithmOf(algorithmOid);
  if (algorithm === null || algorithm.digest === "md5" || !isUsableKey(readPublicKey(key))) return false;
  return platform.verify(algorithm, key.bytes, information, signature);
}

const REQUEST_LABELS: ReadonlySet<string> = new Set(["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"]);

/** A request with a 16,384-bit key has 5 KB. */
const MAX_REQUEST_BYTES = 65_536;

function requestDer(input: string | Uint8Array): Uint8Array {
  if (input.length > MAX_REQUEST_BYTES) throw notARequest(`it has ${input.length} bytes.`);
  const text = typeof input === "string" ? input : pemTextOf(input);
  if (text === null && typeof input !== "string") return input;
  const blocks = readPem(text ?? "");
  const block = blocks.find(({ label }) => REQUEST_LABELS.has(label));
  if (!block) throw notARequest(blocks.length === 0 ? describeText(text ?? "") : describePem(blocks));
  return block.bytes;
}

interface RequestKey {
  readonly pkcs8: Uint8Array;
  readonly subjectPublicKeyInfo: Uint8Array;
}

async function generateKey(): Promise<RequestKey> {
  const parameters = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await crypto.subtle.generateKey(parameters, true, ["sign", "verify"]);
  return {
    pkcs8: new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)),
    subjectPublicKeyInfo: new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)),
  };
}

async function readGivenKey(input: string | Uint8Array, passphrase: string | undefined): Promise<RequestKey> {
  const key = await readPrivateKey(input, { passphrase });
  if (key.publicHalf.kind !== "rsa") {
    throw new PassError(
      "ERR_PASS_SIGN_KEY_KIND",
      "Apple issues Pass Type ID certificates for RSA keys; the private key is an EC key.",
    );
  }
  return { pkcs8: key.pkcs8, subjectPublicKeyInfo: encodeRsaPublicKey(key.publicHalf) };
}

function encodeSubject({ commonName, email, country }: CertificateRequestOptions): Uint8Array {
  const attributes: Uint8Array[] = [];
  const add = (oid: string, value: Uint8Array) => attributes.push(derSet(derSequence(derOid(oid), value)));
  // Upper bounds: RFC 5280 Appendix A.1 (ub-common-name, ub-emailaddress-length).
  if (email !== undefined) {
    if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(email) || email.length > 255)
      throw badOption(`the e-mail address ${JSON.stringify(email)}`);
    add(OIDS.emailAddress, derIa5String(email));
  }
  if (commonName.trim() === "" || Array.from(commonName).length > 64)
    throw badOption("a common name that is empty or longer than 64 characters");
  add(OIDS.commonName, derUtf8String(commonName));
  if (country !== undefined) {
    if (!/^[A-Z]{2}$/.test(country)) throw badOption(`the country ${JSON.stringify(country)}; two capital letters are needed`);
    add(OIDS.country, derPrintableString(country));
  }
  return derSequence(...attributes);
}

function badOption(what: string): PassError {
  return new PassError("ERR_PASS_CERTIFICATE_REQUEST", `A certificate signing request cannot hold ${what}.`);
}

function notARequest(found: string, cause?: unknown): PassError {
  return new PassError("ERR_PASS_CERTIFICATE_REQUEST", `This is no certificate signing request: ${found}`, { cause });
}
