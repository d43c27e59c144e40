import type { DiagnosisFinding, Timeline, TimelineEvent } from "@passwright/server/client";
import { paint, type Io } from "../io.ts";
import { padColumns, toPrintable, wrapColumns } from "../terminal/text.ts";

const MIN_COLUMNS = 60;
/** `2026-11-21 16:12:03`, a mark, and what is between them. */
const HEAD_COLUMNS = 23;

const MARKS = {
  done: { sign: "✓", colour: "green" },
  waiting: { sign: "…", colour: "yellow" },
  problem: { sign: "✗", colour: "red" },
} as const satisfies Readonly<Record<TimelineEvent["mark"], { readonly sign: string; readonly colour: string }>>;

const SEVERITIES = {
  broken: { sign: "✗", colour: "red" },
  waiting: { sign: "…", colour: "yellow" },
  note: { sign: "i", colour: "cyan" },
  fine: { sign: "✓", colour: "green" },
} as const satisfies Readonly<Record<DiagnosisFinding["severity"], { readonly sign: string; readonly colour: string }>>;

/** The story of a pass for a person: what is broken and what to do, then what happened. */
export function toTimelineLines(io: Io, story: Timeline): string[] {
  const { serialNumber, passTypeIdentifier, templateId, revision, findings, events } = story;
  const head = `${serialNumber} of ${passTypeIdentifier} (${templateId}, revision ${revision})`;
  return [
    paint(io, io.stdout, "bold", toPrintable(head)),
    "",
    ...findings.flatMap((finding) => findingLines(io, finding)),
    "",
    ...events.flatMap((event) => eventLines(io, event)),
  ];
}

function findingLines(io: Io, { code, severity, sentence, fix, devices }: DiagnosisFinding): string[] {
  const { sign, colour } = SEVERITIES[severity];
  const width = Math.max(MIN_COLUMNS, io.stdout.columns) - 4;
  const others = devices.length > 1 ? ` (${devices.length} devices)` : "";
  const [first = "", ...rest] = wrapColumns(toPrintable(`${sentence}${others} [${code}]`), width);
  const lines = [`${paint(io, io.stdout, colour, sign)} ${first}`, ...rest.map((line) => `  ${line}`)];
  if (fix === "") return lines;
  const [todo = "", ...more] = wrapColumns(toPrintable(fix), width);
  return [...lines, `  → ${todo}`, ...more.map((line) => `    ${line}`)];
}

function eventLines(io: Io, { at, mark, sentence, device }: TimelineEvent): string[] {
  const { sign, colour } = MARKS[mark];
  const width = Math.max(MIN_COLUMNS, io.stdout.columns) - HEAD_COLUMNS;
  const time = at.slice(0, 19).replace("T", " ");
  const [first = "", ...rest] = wrapColumns(toPrintable(device === null ? sentence : `${device} ${sentence}`), width);
  return [
    `${paint(io, io.stdout, "dim", time)}  ${paint(io, io.stdout, colour, sign)} ${first}`,
    ...rest.map((line) => `${padColumns("", HEAD_COLUMNS - 1)}${line}`),
  ];
}

/** Without what names the pass and the server: for a public place, where others may help. */
export function toPublicTimeline(story: Timeline): Timeline {
  const hide = (text: string) =>
    text
      .replaceAll(story.serialNumber, "SERIAL")
      .replaceAll(story.passTypeIdentifier, "PASSTYPE")
      .replaceAll(/\b(https?:\/\/)[^\s/,;)]+/gu, "$1HOST");
  return {
    ...story,
    serialNumber: "SERIAL",
    passTypeIdentifier: "PASSTYPE",
    templateId: "TEMPLATE",
    findings: story.findings.map((one) => Object.assign({}, one, { sentence: hide(one.sentence), fix: hide(one.fix) })),
    // An event of the issue names the template.
    events: story.events.map((one) => Object.assign({}, one, { sentence: one.kind === "issued" ? "issued" : hide(one.sentence) })),
  };
}
