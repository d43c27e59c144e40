import { type ProblemName, PROBLEM_PREFIX, PROBLEMS } from "./contract/problems.ts";

/** Members of a problem beside those that every one has. */
export interface ProblemFacts {
  readonly faults?: readonly { readonly place: string; readonly message: string }[];
  readonly passTypeIdentifier?: string;
  readonly serialNumber?: string;
  readonly revision?: number;
}

/** Ends a request with a problem. Its text is for whoever sent the request. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: ProblemName;
  readonly facts: ProblemFacts;
  readonly headers: readonly string[];

  constructor(problem: ProblemName, detail?: string, facts: ProblemFacts = {}, headers: readonly string[] = []) {
    super(detail ?? "");
    this.problem = problem;
    this.facts = facts;
    this.headers = headers;
  }
}

/** Faults that one problem lists. */
const FAULTS_SHOWN = 50;

/** The document of a problem (RFC 9457). */
export function toProblemDocument({ problem, message, facts }: ApiProblem, requestId: string): Readonly<Record<string, unknown>> {
  const { status, title } = PROBLEMS[problem];
  const { faults, ...rest } = facts;
  return {
    type: `${PROBLEM_PREFIX}${problem}`,
    title,
    status,
    ...(message !== "" && { detail: message }),
    requestId,
    ...(faults !== undefined && { faults: faults.slice(0, FAULTS_SHOWN) }),
    ...rest,
  };
}
