import { afterAll, describe, expect, test } from "vitest";
import { createKmsSigner } from "../../../../../examples/kms-signer.ts";
import { TEST_NOW, testAuthority } from "../../support/authority.ts";
import { startKmsStandIn } from "./kms-stand-in.ts";

const { authority, issued, key } = await testAuthority();
const kms = await startKmsStandIn("alias/wallet", issued.privateKeyPem);
afterAll(() => kms[Symbol.asyncDispose]());

/** What a client of AWS does: it puts the credentials on the request. */
async function send(request: Request): Promise<Response> {
  request.headers.set("Authorization", "AWS4-HMAC-SHA256 test");
  return fetch(request, { signal: AbortSignal.timeout(5000) });
}

const options = { intermediate: authority.intermediate.certificate, now: TEST_NOW };
const wallet = { endpoint: kms.endpoint, keyId: "alias/wallet", send };
const manifest = new TextEncoder().encode('{"pass.json":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}');

describe("a key in a key management service", () => {
  test.each(["RAW", "DIGEST"] as const)("signs as the key itself does (%s)", async (messageType) => {
    const signer = await createKmsSigner({ ...wallet, messageType }, issued.certificate, options);
    const own = await issued.signer();
    const signature = await signer.sign(manifest, { signingTime: TEST_NOW });
    expect(signature).toEqual(await own.sign(manifest, { signingTime: TEST_NOW }));
    expect(kms.requests.at(-1)?.MessageType).toBe(messageType);
  });

  test("sends a hundred bytes or a digest for a manifest of any size, never the pass", async () => {
    const signer = await createKmsSigner(wallet, issued.certificate, options);
    await signer.sign(new Uint8Array(1_000_000), { signingTime: TEST_NOW });
    expect(atob(kms.requests.at(-1)?.Message ?? "").length).toBeLessThan(120);
  });

  test("that is not the certificate's is refused at once", async () => {
    const other = await authority.issuePassCertificate({ passTypeIdentifier: "pass.x", teamIdentifier: "A1B2C3D4E5" });
    await expect(createKmsSigner(wallet, other.certificate, options)).rejects.toMatchObject({ code: "ERR_PASS_SIGN_KEY_MISMATCH" });
    expect(other.key).not.toEqual(key);
  });

  test.each([
    ["does not exist", { ...wallet, keyId: "alias/none" }, /NotFoundException.*alias\/none/],
    ["must not be used", { ...wallet, send: (request: Request) => fetch(request) }, /AccessDeniedException/],
    ["cannot be reached", { ...wallet, send: () => Promise.reject(new TypeError("fetch failed")) }, /fetch failed/],
  ])("that %s gives the service's reason", async (_name, given, message) => {
    await expect(createKmsSigner(given, issued.certificate, options)).rejects.toMatchObject({
      code: "ERR_PASS_SIGN_FUNCTION",
      message: expect.stringMatching(message),
    });
  });
});
