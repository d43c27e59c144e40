import { derContext, derSequence, OIDS } from "@passwright/pass/der";
import { generateKeyMaterial, type KeyMaterial } from "../key-material.ts";
import type { ThrowawayAuthority } from "../throwaway-authority.ts";
import { toPem } from "../pem.ts";

/** A certificate for a server on this machine, as `tls` and `http2` take it. */
export interface ServerCertificate {
  /** PEM: the leaf, then the authority's intermediate. */
  readonly certificate: string;
  /** PEM, PKCS#8. */
  readonly privateKey: string;
  /** PEM: what clients must trust. */
  readonly trustAnchor: string;
}

/** Options of {@link issueServerCertificate}. */
export interface IssueServerCertificateOptions {
  readonly authority: ThrowawayAuthority;
  /** DNS names; `localhost` by default. */
  readonly names?: readonly string[];
  /** IPv4 addresses; `127.0.0.1` by default. */
  readonly addresses?: readonly string[];
  readonly key?: KeyMaterial;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

/** serverAuth (RFC 5280 §4.2.1.12). */
const SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

/**
 * Issues a TLS certificate for a server on this machine.
 *
 * @example
 * ```ts
 * const authority = await createThrowawayAuthority();
 * const { certificate, privateKey } = await issueServerCertificate({ authority });
 * ```
 */
export async function issueServerCertificate(options: IssueServerCertificateOptions): Promise<ServerCertificate> {
  const { authority, names = ["localhost"], addresses = ["127.0.0.1"], notBefore, notAfter } = options;
  const key = options.key ?? (await generateKeyMaterial("ec-p256"));
  // GeneralNames (RFC 5280 §4.2.1.6): dNSName is [2], iPAddress [7].
  const subjectAltName = derSequence(
    ...names.map((name) => derContext(2, false, new TextEncoder().encode(name))),
    ...addresses.map((address) => derContext(7, false, new Uint8Array(address.split(".").map(Number)))),
  );
  const issued = await authority.issuePassCertificate({
    passTypeIdentifier: "pass.invalid.server",
    teamIdentifier: "SANDBOX000",
    key,
    subject: [["CN", names[0] ?? addresses[0] ?? "localhost"]],
    extendedKeyUsage: [SERVER_AUTH],
    extensions: [{ oid: OIDS.subjectAltName, value: subjectAltName }],
    omitExtensions: [OIDS.applePassTypeMarker, OIDS.applePushMarker],
    ...(notBefore && { notBefore }),
    ...(notAfter && { notAfter }),
  });
  return {
    certificate: `${issued.certificatePem}${toPem("CERTIFICATE", issued.intermediate)}`,
    privateKey: issued.privateKeyPem,
    trustAnchor: authority.root.certificatePem,
  };
}
