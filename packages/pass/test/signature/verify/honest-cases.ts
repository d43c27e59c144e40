import * as der from "../../../src/der/index.ts";
import type { ExpectedReport, SignatureCase } from "./cases.ts";
import { attribute, extension, revoke } from "./forge.ts";
import { createEcKey, createHandmadeRsaKey, createRsaKey } from "./keys.ts";
import { issueAuthority, issueLeaf, MANIFEST, signedBy, type World } from "./world.ts";

const { OIDS } = der;

/** Everything that a pass of this authority should be. */
const ALL_WELL: ExpectedReport = {
  readable: true,
  integrity: true,
  chain: true,
  chainFromEmbedded: true,
  identity: true,
  validAtSigning: true,
  validNow: true,
  revocation: "not-checked",
  wwdr: "not-apple",
  digest: "sha256",
  isPassTypeCertificate: true,
  chainLength: 3,
};

/** Signatures that must be believed, in all the shapes that real ones have. */
export async function honestCases(world: World): Promise<readonly SignatureCase[]> {
  const { root, intermediate, leaf, keys } = world;
  const cases: SignatureCase[] = [];
  const add = async (name: string, input: ReturnType<typeof signedBy>, expected: ExpectedReport = {}): Promise<void> => {
    cases.push({ name, guards: [], input: await input, expected: { ...ALL_WELL, ...expected } });
  };

  await add("as it should be", signedBy(world, leaf));
  await add("with the root inside", signedBy(world, leaf, { certificates: [root, intermediate, leaf] }));
  await add(
    "with the intermediate from elsewhere",
    signedBy(world, leaf, { certificates: [leaf] }, { intermediates: [intermediate.der] }),
    {
      chainFromEmbedded: false,
    },
  );
  await add("with unsorted attributes", signedBy(world, leaf, { signer: { attributes: { unsorted: true } } }));
  await add("without signed attributes", signedBy(world, leaf, { signer: { attributes: null } }), {
    validAtSigning: null,
    signingTime: null,
  });
  await add("without a signing time", signedBy(world, leaf, { signer: { attributes: { signingTime: null } } }), {
    validAtSigning: null,
    signingTime: null,
  });
  await add("with open lengths", signedBy(world, leaf, { indefinite: true }));
  await add("with the content inside", signedBy(world, leaf, { attached: MANIFEST }));
  await add("with other content inside, which nobody uses", signedBy(world, leaf, { attached: new Uint8Array([1]) }));
  await add("by key identifier", signedBy(world, leaf, { signer: { byKeyIdentifier: true } }));
  await add("by two signers", signedBy(world, leaf, { signers: [{ certificate: leaf }, { certificate: leaf }] }));
  await add(
    "with the algorithm of the key alone",
    signedBy(world, leaf, {
      signer: { signatureAlgorithm: der.derSequence(der.derOid(OIDS.ecPublicKey)) },
    }),
  );
  await add(
    "with attributes of others",
    signedBy(world, leaf, {
      signer: { attributes: { more: [attribute("1.2.840.113549.1.9.15", der.derSequence())] } },
    }),
  );

  const rsaLeaf = await issueLeaf(intermediate, await createRsaKey());
  await add("with an RSA key", signedBy(world, rsaLeaf));
  await add(
    "with an RSA key, naming it alone",
    signedBy(world, rsaLeaf, {
      signer: { signatureAlgorithm: der.derSequence(der.derOid(OIDS.rsaEncryption), der.derNull()) },
    }),
  );
  const md5Leaf = await issueLeaf(intermediate, (await createHandmadeRsaKey()).withMd5);
  await add(
    "with an MD5 digest, as one real pass in a hundred",
    signedBy(world, md5Leaf, {
      signer: { digestOid: OIDS.md5, attributes: null },
    }),
    { digest: "md5", validAtSigning: null },
  );

  await add("to the second", signedBy(world, leaf, {}, { now: new Date("2026-06-01T00:00:00Z") }));
  await add("without anything to compare with", signedBy(world, leaf, {}, { passTypeIdentifier: null, teamIdentifier: null }), {
    identity: null,
  });
  await add("with a team alone to compare with", signedBy(world, leaf, {}, { passTypeIdentifier: null }));

  // Apple's first generation: one name, one key, two periods.
  const period = { subject: [[OIDS.commonName, "Reissued"]], issuer: root } as const;
  const reissuedKey = await createEcKey();
  const older = await issueAuthority("", reissuedKey, { ...period, notAfter: "2025-12-31T00:00:00Z" });
  const newer = await issueAuthority("", reissuedKey, { ...period, notBefore: "2026-01-02T00:00:00Z" });
  const below = await issueLeaf(newer, keys.leaf);
  await add(
    "by an intermediate that was issued twice, the wrong one first",
    signedBy(world, below, { certificates: [below, older, newer] }),
  );
  await add(
    "by an intermediate that was issued twice, the right one from elsewhere",
    signedBy(
      world,
      below,
      {
        certificates: [below, older],
      },
      { intermediates: [newer.der] },
    ),
  );

  // RFC 5280 §6.1.4 (l): an authority that renews its own key does not count for the path length.
  const limited = await issueAuthority("Limited", await createEcKey(), {
    issuer: root,
    basicConstraints: { ca: true, pathLength: 0 },
  });
  const renewed = await issueAuthority("Limited", await createEcKey(), { issuer: limited });
  const belowRenewed = await issueLeaf(renewed, keys.leaf);
  await add(
    "below an authority that renewed its key",
    signedBy(world, belowRenewed, { certificates: [belowRenewed, renewed, limited] }),
    {
      chainLength: 4,
    },
  );

  const spaced = await issueLeaf(intermediate, keys.leaf, {
    issuerName: [
      [OIDS.country, "us"],
      [OIDS.organization, " EXAMPLE  Inc. "],
      [OIDS.commonName, "Intermediate"],
    ],
  });
  await add("with an issuer's name that differs in case and spaces", signedBy(world, spaced));
  await add("with an intermediate as trust anchor", signedBy(world, leaf, {}, { trustAnchors: [intermediate.der] }), {
    chainLength: 2,
  });
  await add("with the signer itself as trust anchor", signedBy(world, leaf, {}, { trustAnchors: [leaf.der] }), { chainLength: 1 });
  const bare = await issueAuthority("Bare root", await createEcKey(), {
    basicConstraints: null,
    keyUsage: null,
    subjectKeyIdentifier: null,
  });
  const belowBare = await issueLeaf(bare, keys.leaf);
  await add("with a trust anchor that states nothing about itself", signedBy(world, belowBare, {}, { trustAnchors: [bare.der] }), {
    chainLength: 2,
  });
  const policies = await issueLeaf(intermediate, keys.leaf, {
    extensions: [extension(OIDS.certificatePolicies, der.derSequence(der.derSequence(der.derOid("1.2.840.113635.100.5.1"))), true)],
  });
  await add("with a critical extension that is understood", signedBy(world, policies));

  const other = await revoke({ issuer: intermediate, revoked: [{ serialNumber: leaf.serialNumber + 1 }] });
  await add("with a list that does not name it", signedBy(world, leaf, {}, { revocationLists: [other] }), { revocation: "good" });
  const nobody = await revoke({ issuer: intermediate, revoked: [] });
  await add("with an empty list", signedBy(world, leaf, {}, { revocationLists: [nobody] }), { revocation: "good" });
  const rootList = await revoke({ issuer: root, revoked: [] });
  await add("with a list about the intermediate alone", signedBy(world, leaf, {}, { revocationLists: [rootList] }));
  return cases;
}
