import * as z from "zod";
import { count, templateId } from "./members.ts";

const counts = {
  issued: count,
  installed: count.describe("Passes that a first device registered for."),
  removed: count.describe("Passes that their last device unregistered, or whose last token died."),
  updated: count.describe("Revisions after the first."),
  pushed: count.describe("Devices that were to be told of a change."),
};

const StatisticsItem = z.object({
  day: z.string().nullable().describe("`2026-11-21`; null by source."),
  source: z.string().nullable().describe("Of the link that the pass came by, empty without one; null by day."),
  passTypeIdentifier: z.string(),
  templateId: z.string(),
  ...counts,
});

const TemplateTotals = z.object({
  passTypeIdentifier: z.string(),
  templateId: z.string(),
  issued: count.describe("All that ever were."),
  installed: count.describe("Passes that at least one device holds now."),
  active: count.describe("Passes that a device has asked for in the last 30 days."),
});

/** Counts. */
export const STATISTICS_SCHEMAS = {
  StatisticsItem,
  TemplateTotals,
  Statistics: z.object({
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    by: z.enum(["day", "source"]),
    totals: z.object(counts).describe("Of all items together."),
    items: z.array(StatisticsItem).describe("In order; days and templates on which nothing happened are left out."),
    templates: z.array(TemplateTotals).describe("How many passes there are now, whatever days are asked for."),
  }),
} as const;

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .optional();

export const STATISTICS_QUERY = z.strictObject({
  from: day.describe("First day, such as 2026-11-01; 30 days up to `to` when absent."),
  to: day.describe("Last day, today when absent."),
  timeZone: z.string().min(1).max(64).optional().describe("IANA zone in which days begin; UTC when absent."),
  templateId: templateId.optional(),
  by: z.enum(["day", "source"]).optional().describe("Days when absent."),
  format: z.enum(["json", "csv"]).optional().describe("JSON when absent; statistics.csv has the table by itself."),
});
