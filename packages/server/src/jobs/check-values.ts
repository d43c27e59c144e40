import type { PassTemplate, PassValues } from "@passwright/pass";
import { toFaults } from "../api/handlers/own-template.ts";
import { issuerKeysOf } from "../device-service/issuer-keys.ts";
import { completeValues } from "../device-service/template-pass-source.ts";
import type { JobRowProblem } from "../storage/jobs/jobs-storage.ts";
import type { StoredPass } from "../storage/storage.ts";

/** What is wrong with the values of a pass; null when the pass can be built of them. */
export type ValueCheck = (pass: StoredPass, values: PassValues) => JobRowProblem | null;

/**
 * Holds values against a template without building an archive of each: by the JSON Schema of its inputs. Where that does not say
 * all that the template's expressions need, they are evaluated too.
 */
export function createValueCheck(template: PassTemplate, webServiceURL: string): ValueCheck {
  const needsEvaluation = template.inputs === null || template.undeclaredNames.length > 0;
  const prepared = template.prepare();
  return (pass, values) => {
    try {
      const complete = completeValues(values, template, issuerKeysOf(pass, webServiceURL));
      if (needsEvaluation) prepared.render(complete, new Date(pass.modifiedAt * 1000));
      else return toProblem(template.validate(complete));
      return null;
    } catch (error) {
      return toProblem(toFaults(error));
    }
  };
}

/** Faults that one row tells. */
const FAULTS_TOLD = 5;

function toProblem(faults: readonly { readonly place: string; readonly message: string }[]): JobRowProblem | null {
  if (faults.length === 0) return null;
  const told = faults.slice(0, FAULTS_TOLD).map(({ place, message }) => `${place} ${message}`.trim());
  if (faults.length > told.length) told.push(`and ${faults.length - told.length} more`);
  return { code: "invalid-values", message: told.join("; ") };
}
