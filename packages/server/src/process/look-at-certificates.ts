import type { Logger } from "../logging/logger.ts";
import type { TemplateVersion } from "../storage/storage.ts";
import type { Issuer } from "./issuer.ts";

/** A new certificate is a matter of an afternoon, if somebody knows that one is needed. Milliseconds. */
const NOTICE = 30 * 86_400_000;

/**
 * Says at the start what will not work: pass types whose certificate has expired or soon will (no push goes out then), and templates
 * that nothing can be signed for. A server starts all the same, for its passes are still fetched.
 */
export function lookAtCertificates(
  { credentials, signers }: Issuer,
  templates: readonly TemplateVersion[],
  { log, now }: { readonly log: Logger; readonly now: number },
): void {
  for (const [passTypeIdentifier, credential] of credentials) {
    if (credential.kind !== "certificate" || credential.notAfter - now > NOTICE) continue;
    const fields = { passTypeIdentifier, notAfter: new Date(credential.notAfter) };
    if (credential.notAfter <= now) log.error("certificate has expired", fields);
    else log.warn("certificate expires soon", fields);
  }
  const signed = new Set(signers.map(({ facts }) => facts.passTypeIdentifier));
  for (const { templateId, passTypeIdentifier } of templates) {
    if (!signed.has(passTypeIdentifier)) log.warn("no certificate for a template", { templateId, passTypeIdentifier });
  }
}
