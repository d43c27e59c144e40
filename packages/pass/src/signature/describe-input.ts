import type { DerElement } from "../der/der-reader.ts";
import type { PemBlock } from "./pem.ts";

/**
 * Names what someone gave instead of the key or the certificate that was wanted, with the way out. Most trouble with
 * signing is a file in the wrong place.
 */
const PEM_LABELS: Readonly<Record<string, string>> = {
  CERTIFICATE: "it is a certificate. The private key was made together with the certificate signing request.",
  "X509 CERTIFICATE": "it is a certificate.",
  "TRUSTED CERTIFICATE": "it is a certificate.",
  "CERTIFICATE REQUEST": "it is a certificate signing request, which goes to Apple; Apple's answer is the certificate.",
  "NEW CERTIFICATE REQUEST": "it is a certificate signing request, which goes to Apple; Apple's answer is the certificate.",
  "PUBLIC KEY": "it is a public key.",
  "RSA PUBLIC KEY": "it is a public key.",
  "OPENSSH PRIVATE KEY": "it is a key in OpenSSH's own format. Convert it: ssh-keygen -p -m PKCS8 -f FILE",
  "DSA PRIVATE KEY": "it is a DSA key, and passes are signed with RSA.",
  "EC PARAMETERS": "it names the curve of an EC key, and the key is missing.",
  "PGP PRIVATE KEY BLOCK": "it is a PGP key.",
  "PGP PUBLIC KEY BLOCK": "it is a PGP key.",
  PKCS7: "it is a bag of certificates (PKCS#7).",
  PKCS12: "it is a PKCS#12 file. Read it with readPkcs12 of @passwright/pass/pkcs12.",
  "PRIVATE KEY": "it is a private key.",
  "ENCRYPTED PRIVATE KEY": "it is an encrypted private key.",
  "RSA PRIVATE KEY": "it is a private key.",
  "EC PRIVATE KEY": "it is a private key.",
  "X509 CRL": "it is a list of revoked certificates.",
};

/** What a PEM text holds. */
export function describePem(blocks: readonly PemBlock[]): string {
  const label = blocks[0]?.label ?? "";
  return PEM_LABELS[label] ?? `it is a PEM block of the kind "${label.slice(0, 64)}".`;
}

/** What a text without PEM is. */
export function describeText(text: string): string {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start === "") return "it is empty.";
  if (start.startsWith("PuTTY-User-Key-File")) {
    return "it is a PuTTY key. Convert it: puttygen FILE -O private-openssh-new, then ssh-keygen -p -m PKCS8";
  }
  if (/^(ssh-|ecdsa-sha2-)/.test(start)) return "it is an SSH public key.";
  if (start.startsWith("{")) return "it is JSON. A JWK is imported with crypto.subtle.importKey and given as a CryptoKey.";
  if (/^M[A-Za-z0-9+/\s]{40,}={0,2}\s*$/.test(start.slice(0, 4096))) {
    return "it is Base64 without the lines -----BEGIN … and -----END …; add them, or give the decoded bytes.";
  }
  if (start.length < 200 && /\.(pem|key|p8|p12|pfx|cer|crt)$/i.test(start.trimEnd()))
    return "it is the name of a file; give what the file holds.";
  return "it is text without a line -----BEGIN …-----.";
}

/** Structures that are mistaken for one another. */
export type DerKind = keyof typeof DER_KINDS;

const DER_KINDS = {
  pkcs12: "it is a PKCS#12 file (.p12, .pfx). Read it with readPkcs12 of @passwright/pass/pkcs12.",
  "private-key": "it is a private key.",
  "public-key": "it is a public key.",
  certificate: "it is a certificate. The private key was made together with the certificate signing request.",
  "certificate-request": "it is a certificate signing request, which goes to Apple; Apple's answer is the certificate.",
  cms: "it is a CMS structure, such as a signature or a bag of certificates.",
  other: "it is a DER structure of another kind.",
} as const;

/** Tells a DER structure by the shape of its outermost SEQUENCE. */
export function identifyDer(element: DerElement): DerKind {
  const [first, second, third] = element.constructed ? element.children : [];
  if (first?.is("integer")) return second?.is("sequence") && first.contents[0] === 3 ? "pkcs12" : "private-key";
  if (first?.is("oid")) return "cms";
  if (!first?.is("sequence")) return "other";
  if (second?.is("octetString")) return "private-key";
  if (second?.is("bitString")) return "public-key";
  if (!third?.is("bitString")) return "other";
  // A request's first part has four members: version, subject, key, attributes; a certificate's at least six.
  return first.children.length <= 4 ? "certificate-request" : "certificate";
}

/** What a DER structure is, in words. */
export function describeDer(element: DerElement): string {
  return DER_KINDS[identifyDer(element)];
}
