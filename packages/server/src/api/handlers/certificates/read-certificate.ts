import { X509Certificate } from "node:crypto";
import { PassError } from "@passwright/pass";
import { type CertificateMaterial, type HeldCertificate, holdCertificate } from "../../../certificates/held-certificate.ts";
import { PushError } from "../../../push/push-error.ts";
import type { ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";

/** Runs what reads a certificate or a key of a caller. @throws {ApiProblem} `invalid-certificate`, with what is wrong. */
export async function readOrRefuse<Result>(read: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    // Messages of our own readers name what is wrong and hold nothing of a key; those of others are not repeated.
    if (error instanceof PassError || error instanceof PushError || error instanceof UploadError) {
      throw new ApiProblem("invalid-certificate", error.message);
    }
    throw new ApiProblem("invalid-certificate", "It cannot be read.");
  }
}

/** What is wrong with an upload, in words for whoever sent it. */
export class UploadError extends Error {
  override readonly name = "UploadError";
}

/** The bytes of a certificate: PEM as it is, else base64 of a `.cer`. */
export function decodeCertificate(text: string): Uint8Array {
  const bytes = text.includes("-----BEGIN ") ? text : decodeBase64(text);
  try {
    return new Uint8Array(new X509Certificate(bytes).raw);
  } catch {
    throw new UploadError("It holds no certificate: upload the .cer that Apple gave out, in base64 or as PEM.");
  }
}

export function decodeBase64(text: string): Buffer {
  const compact = text.replaceAll(/\s/gu, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(compact)) throw new UploadError("It is neither PEM nor base64.");
  return Buffer.from(compact, "base64");
}

/**
 * A certificate with its key, as it will be held: for passes, issued by Apple or by an authority that this installation trusts, and
 * valid now.
 *
 * @throws {ApiProblem} `invalid-certificate`.
 */
export async function holdOrRefuse(
  { clock, authorities }: ApiCall,
  id: string,
  material: CertificateMaterial,
): Promise<HeldCertificate> {
  const now = clock();
  return readOrRefuse(async () => {
    const others = [...(material.others ?? []), ...authorities];
    const held = await holdCertificate({ ...material, others }, { id, source: "api", createdAt: now }, new Date(now));
    const { facts, intermediate } = held.signer;
    // What lies beside the certificate in a file may be anybody's: it shows the way, and gives no trust.
    const isTrusted = facts.wwdr !== "not-apple" || authorities.some((one) => Buffer.from(one).equals(intermediate));
    if (!isTrusted) throw new UploadError(`${facts.subject} was not issued by Apple: no device would take a pass of it.`);
    if (facts.notAfter.getTime() <= now) throw new UploadError(`It expired on ${facts.notAfter.toISOString()}.`);
    if (facts.notBefore.getTime() > now) throw new UploadError(`It is not valid before ${facts.notBefore.toISOString()}.`);
    return held;
  });
}
