import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../../src/archive/read-archive.ts";
import { parseCertificate } from "../../../src/signature/certificate.ts";
import { readSignedData } from "../../../src/signature/cms.ts";
import { OIDS } from "../../../src/der/index.ts";
import { nameAttribute } from "../../../src/signature/distinguished-name.ts";
import { verifySignature } from "../../../src/signature/verify-signature.ts";
import { loadCorpusIndex, loadCorpusPass } from "../../support/corpus.ts";
import { honestCases } from "./honest-cases.ts";
import { hostileCases } from "./hostile-cases.ts";
import { toHex } from "./keys.ts";
import { createWorld } from "./world.ts";

/** pkijs, a reader by other people, sees the same in every signature that it can read. */
function readWithPkijs(signature: Uint8Array): pkijs.SignedData {
  const { result, offset } = asn1js.fromBER(new Uint8Array(signature));
  if (offset < 0) throw new Error("pkijs does not read it");
  return new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content });
}

function attributeOf(signer: pkijs.SignerInfo, type: string): asn1js.BaseBlock | undefined {
  const found = signer.signedAttrs?.attributes.filter((attribute) => attribute.type === type) ?? [];
  return found.length === 1 && found[0]?.values.length === 1 ? (found[0].values[0] as asn1js.BaseBlock) : undefined;
}

function asOthersSeeIt(signature: Uint8Array): unknown {
  const signedData = readWithPkijs(signature);
  const certificates = (signedData.certificates ?? []).filter((item) => item instanceof pkijs.Certificate);
  return {
    certificates: certificates.map((certificate) => ({
      serialNumber: new Uint8Array(certificate.serialNumber.valueBlock.valueHexView.slice()).toString(),
      notBefore: certificate.notBefore.value,
      notAfter: certificate.notAfter.value,
      commonNames: certificate.subject.typesAndValues
        .filter(({ type }) => type === OIDS.commonName)
        .map(({ value }) => value.valueBlock.value),
      signatureAlgorithm: certificate.signatureAlgorithm.algorithmId,
    })),
    signers: signedData.signerInfos.map((signer) => {
      const digest = attributeOf(signer, OIDS.messageDigest);
      const time = attributeOf(signer, OIDS.signingTime);
      return {
        digest: signer.digestAlgorithm.algorithmId,
        signatureAlgorithm: signer.signatureAlgorithm.algorithmId,
        signature: toHex(new Uint8Array(signer.signature.getValue())),
        messageDigest: digest instanceof asn1js.OctetString ? toHex(new Uint8Array(digest.getValue())) : null,
        signingTime: time instanceof asn1js.UTCTime ? time.toDate() : null,
      };
    }),
  };
}

const DIGEST_OIDS = { md5: OIDS.md5, sha1: OIDS.sha1, sha256: OIDS.sha256, sha384: OIDS.sha384, sha512: OIDS.sha512 } as const;

function asWeSeeIt(signature: Uint8Array): unknown {
  const signedData = readSignedData(signature);
  return {
    certificates: signedData.certificates.map((der) => {
      const certificate = parseCertificate(der);
      const commonName = nameAttribute(certificate.subject, OIDS.commonName);
      const header = certificate.serialNumberDer[1] ?? 0;
      return {
        serialNumber: certificate.serialNumberDer.subarray(-header).toString(),
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        commonNames: commonName === null ? [] : [commonName],
        signatureAlgorithm: certificate.signatureAlgorithmOid,
      };
    }),
    signers: signedData.signers.map(({ digest, signatureAlgorithmOid, signature: value, attributes }) => ({
      digest: digest === null ? null : DIGEST_OIDS[digest],
      signatureAlgorithm: signatureAlgorithmOid,
      signature: toHex(value),
      messageDigest: attributes?.messageDigest ? toHex(attributes.messageDigest) : null,
      signingTime: attributes?.signingTime ?? null,
    })),
  };
}

const world = await createWorld();
const honest = await honestCases(world);
const hostile = await hostileCases(world);

/** Cases in which the two cannot see the same. */
const APART: ReadonlySet<string> = new Set([
  "an unknown digest", // pkijs gives the object identifier, we say that we do not know it.
  "a certificate with one extension twice", // refused here
  "a certificate that names two signature algorithms", // refused here
]);

describe("pkijs sees the same", () => {
  test.each([...honest, ...hostile].filter(({ name }) => !APART.has(name)))("$name", ({ input }) => {
    expect(asWeSeeIt(input.signature)).toEqual(asOthersSeeIt(input.signature));
  });

  test("and says the same of integrity where signatures are as they should be", async () => {
    // What of the honest pkijs does not do: MD5, keys named alone, and key identifiers that it cannot compute itself.
    const others = /MD5|algorithm of the key alone|naming it alone|by key identifier/;
    for (const { name, input } of honest.filter((honestCase) => !others.test(honestCase.name))) {
      const data = new Uint8Array(input.manifest).buffer;
      const signedData = readWithPkijs(input.signature);
      // Content inside is what pkijs verifies where there is any.
      if (signedData.encapContentInfo.eContent) continue;
      expect(await signedData.verify({ signer: 0, data, checkChain: false }), name).toBe(true);
      const changed = new Uint8Array([...input.manifest, 0]);
      const theirs = readWithPkijs(input.signature).verify({ signer: 0, data: changed.buffer, checkChain: false });
      expect(await theirs.catch(() => false), name).toBe(false);
      expect((await verifySignature({ ...input, manifest: changed })).integrity, name).toBe(false);
    }
  });
});

const records = (await loadCorpusIndex()).filter(({ signature }) => signature !== null && signature.digestAlgs !== null);

describe.skipIf(records.length === 0)("pkijs sees the same in real passes", () => {
  test("of all that it can read", async () => {
    const unread: string[] = [];
    for (const { file } of records) {
      const { files } = await readArchive(await loadCorpusPass(file));
      const signature = files.get("signature") ?? new Uint8Array();
      let theirs: unknown;
      try {
        theirs = asOthersSeeIt(signature);
      } catch {
        unread.push(file);
        continue;
      }
      expect(asWeSeeIt(signature), file).toEqual(theirs);
    }
    expect(unread.length).toBeLessThan(4);
  });
});
