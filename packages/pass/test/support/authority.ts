import {
  createThrowawayAuthority,
  generateKeyMaterial,
  type KeyMaterial,
  type PassCertificate,
  type ThrowawayAuthority,
} from "@passwright/sandbox";

/** The day on which the tests' authority is made; its pass certificates are valid from the day before, for 13 months. */
export const TEST_NOW: Date = new Date("2026-03-01T12:00:00Z");

/** The identifiers of the tests' pass certificate. */
export const TEST_PASS_TYPE = "pass.com.example.passwright";
export const TEST_TEAM = "A1B2C3D4E5";

/** A throwaway authority with one certificate, and the material of further ones. */
export interface TestAuthority {
  readonly authority: ThrowawayAuthority;
  /** For {@link TEST_PASS_TYPE} and {@link TEST_TEAM}. */
  readonly issued: PassCertificate;
  /** The key of `issued`: issue other certificates for it where the key does not matter, for making one takes long. */
  readonly key: KeyMaterial;
}

/** The authority, made once per test file: RSA keys take some 100 ms each. */
export const testAuthority: () => Promise<TestAuthority> = (() => {
  let made: Promise<TestAuthority> | undefined;
  return () => (made ??= make());
})();

async function make(): Promise<TestAuthority> {
  const authority = await createThrowawayAuthority({ now: TEST_NOW });
  const key = await generateKeyMaterial("rsa-2048");
  const issued = await authority.issuePassCertificate({ passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM, key });
  return { authority, issued, key };
}
