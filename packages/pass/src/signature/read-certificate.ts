import { readDer } from "../der/der-reader.ts";
import { PassError } from "../errors.ts";
import { type Certificate, parseCertificate } from "./certificate.ts";
import { describeDer, describePem, describeText, identifyDer } from "./describe-input.ts";
import { pemTextOf, readPem } from "./pem.ts";

const CERTIFICATE_LABELS: ReadonlySet<string> = /* @__PURE__ */ new Set(["CERTIFICATE", "X509 CERTIFICATE"]);

/**
 * Reads certificates from PEM (all of a chain) or DER (Apple's `.cer`).
 *
 * @throws PassError `ERR_PASS_CERTIFICATE_INVALID`, which says what was given instead; `ERR_PASS_PEM_INVALID`.
 */
export function readCertificates(input: string | Uint8Array): readonly [Certificate, ...Certificate[]] {
  const text = typeof input === "string" ? input : pemTextOf(input);
  if (text === null) return [readOne(input)];
  const blocks = readPem(text);
  const [first, ...rest] = blocks.filter(({ label }) => CERTIFICATE_LABELS.has(label)).map(({ bytes }) => parseCertificate(bytes));
  if (first) return [first, ...rest];
  throw notACertificate(blocks.length > 0 ? describePem(blocks) : describeText(text));
}

function readOne(input: string | Uint8Array): Certificate {
  // A copy: what is read holds views of its bytes, and the caller may change his.
  const der = typeof input === "string" ? new TextEncoder().encode(input) : input.slice();
  try {
    return parseCertificate(der);
  } catch (cause) {
    if (!(cause instanceof PassError)) throw cause;
    const found = describeOther(der);
    throw found === null ? cause : notACertificate(found, cause);
  }
}

/** What a DER structure is; null when it is a (damaged) certificate, or nothing that can be told. */
function describeOther(der: Uint8Array): string | null {
  try {
    const element = readDer(der, { trailingBytes: "ignore" });
    return identifyDer(element) === "certificate" ? null : describeDer(element);
  } catch {
    return null;
  }
}

function notACertificate(found: string, cause?: unknown): PassError {
  return new PassError("ERR_PASS_CERTIFICATE_INVALID", `This is no certificate: ${found}`, { cause });
}
