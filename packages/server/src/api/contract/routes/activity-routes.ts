import { QUERIES, SCHEMAS } from "../schemas.ts";
import { ok, type Route } from "./route.ts";

/** What became of passes. */
export const ACTIVITY_ROUTES = [
  {
    id: "getTimeline",
    method: "GET",
    path: "/passes/{passTypeIdentifier}/{serialNumber}/timeline",
    tag: "Activity",
    scope: "read",
    forLimitedKeys: true,
    summary: "What happened to a pass, step by step, and why it does not update",
    answers: [ok("The story of the pass, without push tokens.", SCHEMAS.Timeline)],
    problems: ["not-found"],
  },
  {
    id: "getStatistics",
    method: "GET",
    path: "/statistics",
    tag: "Activity",
    scope: "read",
    summary: "Passes issued, installed, active, removed, updated and pushed",
    query: QUERIES.statistics,
    answers: [ok("Counts of the days, and how many passes there are now.", SCHEMAS.Statistics)],
    problems: [],
  },
  {
    id: "downloadStatistics",
    method: "GET",
    path: "/statistics.csv",
    tag: "Activity",
    scope: "read",
    summary: "The same counts as a table",
    query: QUERIES.statistics,
    answers: [{ status: 200, what: "A row per day or source, and template.", body: "csv" }],
    problems: [],
  },
] as const satisfies readonly Route[];
