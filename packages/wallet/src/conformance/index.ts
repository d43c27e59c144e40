/**
 * A conformance suite for the web service of any issuer of passes.
 *
 * @module
 */
export { CONFORMANCE_CASES } from "./all-cases.ts";
export { CASE_AREAS, type CaseArea, type CaseNeed, type ConformanceCase } from "./conformance-case.ts";
export { type CaseOutcome, type CaseResult, type ConformanceReport, formatConformanceReport } from "./conformance-report.ts";
export { type Answer, type Bend, type Issuer, type Probe, type SeenPush, type SubjectPass } from "./probe.ts";
export { type ConformanceOptions, runConformance } from "./run-conformance.ts";
