import { describe, expect, test } from "vitest";
import { readArchive } from "../../../src/archive/read-archive.ts";
import { verifySignature } from "../../../src/signature/verify-signature.ts";
import type { SignatureReport } from "../../../src/signature/signature-report.ts";
import { type CorpusRecord, loadCorpusIndex, loadCorpusPass } from "../../support/corpus.ts";

/**
 * What OpenSSL says of real passes (`cms -verify -purpose any` with Apple's certificates at hand) is what we say.
 *
 * Three files differ, and have to: their manifest or their signature was changed after signing, and OpenSSL, asked for
 * both at once, stops there. Who signed, and whether Apple stands behind the certificate, can be told all the same: the
 * report keeps its facts apart, and each of the three was signed with a genuine certificate, valid at the time.
 */
const ALTERED: ReadonlySet<string> = new Set([
  // Another digest of pass.json in the manifest, under the signature of its twin Eurowings-f89687c, where all holds.
  "CatimaLoyalty__Android__Eurowings-f2265f6.pkpass",
  // The signed digest is of another manifest; the signature over the attributes holds.
  "Dinehub1__reward_jar_4__working_fixed.pkpass",
  // A manifest without thumbnail@2x.png, under the signature of rachitsherawat's Generic.pkpass, whose manifest lists it.
  "ueman__passkit__generic_with_missing_checksum.pkpass",
]);

/**
 * The index has nothing to say: its reader gave up at the end record, which is cut off. Ours reads the entries, and they
 * hold a genuine signature over the manifest.
 */
const CUT_OFF = "VamshiKyra__TestProject__pass-2.pkpass";

const records = await loadCorpusIndex();

async function reportOn(record: CorpusRecord): Promise<SignatureReport | null> {
  const { files } = await readArchive(await loadCorpusPass(record.file)).catch(() => ({ files: new Map<string, Uint8Array>() }));
  const signature = files.get("signature");
  const manifest = files.get("manifest.json");
  if (signature === undefined || manifest === undefined) return null;
  const { passTypeIdentifier, teamIdentifier } = record;
  return verifySignature({ signature, manifest, passTypeIdentifier, teamIdentifier });
}

describe.skipIf(records.length === 0)("signatures of real passes", () => {
  test("the index has the 110 files", () => {
    expect(records.length).toBe(110);
    expect(records.filter(({ signature }) => signature !== null).length).toBeGreaterThan(70);
  });

  test.each(records)("$file", async (record) => {
    const report = await reportOn(record);
    const oracle = record.signature;
    if (record.file === CUT_OFF) {
      expect(report).toMatchObject({ integrity: true, chain: true, chainFromEmbedded: true, validAtSigning: true, wwdr: "G1" });
      return;
    }
    if (oracle === null) {
      expect(report).toBe(null);
      return;
    }
    if (report === null) throw new Error("no signature or no manifest.json in the archive");
    const altered = ALTERED.has(record.file);
    expect({
      integrity: report.integrity,
      chain: report.chain,
      chainFromEmbedded: report.chainFromEmbedded,
      validAtSigning: report.validAtSigning,
      wwdr: report.wwdr,
      digest: report.digest,
      signingTime: report.signingTime,
    }).toEqual({
      integrity: oracle.integrity,
      chain: altered || oracle.chain_notime,
      chainFromEmbedded: altered || oracle.chain_roots_only,
      validAtSigning: altered || oracle.chain_at_signing,
      wwdr: oracle.wwdr,
      digest: oracle.digestAlgs?.[0] ?? null,
      signingTime: oracle.signingTime === null ? null : new Date(oracle.signingTime),
    });
    expect(report.revocation).toBe("not-checked");
    expect(report.problem === null).toBe(report.readable);
    expect(report.chainProblem === null).toBe(report.chain || !report.readable);
    if (report.readable && record.passTypeIdentifier !== null) {
      const strangers = new Set(["passTypeIdentifier!=signer-UID", "teamIdentifier!=signer-OU", "signature:not-apple-signer"]);
      expect(report.identity).toBe(!record.defects.some((defect) => strangers.has(defect)));
    }
  });

  test("what is odd about them is told as the index tells it", async () => {
    const ODDITIES = {
      "signature:ber-indefinite": "indefinite-length",
      "signature:attrs-not-DER-sorted": "unsorted-attributes",
      "signature:sid-ski": "signer-by-key-id",
      "signature:attached-content": "attached-content",
      "signature:no-signed-attrs": "no-signed-attributes",
      "signature:no-signing-time": "no-signing-time",
    } as const;
    for (const record of records) {
      const report = await reportOn(record);
      if (record.signature === null || report === null || !report.readable) continue;
      const kinds = new Set(report.oddities.map(({ kind }) => kind));
      for (const [defect, kind] of Object.entries(ODDITIES)) {
        expect(kinds.has(kind), `${record.file} ${kind}`).toBe(record.defects.includes(defect));
      }
      const issuerMissing = kinds.has("issuer-not-embedded") || kinds.has("wrong-issuer-embedded");
      // A certificate that issued itself has no issuer to embed.
      const selfIssued = record.defects.includes("signature:not-apple-signer");
      expect(issuerMissing, record.file).toBe(record.defects.includes("signature:wwdr-not-embedded") && !selfIssued);
    }
  });

  test("only push certificates and self-made ones are no Pass Type ID certificates", async () => {
    const others: string[] = [];
    for (const record of records) {
      const report = await reportOn(record);
      if (report?.signer && !report.signer.isPassTypeCertificate) others.push(`${record.file}: ${report.signer.commonName}`);
    }
    expect(others.map((line) => line.replace(/^.*\.pkpass: /, ""))).toEqual([
      "null",
      ...Array.from({ length: 3 }, () => "Apple Push Services: io.predix.passbook-manager"),
    ]);
  });
});
