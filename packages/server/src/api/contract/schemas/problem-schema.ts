import * as z from "zod";
import { PROBLEM_PREFIX, PROBLEMS } from "../problems.ts";
import { ValueFault } from "./members.ts";

/** A problem document (RFC 9457). */
export const Problem = z.object({
  type: z.enum((Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]).map((problem) => `${PROBLEM_PREFIX}${problem}` as const)),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  requestId: z.string().describe("Tells the request in the log of the server."),
  faults: z.array(ValueFault).optional().describe("Of `invalid-request` and `invalid-values`: each fault and its place."),
  passTypeIdentifier: z.string().optional().describe("Of `external-id-taken`: the pass that has it."),
  serialNumber: z.string().optional(),
  revision: z.int().optional().describe("Of `revision-conflict`: the one that the pass has."),
});
