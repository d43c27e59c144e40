import { SCHEMAS } from "../schemas.ts";
import { ok, type Route } from "./route.ts";

/** What became of passes. */
export const ACTIVITY_ROUTES = [
  {
    id: "getTimeline",
    method: "GET",
    path: "/passes/{passTypeIdentifier}/{serialNumber}/timeline",
    tag: "Activity",
    scope: "read",
    summary: "What happened to a pass, step by step, and why it does not update",
    answers: [ok("The story of the pass, without push tokens.", SCHEMAS.Timeline)],
    problems: ["not-found"],
  },
] as const satisfies readonly Route[];
