import type { PassTemplate, PassValues } from "@passwright/pass";
import { withBarcodeStandIn } from "../api/handlers/barcode-stand-in.ts";
import { toFaults } from "../api/handlers/own-template.ts";
import { issuerKeysOf } from "../device-service/issuer-keys.ts";
import { completeValues } from "../device-service/template-pass-source.ts";
import { createBarcodeIndex } from "../scan/barcode-index.ts";
import type { JobRowProblem } from "../storage/jobs/jobs-storage.ts";
import type { StoredPass } from "../storage/storage.ts";

/** What the values of a pass come to: why none can be built of them, or what scanners find it by. */
export type CheckedValues =
  | { readonly problem: JobRowProblem; readonly barcodes: null }
  | { readonly problem: null; readonly barcodes: readonly string[] };

export type ValueCheck = (pass: StoredPass, values: PassValues) => CheckedValues;

/**
 * Holds values against a template without building an archive of each: by the JSON Schema of its inputs. Where that does not say
 * all that the template's expressions need, they are evaluated too.
 */
export function createValueCheck(
  template: PassTemplate,
  { webServiceURL, secret }: { readonly webServiceURL: string; readonly secret: string },
): ValueCheck {
  const index = createBarcodeIndex(template, { secret, webServiceURL });
  const needsEvaluation = template.inputs === null || template.undeclaredNames.length > 0;
  const prepared = template.prepare();
  return (pass, values) => {
    try {
      const complete = withBarcodeStandIn(completeValues(values, template, issuerKeysOf(pass, webServiceURL)), template);
      const problem = needsEvaluation ? null : toProblem(template.validate(complete));
      if (problem !== null) return { problem, barcodes: null };
      if (needsEvaluation) prepared.render(complete, new Date(pass.modifiedAt * 1000));
      return { problem: null, barcodes: index.hashesOf(pass, values) };
    } catch (error) {
      return { problem: toProblem(toFaults(error)) ?? UNKNOWN, barcodes: null };
    }
  };
}

const UNKNOWN: JobRowProblem = { code: "invalid-values", message: "No pass can be made of these values." };

/** Faults that one row tells. */
const FAULTS_TOLD = 5;

function toProblem(faults: readonly { readonly place: string; readonly message: string }[]): JobRowProblem | null {
  if (faults.length === 0) return null;
  const told = faults.slice(0, FAULTS_TOLD).map(({ place, message }) => `${place} ${message}`.trim());
  if (faults.length > told.length) told.push(`and ${faults.length - told.length} more`);
  return { code: "invalid-values", message: told.join("; ") };
}
