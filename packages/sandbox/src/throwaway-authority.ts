import { readCertificateRequest, Signer, type SignerOptions } from "@passwright/pass";
import { readDer, readSequence } from "@passwright/pass/der";
import type { CertificateOptions } from "./certificate-template.ts";
import {
  type IssuedCertificate,
  type IssuingAuthority,
  type IssuingContext,
  issueIntermediate,
  issuePass,
  issueRoot,
  newSerialNumber,
  type PassCertificateNames,
} from "./issue-certificate.ts";
import { generateKeyMaterial, type KeyKind, type KeyMaterial } from "./key-material.ts";
import { toPem } from "./pem.ts";
import { buildRevocationList, type RevocationReason, type RevokedCertificate } from "./revocation-list.ts";

const DAY = 86_400_000;

/** Options of {@link createThrowawayAuthority}. */
export interface ThrowawayAuthorityOptions {
  /** The day the authority is made; every date of its certificates follows from it. The present by default. */
  readonly now?: Date;
  /** Serial numbers come from here; `crypto.getRandomValues` by default. */
  readonly random?: (length: number) => Uint8Array;
  /** Keys of an earlier authority (its `keys`), which spares making two. */
  readonly keys?: AuthorityKeys;
  /** Kind of the keys to make; Apple's authorities for passes have `rsa-2048`. */
  readonly keyKind?: KeyKind;
  /** Alters the root's certificate. */
  readonly rootCertificate?: CertificateOptions;
  /** Alters the intermediate's certificate. */
  readonly intermediateCertificate?: CertificateOptions;
}

/** The keys of an authority, to be kept and passed in again. */
export interface AuthorityKeys {
  readonly root: KeyMaterial;
  readonly intermediate: KeyMaterial;
}

/** Options of {@link ThrowawayAuthority.issueAuthority}. */
export interface IssueAuthorityOptions extends CertificateOptions {
  /** Who issues it; the root by default. */
  readonly by?: IssuingAuthority;
  readonly key?: KeyKind | KeyMaterial;
}

/** Options of {@link ThrowawayAuthority.issuePassCertificate}. */
export interface IssuePassCertificateOptions extends PassCertificateNames, CertificateOptions {
  readonly by?: IssuingAuthority;
  readonly key?: KeyKind | KeyMaterial;
}

/** A pass certificate with its key. */
export interface PassCertificate extends IssuedCertificate {
  readonly key: KeyMaterial;
  /** PKCS#8, unencrypted. */
  readonly privateKeyPem: string;
  /** A signer over the two; options as of `Signer.create` (such as `allow`). */
  signer(options?: Partial<SignerOptions>): Promise<Signer>;
}

/** A certificate authority of Apple's shape that nobody trusts. Made by {@link createThrowawayAuthority}. */
export interface ThrowawayAuthority {
  readonly root: IssuingAuthority;
  readonly intermediate: IssuingAuthority;
  /** The root, DER: pass it where a verifier takes trust anchors. */
  readonly trustAnchors: readonly Uint8Array<ArrayBuffer>[];
  /** The intermediate, DER. */
  readonly intermediates: readonly Uint8Array<ArrayBuffer>[];
  readonly keys: AuthorityKeys;
  /** Issues a certificate as Apple does for a pass type; every option may bend it. */
  issuePassCertificate(options: IssuePassCertificateOptions): Promise<PassCertificate>;
  /** Issues for a certificate signing request (PEM or DER). Throws `ERR_PASS_CERTIFICATE_REQUEST` for a bad one. */
  issueFromRequest(
    request: string | Uint8Array,
    options: PassCertificateNames & CertificateOptions & { readonly by?: IssuingAuthority },
  ): Promise<IssuedCertificate>;
  /** Issues another authority: a second intermediate, one below the first, one without the right to. */
  issueAuthority(options?: IssueAuthorityOptions): Promise<IssuingAuthority>;
  /** Revokes a certificate of the intermediate and gives the list of all revoked so far (CRL, DER). */
  revoke(certificate: Uint8Array, options?: { readonly at?: Date; readonly reason?: RevocationReason }): Promise<Uint8Array>;
  /** The list of all revoked so far, valid for 30 days from `thisUpdate` (`now` by default) unless `nextUpdate` is given. */
  revocationList(options?: {
    readonly thisUpdate?: Date;
    readonly nextUpdate?: Date;
    readonly by?: IssuingAuthority;
  }): Promise<Uint8Array>;
}

/**
 * Makes a throwaway authority: a root and an intermediate like Apple's Worldwide Developer Relations one, clearly named
 * as not Apple's. It can issue pass certificates that differ from real ones in the trust anchor alone.
 *
 * @example
 * ```ts
 * const authority = await createThrowawayAuthority();
 * const issued = await authority.issuePassCertificate({ passTypeIdentifier: "pass.com.example.demo", teamIdentifier: "A1B2C3D4E5" });
 * const signer = await issued.signer();
 * ```
 */
export async function createThrowawayAuthority(options: ThrowawayAuthorityOptions = {}): Promise<ThrowawayAuthority> {
  const { now = new Date(), keyKind = "rsa-2048" } = options;
  const random = options.random ?? ((length: number) => crypto.getRandomValues(new Uint8Array(length)));
  const keys = options.keys ?? { root: await generateKeyMaterial(keyKind), intermediate: await generateKeyMaterial(keyKind) };
  const context: IssuingContext = { now, newSerialNumber: () => newSerialNumber(random) };
  const root = await issueRoot(context, keys.root, options.rootCertificate ?? {});
  const intermediate = await issueIntermediate(context, root, keys.intermediate, options.intermediateCertificate ?? {});
  const revoked: RevokedCertificate[] = [];
  let listNumber = 0;

  const authority: ThrowawayAuthority = {
    root,
    intermediate,
    trustAnchors: [root.certificate],
    intermediates: [intermediate.certificate],
    keys,

    async issuePassCertificate({ by = intermediate, key: given = "rsa-2048", ...rest }) {
      const key = typeof given === "string" ? await generateKeyMaterial(given) : given;
      const issued = await issuePass(context, by, key.subjectPublicKeyInfo, rest);
      const privateKeyPem = toPem("PRIVATE KEY", key.pkcs8);
      return {
        ...issued,
        key,
        privateKeyPem,
        signer: (signerOptions = {}) =>
          Signer.create({
            certificate: issued.certificate,
            privateKey: key.pkcs8,
            intermediate: issued.intermediate,
            now,
            ...signerOptions,
          }),
      };
    },

    async issueFromRequest(request, { by = intermediate, ...rest }) {
      const { subjectPublicKeyInfo } = await readCertificateRequest(request);
      return issuePass(context, by, new Uint8Array(subjectPublicKeyInfo), rest);
    },

    async issueAuthority({ by = root, key: given = "rsa-2048", ...rest } = {}) {
      const key = typeof given === "string" ? await generateKeyMaterial(given) : given;
      return issueIntermediate(context, by, key, rest);
    },

    revoke(certificate, { at = now, reason } = {}) {
      revoked.push({ serialNumber: serialNumberOf(certificate), at, ...(reason && { reason }) });
      return authority.revocationList();
    },

    revocationList({ thisUpdate = now, nextUpdate = new Date(thisUpdate.getTime() + 30 * DAY), by = intermediate } = {}) {
      listNumber += 1;
      return buildRevocationList({
        issuer: by.subject,
        issuerKey: by.key,
        issuerKeyIdentifier: by.keyIdentifier,
        number: listNumber,
        thisUpdate,
        nextUpdate,
        revoked,
      });
    },
  };
  return authority;
}

function serialNumberOf(certificate: Uint8Array): Uint8Array {
  const [information] = readSequence(readDer(certificate));
  const serialNumber = information && readSequence(information).find((element) => element.is("integer"));
  if (!serialNumber) throw new TypeError("a certificate has a serial number");
  return serialNumber.contents;
}
