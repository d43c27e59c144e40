import { PassError } from "../errors.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { isPassStyle } from "../model/style.ts";
import type { Signer } from "../signature/signer.ts";

/** What may be signed though a device will refuse it: for tests and demonstrations. Each is false by default. */
export interface SigningAllowances {
  /** Required keys, the style or the icon are missing. */
  readonly incomplete?: boolean;
  /** The identifiers of pass.json are not those of the certificate. */
  readonly otherIdentity?: boolean;
}

/** Required texts (developer.apple.com/documentation/walletpasses/pass); a device's log names each when it is missing. */
const REQUIRED_TEXTS = ["passTypeIdentifier", "serialNumber", "teamIdentifier", "organizationName", "description"] as const;

/**
 * Throws unless a pass can be signed: it has what every device asks for, and the certificate is for it. All that is missing
 * is told at once.
 *
 * @throws {PassError} `ERR_PASS_INCOMPLETE`; those of {@link Signer.assertMatches}, which name both values.
 */
export function assertSignable(
  pass: JsonObject,
  files: { readonly has: (path: string) => boolean },
  signer: Signer,
  allow: SigningAllowances = {},
): void {
  if (allow.incomplete !== true) {
    const problems = findProblems(pass, files);
    if (problems.length > 0) {
      const list = problems.map(([what, problem]) => `${what} ${problem}`).join("; ");
      throw new PassError("ERR_PASS_INCOMPLETE", `No device would install this pass: ${list}.`, {
        details: Object.fromEntries(problems),
      });
    }
  }
  if (allow.otherIdentity === true) return;
  signer.assertMatches({
    passTypeIdentifier: textOf(pass["passTypeIdentifier"]),
    teamIdentifier: textOf(pass["teamIdentifier"]),
    nfc: pass["nfc"] !== undefined || files.has("personalization.json"),
  });
}

/** A text of pass.json; empty when it is none. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function findProblems(pass: JsonObject, files: { readonly has: (path: string) => boolean }): [what: string, problem: string][] {
  const problems: [string, string][] = [];
  if (pass["formatVersion"] !== 1)
    problems.push(["formatVersion", pass["formatVersion"] === undefined ? "is missing" : "is not 1"]);
  for (const key of REQUIRED_TEXTS) {
    const value = pass[key];
    if (value === undefined) problems.push([key, "is missing"]);
    else if (typeof value !== "string") problems.push([key, "is no text"]);
    else if (value === "") problems.push([key, "is empty"]);
  }
  if (!Object.keys(pass).some((key) => isPassStyle(key) && isJsonObject(pass[key]))) {
    problems.push(["style", "is missing (boardingPass, coupon, eventTicket, generic, storeCard or posterGeneric)"]);
  }
  if (!["icon.png", "icon@2x.png", "icon@3x.png"].some((path) => files.has(path)))
    problems.push(["icon.png", "is missing, at every scale"]);
  return problems;
}
