import type * as z from "zod";
import { createZoneDays, parseDate, toDate, type ZoneDays } from "../../../statistics/zone-days.ts";
import { toCsv } from "../../../statistics/to-csv.ts";
import type { CountRow } from "../../../storage/statistics/count-storage.ts";
import { COUNTED } from "../../../storage/statistics/tally.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { QUERIES } from "../../contract/schemas.ts";
import { API_LIMITS } from "../../contract/schemas/api-limits.ts";
import { json } from "../answers.ts";
import { ownPassTypes } from "../own-pass-types.ts";

type StatisticsCall = ApiCall<z.output<typeof QUERIES.statistics>>;

/** Days that are told of when none are asked for. */
const DAYS = 30;
/** A pass counts as active for so long after a device asked for it, in ms. */
const ACTIVE_MS = 30 * 24 * 60 * 60 * 1000;

/** Counts by day or by source, and how many passes there are now. */
export async function getStatistics(call: StatisticsCall): Promise<ApiAnswer> {
  if (call.query.format === "csv") return downloadStatistics(call);
  const { by = "day", timeZone = "UTC", templateId } = call.query;
  const { first, last, rows } = await readCounts(call);
  const sums = COUNTED.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)] as const);
  return json({
    from: toDate(first),
    to: toDate(last),
    timeZone,
    by,
    totals: Object.fromEntries(sums),
    items: rows.map(({ day, ...row }) => Object.assign(row, { day: day === null ? null : toDate(day) })),
    templates: await readTemplates(call, templateId),
  });
}

/** The counts as a table. */
export async function downloadStatistics(call: StatisticsCall): Promise<ApiAnswer> {
  const { by = "day" } = call.query;
  const { rows } = await readCounts(call);
  const heads = [by, "passTypeIdentifier", "templateId", ...COUNTED];
  const cells = rows.map(({ day, source, passTypeIdentifier, templateId, ...counts }) =>
    [day === null ? source : toDate(day), passTypeIdentifier, templateId].concat(COUNTED.map((name) => String(counts[name]))),
  );
  const headers = ["content-disposition", 'attachment; filename="statistics.csv"'];
  return { status: 200, headers, body: { bytes: Buffer.from(toCsv(heads, cells)), type: "text/csv; charset=utf-8" } };
}

async function readCounts(call: StatisticsCall) {
  const { storage, clock, query } = call;
  const { by = "day", timeZone = "UTC", templateId } = query;
  const zone = openZone(timeZone);
  const last = readDay("to", query.to) ?? zone.dayOf(clock());
  const first = readDay("from", query.from) ?? last - (DAYS - 1);
  if (first > last) throw fault("from", "is after the day of `to`");
  if (last - first >= API_LIMITS.statisticsDays)
    throw fault("from", `is more than ${API_LIMITS.statisticsDays} days before \`to\``);
  // By source all of it is one sum, wherever its days begin.
  const spans = zone.spans(first, last);
  const rows: CountRow[] = [];
  for (const passTypeIdentifier of await ownPassTypes(call)) {
    rows.push(...(await storage.counts.read({ passTypeIdentifier, by, spans, ...(templateId !== undefined && { templateId }) })));
  }
  const order = (row: CountRow) => (row.day === null ? (row.source ?? "") : String(row.day).padStart(8, "0"));
  return { first, last, rows: rows.toSorted((one, two) => (order(one) < order(two) ? -1 : order(one) > order(two) ? 1 : 0)) };
}

async function readTemplates(call: StatisticsCall, only: string | undefined) {
  const { storage, clock } = call;
  const templates = [];
  for (const passTypeIdentifier of await ownPassTypes(call)) {
    const active = await storage.counts.active({ passTypeIdentifier, since: clock() - ACTIVE_MS });
    for (const { templateId, issued, installed } of await storage.counts.totals(passTypeIdentifier)) {
      if (only !== undefined && only !== templateId) continue;
      templates.push({ passTypeIdentifier, templateId, issued, installed, active: active.get(templateId) ?? 0 });
    }
  }
  return templates;
}

function openZone(timeZone: string): ZoneDays {
  try {
    return createZoneDays(timeZone);
  } catch {
    throw fault("timeZone", "is no time zone, such as Europe/Berlin");
  }
}

function readDay(name: "from" | "to", text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const day = parseDate(text);
  if (day === undefined) throw fault(name, "is no day of the calendar");
  return day;
}

function fault(name: string, message: string): ApiProblem {
  const place = `query.${name}`;
  return new ApiProblem("invalid-request", `${place} ${message}`, { faults: [{ place, message }] });
}
