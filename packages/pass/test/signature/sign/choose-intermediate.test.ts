import { describe, expect, test } from "vitest";
import { type DerElement, readBer } from "../../../src/der/der-reader.ts";
import { readArchive } from "../../../src/archive/read-archive.ts";
import { loadAppleCertificates } from "../../../src/signature/apple-certificates.ts";
import { type Certificate, isSameCertificate, parseCertificate } from "../../../src/signature/certificate.ts";
import { chooseIntermediate } from "../../../src/signature/choose-intermediate.ts";
import { loadCorpusIndex, loadCorpusPass } from "../../support/corpus.ts";

const records = (await loadCorpusIndex()).filter(({ class: kind }) => kind === "conforming");

/** The certificates of a signature, wherever its structure holds them. */
function certificatesIn(signature: Uint8Array): readonly Certificate[] {
  const certificates: Certificate[] = [];
  const visit = (element: DerElement) => {
    if (!element.constructed) return;
    try {
      certificates.push(parseCertificate(element.bytes));
    } catch {
      for (const child of element.children) visit(child);
    }
  };
  visit(readBer(signature, { trailingBytes: "ignore" }));
  return certificates;
}

describe.skipIf(records.length === 0)("real pass certificates", () => {
  test("find the bundled intermediate that issued them, at the time they were signed", async () => {
    const { intermediates } = await loadAppleCertificates();
    const known = intermediates.map(({ certificate }) => certificate);
    const generations = new Map<string, number>();
    for (const record of records) {
      const signature = (await readArchive(await loadCorpusPass(record.file))).files.get("signature");
      const leaf = certificatesIn(signature!).find(({ extensions }) => extensions.passTypeMarker !== null);
      if (!leaf) continue;
      const chosen = await chooseIntermediate(leaf, { given: null, known }, leaf.notBefore);
      const generation = intermediates.find(({ certificate }) => isSameCertificate(certificate, chosen))?.generation;
      expect(generation, record.file).toBe(record.signature?.wwdr);
      // Of the two certificates of G1 the one that was valid.
      expect(chosen.notBefore <= leaf.notBefore && leaf.notBefore <= chosen.notAfter, record.file).toBe(true);
      generations.set(generation ?? "", (generations.get(generation ?? "") ?? 0) + 1);
    }
    expect([...generations.keys()].toSorted()).toEqual(["G1", "G4"]);
  });
});
