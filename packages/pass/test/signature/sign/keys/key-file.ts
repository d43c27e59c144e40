import { readFixture } from "../../../support/read-fixture.ts";

/** The passphrase of the encrypted files of this folder. */
export const PASSPHRASE = "correct horse";

/** The bytes of a file of this folder. `make.ts` made them, with OpenSSL. */
export async function keyFile(name: string): Promise<Uint8Array> {
  const bytes = await readFixture(`packages/pass/test/signature/sign/keys/${name}`);
  if (bytes === null) throw new Error(`no such key file: ${name}`);
  return bytes;
}

/** The same as text. */
export async function keyText(name: string): Promise<string> {
  return new TextDecoder().decode(await keyFile(name));
}
