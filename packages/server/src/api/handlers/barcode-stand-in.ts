import type { PassTemplate, PassValues } from "@passwright/pass";
import { SIGNED_BARCODE } from "../../device-service/template-pass-source.ts";

/** As long as a signed barcode is. */
const STAND_IN = "A".repeat(116);

/** Values with a text in the place of a signed barcode: to know whether a pass can be built, none has to be signed. */
export function withBarcodeStandIn(values: PassValues, template: PassTemplate): PassValues {
  return template.names.includes(SIGNED_BARCODE) ? { ...values, [SIGNED_BARCODE]: STAND_IN } : values;
}
