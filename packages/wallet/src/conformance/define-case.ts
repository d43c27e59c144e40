import type { CaseArea, CaseNeed, ConformanceCase } from "./conformance-case.ts";

type CaseRow = Omit<ConformanceCase, "area" | "mode" | "severity" | "needs"> & {
  readonly severity?: ConformanceCase["severity"];
  readonly needs?: readonly CaseNeed[];
};

/** The rows of one area: faults without needs unless they say otherwise. */
export function defineCases(area: CaseArea, mode: ConformanceCase["mode"], rows: readonly CaseRow[]): readonly ConformanceCase[] {
  return rows.map((row) => ({ severity: "fault", needs: [], ...row, area, mode }));
}
