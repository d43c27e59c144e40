import * as der from "../../../src/der/index.ts";
import type { AddCase } from "./cases.ts";
import { extension, KEY_USAGE, type TestCertificate } from "./forge.ts";
import { createEcKey, createHandmadeRsaKey } from "./keys.ts";
import { commonName, issueAuthority, issueLeaf, LEAF_NAME, signedBy, type World } from "./world.ts";

const { OIDS } = der;

/** A certificate and the one above it. */
export async function addLinkCases(world: World, add: AddCase): Promise<void> {
  const { root, intermediate, keys, stranger } = world;
  const unchained = { integrity: true, chain: false, chainFromEmbedded: false, validAtSigning: false, validNow: false } as const;

  const lookAlike = await issueLeaf(intermediate, stranger, { signedBy: stranger });
  await add(
    "a leaf that names the intermediate and is signed by another key",
    ["link-signature"],
    unchained,
    signedBy(world, lookAlike),
  );
  const selfSigned = await issueLeaf(intermediate, stranger, { issuerName: LEAF_NAME, signedBy: stranger });
  await add(
    "a self-signed look-alike of a pass certificate",
    [],
    { ...unchained, isPassTypeCertificate: true },
    signedBy(world, selfSigned),
  );

  const falseRoot = await issueAuthority("Root", stranger, {
    serialNumber: root.serialNumber,
    subjectKeyIdentifier: root.subjectKeyIdentifier,
  });
  const falseIntermediate = await issueAuthority("Intermediate", stranger, { issuer: falseRoot });
  const falseLeaf = await issueLeaf(falseIntermediate, stranger);
  await add(
    "a whole chain of look-alikes, root inside",
    ["link-signature"],
    unchained,
    signedBy(world, falseLeaf, {
      certificates: [falseLeaf, falseIntermediate, falseRoot],
    }),
  );
  const rootKeyTwin = await issueAuthority("Root", keys.root, { serialNumber: 99, subjectKeyIdentifier: null });
  await add(
    "a chain that ends in another certificate of the root's key, which is not the anchor",
    [],
    unchained,
    signedBy(
      world,
      world.leaf,
      {},
      { trustAnchors: [(await issueAuthority("Unrelated", stranger)).der], intermediates: [rootKeyTwin.der] },
    ),
  );

  const misnamed = await issueLeaf(intermediate, keys.leaf, { issuerName: commonName("Another authority") });
  await add("a leaf signed by the intermediate that names another issuer", ["issuer-name"], unchained, signedBy(world, misnamed));
  const misidentified = await issueLeaf(intermediate, keys.leaf, { authorityKeyIdentifier: new Uint8Array(20).fill(7) });
  await add("a leaf that names another key of its issuer", ["key-identifier"], unchained, signedBy(world, misidentified));
  const misnumbered = await issueLeaf(intermediate, keys.leaf, { authoritySerialNumber: intermediate.serialNumber + 1 });
  await add("a leaf that names another certificate of its issuer", ["authority-serial"], unchained, signedBy(world, misnumbered));

  const md5Authority = await issueAuthority("MD5", (await createHandmadeRsaKey()).withMd5, { issuer: root });
  const md5Leaf = await issueLeaf(md5Authority, keys.leaf);
  await add(
    "a certificate whose signature has an MD5 digest",
    ["md5-link"],
    unchained,
    signedBy(world, md5Leaf, {
      certificates: [md5Leaf, md5Authority],
    }),
  );
  const slow = await issueAuthority("Slow", await createHandmadeRsaKey(2n ** 90n + 1n), { issuer: root });
  const slowLeaf = await issueLeaf(slow, keys.leaf);
  await add(
    "an issuer's key whose use takes too long",
    ["issuer-key-size"],
    unchained,
    signedBy(world, slowLeaf, {
      certificates: [slowLeaf, slow],
    }),
  );

  const unread = { integrity: false, chain: false, isPassTypeCertificate: null } as const;
  const doubled = await issueLeaf(intermediate, keys.leaf, {
    extensions: [extension(OIDS.keyUsage, der.derNamedBits(KEY_USAGE.keyCertSign))],
  });
  await add("a certificate with one extension twice", ["extension-twice"], unread, signedBy(world, doubled));
  const twoAlgorithms = await issueLeaf(intermediate, keys.leaf, {
    outerAlgorithm: der.derSequence(der.derOid(OIDS.ecdsaWithSha512)),
  });
  await add("a certificate that names two signature algorithms", ["two-algorithms"], unread, signedBy(world, twoAlgorithms));
}

/** Who may be an authority. */
export async function addAuthorityCases(world: World, add: AddCase): Promise<void> {
  const { root, intermediate, leaf, keys } = world;
  const unchained = { integrity: true, chain: false, chainFromEmbedded: false } as const;

  // Moxie Marlinspike 2002: a leaf that issues leaves.
  const issuedByLeaf = await issueLeaf(leaf, keys.leaf, { subject: LEAF_NAME });
  await add(
    "a pass certificate that issues another",
    [],
    unchained,
    signedBy(world, issuedByLeaf, {
      certificates: [issuedByLeaf, leaf, intermediate],
    }),
  );
  const withoutUsage = [KEY_USAGE.keyCertSign, KEY_USAGE.digitalSignature];
  await onAuthority("an intermediate that is no authority", ["basic-constraints"], {
    basicConstraints: { ca: false },
    keyUsage: withoutUsage,
  });
  await onAuthority("an intermediate without basic constraints", ["basic-constraints"], {
    basicConstraints: null,
    keyUsage: withoutUsage,
  });
  await onAuthority("an intermediate that must not sign certificates", ["key-cert-sign"], {
    keyUsage: [KEY_USAGE.digitalSignature],
  });
  await onAuthority("an intermediate with a critical extension that nobody knows", ["issuer-unknown-critical"], {
    extensions: [extension("1.2.3.4.5", der.derNull(), true)],
  });
  const constraints = der.derSequence(
    der.derContext(0, true, der.derSequence(der.derContext(2, false, new TextEncoder().encode("example.com")))),
  );
  await onAuthority("an intermediate that limits names", ["name-constraints"], {
    extensions: [extension(OIDS.nameConstraints, constraints, true)],
  });

  const sub = await issueAuthority("Below", await createEcKey(), { issuer: intermediate });
  const belowSub = await issueLeaf(sub, keys.leaf);
  await add(
    "one authority more than the intermediate allows",
    ["path-length"],
    unchained,
    signedBy(world, belowSub, {
      certificates: [belowSub, sub, intermediate],
    }),
  );
  const tight = await issueAuthority("Tight root", await createEcKey(), { basicConstraints: { ca: true, pathLength: 0 } });
  const belowTight = await issueAuthority("Below tight", await createEcKey(), { issuer: tight });
  const leafBelowTight = await issueLeaf(belowTight, keys.leaf);
  await add(
    "one authority more than the trust anchor allows",
    ["path-length"],
    unchained,
    signedBy(
      world,
      leafBelowTight,
      {
        certificates: [leafBelowTight, belowTight],
      },
      { trustAnchors: [tight.der] },
    ),
  );
  const leafAnchor = await issueLeaf(leaf, keys.leaf, { subject: LEAF_NAME });
  await add(
    "a leaf below a trust anchor that is a leaf",
    ["basic-constraints"],
    unchained,
    signedBy(
      world,
      leafAnchor,
      {
        certificates: [leafAnchor],
      },
      { trustAnchors: [leaf.der] },
    ),
  );

  async function onAuthority(
    name: string,
    guards: readonly string[],
    options: Parameters<typeof issueAuthority>[2],
  ): Promise<void> {
    const authority = await issueAuthority("Odd", await createEcKey(), { issuer: root, ...options });
    const below = await issueLeaf(authority, keys.leaf);
    await add(name, guards, unchained, signedBy(world, below, { certificates: [below, authority] }));
  }
}

/** Files that lead the search astray. */
export async function addSearchCases(world: World, add: AddCase): Promise<void> {
  const { root, keys } = world;
  const long: TestCertificate[] = [root];
  for (let level = 1; level <= 8; level += 1) {
    long.push(await issueAuthority(`Level ${level}`, await createEcKey(), { issuer: long.at(-1) as TestCertificate }));
  }
  const deep = await issueLeaf(long.at(-1) as TestCertificate, keys.leaf);
  await add(
    "a path longer than anyone needs",
    ["path-too-long"],
    { integrity: true, chain: false },
    signedBy(world, deep, {
      certificates: [deep, ...long.slice(1)],
    }),
  );

  // A and B issued each other; the way out of the circle is a second certificate of B.
  const [keyA, keyB] = [await createEcKey(), await createEcKey()];
  const outsideB = await issueAuthority("B", keyB, { issuer: root });
  const crossA = await issueAuthority("A", keyA, { issuer: outsideB });
  const crossB = await issueAuthority("B", keyB, { issuer: crossA });
  const inCircle = await issueLeaf(crossA, keys.leaf);
  await add(
    "two authorities that issued each other",
    ["loop"],
    { chain: true, chainLength: 4 },
    signedBy(world, inCircle, {
      certificates: [inCircle, crossA, crossB, outsideB],
    }),
  );

  // One name and one key: every one of them could be above every other, in any order.
  const crowdKey = await createEcKey();
  const first = await issueAuthority("Crowd", crowdKey, { subjectKeyIdentifier: null });
  const crowd = [first];
  for (let count = 1; count < 5; count += 1) {
    crowd.push(await issueAuthority("Crowd", crowdKey, { issuer: first, subjectKeyIdentifier: null }));
  }
  const inCrowd = await issueLeaf(first, keys.leaf);
  await add(
    "a crowd of authorities with one name and one key",
    ["work-limit"],
    { chain: false, chainProblem: "was stopped" },
    signedBy(world, inCrowd, {
      certificates: [inCrowd, ...crowd],
    }),
  );
}

/** What the signer's certificate is, and when. */
export async function addLeafCases(world: World, add: AddCase): Promise<void> {
  const { intermediate, leaf, keys } = world;
  const critical = await issueLeaf(intermediate, keys.leaf, { extensions: [extension("1.2.3.4.5", der.derNull(), true)] });
  await add(
    "a leaf with a critical extension that nobody knows",
    ["leaf-unknown-critical"],
    { integrity: true, chain: false },
    signedBy(world, critical),
  );
  const encryption = await issueLeaf(intermediate, keys.leaf, { keyUsage: [KEY_USAGE.keyEncipherment] });
  await add(
    "a leaf whose key is for encryption",
    ["leaf-key-usage"],
    { integrity: true, chain: false },
    signedBy(world, encryption),
  );
  const push = await issueLeaf(intermediate, keys.leaf, { extendedKeyUsage: [OIDS.clientAuth] });
  await add(
    "a certificate that is not for passes by its key usage",
    ["pass-key-usage"],
    { chain: true, isPassTypeCertificate: false },
    signedBy(world, push),
  );
  const unmarked = await issueLeaf(intermediate, keys.leaf, { passTypeMarker: null });
  await add(
    "a certificate that is not for passes by its marker",
    ["pass-marker"],
    { chain: true, isPassTypeCertificate: false },
    signedBy(world, unmarked),
  );

  const late = { integrity: true, chain: true, validAtSigning: false, validNow: true } as const;
  const inTime = { integrity: true, chain: true, validAtSigning: true, validNow: false } as const;
  const [before, after] = [new Date("2025-05-31T23:59:59Z"), new Date("2026-06-01T00:00:01Z")];
  await add("a certificate that has expired", ["validity"], inTime, signedBy(world, leaf, {}, { now: after }));
  await add("a certificate that has not begun", ["validity"], inTime, signedBy(world, leaf, {}, { now: before }));
  await add(
    "a certificate that had not begun when it signed",
    ["validity"],
    late,
    signedBy(world, leaf, {
      signer: { attributes: { signingTime: "2025-05-31T23:59:59Z" } },
    }),
  );
  await add(
    "a certificate that had expired when it signed",
    ["validity"],
    late,
    signedBy(world, leaf, {
      signer: { attributes: { signingTime: "2026-06-01T00:00:01Z" } },
    }),
  );
  const brief = await issueAuthority("Brief", await createEcKey(), { issuer: world.root, notAfter: "2026-01-01T00:00:00Z" });
  const belowBrief = await issueLeaf(brief, keys.leaf);
  await add(
    "an intermediate that had expired when the leaf signed",
    ["validity"],
    {
      integrity: true,
      chain: true,
      validAtSigning: false,
      validNow: false,
    },
    signedBy(world, belowBrief, { certificates: [belowBrief, brief] }),
  );
}
