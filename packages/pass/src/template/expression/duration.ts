import { ExpressionFault } from "./fault.ts";

const UNITS: readonly (readonly [names: string, seconds: number])[] = [
  ["years|year|yr|y", 365 * 86_400],
  ["months|month|mo", 30 * 86_400],
  ["weeks|week|wk|w", 7 * 86_400],
  ["days|day|d", 86_400],
  ["hours|hour|hr|h", 3_600],
  ["minutes|minute|min|m", 60],
  ["seconds|second|sec|s", 1],
];

/**
 * The time `span` after (or before: `- 2 hours`) the reference, as JSON-e's `fromNow` writes it. A month is 30 days, a
 * year 365, the units stand in falling order: `1 year 2 months 3 weeks 4 days 5 hours 6 minutes 7 seconds`.
 */
export function addDuration(span: string, reference: string): string {
  const match = PATTERN.exec(span);
  if (match === null) throw new ExpressionFault(`${JSON.stringify(span)} is not a span of time such as "2 days 3 hours"`);
  const start = Date.parse(reference);
  if (Number.isNaN(start)) throw new ExpressionFault(`${JSON.stringify(reference)} is not a date`);
  const seconds = UNITS.reduce((sum, [, unit], index) => sum + Number(match[index + 2] ?? 0) * unit, 0);
  const time = new Date(start + (match[1] === "-" ? -1 : 1) * seconds * 1_000);
  if (Number.isNaN(time.getTime())) throw new ExpressionFault(`${JSON.stringify(span)} leads out of the calendar`);
  return time.toISOString();
}

/** At most nine digits a unit and single runs of spaces: nothing that a long text could make the matcher try twice. */
const PATTERN = /* @__PURE__ */ new RegExp(
  `^\\s*([-+])?${UNITS.map(([names]) => `(?:\\s*(\\d{1,9})\\s*(?:${names})(?![a-z]))?`).join("")}\\s*$`,
  "i",
);
