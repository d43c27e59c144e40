import { TEST_NOW, testAuthority } from "../../../pass/test/support/authority.ts";
import { PassPackage } from "@passwright/pass";
import { cardSource } from "./sources.ts";

/** A signed card, with changes at the top of its pass.json. */
export async function signedCard(changes: Readonly<Record<string, unknown>> = {}): Promise<Uint8Array> {
  const { issued } = await testAuthority();
  const pass = PassPackage.fromFiles(cardSource(changes));
  return (await pass.sign(await issued.signer(), { signingTime: TEST_NOW })).toBytes();
}

/** The card with a text that was changed after signing: the hashes do not fit any more. */
export async function forgedCard(): Promise<Uint8Array> {
  const { files } = await PassPackage.read(await signedCard());
  const forged = new Map(files);
  const text = new TextDecoder().decode(files.get("pass.json")).replace("Ada Lovelace", "Eve Hacker");
  forged.set("pass.json", new TextEncoder().encode(text));
  return PassPackage.fromFiles(forged).toBytes();
}

/** The list on which the tests' certificate is revoked, DER. */
export async function revocationList(): Promise<Uint8Array> {
  const { authority } = await testAuthority();
  // An authority of its own keys alone: revoking must not touch the one that other tests share.
  const { createThrowawayAuthority } = await import("@passwright/sandbox");
  const twin = await createThrowawayAuthority({ now: TEST_NOW, keys: authority.keys });
  const { issued } = await testAuthority();
  return twin.revoke(issued.certificate);
}
