import * as der from "../../../src/der/index.ts";
import type { AddCase } from "./cases.ts";
import { attribute, encodeName, messageDigestOf, type TestCertificate } from "./forge.ts";
import { createEcKey, createHandmadeRsaKey } from "./keys.ts";
import { commonName, issueLeaf, LEAF_NAME, MANIFEST, signedBy, type World } from "./world.ts";

const { OIDS } = der;

const OTHER = new TextEncoder().encode('{"pass.json":"0000000000000000000000000000000000000000"}');

/** The signature and the manifest. */
export async function addContentCases(world: World, add: AddCase): Promise<void> {
  const { leaf, stranger } = world;
  const broken = { integrity: false, chain: true, identity: true } as const;
  await add(
    "a manifest that was changed after signing",
    ["message-digest"],
    broken,
    signedBy(world, leaf, {}, { manifest: OTHER }),
  );
  await add(
    "a digest attribute of another manifest",
    ["message-digest"],
    broken,
    signedBy(world, leaf, {
      signer: { attributes: { digested: OTHER } },
    }),
  );
  const swapped = await messageDigestOf(MANIFEST);
  await add(
    "a digest attribute that was swapped after signing",
    ["signature"],
    broken,
    signedBy(world, leaf, {
      signer: {
        attributes: { digested: OTHER, replacedBy: (attributes) => [swapped, ...attributes.slice(1)] },
      },
    }),
  );
  await add("the right digest, signed by another key", ["signature"], broken, signedBy(world, leaf, { signer: { key: stranger } }));
  await add(
    "content without attributes, signed by another key",
    ["signature"],
    broken,
    signedBy(world, leaf, {
      signer: { key: stranger, attributes: null },
    }),
  );
  await add(
    "changed content without attributes",
    ["signature"],
    broken,
    signedBy(world, leaf, { signer: { attributes: null } }, { manifest: OTHER }),
  );
  await add(
    "content inside that was signed, and another manifest",
    ["message-digest"],
    broken,
    signedBy(world, leaf, {
      content: OTHER,
      attached: OTHER,
    }),
  );
  await add(
    "no digest attribute",
    ["message-digest"],
    broken,
    signedBy(world, leaf, { signer: { attributes: { messageDigest: false } } }),
  );
  await add(
    "no content type attribute",
    ["content-type"],
    broken,
    signedBy(world, leaf, { signer: { attributes: { contentType: null } } }),
  );
  await add(
    "another content type in the attributes",
    ["content-type"],
    broken,
    signedBy(world, leaf, {
      signer: { attributes: { contentType: OIDS.signedData } },
    }),
  );
  await add(
    "another content type without attributes",
    ["attributes-required"],
    broken,
    signedBy(world, leaf, {
      contentType: OIDS.signedData,
      signer: { attributes: null },
    }),
  );
  await add(
    "two digest attributes, the right one first",
    ["attribute-once"],
    broken,
    signedBy(world, leaf, {
      signer: { attributes: { more: [await messageDigestOf(OTHER)], unsorted: true } },
    }),
  );
  // Not in the order of DER, so that the right digest is the one that a careless reader takes.
  const twoValues = der.derElement(0x31, await digestString(MANIFEST), await digestString(OTHER));
  const twoDigests = der.derSequence(der.derOid(OIDS.messageDigest), twoValues);
  await add(
    "a digest attribute with two values",
    ["attribute-one-value"],
    broken,
    signedBy(world, leaf, {
      signer: { attributes: { messageDigest: false, more: [twoDigests] } },
    }),
  );
  await add(
    "two signing times, to choose from",
    ["attribute-once"],
    { validAtSigning: null, signingTime: null },
    signedBy(world, leaf, {
      signer: {
        attributes: { unsorted: true, more: [attribute(OIDS.signingTime, der.derTime(new Date("2020-01-01T00:00:00Z")))] },
      },
    }),
  );

  // Strenzke 2023: what was signed as attributes, sent as if it were the content.
  const attributes = der.derSet(attribute(OIDS.contentType, der.derOid(OIDS.data)), await messageDigestOf(MANIFEST));
  await add(
    "signed attributes in place of the content",
    ["attributes-as-content"],
    broken,
    signedBy(
      world,
      leaf,
      {
        content: attributes,
        signer: { attributes: null },
      },
      { manifest: attributes },
    ),
  );

  const weak = await issueLeaf(world.intermediate, await createEcKey("SHA-1"));
  await add("a strong digest beside a weak signature", ["digest-mismatch"], broken, signedBy(world, weak));
  await add("an unknown digest", [], { ...broken, digest: null }, signedBy(world, leaf, { signer: { digestOid: "1.2.3.4" } }));
  await add(
    "an unknown signature algorithm",
    [],
    broken,
    signedBy(world, leaf, {
      signer: { signatureAlgorithm: der.derSequence(der.derOid(OIDS.rsaPss)) },
    }),
  );
}

async function digestString(content: Uint8Array): Promise<Uint8Array> {
  return der.derOctetString(new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(content))));
}

/** Who signed. */
export async function addSignerCases(world: World, add: AddCase): Promise<void> {
  const { leaf, intermediate, stranger } = world;
  await add(
    "no signer at all",
    ["some-signer"],
    { readable: true, integrity: false, chain: false, isPassTypeCertificate: null },
    signedBy(world, leaf, {
      signers: [],
    }),
  );
  await add(
    "a second signer that does not hold",
    ["every-signer"],
    { integrity: false, chain: true },
    signedBy(world, leaf, {
      signers: [{ certificate: leaf }, { certificate: leaf, key: stranger }],
    }),
  );
  const nameless = { readable: true, integrity: false, chain: false, identity: false, isPassTypeCertificate: null } as const;
  await add("the signer's certificate is missing", [], nameless, signedBy(world, leaf, { certificates: [intermediate] }));
  const absent = await issueLeaf(intermediate, leaf.key, { serialNumber: leaf.serialNumber + 1 });
  await add(
    "only a certificate with another serial number",
    ["signer-serial"],
    nameless,
    signedBy(world, absent, { certificates: [leaf, intermediate] }),
  );
  const namesake: TestCertificate = { ...leaf, issuerName: encodeName(commonName("Another issuer")) };
  await add(
    "only a certificate of another issuer",
    ["signer-issuer"],
    nameless,
    signedBy(world, namesake, { certificates: [leaf, intermediate] }),
  );

  const huge = await issueLeaf(intermediate, await createHandmadeRsaKey(2n ** 90n + 1n));
  await add(
    "a signer's key whose use takes too long",
    ["signer-key-size"],
    { integrity: false, chain: true },
    signedBy(world, huge),
  );

  const mallory = await issueLeaf(intermediate, stranger, {
    subject: [[OIDS.userId, "pass.com.mallory"]],
    passTypeMarker: "pass.com.mallory",
  });
  await add("a good certificate of somebody else", [], { integrity: true, chain: true, identity: false }, signedBy(world, mallory));
  const otherId = await issueLeaf(intermediate, leaf.key, {
    subject: LEAF_NAME.map(([oid, text]) => [oid, oid === OIDS.userId ? "pass.com.mallory" : text]),
  });
  await add(
    "a certificate of another pass type",
    ["pass-type"],
    { integrity: true, chain: true, identity: false },
    signedBy(world, otherId),
  );
  const otherTeam = await issueLeaf(intermediate, leaf.key, {
    subject: LEAF_NAME.map(([oid, text]) => [oid, oid === OIDS.organizationalUnit ? "ZZZZZZZZZZ" : text]),
  });
  await add(
    "a certificate of another team",
    ["team"],
    { integrity: true, chain: true, identity: false },
    signedBy(world, otherTeam),
  );
  const otherMarker = await issueLeaf(intermediate, leaf.key, { passTypeMarker: "pass.com.mallory" });
  await add(
    "a UID that the marker does not confirm",
    ["pass-type-marker"],
    { chain: true, identity: false },
    signedBy(world, otherMarker),
  );
  const twoIds = await issueLeaf(intermediate, leaf.key, { subject: [...LEAF_NAME, [OIDS.userId, "pass.com.mallory"]] });
  await add("a name with two UIDs", [], { chain: true, identity: false }, signedBy(world, twoIds));
}
