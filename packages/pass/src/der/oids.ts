/** The object identifiers that certificates and signatures of passes hold, by name. */
export const OIDS = {
  // CMS content types and attributes: RFC 5652 §4, §5.1, §11.
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  // Certificate requests: RFC 2985 §5.4.2.
  extensionRequest: "1.2.840.113549.1.9.14",
  // Digests: RFC 3279 §2.1, RFC 5754 §2.
  md5: "1.2.840.113549.2.5",
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
  // RSA keys and PKCS #1 v1.5 signatures: RFC 3279 §2.2.1, RFC 4055 §5.
  rsaEncryption: "1.2.840.113549.1.1.1",
  md5WithRsa: "1.2.840.113549.1.1.4",
  sha1WithRsa: "1.2.840.113549.1.1.5",
  /** Of OIW, before PKCS #1 had one: old certificates. */
  sha1WithRsaOiw: "1.3.14.3.2.29",
  rsaPss: "1.2.840.113549.1.1.10",
  sha256WithRsa: "1.2.840.113549.1.1.11",
  sha384WithRsa: "1.2.840.113549.1.1.12",
  sha512WithRsa: "1.2.840.113549.1.1.13",
  // Elliptic curves: RFC 5480 §2.1.1, RFC 5758 §3.2.
  ecPublicKey: "1.2.840.10045.2.1",
  p256: "1.2.840.10045.3.1.7",
  p384: "1.3.132.0.34",
  p521: "1.3.132.0.35",
  ecdsaWithSha1: "1.2.840.10045.4.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  ecdsaWithSha384: "1.2.840.10045.4.3.3",
  ecdsaWithSha512: "1.2.840.10045.4.3.4",
  // Names: RFC 4519 §2, RFC 5280 appendix A, RFC 4514 §3.
  commonName: "2.5.4.3",
  surname: "2.5.4.4",
  serialNumber: "2.5.4.5",
  country: "2.5.4.6",
  locality: "2.5.4.7",
  stateOrProvince: "2.5.4.8",
  street: "2.5.4.9",
  organization: "2.5.4.10",
  organizationalUnit: "2.5.4.11",
  title: "2.5.4.12",
  givenName: "2.5.4.42",
  userId: "0.9.2342.19200300.100.1.1",
  domainComponent: "0.9.2342.19200300.100.1.25",
  emailAddress: "1.2.840.113549.1.9.1",
  // Extensions of certificates and revocation lists: RFC 5280 §4.2.1, §5.2, §5.3.
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  crlNumber: "2.5.29.20",
  crlReason: "2.5.29.21",
  deltaCrlIndicator: "2.5.29.27",
  issuingDistributionPoint: "2.5.29.28",
  certificateIssuer: "2.5.29.29",
  nameConstraints: "2.5.29.30",
  crlDistributionPoints: "2.5.29.31",
  certificatePolicies: "2.5.29.32",
  policyMappings: "2.5.29.33",
  authorityKeyIdentifier: "2.5.29.35",
  policyConstraints: "2.5.29.36",
  extendedKeyUsage: "2.5.29.37",
  inhibitAnyPolicy: "2.5.29.54",
  authorityInfoAccess: "1.3.6.1.5.5.7.1.1",
  // Apple: the Certification Practice Statement of its Worldwide Developer Relations authority, §4.11.
  appleCertificateExtension: "1.2.840.113635.100.6",
  /** A Pass Type ID certificate; the value is the pass type identifier. */
  applePassTypeMarker: "1.2.840.113635.100.6.1.16",
  /** A Pass Type ID certificate for passes with NFC; the value is the pass type identifier. */
  applePassNfcMarker: "1.2.840.113635.100.6.1.26",
  /** In Pass Type ID certificates and in push certificates. */
  applePushMarker: "1.2.840.113635.100.6.3.2",
  /** A Worldwide Developer Relations intermediate. */
  appleWwdrMarker: "1.2.840.113635.100.6.2.1",
  /** Extended key usage: signs passes. */
  applePassSigning: "1.2.840.113635.100.4.14",
  clientAuth: "1.3.6.1.5.5.7.3.2",
} as const;

/** A name of {@link OIDS}. */
export type OidName = keyof typeof OIDS;
