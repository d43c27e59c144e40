import * as der from "../../../src/der/index.ts";
import type { ExpectedReport, SignatureCase } from "./cases.ts";
import { encodeName, extension, KEY_USAGE, revoke, type TestCertificate } from "./forge.ts";
import { createEcKey, createHandmadeRsaKey } from "./keys.ts";
import { commonName, issueAuthority, issueLeaf, signedBy, type World } from "./world.ts";

const { OIDS } = der;

/** Lists of revoked certificates: those that revoke, and those that must not be believed. */
export async function revocationCases(world: World): Promise<readonly SignatureCase[]> {
  const { root, intermediate, leaf, stranger } = world;
  const cases: SignatureCase[] = [];
  const add = async (
    name: string,
    guards: readonly string[],
    revocation: ExpectedReport["revocation"] & string,
    list: Promise<Uint8Array>,
    chain: { readonly leaf: TestCertificate; readonly above: TestCertificate } = { leaf, above: intermediate },
  ): Promise<void> => {
    const lists = { revocationLists: [await list] };
    const input = await signedBy(world, chain.leaf, { certificates: [chain.leaf, chain.above] }, lists);
    cases.push({ name: `a list ${name}`, guards, input, expected: { integrity: true, chain: true, revocation } });
  };
  const entry = { serialNumber: leaf.serialNumber };

  await add("that names the signer", [], "revoked", revoke({ issuer: intermediate, revoked: [{ ...entry, reason: 1 }] }));
  await add(
    "that names it among others",
    [],
    "revoked",
    revoke({ issuer: intermediate, revoked: [{ serialNumber: 1 }, entry, { serialNumber: 2 }] }),
  );
  await add(
    "that names the intermediate",
    [],
    "revoked",
    revoke({ issuer: root, revoked: [{ serialNumber: intermediate.serialNumber }] }),
  );
  await add(
    "that is old and names the signer",
    [],
    "revoked",
    revoke({ issuer: intermediate, revoked: [entry], nextUpdate: "2026-02-16T00:00:00Z" }),
  );
  await add("that takes the signer off again", [], "good", revoke({ issuer: intermediate, revoked: [{ ...entry, reason: 8 }] }));

  await add(
    "from before the revocation",
    ["crl-stale"],
    "not-checked",
    revoke({ issuer: intermediate, revoked: [], nextUpdate: "2026-02-16T00:00:00Z" }),
  );
  await add(
    "that does not say how long it counts",
    ["crl-stale"],
    "not-checked",
    revoke({ issuer: intermediate, revoked: [], nextUpdate: null }),
  );
  await add(
    "of the future",
    ["crl-not-yet"],
    "not-checked",
    revoke({
      issuer: intermediate,
      revoked: [],
      thisUpdate: "2026-03-15T00:00:00Z",
    }),
  );
  await add(
    "signed by somebody else",
    ["crl-signature"],
    "not-checked",
    revoke({ issuer: intermediate, revoked: [], signedBy: stranger }),
  );
  await add(
    "of revocations signed by somebody else",
    ["crl-signature"],
    "not-checked",
    revoke({
      issuer: intermediate,
      revoked: [entry],
      signedBy: stranger,
    }),
  );
  await add(
    "in another name",
    ["crl-issuer"],
    "not-checked",
    revoke({
      issuer: intermediate,
      issuerName: encodeName(commonName("Another issuer")),
      revoked: [],
    }),
  );
  await add(
    "of another key of the issuer",
    ["crl-key-identifier"],
    "not-checked",
    revoke({
      issuer: intermediate,
      revoked: [],
      authorityKeyIdentifier: new Uint8Array(20).fill(9),
    }),
  );
  await add(
    "of changes alone",
    ["crl-usable"],
    "not-checked",
    revoke({
      issuer: intermediate,
      revoked: [],
      extensions: [extension(OIDS.deltaCrlIndicator, der.derInteger(1), true)],
    }),
  );
  await add(
    "with a critical extension that nobody knows",
    ["crl-usable"],
    "not-checked",
    revoke({
      issuer: intermediate,
      revoked: [],
      extensions: [extension("1.2.3.4.5", der.derNull(), true)],
    }),
  );
  const scoped = (...parts: readonly Uint8Array[]): Promise<Uint8Array> =>
    revoke({
      issuer: intermediate,
      revoked: [],
      extensions: [extension(OIDS.issuingDistributionPoint, der.derSequence(...parts), true)],
    });
  const yes = new Uint8Array([0xff]);
  await add("about leaves alone", [], "good", scoped(der.derContext(1, false, yes)));
  await add("about authorities alone", ["crl-scope"], "not-checked", scoped(der.derContext(2, false, yes)));
  await add("about some reasons alone", ["crl-usable"], "not-checked", scoped(der.derContext(3, false, new Uint8Array([6, 0x40]))));
  await add("about several issuers", ["crl-usable"], "not-checked", scoped(der.derContext(4, false, yes)));
  const address = der.derContext(
    0,
    true,
    der.derContext(0, true, der.derContext(6, false, new TextEncoder().encode("http://crl.example/1"))),
  );
  await add("about certificates of another address", ["crl-scope"], "not-checked", scoped(address));
  const addressed = await issueLeaf(intermediate, world.keys.leaf, {
    extensions: [extension(OIDS.crlDistributionPoints, der.derSequence(der.derSequence(address)))],
  });
  await add("about certificates of its address", [], "good", scoped(address), { leaf: addressed, above: intermediate });

  const mute = await issueAuthority("Mute", await createEcKey(), { issuer: root, keyUsage: [KEY_USAGE.keyCertSign] });
  await add("of an issuer that must not sign lists", ["crl-sign"], "not-checked", revoke({ issuer: mute, revoked: [] }), {
    leaf: await issueLeaf(mute, world.keys.leaf),
    above: mute,
  });
  // The same key with two algorithms: certificates with SHA-256, the list with MD5, whose digest can be forged.
  const handmade = await createHandmadeRsaKey();
  const careless = await issueAuthority("Careless", handmade, { issuer: root });
  await add(
    "whose signature has an MD5 digest",
    ["crl-md5"],
    "not-checked",
    revoke({
      issuer: careless,
      revoked: [],
      signedBy: handmade.withMd5,
    }),
    { leaf: await issueLeaf(careless, world.keys.leaf), above: careless },
  );
  return cases;
}
