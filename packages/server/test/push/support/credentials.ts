import { generateKeyPairSync } from "node:crypto";
import { createThrowawayAuthority, generateKeyMaterial, type ThrowawayAuthority } from "@passwright/sandbox";
import { issueServerCertificate, type ProviderKey, type ServerCertificate } from "@passwright/sandbox/node";
import { type ApnsCertificateCredential, createCertificateCredential } from "../../../src/push/apns/apns-credential.ts";

export const PASS_TYPE = "pass.com.example.gate";
export const TEAM = "A1B2C3D4E5";
export const KEY_ID = "K1L2M3N4P5";

/** An authority of today (TLS judges by the machine's clock), a credential of it and the stand-in's certificate. */
export interface PushWorld {
  readonly authority: ThrowawayAuthority;
  readonly certificate: ServerCertificate;
  readonly credential: ApnsCertificateCredential;
}

/** Made once per test file. */
export async function makePushWorld(): Promise<PushWorld> {
  const key = await generateKeyMaterial("ec-p256");
  const authority = await createThrowawayAuthority({ keys: { root: key, intermediate: await generateKeyMaterial("ec-p256") } });
  const certificate = await issueServerCertificate({ authority });
  return { authority, certificate, credential: await issueCredential(authority) };
}

/** A certificate for pushing to a pass type. */
export async function issueCredential(
  authority: ThrowawayAuthority,
  options: { readonly passTypeIdentifier?: string; readonly notAfter?: Date; readonly notBefore?: Date } = {},
): Promise<ApnsCertificateCredential> {
  const { passTypeIdentifier = PASS_TYPE, ...rest } = options;
  const issued = await authority.issuePassCertificate({ passTypeIdentifier, teamIdentifier: TEAM, key: "ec-p256", ...rest });
  return createCertificateCredential({ certificate: issued.certificatePem, privateKey: issued.privateKeyPem });
}

/** A .p8 key with its public half. */
export function makeProviderKey(): { readonly p8: string; readonly providerKey: ProviderKey } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    p8: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    providerKey: { teamId: TEAM, keyId: KEY_ID, publicKey: publicKey.export({ type: "spki", format: "pem" }).toString() },
  };
}

/** A push token of the shape that devices have. */
export function tokenOf(index: number): string {
  return index.toString(16).padStart(64, "0");
}
