import type { PassValues } from "@passwright/pass";
import { createBarcodeIndex } from "../../../scan/barcode-index.ts";
import type { StoredPass } from "../../../storage/storage.ts";
import type { ApiContext } from "../../api-context.ts";
import type { ShelvedTemplate } from "../../template-shelf.ts";

/** What scanners find a pass by. It could be built before, and so its barcodes can be evaluated. */
export function barcodesOf(
  { secret, webServiceURL }: ApiContext,
  { template }: ShelvedTemplate,
  pass: StoredPass,
): readonly string[] {
  const index = createBarcodeIndex(template, { secret, webServiceURL: webServiceURL() });
  return index.hashesOf(pass, JSON.parse(pass.values) as PassValues);
}
