import { readFields } from "../der/der-fields.ts";
import { readBer } from "../der/der-reader.ts";
import { readOid } from "../der/der-values.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import { parseCertificate } from "./certificate.ts";
import { SIGNATURE_LIMITS } from "./signature-limits.ts";

/** What begins so is no CMS; in the order in which they are tried. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^-----BEGIN (?:PKCS7|CMS)-----/, "The file is the signature as PEM text; Wallet reads only the binary form (DER)"],
  [/^-----BEGIN CERTIFICATE-----/, "The file is a certificate as PEM text, not a signature"],
  [/^-----BEGIN [A-Z ]*PRIVATE KEY-----/, "The file is a private key as PEM text: it must not be given away, and is no signature"],
  [/^-----BEGIN /, "The file is PEM text, not a signature in binary form (DER)"],
  [
    /^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Content-Disposition|This is an S\/MIME)/i,
    "The file is an S/MIME message as `openssl smime` writes it without `-outform DER`",
  ],
  [/^[{[]/, "The file is JSON, not a signature"],
  [/^</, "The file is HTML or XML, not a signature"],
  [/^PK\p{Cc}{2}/u, "The file is a ZIP archive, not a signature"],
  [
    /^(?:MI[A-Za-z0-9+/]{6}|[A-Za-z0-9+/=\s]{40,}$)/,
    "The file is base64 text; Wallet reads only the binary form that the text stands for",
  ],
  [/^[\t\n\r\u0020-\u007e]+$/, "The file is text, not a signature"],
];

/** Object identifiers of the other kinds of CMS (RFC 5652 §4). */
const OTHER_CMS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  [OIDS.data, "plain data"],
  ["1.2.840.113549.1.7.3", "encrypted for recipients"],
  ["1.2.840.113549.1.7.5", "a digest without a signature"],
  ["1.2.840.113549.1.7.6", "encrypted data"],
]);

/** What the bytes of a signature file are that are no CMS SignedData, in a sentence without a full stop. */
export function describeSignatureBytes(bytes: Uint8Array, cause: PassError): string {
  if (bytes.length === 0) return "The file is empty";
  if (bytes.every((octet) => octet === 0)) return "The file holds nothing but zeros";
  if (bytes[0] === 0x30) return describeDer(bytes, cause);
  const withoutMark = new TextDecoder("utf-8").decode(bytes.subarray(0, 4096)).trimStart();
  const text = TEXTS.find(([pattern]) => pattern.test(withoutMark));
  return text?.[1] ?? "The file is not a CMS signature: it does not begin like one";
}

function describeDer(bytes: Uint8Array, cause: PassError): string {
  if (cause.code === "ERR_PASS_DER_LIMIT") return `The file is not read as a signature: ${cause.message}`;
  if (isCertificate(bytes)) return "The file is a certificate, not a signature";
  const type = contentTypeOf(bytes);
  const other = type === null ? undefined : OTHER_CMS.get(type);
  if (other !== undefined) return `The file is a CMS structure of another kind: ${other}`;
  return `The file begins like a CMS signature and is none: ${cause.message}`;
}

function isCertificate(bytes: Uint8Array): boolean {
  try {
    return parseCertificate(bytes).version >= 1;
  } catch (error) {
    if (error instanceof PassError) return false;
    throw error;
  }
}

function contentTypeOf(bytes: Uint8Array): string | null {
  try {
    const root = readBer(bytes, { limits: SIGNATURE_LIMITS.cms, trailingBytes: "ignore" });
    return readOid(readFields(root).next("oid"));
  } catch (error) {
    if (error instanceof PassError) return null;
    throw error;
  }
}
