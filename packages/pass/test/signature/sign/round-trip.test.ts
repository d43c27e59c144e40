import { expect, test } from "vitest";
import { verifySignature } from "../../../src/signature/verify-signature.ts";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../../support/authority.ts";

const { authority } = await testAuthority();
const manifest = new TextEncoder().encode('{"pass.json":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}');

test.each(["rsa-2048", "ec-p256", "ec-p384", "ec-p521"] as const)(
  "what a signer makes with %s, the verifier finds without fault",
  async (key) => {
    const names = { passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM };
    const signer = await (await authority.issuePassCertificate({ ...names, key, nfc: true })).signer();
    const report = await verifySignature({
      signature: await signer.sign(manifest, { signingTime: TEST_NOW }),
      manifest,
      ...names,
      now: TEST_NOW,
      trustAnchors: authority.trustAnchors,
    });
    expect(report).toMatchObject({
      readable: true,
      integrity: true,
      chain: true,
      chainFromEmbedded: true,
      identity: true,
      validAtSigning: true,
      validNow: true,
      signingTime: TEST_NOW,
      digest: "sha256",
      wwdr: "not-apple",
      oddities: [],
    });
    expect(report.signer).toEqual(signer.facts);
  },
);
