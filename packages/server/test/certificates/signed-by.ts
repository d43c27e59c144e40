import { PassPackage, verifySignature } from "@passwright/pass";

/** Fingerprint of the certificate that signed a pass. */
export async function signedBy(archive: Uint8Array): Promise<string> {
  const { files } = await PassPackage.read(archive);
  const report = await verifySignature({ manifest: files.get("manifest.json")!, signature: files.get("signature")! });
  return report.signer?.fingerprint ?? "";
}
