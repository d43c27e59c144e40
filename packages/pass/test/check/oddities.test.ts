import { expect, test } from "vitest";
import type { ArchiveOddityKind } from "../../src/archive/archive-report.ts";
import { createSubject } from "../../src/check/create-subject.ts";
import { RULES } from "../../src/check/rules/index.ts";
import type { CheckSubject } from "../../src/check/subject.ts";
import type { SignatureOddityKind } from "../../src/signature/signature-report.ts";
import { gatherPackage } from "../../src/check/gather.ts";
import { EXAMPLE_NOW } from "./base-pass.ts";
import { createPackageKit, exampleTrustAnchors } from "./package-kit.ts";
import { exampleFiles } from "./run-example.ts";

const ARCHIVE_ODDITIES: Readonly<Record<ArchiveOddityKind, true>> = {
  "data-descriptor": true,
  "directory-entry": true,
  "duplicate-name": true,
  "unsafe-path": true,
  encrypted: true,
  "unsupported-method": true,
  "method-mismatch": true,
  zip64: true,
  symlink: true,
  checksum: true,
  "damaged-entry": true,
  "truncated-end": true,
  "leading-bytes": true,
  "trailing-bytes": true,
  "dot-slash-path": true,
  "size-mismatch": true,
  "name-mismatch": true,
  comment: true,
};

const SIGNATURE_ODDITIES: Readonly<Record<SignatureOddityKind, true>> = {
  "attached-content": true,
  "no-signed-attributes": true,
  "no-signing-time": true,
  "unsorted-attributes": true,
  "indefinite-length": true,
  "signer-by-key-id": true,
  "many-signers": true,
  "root-embedded": true,
  "weak-digest": true,
  "signer-certificate-missing": true,
  "issuer-not-embedded": true,
  "wrong-issuer-embedded": true,
  "trailing-bytes": true,
};

const rulesOver = (subject: CheckSubject) => RULES.filter((rule) => [...rule.check(subject)].length > 0).map(({ id }) => id);

test("every oddity of an archive that the reader reports is told by a rule", () => {
  const plain = createSubject({ form: "package", files: exampleFiles({}), now: new Date(EXAMPLE_NOW) });
  const before = new Set(rulesOver(plain));
  for (const kind of Object.keys(ARCHIVE_ODDITIES) as ArchiveOddityKind[]) {
    const archive = { size: 1, entries: [], oddities: [{ kind, file: "icon.png", detail: "x" }] };
    expect(
      rulesOver({ ...plain, archive }).filter((id) => !before.has(id)),
      kind,
    ).toHaveLength(1);
  }
});

test("every oddity of a signature that the verifier reports is told by a rule", async () => {
  const kit = await createPackageKit(exampleFiles({}));
  const good = await gatherPackage(await kit.build(), { now: new Date(EXAMPLE_NOW), trustAnchors: await exampleTrustAnchors() });
  const { signature } = good;
  if (signature === null) throw new Error("the package has no signature");
  const before = new Set(rulesOver(good));
  for (const kind of Object.keys(SIGNATURE_ODDITIES) as SignatureOddityKind[]) {
    // An intermediate that is missing matters where the file alone does not complete the chain.
    const odd = { ...signature, chainFromEmbedded: !kind.includes("issuer"), oddities: [{ kind, detail: "x" }] };
    expect(
      rulesOver({ ...good, signature: odd }).filter((id) => !before.has(id)),
      kind,
    ).toHaveLength(1);
  }
});
