import { createThrowawayAuthority, type PassCertificate, type ThrowawayAuthority } from "@passwright/sandbox";
import type { Signer } from "@passwright/pass";

/** The day on which the tests play. */
export const TEST_NOW = Date.parse("2026-03-01T12:00:00Z");
export const PASS_TYPE = "pass.com.example.gate";
export const TEAM = "A1B2C3D4E5";

/** A throwaway Apple and the issuer's certificate. */
export interface TestAuthority {
  readonly authority: ThrowawayAuthority;
  readonly issued: PassCertificate;
  readonly signer: Signer;
}

/** Made once per test file: RSA keys take some 100 ms each. */
export const testAuthority: () => Promise<TestAuthority> = (() => {
  let made: Promise<TestAuthority> | undefined;
  return () => (made ??= make());
})();

async function make(): Promise<TestAuthority> {
  const authority = await createThrowawayAuthority({ now: new Date(TEST_NOW) });
  const issued = await authority.issuePassCertificate({ passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM, nfc: true });
  return { authority, issued, signer: await issued.signer() };
}
