import type { Storage, StoredPass } from "../storage/storage.ts";
import type { BarcodeKeyring } from "./barcode-keyring.ts";
import { payloadOf } from "./barcode-index.ts";

/** The signed barcode of a revision of a pass, under the keys of the project that its pass type belongs to. */
export async function signBarcodeOf(
  parts: { readonly storage: Pick<Storage, "access">; readonly keyring: BarcodeKeyring; readonly secret: string },
  pass: StoredPass,
): Promise<string> {
  const projectId = await parts.storage.access.projectOf(pass.passTypeIdentifier);
  return parts.keyring.sign(projectId, payloadOf(parts.secret, pass), pass.modifiedAt * 1000);
}
