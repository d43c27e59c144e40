import type { Probe } from "./probe.ts";

export const CASE_AREAS = [
  "get pass",
  "conditional get",
  "authentication",
  "register",
  "list",
  "unregister",
  "log",
  "robustness",
  "update",
  "push",
  "personalize",
] as const;
export type CaseArea = (typeof CASE_AREAS)[number];

/** What a case cannot do without, beside the pass and its web service. */
export type CaseNeed =
  /** A second pass of the same service and type. */
  | "second-pass"
  /** A way to make the issuer change the passes. */
  | "change"
  /** Sight of the pushes that the issuer sends. */
  | "pushes"
  /** What a person gives when signing up; the pass is personalized for good. */
  | "personal-info";

/** One thing that a web service must do, as a row of data. */
export interface ConformanceCase {
  /** Kebab-case, stable for ever. */
  readonly id: string;
  readonly area: CaseArea;
  /** `read-only`: only asks. `full`: registers devices of its own, and unregisters them again. */
  readonly mode: "read-only" | "full";
  /** `fault`: phones suffer. `advice`: other clients do, or it is only unwise. */
  readonly severity: "fault" | "advice";
  readonly needs: readonly CaseNeed[];
  /** What the suite does. */
  readonly does: string;
  /** What a service has to do. */
  readonly expects: string;
  /** What a phone makes of it when it does not. */
  readonly consequence: string;
  /** Where that is said. */
  readonly source: string;
  /** Rejects with a {@link Mismatch} when the service does something else. */
  readonly run: (probe: Probe) => Promise<void>;
}

/** The service did something else than expected. The message says what, without tokens. */
export class Mismatch extends Error {
  override readonly name = "Mismatch";
}

/** Rejects the case with what the service did. */
export function mustHold(holds: boolean, observed: string): asserts holds {
  if (!holds) throw new Mismatch(observed);
}

/** The case cannot be tried on this pass or service. */
export class NotApplicable extends Error {
  override readonly name = "NotApplicable";
}

export const SOURCES = {
  service: "https://developer.apple.com/documentation/walletpasses/adding-a-web-service-to-update-passes",
  archive: "https://developer.apple.com/library/archive/documentation/PassKit/Reference/PassKit_WebService/WebService.html",
  guide: "https://developer.apple.com/library/archive/documentation/UserExperience/Conceptual/PassKit_PG/Updating.html",
  personalization:
    "https://developer.apple.com/library/archive/documentation/UserExperience/Conceptual/PassKit_PG/PassPersonalization.html",
  http: "https://www.rfc-editor.org/rfc/rfc9110",
  devices: "http://www.31a2ba2a-b718-11dc-8314-0800200c9a66.com/2016/08/apple-store-passbook-uml-diagrams-and.html",
} as const;
