import { setImmediate } from "node:timers/promises";
import { isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import { dayOf } from "./active-shift.ts";
import { activePasses, countsByDay, countsBySource, countTotals } from "./count-queries.ts";
import type { CountRow, CountSpan, CountStore } from "./count-storage.ts";
import { COUNTED } from "./tally.ts";

/** Counts over a database. */
export function createCountStore(backend: StorageBackend): CountStore {
  const { queries } = backend;
  return {
    read: async ({ by, spans, ...subject }) => {
      if (!isKeyText(subject.passTypeIdentifier) || !isKeyText(subject.templateId ?? "-")) return [];
      const { passTypeIdentifier } = subject;
      const rows = new Map<string, CountRow>();
      for (const span of spans.flatMap((one) => [...monthsOf(one)])) {
        // On SQLite a query holds up whoever else asks: a year of every quarter of an hour is not read in one.
        await setImmediate();
        const found =
          by === "day"
            ? (await backend.all(countsByDay(queries, subject, span))).map((row) => Object.assign(row, { source: null }))
            : (await backend.all(countsBySource(queries, subject, span))).map((row) => Object.assign(row, { day: null }));
        for (const row of found) addRow(rows, { ...row, passTypeIdentifier });
      }
      return [...rows.values()];
    },
    totals: async (passTypeIdentifier) => {
      if (!isKeyText(passTypeIdentifier)) return [];
      const rows = await backend.all(countTotals(queries, passTypeIdentifier));
      return rows.map((row) => Object.assign(row, { passTypeIdentifier }));
    },
    active: async ({ passTypeIdentifier, since }) => {
      if (!isKeyText(passTypeIdentifier)) return new Map();
      const rows = await backend.all(activePasses(queries, passTypeIdentifier, dayOf(since)));
      return new Map(rows.map(({ templateId, passes }) => [templateId, passes]));
    },
  };
}

const MONTH_MS = 31 * 24 * 60 * 60 * 1000;

function* monthsOf({ from, to, offsetMs }: CountSpan): Generator<CountSpan> {
  for (let start = from; start < to; start += MONTH_MS) yield { from: start, to: Math.min(start + MONTH_MS, to), offsetMs };
}

/** The same day, or source, of two spans is one row: a day on which the clocks are changed lies in both. */
function addRow(rows: Map<string, CountRow>, row: CountRow): void {
  const name = `${row.templateId}\0${row.day ?? ""}\0${row.source ?? ""}`;
  const known = rows.get(name);
  const sums = known === undefined ? {} : Object.fromEntries(COUNTED.map((count) => [count, known[count] + row[count]]));
  rows.set(name, { ...row, ...sums });
}
