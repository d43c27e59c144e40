import { platform } from "#platform";
import { PassError } from "../errors.ts";
import type { SignBytes } from "../platform/platform.ts";
import { loadAppleCertificates } from "./apple-certificates.ts";
import { type Certificate, isSameCertificate, parseCertificate } from "./certificate.ts";
import { certificateFacts } from "./certificate-facts.ts";
import { chooseIntermediate } from "./choose-intermediate.ts";
import { nameToString } from "./distinguished-name.ts";
import { readCertificates } from "./read-certificate.ts";
import { type CmsWriter, createCmsWriter } from "./sign-cms.ts";
import type { CertificateFacts } from "./signature-report.ts";
import { isKeyOfCertificate, openSigningKey, proveSigningKey, signatureAlgorithmFor, verifyingSignBytes } from "./signing-key.ts";

/** What a signer lets pass though a device will refuse it: for tests, demonstrations and repairs. Each is false by default. */
export interface SignerAllowances {
  /** Signs with a certificate (or below an intermediate) that has expired at the signing time. */
  readonly expired?: boolean;
  /** Signs before the certificate is valid. */
  readonly notYetValid?: boolean;
  /** Signs with a certificate that is not a Pass Type ID certificate. */
  readonly notPassCertificate?: boolean;
  /** Signs a pass with NFC keys though the certificate is not one with NFC. */
  readonly nfcWithoutNfcCertificate?: boolean;
}

/** Options that both ways to a signer have. */
export interface SignerIdentityOptions {
  /** The Pass Type ID certificate: Apple's `.cer` (DER) or PEM. Other certificates in the PEM are looked through for the intermediate. */
  readonly certificate: string | Uint8Array;
  /**
   * The intermediate that issued the certificate, PEM or DER. Best left out: Apple's are bundled, and the right one is chosen
   * by the certificate's issuer. For other authorities it is needed, and it must be the right one.
   */
  readonly intermediate?: string | Uint8Array;
  /** More certificates to look through for the intermediate, as a PKCS#12 file brings them. */
  readonly others?: readonly Uint8Array[];
  readonly allow?: SignerAllowances;
  /** When the certificate must be valid; the present by default. Every signing time is checked again. */
  readonly now?: Date;
}

/** Options of {@link Signer.create}. */
export interface SignerOptions extends SignerIdentityOptions {
  /**
   * The private key: PEM or DER of PKCS#8, PKCS#1 or SEC 1, or a CryptoKey (RSASSA-PKCS1-v1_5 with SHA-256, or ECDSA) with the
   * usage `sign`.
   */
  readonly privateKey: string | Uint8Array | CryptoKey;
  /** Opens an encrypted key. */
  readonly passphrase?: string;
}

/** Options of {@link Signer.fromFunction}. */
export interface SignerFunctionOptions extends SignerIdentityOptions {
  /**
   * Signs `bytes` with the certificate's key: RSASSA-PKCS1-v1_5 with SHA-256 (AWS `RSASSA_PKCS1_V1_5_SHA_256`, Google
   * `RSA_SIGN_PKCS1_2048_SHA256`, Azure `RS256`), or ECDSA with SHA-256 in DER. The bytes are some hundred, not yet hashed.
   */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** What a pass says of itself that its certificate must agree with. */
export interface SignedIdentity {
  readonly passTypeIdentifier: string;
  readonly teamIdentifier: string;
  /** The pass has an `nfc` dictionary or personalization. */
  readonly nfc?: boolean;
}

/**
 * Signs passes with one Pass Type ID certificate. Make one and keep it: reading and checking certificate and key is done once,
 * and a signature costs little more than its RSA operation, which runs on the thread pool in Node.
 *
 * An EC key signs as well (`ecdsa-with-SHA256`, RFC 5753 §2.1.1), where the certificate is for one. Apple issues Pass Type ID
 * certificates for RSA keys; whether Wallet takes an EC certificate is not documented, and no real pass is known to have one.
 */
export class Signer {
  /** The certificate, for people and for rules. */
  readonly facts: CertificateFacts;
  /** The certificate, DER. */
  readonly certificate: Uint8Array;
  /** The intermediate that is embedded beside it, DER. */
  readonly intermediate: Uint8Array;
  readonly #chain: readonly Certificate[];
  readonly #allow: SignerAllowances;
  readonly #signBytes: SignBytes;
  readonly #cms: CmsWriter;

  private constructor(parts: SignerParts) {
    this.facts = parts.facts;
    this.certificate = parts.leaf.der.slice();
    this.intermediate = parts.intermediate.der.slice();
    this.#chain = [parts.leaf, parts.intermediate];
    this.#allow = parts.allow;
    this.#signBytes = parts.signBytes;
    this.#cms = parts.cms;
  }

  /**
   * A signer over a private key.
   *
   * @throws PassError, before anything is signed: `ERR_PASS_SIGN_KEY_MISMATCH`, `ERR_PASS_SIGN_EXPIRED`,
   * `ERR_PASS_SIGN_NOT_YET_VALID`, `ERR_PASS_SIGN_NOT_PASS_CERTIFICATE`, `ERR_PASS_SIGN_ISSUER_MISMATCH`,
   * `ERR_PASS_SIGN_ISSUER_UNKNOWN`, `ERR_PASS_SIGN_KEY_KIND`, `ERR_PASS_SIGN_KEY_WEAK`; for unreadable input
   * `ERR_PASS_CERTIFICATE_INVALID`, `ERR_PASS_PEM_INVALID`, `ERR_PASS_KEY_INVALID`, `ERR_PASS_KEY_PASSPHRASE`,
   * `ERR_PASS_KEY_CIPHER`, `ERR_PASS_KEY_LIMIT`.
   *
   * @example
   * ```ts
   * const signer = await Signer.create({ certificate: certificatePem, privateKey: keyPem, passphrase });
   * ```
   */
  static async create(options: SignerOptions): Promise<Signer> {
    const certificates = readCertificates(options.certificate);
    // A PEM of a whole chain may begin at its other end.
    const leaf = (await findLeaf(certificates, options)) ?? certificates[0];
    const signBytes = await openSigningKey(leaf, options.privateKey, options.passphrase);
    return createSigner(leaf, certificates, options, signBytes, (parts) => new Signer(parts));
  }

  /**
   * A signer over a function: a key that stays in a key management service, a hardware module or another process. Each of its
   * signatures is verified before it goes into a pass, and one is asked for at once, to prove that the key is the certificate's.
   *
   * @throws As {@link Signer.create}; `ERR_PASS_SIGN_FUNCTION` when the function fails.
   *
   * @example
   * ```ts
   * const signer = await Signer.fromFunction({ certificate, sign: (bytes) => kms.sign(bytes) });
   * ```
   */
  static async fromFunction(options: SignerFunctionOptions): Promise<Signer> {
    const certificates = readCertificates(options.certificate);
    const leaf = certificates.find((certificate) => certificate.extensions.basicConstraints?.ca !== true) ?? certificates[0];
    return createSigner(leaf, certificates, options, verifyingSignBytes(leaf, options.sign), (parts) => new Signer(parts));
  }

  /**
   * A detached CMS signature (RFC 5652) over the exact bytes of manifest.json: what the file `signature` holds. With an RSA key
   * the same manifest and time give the same bytes.
   *
   * @param options.signingTime To the second; must lie in the certificate's validity.
   * @throws PassError `ERR_PASS_SIGN_EXPIRED`, `ERR_PASS_SIGN_NOT_YET_VALID`, `ERR_PASS_SIGN_TIME`, `ERR_PASS_SIGN_FUNCTION`.
   *
   * @example
   * ```ts
   * const signature = await signer.sign(manifest, { signingTime: new Date() });
   * ```
   */
  async sign(manifest: Uint8Array, options: { readonly signingTime: Date }): Promise<Uint8Array> {
    this.validate({ at: options.signingTime });
    const digest = platform.digest("sha256", manifest);
    const attributes = this.#cms.attributes(digest instanceof Uint8Array ? digest : await digest, options.signingTime);
    return this.#cms.assemble(attributes, await this.#signBytes(attributes));
  }

  /**
   * Throws unless the certificate is for this pass, naming both values: `ERR_PASS_SIGN_PASS_TYPE`, `ERR_PASS_SIGN_TEAM`,
   * `ERR_PASS_SIGN_NFC`. A device refuses the pass otherwise.
   */
  assertMatches(pass: SignedIdentity): void {
    const { passTypeIdentifier, teamIdentifier, allowsNfc, subject } = this.facts;
    if (pass.passTypeIdentifier !== passTypeIdentifier) {
      throw mismatch("ERR_PASS_SIGN_PASS_TYPE", "passTypeIdentifier", pass.passTypeIdentifier, passTypeIdentifier, "UID");
    }
    if (pass.teamIdentifier !== teamIdentifier) {
      throw mismatch("ERR_PASS_SIGN_TEAM", "teamIdentifier", pass.teamIdentifier, teamIdentifier, "OU");
    }
    if (pass.nfc === true && !allowsNfc && this.#allow.nfcWithoutNfcCertificate !== true) {
      const message = `The pass has NFC keys, and ${subject} is no certificate "with NFC", which Apple grants on request.`;
      throw new PassError("ERR_PASS_SIGN_NFC", message, { details: { subject } });
    }
  }

  /**
   * Throws unless the certificate and its intermediate are valid at a time: `ERR_PASS_SIGN_EXPIRED`,
   * `ERR_PASS_SIGN_NOT_YET_VALID`, naming the certificate and its dates.
   */
  validate({ at }: { readonly at: Date }): void {
    for (const certificate of this.#chain) assertValidAt(certificate, at, this.#allow);
  }
}

interface SignerParts {
  readonly leaf: Certificate;
  readonly intermediate: Certificate;
  readonly facts: CertificateFacts;
  readonly allow: SignerAllowances;
  readonly signBytes: SignBytes;
  readonly cms: CmsWriter;
}

async function findLeaf(certificates: readonly Certificate[], options: SignerOptions): Promise<Certificate | undefined> {
  if (certificates.length === 1) return certificates[0];
  const matches = await isKeyOfCertificate(options.privateKey, options.passphrase);
  return certificates.find((certificate) => matches(certificate));
}

async function createSigner(
  leaf: Certificate,
  beside: readonly Certificate[],
  options: SignerIdentityOptions,
  signBytes: SignBytes,
  construct: (parts: SignerParts) => Signer,
): Promise<Signer> {
  const { allow = {}, now = new Date() } = options;
  const facts = await certificateFacts(leaf);
  if (allow.notPassCertificate !== true) assertPassCertificate(leaf, facts);
  const intermediate = await findIntermediate(leaf, beside, options, now);
  await proveSigningKey(leaf, signBytes);
  const cms = createCmsWriter({
    certificates: isSameCertificate(leaf, intermediate) ? [leaf.der] : [leaf.der, intermediate.der],
    issuerName: leaf.issuer.der,
    serialNumber: leaf.serialNumberDer,
    scheme: signatureAlgorithmFor(leaf).scheme,
    signatureBytes: leaf.publicKey.kind === "rsa" ? Math.ceil(leaf.publicKey.bits / 8) : null,
  });
  const signer = construct({ leaf, intermediate, facts, allow, signBytes, cms });
  signer.validate({ at: now });
  return signer;
}

async function findIntermediate(
  leaf: Certificate,
  beside: readonly Certificate[],
  options: SignerIdentityOptions,
  now: Date,
): Promise<Certificate> {
  const { intermediates } = await loadAppleCertificates();
  const others = (options.others ?? []).map((der) => parseCertificate(der.slice()));
  const known = [
    ...beside.filter((certificate) => certificate !== leaf),
    ...others,
    ...intermediates.map(({ certificate }) => certificate),
  ];
  const given = options.intermediate === undefined ? null : readCertificates(options.intermediate);
  return chooseIntermediate(leaf, { given, known }, now);
}

function assertPassCertificate(leaf: Certificate, facts: CertificateFacts): void {
  const mayMakeSignatures = leaf.extensions.keyUsage?.digitalSignature ?? true;
  if (facts.isPassTypeCertificate && mayMakeSignatures && facts.passTypeIdentifier !== null) return;
  const reason = facts.isPassTypeCertificate
    ? "its key usage leaves signatures out, or its subject names no pass type (UID)"
    : "it lacks the extended key usage 1.2.840.113635.100.4.14 or the marker 1.2.840.113635.100.6.1.16";
  throw new PassError("ERR_PASS_SIGN_NOT_PASS_CERTIFICATE", `${facts.subject} is not a Pass Type ID certificate: ${reason}.`, {
    details: { subject: facts.subject },
  });
}

function assertValidAt(certificate: Certificate, at: Date, allow: SignerAllowances): void {
  if (Number.isNaN(at.getTime())) throw new PassError("ERR_PASS_SIGN_TIME", "The signing time is an invalid Date.");
  const expired = at > certificate.notAfter && allow.expired !== true;
  if (!expired && (at >= certificate.notBefore || allow.notYetValid === true)) return;
  const [notBefore, notAfter, time] = [certificate.notBefore, certificate.notAfter, at].map((date) => date.toISOString());
  throw new PassError(
    expired ? "ERR_PASS_SIGN_EXPIRED" : "ERR_PASS_SIGN_NOT_YET_VALID",
    `${nameToString(certificate.subject)} is valid from ${notBefore} to ${notAfter}; the signing time is ${time}.`,
    {
      details: { subject: nameToString(certificate.subject), notBefore: notBefore ?? "", notAfter: notAfter ?? "", at: time ?? "" },
    },
  );
}

function mismatch(
  code: "ERR_PASS_SIGN_PASS_TYPE" | "ERR_PASS_SIGN_TEAM",
  key: string,
  inPass: string,
  inCertificate: string | null,
  attribute: string,
): PassError {
  // As JSON: neither value is ours, and control characters would reach a terminal.
  const message = `${key} is ${JSON.stringify(inPass)} in pass.json; the certificate's ${attribute} is ${JSON.stringify(inCertificate)}.`;
  return new PassError(code, message, { details: { pass: inPass, certificate: inCertificate } });
}
