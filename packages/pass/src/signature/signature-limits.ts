/** How much of a signature is read and worked on. Real ones need about a tenth of each; a hostile one gets no further. */
export const SIGNATURE_LIMITS = {
  /** The CMS structure: a signature of a real pass has 3 to 8 KB, 400 elements, 15 levels. */
  cms: { maxBytes: 4 * 1024 * 1024, maxDepth: 48, maxElements: 20_000 },
  /** One certificate. */
  certificate: { maxBytes: 64 * 1024, maxDepth: 32, maxElements: 2000 },
  /** A list of revoked certificates: Apple's have had some hundred thousand entries. */
  revocationList: { maxBytes: 256 * 1024 * 1024, maxDepth: 16, maxElements: 20_000_000 },
  /** Parts of a name, and attributes of one part; nearly all names have up to seven parts of one attribute. */
  maxNameParts: 64,
  maxNamePartAttributes: 8,
  /** Certificates in a signature. */
  maxCertificates: 32,
  /** Signers of a signature. */
  maxSigners: 8,
  /** Certificates from the leaf to the trust anchor, both counted. */
  maxPathLength: 8,
  /** Paths that are compared with each other. */
  maxPaths: 16,
  /** Signatures on certificates that are verified for one search: many look-alikes of an issuer do not multiply work. */
  maxLinkChecks: 32,
  /** Longest RSA modulus that is used: verifying grows with its square. */
  maxRsaBits: 8192,
  /** Longest public exponent, as in BoringSSL: one as long as the modulus makes verifying as slow as signing. */
  maxRsaExponentBits: 33,
  /** Longest serial number in octets: RFC 5280 §4.1.2.2 allows 20, and asks readers to be gracious. */
  maxSerialBytes: 64,
  /** Longest key identifier in octets: a digest, 20 as a rule. */
  maxKeyIdentifierBytes: 64,
} as const;
