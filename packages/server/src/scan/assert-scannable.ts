import { PassError, type PassTemplate, type ScanRule } from "@passwright/pass";
import { InstallationError } from "../installation/installation-error.ts";

/**
 * Holds the rule of a template against its sample before the first ticket is sold: what is wrong with it is otherwise found by a
 * queue at a door. Without a sample only a rule that no value changes can be tried.
 *
 * @throws {InstallationError} `ERR_SERVER_TEMPLATE`.
 */
export function assertScannable(template: PassTemplate): void {
  const rule = tryRule(template);
  if (rule === null) return;
  for (const name of [rule.count, rule.balance]) {
    // The pass would have another barcode after each scan, and the one in the hand of its holder would be unknown.
    if (name !== null && template.barcodeNames.includes(name)) {
      throw new InstallationError(
        "ERR_SERVER_TEMPLATE",
        `template.json: scan changes the value ${name}, and the barcode is made of it.`,
      );
    }
  }
}

function tryRule(template: PassTemplate): ScanRule | null {
  try {
    return template.scanRule(template.sample ?? {});
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    // A sample need not hold what the server supplies, such as the serial number: that says nothing of the rule.
    if (error.code === "ERR_PASS_TEMPLATE_INVALID" && template.sample !== null) {
      throw new InstallationError("ERR_SERVER_TEMPLATE", error.message, { cause: error });
    }
    return null;
  }
}
