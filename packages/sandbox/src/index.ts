/**
 * A throwaway Apple: a certificate authority that mimics the chain of Pass Type ID certificates, for tests and demos.
 *
 * @module
 */
export {
  type AuthorityKeys,
  createThrowawayAuthority,
  type IssueAuthorityOptions,
  type IssuePassCertificateOptions,
  type PassCertificate,
  type ThrowawayAuthority,
  type ThrowawayAuthorityOptions,
} from "./throwaway-authority.ts";
export type { IssuedCertificate, IssuingAuthority, PassCertificateNames } from "./issue-certificate.ts";
export type { CertificateOptions, Extension, KeyUsageName, NameParts } from "./certificate-template.ts";
export { generateKeyMaterial, type KeyKind, type KeyMaterial, type SigningDigest } from "./key-material.ts";
export type { RevocationReason } from "./revocation-list.ts";
