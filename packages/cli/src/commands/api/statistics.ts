import { Option, type Command } from "commander";
import type { Statistics, StatisticsQuery } from "@passwright/server/client";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printTable } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { writeOutput } from "../../input/output-file.ts";
import { paint, printJson, printLine, type Io } from "../../io.ts";
import { chartLines } from "../../terminal/chart.ts";

const COUNTS = ["issued", "installed", "removed", "updated", "pushed"] as const;

interface StatisticsOptions extends ServerCliOptions {
  readonly from?: string;
  readonly to?: string;
  readonly timeZone?: string;
  readonly template?: string;
  readonly by: "day" | "source";
  readonly chart: (typeof COUNTS)[number];
  readonly csv?: boolean;
}

async function statistics(io: Io, options: StatisticsOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const { from, to, timeZone, template, by } = options;
  const query: StatisticsQuery = {
    by,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(timeZone !== undefined && { timeZone }),
    ...(template !== undefined && { templateId: template }),
  };
  if (options.csv === true) {
    await writeOutput(io, "-", [await client.activity.statisticsTable(query)], { force: false });
    return EXIT.fine;
  }
  const told = await client.activity.statistics(query);
  if (options.json === true) printJson(io, told);
  else print(io, told, options.chart);
  return EXIT.fine;
}

function print(io: Io, { from, to, timeZone, by, items, totals, templates }: Statistics, chart: StatisticsOptions["chart"]): void {
  const heads = ["template", "issued", "installed now", "active in 30 days"];
  const rows = templates.map(({ templateId, issued, installed, active }) => [
    templateId,
    String(issued),
    String(installed),
    String(active),
  ]);
  printTable(io, heads, rows, "no passes");
  if (items.length === 0) {
    printLine(io.stderr, `nothing happened from ${from} to ${to}`);
    return;
  }
  printLine(io.stdout);
  const names = [...new Set(items.map(({ day, source }) => day ?? source ?? ""))];
  const table = names.map((name) => {
    const own = items.filter(({ day, source }) => (day ?? source ?? "") === name);
    return [name === "" ? "–" : name].concat(COUNTS.map((count) => String(own.reduce((sum, item) => sum + item[count], 0))));
  });
  printTable(io, [by, ...COUNTS], [...table, ["all", ...COUNTS.map((count) => String(totals[count]))]], "nothing");
  if (by !== "day") return;
  printLine(io.stdout);
  printLine(io.stdout, paint(io, io.stdout, "bold", `${chart} by day, ${from} to ${to}, ${timeZone}`));
  const column = COUNTS.indexOf(chart) + 1;
  const bars = table.map((row) => ({ label: row[0] ?? "", value: Number(row[column]) }));
  for (const line of chartLines(bars, io.stdout.columns)) printLine(io.stdout, line);
}

export function addStatisticsCommands(api: Command, run: CommandRunner): void {
  addServerOptions(
    api
      .command("statistics")
      .summary("passes issued, installed, active, removed, updated, pushed")
      .description("Counts by day or by the source of links, and how many passes there are now; needs the scope read."),
  )
    .option("--from <day>", "first day, such as 2026-11-01; 30 days when absent")
    .option("--to <day>", "last day; today when absent")
    .option("--time-zone <zone>", "zone in which days begin, such as Europe/Berlin; UTC when absent")
    .option("--template <id>", "of one template")
    .addOption(new Option("--by <what>", "a row per day, or per source of links").choices(["day", "source"]).default("day"))
    .addOption(new Option("--chart <count>", "what the chart shows").choices([...COUNTS]).default("issued"))
    .option("--csv", "print the table as CSV")
    .action(run(statistics));
}
