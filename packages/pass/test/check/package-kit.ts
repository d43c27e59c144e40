import { joinChunks, writeArchive } from "../../src/archive/write-archive.ts";
import { prepareFile } from "../../src/archive/prepare-file.ts";
import { createManifest } from "../../src/manifest/manifest.ts";
import { testAuthority } from "../support/authority.ts";
import { BASE_IDENTIFIERS, EXAMPLE_NOW } from "./base-pass.ts";
import type { OddSignature, PackageKit } from "./example.ts";
import { writeOddCms } from "./odd-cms.ts";

const NAMES = BASE_IDENTIFIERS;

/** Examples are signed the day before they are checked. */
const SIGNING_TIME = new Date(Date.parse(EXAMPLE_NOW) - 86_400_000);

/** The authority that signs examples, made once per test file, with a certificate for the base pass (with NFC, so that it fits all). */
const signing = (() => {
  let made: ReturnType<typeof make> | undefined;
  return () => (made ??= make());
})();

async function make() {
  const { authority, key } = await testAuthority();
  return { authority, key, usual: await authority.issuePassCertificate({ ...NAMES, nfc: true, key }) };
}

/** The certificates that checks of examples trust. */
export async function exampleTrustAnchors(): Promise<readonly Uint8Array[]> {
  return (await signing()).authority.trustAnchors;
}

/** A kit over the files of an example. */
export async function createPackageKit(files: ReadonlyMap<string, Uint8Array>): Promise<PackageKit> {
  const { authority, key, usual } = await signing();
  const kit: PackageKit = {
    authority,
    key,
    names: NAMES,
    parts: () => kit.sign(files),
    build: async () => kit.pack(await kit.parts()),
    buildSigned: async (odd) => kit.pack(await kit.sign(files, odd)),
    async pack(parts) {
      const prepared = [];
      for (const [path, bytes] of parts) prepared.push(await prepareFile(path, bytes));
      return joinChunks(writeArchive(prepared));
    },
    async sign(parts, odd: OddSignature = {}) {
      const listed = new Map([...parts].filter(([path]) => path !== "manifest.json" && path !== "signature"));
      const prepared = [];
      for (const [path, bytes] of listed) prepared.push(await prepareFile(path, bytes));
      const manifest = createManifest(prepared);
      const { signer = usual } = odd;
      const signature = await writeOddCms({
        manifest,
        signerCertificate: signer.certificate,
        pkcs8: signer.key.pkcs8,
        certificates: odd.embed ?? [signer.certificate, signer.intermediate],
        signingTime: odd.signingTime === undefined ? SIGNING_TIME : odd.signingTime,
        signedAttributes: odd.signedAttributes ?? true,
        digest: odd.digest ?? "sha256",
        attached: odd.attached ?? false,
        signers: odd.signers ?? 1,
        wrongDigest: odd.wrongDigest ?? false,
        sortedAttributes: odd.sortedAttributes ?? true,
      });
      return new Map([...listed, ["manifest.json", manifest], ["signature", signature]]);
    },
  };
  return kit;
}
