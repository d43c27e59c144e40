import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readArchive } from "../../../src/archive/read-archive.ts";
import { appleRootCertificates, loadAppleCertificates } from "../../../src/signature/apple-certificates.ts";
import { parseCertificate } from "../../../src/signature/certificate.ts";
import { equalNames } from "../../../src/signature/distinguished-name.ts";
import { type VerifySignatureInput, verifySignature } from "../../../src/signature/verify-signature.ts";
import { loadCorpusIndex, loadCorpusPass } from "../../support/corpus.ts";
import { honestCases } from "./honest-cases.ts";
import { hostileCases } from "./hostile-cases.ts";
import { createWorld } from "./world.ts";

/** The real OpenSSL says the same of every signature here, or the difference stands in one of these tables. */
const run = promisify(execFile);

/** Believed by OpenSSL 3 and not by us; why we are right. */
const STRICTER: Readonly<Record<string, string>> = {
  "another content type in the attributes": "RFC 5652 §11.1: it must be that of the content; OpenSSL does not compare",
  "another content type without attributes": "RFC 5652 §5.3: such content must be signed through attributes",
  "signed attributes in place of the content": "known weakness of CMS (Strenzke 2023), which OpenSSL leaves to the caller",
  "an unknown signature algorithm": "it names RSASSA-PSS for an EC key; OpenSSL goes by the key alone",
  "a signer's key whose use takes too long": "a limit of ours, against verifying without end",
  "an issuer's key whose use takes too long": "the same, one certificate up",
  "a path longer than anyone needs": "a limit of ours; Apple's paths have three certificates",
  "a certificate with one extension twice": "RFC 5280 §4.2; OpenSSL, asked for the digest alone, does not look at extensions",
  "a certificate that names two signature algorithms": "RFC 5280 §4.1.1.2; as above",
  "a certificate whose signature has an MD5 digest": "OpenSSL is set to its lowest level here, as genuine passes need SHA-1",
  "a leaf whose key is for encryption": "OpenSSL is told to accept any purpose, as genuine passes need that",
  "an intermediate that limits names": "OpenSSL works the limits out; no authority of Apple's has any, and we follow none that has",
};

/** Not believed by OpenSSL 3 and believed by us; why we are right. */
const MORE_LENIENT: Readonly<Record<string, string>> = {
  "two signing times, to choose from": "the signature over the manifest holds; we give no time, and OpenSSL gives up",
  "with a trust anchor that states nothing about itself": "RFC 5280 §6.1.1 (d): the caller trusts a name and a key",
  "two authorities that issued each other": "a path exists; OpenSSL takes the wrong turn and does not go back",
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "passwright-openssl-"));
});
afterAll(() => rm(folder, { recursive: true }));

let counter = 0;

/** Whether `openssl cms -verify` succeeds; with roots the chain as well, whatever the time. */
async function openssl(
  input: VerifySignatureInput,
  roots: readonly Uint8Array[] | null,
  extra: readonly Uint8Array[] = [],
): Promise<boolean> {
  counter += 1;
  const file = async (name: string, content: Uint8Array | string): Promise<string> => {
    const path = join(folder, `${counter}-${name}`);
    await writeFile(path, content);
    return path;
  };
  const signature = await file("signature", input.signature);
  const manifest = await file("manifest.json", input.manifest);
  const options = ["cms", "-verify", "-inform", "DER", "-binary", "-in", signature, "-content", manifest, "-out", "/dev/null"];
  if (roots === null) {
    options.push("-noverify");
  } else {
    // OpenSSL takes further intermediates only from among the trusted certificates. Without -partial_chain it trusts
    // those alone that issued themselves.
    const trusted = [...roots, ...extra.filter((der) => !isSelfIssued(der))];
    options.push("-CAfile", await file("trusted.pem", trusted.map(toPem).join("")), "-no-CApath", "-no-CAstore");
    options.push("-purpose", "any", "-no_check_time", "-auth_level", "0");
    if (extra.length === 0) options.push("-partial_chain");
  }
  return run("openssl", options).then(
    () => true,
    () => false,
  );
}

function isSelfIssued(der: Uint8Array): boolean {
  const { issuer, subject } = parseCertificate(der);
  return equalNames(issuer, subject);
}

function toPem(der: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64").replaceAll(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}

const world = await createWorld();
const honest = await honestCases(world);
const hostile = await hostileCases(world);

describe("OpenSSL agrees", () => {
  test.each([...honest, ...hostile])("$name", async ({ name, input }) => {
    const report = await verifySignature(input);
    const ours = [report.integrity, report.integrity && report.chain];
    const theirs = [await openssl(input, null), await openssl(input, input.trustAnchors ?? [], input.intermediates)];
    const stricter = ours.some((believed, index) => !believed && theirs[index] === true);
    const moreLenient = ours.some((believed, index) => believed && theirs[index] === false);
    expect({ stricter, moreLenient }, `ours ${ours.join()}, OpenSSL ${theirs.join()}`).toEqual({
      stricter: name in STRICTER,
      moreLenient: name in MORE_LENIENT,
    });
  });

  test("the tables name cases that exist", () => {
    const names = new Set([...honest, ...hostile].map(({ name }) => name));
    expect([...Object.keys(STRICTER), ...Object.keys(MORE_LENIENT)].filter((name) => !names.has(name))).toEqual([]);
  });
});

const records = (await loadCorpusIndex()).filter(({ signature }) => signature !== null);

describe.skipIf(records.length === 0)("OpenSSL agrees on real passes", () => {
  test("integrity and chain of each", async () => {
    const roots = await appleRootCertificates();
    const intermediates = (await loadAppleCertificates()).intermediates.map(({ certificate }) => certificate.der);
    for (const { file } of records) {
      const { files } = await readArchive(await loadCorpusPass(file));
      const [signature, manifest] = [files.get("signature"), files.get("manifest.json")];
      if (signature === undefined || manifest === undefined) throw new Error(file);
      const report = await verifySignature({ signature, manifest });
      expect(await openssl({ signature, manifest }, null), file).toBe(report.integrity);
      const both = report.integrity && report.chain;
      expect(await openssl({ signature, manifest }, roots, intermediates), file).toBe(both);
      expect(await openssl({ signature, manifest }, roots), file).toBe(report.integrity && report.chainFromEmbedded);
    }
  });
});
