import type { JsonProblem, PassDocument } from "../../model/pass-document.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";

const FOUNDATION = "https://developer.apple.com/documentation/foundation/nsjsonserialization";
const REFUSES = { severity: "error", effect: "refuses", step: "json", confirmed: false } as const;

/** pass.json as text: what a strict reader stumbles over. */
export const JSON_SYNTAX_RULES: readonly Rule[] = [
  {
    ...REFUSES,
    id: "json-parse",
    basis: "doc",
    sources: [SOURCES.buildingPass, SOURCES.json, FOUNDATION],
    *check(subject) {
      const error = subject.unreadableJson.get("pass.json");
      if (error !== undefined && error.code === "ERR_PASS_JSON_INVALID" && !isWrongTopLevel(error.details["what"])) {
        yield { where: placeOf(error.details), params: { what: String(error.details["what"] ?? error.message) } };
      }
      yield* problemsOf(subject, ["syntax"], (problem) => ({ what: problem.detail }));
    },
  },
  {
    ...REFUSES,
    id: "json-limits",
    basis: "inferred",
    sources: [SOURCES.json],
    *check({ unreadableJson }) {
      const error = unreadableJson.get("pass.json");
      if (error?.code === "ERR_PASS_JSON_LIMIT") yield { where: { file: "pass.json" }, params: { what: error.message } };
    },
  },
  {
    ...REFUSES,
    id: "json-object",
    basis: "doc",
    sources: [SOURCES.pass],
    *check({ unreadableJson }) {
      const what = unreadableJson.get("pass.json")?.details["what"];
      if (isWrongTopLevel(what)) yield { where: { file: "pass.json", line: 1, column: 1 }, params: { what: String(what) } };
    },
  },
  {
    id: "json-trailing-comma",
    severity: "warning",
    effect: "degrades",
    basis: "contradiction",
    confirmed: false,
    sources: [SOURCES.json, SOURCES.observed],
    check: (subject) => problemsOf(subject, ["trailing-comma"]),
  },
  {
    ...REFUSES,
    id: "json-comment",
    basis: "doc",
    sources: [SOURCES.json, FOUNDATION],
    check: (subject) => problemsOf(subject, ["comment"]),
  },
  {
    ...REFUSES,
    id: "json-control-character",
    basis: "doc",
    sources: [SOURCES.json, FOUNDATION],
    check: (subject) => problemsOf(subject, ["control-character"], (problem) => ({ what: problem.detail })),
  },
  {
    ...REFUSES,
    id: "json-utf8",
    basis: "inferred",
    sources: [FOUNDATION, SOURCES.creatingSource],
    *check({ document }) {
      if (document?.encoding === "windows-1252") yield { where: { file: "pass.json" } };
    },
  },
  {
    id: "json-utf16",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [FOUNDATION, SOURCES.json],
    *check({ document }) {
      if (document?.encoding.startsWith("utf-16") === true)
        yield { where: { file: "pass.json" }, params: { encoding: document.encoding } };
    },
  },
  {
    id: "json-bom",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.json, SOURCES.creatingSource],
    *check({ document }) {
      if (document?.byteOrderMark === true && document.encoding === "utf-8") yield { where: { file: "pass.json" } };
    },
  },
  {
    id: "json-dup-key",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.json],
    check: (subject) => problemsOf(subject, ["duplicate-key"], ({ path }) => ({ key: String(path.at(-1) ?? "") })),
  },
];

function isWrongTopLevel(what: unknown): boolean {
  return typeof what === "string" && what.startsWith("the top level is");
}

function placeOf(details: Readonly<Record<string, unknown>>): NonNullable<Hit["where"]> {
  const { line, column } = details;
  return typeof line === "number" && typeof column === "number" ? { file: "pass.json", line, column } : { file: "pass.json" };
}

/** The problems of pass.json of some kinds, each at its own line. */
function* problemsOf(
  { document }: CheckSubject,
  kinds: readonly JsonProblem["kind"][],
  params: (problem: PassDocument["problems"][number]) => Record<string, string> = () => ({}),
): Generator<Hit> {
  for (const problem of document?.problems ?? []) {
    if (!kinds.includes(problem.kind)) continue;
    const { line, column, path } = problem;
    yield { where: { file: "pass.json", path, line, column }, params: params(problem) };
  }
}
