import { PassError } from "../errors.ts";

/** WebCrypto, which browsers withhold from pages that are not served by https (or from localhost). */
export function webCrypto(): SubtleCrypto {
  const { subtle }: { readonly subtle?: SubtleCrypto } = globalThis.crypto ?? {};
  if (subtle) return subtle;
  throw new PassError("ERR_PASS_RUNTIME", "WebCrypto is missing: a page has it only when it is served by https or from localhost.");
}
