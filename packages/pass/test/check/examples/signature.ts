import type { SignatureReport } from "../../../src/signature/signature-report.ts";
import type { AreaExamples, OddSignature, PackageKit, RuleExample } from "../example.ts";

const GOOD: RuleExample = { package: (kit) => kit.build() };
const NOW = "2026-06-01T12:00:00Z";

const odd = (signature: OddSignature): RuleExample => ({ package: (kit) => kit.buildSigned(signature) });

/** A finished package signed with a certificate of its own. */
function signedWith(
  options: (kit: PackageKit) => Partial<Parameters<PackageKit["authority"]["issuePassCertificate"]>[0]>,
  more: OddSignature = {},
): RuleExample {
  return {
    async package(kit) {
      const signer = await kit.authority.issuePassCertificate({ ...kit.names, nfc: true, key: kit.key, ...options(kit) });
      return kit.buildSigned({ signer, ...more });
    },
  };
}

/** The signature replaced by other bytes. */
const replaced = (make: (signature: Uint8Array) => Uint8Array | string): RuleExample => ({
  async package(kit) {
    const files = await kit.parts();
    const bytes = make(files.get("signature") ?? new Uint8Array());
    return kit.pack(files.set("signature", typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes));
  },
});

/** An intermediate that only looks like one of Apple's, embedded instead of the right one. */
const wrongIntermediate = (serialNumber: string): RuleExample => ({
  async package(kit) {
    const usual = await kit.authority.issuePassCertificate({ ...kit.names, nfc: true, key: kit.key });
    const other = await kit.authority.issueAuthority({
      key: kit.key,
      serialNumber: Uint8Array.from(serialNumber.match(/../gu) ?? [], (digits) => Number.parseInt(digits, 16)),
      subject: [["CN", "Apple Worldwide Developer Relations Certification Authority"]],
    });
    return kit.buildSigned({ embed: [usual.certificate, other.certificate], signer: usual });
  },
  alter: fromBundled,
});

const leafOnly: RuleExample = {
  async package(kit) {
    const usual = await kit.authority.issuePassCertificate({ ...kit.names, nfc: true, key: kit.key });
    return kit.buildSigned({ embed: [usual.certificate], signer: usual });
  },
  alter: fromBundled,
};

/** What the report of such a signature says when the missing intermediate is one of the bundled ones. */
function fromBundled(subject: Parameters<NonNullable<RuleExample["alter"]>>[0]) {
  return subject.signature === null
    ? subject
    : { ...subject, signature: { ...subject.signature, chain: true, chainProblem: null } };
}

const reporting = (facts: Partial<SignatureReport>): RuleExample => ({
  ...GOOD,
  alter: (subject) => (subject.signature === null ? subject : { ...subject, signature: { ...subject.signature, ...facts } }),
});

export const SIGNATURE_EXAMPLES: AreaExamples = {
  "signature-present": {
    triggers: {
      async package(kit) {
        const files = await kit.parts();
        files.delete("signature");
        return kit.pack(files);
      },
    },
    passes: [GOOD, {}],
  },
  "signature-der": {
    triggers: [
      replaced(() => ""),
      replaced(() => "-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n"),
      replaced((signature) => signature.slice(0, 40)),
    ],
    passes: GOOD,
  },
  "signature-verify": { triggers: odd({ wrongDigest: true }), passes: GOOD },
  "signature-signer-cert": {
    triggers: { package: (kit) => kit.buildSigned({ embed: kit.authority.intermediates }) },
    passes: GOOD,
  },
  "signature-signing-time": { triggers: odd({ signingTime: null }), passes: GOOD },
  "signature-no-attributes": { triggers: odd({ signedAttributes: false }), passes: GOOD },
  "signature-detached": { triggers: odd({ attached: true }), passes: GOOD },
  "signature-signing-time-future": {
    triggers: odd({ signingTime: new Date("2026-06-02T12:00:00Z") }),
    passes: odd({ signingTime: new Date(NOW) }),
  },
  "signature-digest": { triggers: odd({ digest: "sha1" }), passes: GOOD },
  "signature-many": { triggers: odd({ signers: 2 }), passes: GOOD },
  "signature-trailing-bytes": { triggers: replaced((signature) => Uint8Array.of(...signature, 13, 10)), passes: GOOD },
  "apple-root-in-cms": {
    triggers: {
      async package(kit) {
        const signer = await kit.authority.issuePassCertificate({ ...kit.names, nfc: true, key: kit.key });
        return kit.buildSigned({ signer, embed: [signer.certificate, signer.intermediate, ...kit.authority.trustAnchors] });
      },
    },
    passes: GOOD,
  },
  "signature-encoding": { triggers: odd({ sortedAttributes: false }), passes: GOOD },
  "leaf-chain-apple": {
    triggers: {
      async package(kit) {
        const other = await kit.authority.issueAuthority({ key: kit.key, corruptSignature: true });
        const signer = await kit.authority.issuePassCertificate({ ...kit.names, nfc: true, key: kit.key, by: other });
        return kit.buildSigned({ signer, embed: [signer.certificate, other.certificate] });
      },
    },
    passes: GOOD,
  },
  "cert-kind": { triggers: signedWith(() => ({ extendedKeyUsage: ["1.3.6.1.5.5.7.3.4"] })), passes: GOOD },
  "wwdr-match": { triggers: wrongIntermediate("0102"), passes: GOOD },
  "signature-wwdr": { triggers: leafOnly, passes: GOOD },
  "wwdr-g1": { triggers: wrongIntermediate("01debcc4396da010"), passes: GOOD },
  "wwdr-g6": { triggers: wrongIntermediate("22c1a1470a747369ef538612c9c69f3d38f36cd7"), passes: GOOD },
  "wwdr-g4": { triggers: reporting({ wwdr: "G3" }), passes: reporting({ wwdr: "G4" }) },
  "cert-expired": {
    triggers: signedWith(() => ({ notBefore: new Date("2025-01-01T00:00:00Z"), notAfter: new Date("2026-01-01T00:00:00Z") })),
    passes: GOOD,
  },
  "signature-signing-time-range": { triggers: odd({ signingTime: new Date("2020-01-01T00:00:00Z") }), passes: GOOD },
  "cert-expired-now": {
    triggers: signedWith(() => ({ notBefore: new Date("2025-01-01T00:00:00Z"), notAfter: new Date("2026-01-01T00:00:00Z") }), {
      signingTime: new Date("2025-06-01T00:00:00Z"),
    }),
    passes: GOOD,
  },
  "cert-not-yet-valid": { triggers: { ...GOOD, now: "2025-12-01T00:00:00Z" }, passes: GOOD },
  "cert-expiring": { triggers: signedWith(() => ({ notAfter: new Date("2026-06-20T00:00:00Z") })), passes: GOOD },
  "cert-revoked": {
    triggers: {
      async package(kit) {
        const signer = await kit.authority.issuePassCertificate({ ...kit.names, nfc: true, key: kit.key });
        await kit.authority.revoke(signer.certificate, { at: new Date("2026-05-01T00:00:00Z") });
        return kit.buildSigned({ signer });
      },
      revocationLists: async (kit) => [await kit.authority.revocationList({ thisUpdate: new Date("2026-05-31T00:00:00Z") })],
    },
    passes: GOOD,
  },
  "cert-uid": { triggers: signedWith(() => ({ passTypeIdentifier: "pass.org.passwright.other" })), passes: GOOD },
  "cert-ou": { triggers: signedWith(() => ({ teamIdentifier: "Z9Y8X7W6V5" })), passes: GOOD },
  "cert-marker": { triggers: reporting({ identity: false }), passes: GOOD },
};
