import { readFields } from "../der/der-fields.ts";
import { derInvalid } from "../der/der-header.ts";
import { type DerElement, readDer } from "../der/der-reader.ts";
import { readTime } from "../der/der-time.ts";
import { expectDer, readIntegerBytes, readOnlyChild, readSequence, readSmallInteger } from "../der/der-values.ts";
import { equalBytes, hexToBytes } from "../der/bytes.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import { platform } from "#platform";
import type { SignatureAlgorithm } from "../platform/platform.ts";
import { readAlgorithm, signatureAlgorithmOf } from "./algorithms.ts";
import type { Certificate } from "./certificate.ts";
import {
  type AuthorityKeyIdentifier,
  type Extension,
  readAuthorityKeyIdentifier,
  readDistributionPointName,
  readExtension,
  withoutSign,
} from "./certificate-extensions.ts";
import { type DistinguishedName, equalNames, readName } from "./distinguished-name.ts";
import { SIGNATURE_LIMITS } from "./signature-limits.ts";
import { readSignedEnvelope } from "./signed-envelope.ts";

/** Why a certificate was revoked (RFC 5280 §5.3.1). */
export type RevocationReason =
  | "unspecified"
  | "keyCompromise"
  | "cACompromise"
  | "affiliationChanged"
  | "superseded"
  | "cessationOfOperation"
  | "certificateHold"
  | "removeFromCRL"
  | "privilegeWithdrawn"
  | "aACompromise";

/** By number; 7 is not used. */
const REASONS: readonly (RevocationReason | null)[] = [
  "unspecified",
  "keyCompromise",
  "cACompromise",
  "affiliationChanged",
  "superseded",
  "cessationOfOperation",
  "certificateHold",
  null,
  "removeFromCRL",
  "privilegeWithdrawn",
  "aACompromise",
];

/** That a certificate was revoked. */
export interface Revocation {
  readonly at: Date;
  readonly reason: RevocationReason;
}

/** What part of an issuer's certificates a list is about (RFC 5280 §5.2.5). */
interface Scope {
  /** Addresses of the list; empty where it does not say. */
  readonly addresses: readonly string[];
  readonly only: "leaves" | "authorities" | null;
}

/** A list of revoked certificates (RFC 5280 §5) that was read. Nothing in it has been verified. */
export interface RevocationList {
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  /** When a newer list is due; null where it does not say. */
  readonly nextUpdate: Date | null;
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | null;
  readonly scope: Scope;
  /** It holds only changes, or entries of other issuers, or something critical that is not understood. */
  readonly usable: boolean;
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: SignatureAlgorithm | null;
  readonly signature: Uint8Array;
  /** Looks a serial number (upper-case hex) up; throws as {@link parseRevocationList} does where entries are damaged. */
  find(serialNumber: string): Revocation | null;
}

/**
 * Reads a list of revoked certificates in DER. Entries stay where they are in the bytes: a list may have hundreds of
 * thousands. Throws `ERR_PASS_REVOCATION_LIST_INVALID`.
 *
 * @example
 * ```ts
 * const list = parseRevocationList(await readFile("wwdrg4.crl"));
 * console.log(list.nextUpdate, list.find("22C1A1470A747369"));
 * ```
 */
export function parseRevocationList(der: Uint8Array): RevocationList {
  return readable(() => read(readDer(der, { limits: SIGNATURE_LIMITS.revocationList })));
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof PassError)) throw cause;
    const message = `The list of revoked certificates cannot be read: ${cause.message}.`;
    throw new PassError("ERR_PASS_REVOCATION_LIST_INVALID", message, { cause });
  }
}

function read(element: DerElement): RevocationList {
  const { tbs, outerAlgorithm, signature } = readSignedEnvelope(element);
  const fields = readFields(tbs);
  const version = fields.optional("integer");
  if (version !== null && readSmallInteger(version) !== 1) throw derInvalid("No such version of lists", version.offset);
  const innerAlgorithm = fields.next("sequence");
  if (!equalBytes(innerAlgorithm.bytes, outerAlgorithm.bytes)) {
    throw derInvalid("The list names two signature algorithms", innerAlgorithm.offset);
  }
  const issuer = readName(fields.next("sequence"));
  const thisUpdate = readTime(fields.next());
  const nextUpdate = fields.optional("utcTime") ?? fields.optional("generalizedTime");
  const entries = fields.optional("sequence");
  const explicit = fields.optionalContext(0);
  fields.end();
  const extensions = explicit === null ? [] : readSequence(readOnlyChild(explicit)).map(readExtension);
  return {
    issuer,
    thisUpdate,
    nextUpdate: nextUpdate === null ? null : readTime(nextUpdate),
    tbs: tbs.bytes,
    signatureAlgorithm: signatureAlgorithmOf(readAlgorithm(innerAlgorithm)),
    signature,
    find: (serialNumber) => (entries === null ? null : readable(() => findEntry(entries, serialNumber))),
    ...readListExtensions(extensions),
  };
}

type ListExtensions = Pick<RevocationList, "authorityKeyIdentifier" | "scope" | "usable">;

function readListExtensions(extensions: readonly Extension[]): ListExtensions {
  let authorityKeyIdentifier: AuthorityKeyIdentifier | null = null;
  let scope: Scope = { addresses: [], only: null };
  let usable = true;
  for (const { oid, critical, value } of extensions) {
    const element = readDer(value, { limits: SIGNATURE_LIMITS.certificate });
    if (oid === OIDS.authorityKeyIdentifier) {
      authorityKeyIdentifier = readAuthorityKeyIdentifier(element);
    } else if (oid === OIDS.issuingDistributionPoint) {
      const found = readScope(element);
      if (found === null) usable = false;
      else scope = found;
    } else if (oid === OIDS.deltaCrlIndicator || (critical && oid !== OIDS.crlNumber)) {
      usable = false;
    }
  }
  return { authorityKeyIdentifier, scope, usable };
}

/** Reads an IssuingDistributionPoint; null for lists of attribute certificates, of some reasons, or of other issuers. */
function readScope(element: DerElement): Scope | null {
  const fields = readFields(element);
  const name = fields.optionalContext(0);
  const leaves = isSet(fields.optionalContext(1));
  const authorities = isSet(fields.optionalContext(2));
  const someReasons = fields.optionalContext(3);
  const indirect = isSet(fields.optionalContext(4));
  const attributes = isSet(fields.optionalContext(5));
  fields.end();
  if (someReasons !== null || indirect || attributes || (leaves && authorities)) return null;
  return {
    addresses: name === null ? [] : readDistributionPointName(name),
    only: leaves ? "leaves" : authorities ? "authorities" : null,
  };
}

/** A BOOLEAN DEFAULT FALSE under an implicit tag. */
function isSet(element: DerElement | null): boolean {
  return element !== null && element.contents.length === 1 && element.contents[0] !== 0;
}

function findEntry(entries: DerElement, serialNumber: string): Revocation | null {
  const wanted = hexToBytes(serialNumber);
  for (const entry of entries.eachChild()) {
    const fields = readFields(entry);
    if (!equalBytes(withoutSign(readIntegerBytes(fields.next("integer"))), wanted)) continue;
    const at = readTime(fields.next());
    const extensions = fields.optional("sequence");
    return { at, reason: extensions === null ? "unspecified" : readReason(extensions) };
  }
  return null;
}

function readReason(extensions: DerElement): RevocationReason {
  const reason = readSequence(extensions)
    .map(readExtension)
    .find(({ oid }) => oid === OIDS.crlReason);
  if (reason === undefined) return "unspecified";
  const [number] = expectDer(readDer(reason.value), "enumerated").contents;
  return REASONS[number ?? 0] ?? "unspecified";
}

/**
 * Whether a list speaks about a certificate, with authority: it is the issuer's own, signed by its key, which may sign
 * lists, and the certificate lies in its scope (RFC 5280 §6.3.3). Time is not looked at.
 */
export async function isListAbout(list: RevocationList, certificate: Certificate, issuer: Certificate): Promise<boolean> {
  if (!list.usable) return false; // guard: crl-usable
  if (!equalNames(list.issuer, certificate.issuer) || !equalNames(list.issuer, issuer.subject)) return false; // guard: crl-issuer
  const listKey = list.authorityKeyIdentifier?.keyIdentifier ?? null;
  const issuerKey = issuer.extensions.subjectKeyIdentifier;
  if (listKey !== null && issuerKey !== null && listKey !== issuerKey) return false; // guard: crl-key-identifier
  if (issuer.extensions.keyUsage?.crlSign === false) return false; // guard: crl-sign
  if (!isInScope(list.scope, certificate)) return false; // guard: crl-scope
  const { signatureAlgorithm, tbs, signature } = list;
  if (signatureAlgorithm === null) return false;
  if (signatureAlgorithm.digest === "md5") return false; // guard: crl-md5
  return platform.verify(signatureAlgorithm, issuer.subjectPublicKeyInfo, tbs, signature); // guard: crl-signature
}

function isInScope(scope: Scope, certificate: Certificate): boolean {
  const isAuthority = certificate.extensions.basicConstraints?.ca ?? false;
  if (scope.only !== null && (scope.only === "authorities") !== isAuthority) return false;
  const { crlAddresses } = certificate.extensions;
  return scope.addresses.length === 0 || scope.addresses.some((address) => crlAddresses.includes(address));
}
