/** What can be known of a pass from a stranger: would Wallet take it, who signed it, was anything changed? */
import { checkPass, describeFinding, PassPackage } from "@passwright/pass";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { readFile } from "node:fs/promises";

const authority = await createThrowawayAuthority();
const ids = { passTypeIdentifier: "pass.com.example.coupon", teamIdentifier: "A1B2C3D4E5" };
const signer = await (await authority.issuePassCertificate(ids)).signer();
const coupon = PassPackage.create(
  { ...ids, formatVersion: 1, serialNumber: "7", organizationName: "Corner Café", description: "A free coffee", coupon: {} },
  { "icon@2x.png": await readFile(`${import.meta.dirname}/boarding.pass/icon@2x.png`) },
);
const signed = await coupon.sign(signer, { signingTime: new Date() });

// Someone puts other words into the file and leaves manifest and signature as they are.
const forged = PassPackage.fromFiles(
  [...signed.files].map(([path, bytes]) => [
    path,
    path === "pass.json" ? text(bytes).replace("A free coffee", "Free coffees") : bytes,
  ]),
);
for (const bytes of [signed.toBytes(), await forged.toBytes()]) {
  const { installs, refusedAt, signature, findings } = await checkPass(bytes, { trustAnchors: authority.trustAnchors });
  console.log(`installs: ${installs}, refused at: ${refusedAt}`);
  console.log(`  signed by ${signature?.signer?.passTypeIdentifier}, revocation: ${signature?.revocation}`);
  for (const finding of findings) if (finding.effect === "refuses") console.log(`  ${describeFinding(finding).message}`);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
