import type { VerifySignatureInput } from "../../../src/signature/verify-signature.ts";
import { OIDS } from "../../../src/der/index.ts";
import {
  type CertificateOptions,
  type CmsOptions,
  issue,
  type NameParts,
  sign,
  type SignerOptions,
  type TestCertificate,
} from "./forge.ts";
import { createEcKey, type TestKey } from "./keys.ts";

export const PASS_TYPE = "pass.com.example.card";
export const TEAM = "A1B2C3D4E5";
export const NOW = new Date("2026-03-01T00:00:00Z");
export const MANIFEST = new TextEncoder().encode('{"pass.json":"2fd4e1c67a2d28fced849ee1bb76e7391b93eb12"}');

export function commonName(text: string): NameParts {
  return [
    [OIDS.country, "US"],
    [OIDS.organization, "Example Inc."],
    [OIDS.commonName, text],
  ];
}

export const LEAF_NAME: NameParts = [
  [OIDS.userId, PASS_TYPE],
  [OIDS.commonName, `Pass Type ID: ${PASS_TYPE}`],
  [OIDS.organizationalUnit, TEAM],
];

/** A throwaway authority shaped like Apple's: root, intermediate, and whatever a case wants below. */
export interface World {
  readonly root: TestCertificate;
  readonly intermediate: TestCertificate;
  readonly leaf: TestCertificate;
  /** An attacker's key, of nobody's certificate. */
  readonly stranger: TestKey;
  readonly keys: { readonly root: TestKey; readonly intermediate: TestKey; readonly leaf: TestKey };
}

export async function createWorld(): Promise<World> {
  const [rootKey, intermediateKey, leafKey, stranger] = await Promise.all([
    createEcKey(),
    createEcKey(),
    createEcKey(),
    createEcKey(),
  ]);
  const root = await issueAuthority("Root", rootKey);
  const intermediate = await issueAuthority("Intermediate", intermediateKey, {
    issuer: root,
    basicConstraints: { ca: true, pathLength: 0 },
  });
  const leaf = await issueLeaf(intermediate, leafKey);
  return { root, intermediate, leaf, stranger, keys: { root: rootKey, intermediate: intermediateKey, leaf: leafKey } };
}

/** An authority, valid from 2020 to 2030. */
export function issueAuthority(name: string, key: TestKey, options: Partial<CertificateOptions> = {}): Promise<TestCertificate> {
  return issue({
    subject: commonName(name),
    key,
    basicConstraints: { ca: true },
    notBefore: "2020-01-01T00:00:00Z",
    notAfter: "2030-01-01T00:00:00Z",
    ...options,
  });
}

/** A Pass Type ID certificate, valid from June 2025 to June 2026. */
export function issueLeaf(
  issuer: TestCertificate,
  key: TestKey,
  options: Partial<CertificateOptions> = {},
): Promise<TestCertificate> {
  return issue({
    subject: LEAF_NAME,
    key,
    issuer,
    extendedKeyUsage: [OIDS.clientAuth, OIDS.applePassSigning],
    passTypeMarker: PASS_TYPE,
    ...options,
  });
}

export interface ForgedOptions extends Partial<Omit<CmsOptions, "signers">> {
  readonly signer?: Partial<SignerOptions>;
  readonly signers?: readonly SignerOptions[];
}

/** A signature by `leaf`, everything right but what the options change, as input for `verifySignature`. */
export async function signedBy(
  world: World,
  leaf: TestCertificate,
  options: ForgedOptions = {},
  input: Partial<VerifySignatureInput> = {},
): Promise<VerifySignatureInput> {
  const signature = await sign({
    content: MANIFEST,
    certificates: [leaf, world.intermediate],
    signers: [{ certificate: leaf, ...options.signer }],
    ...withoutSigner(options),
  });
  return {
    signature,
    manifest: MANIFEST,
    passTypeIdentifier: PASS_TYPE,
    teamIdentifier: TEAM,
    now: NOW,
    trustAnchors: [world.root.der],
    ...input,
  };
}

function withoutSigner({ signer: _signer, ...rest }: ForgedOptions): Omit<ForgedOptions, "signer"> {
  return rest;
}
