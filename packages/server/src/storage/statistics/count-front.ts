import { isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import { dayOf } from "./active-shift.ts";
import { activePasses, countsByDay, countsBySource, countTotals } from "./count-queries.ts";
import type { CountRow, CountStore } from "./count-storage.ts";
import { COUNTED } from "./tally.ts";

/** Counts over a database. */
export function createCountStore(backend: StorageBackend): CountStore {
  const { queries } = backend;
  return {
    read: async ({ by, spans, ...subject }) => {
      if (!isKeyText(subject.passTypeIdentifier) || !isKeyText(subject.templateId ?? "-")) return [];
      const { passTypeIdentifier } = subject;
      const rows: CountRow[] = [];
      for (const span of spans) {
        const found =
          by === "day"
            ? (await backend.all(countsByDay(queries, subject, span))).map((row) => Object.assign(row, { source: null }))
            : (await backend.all(countsBySource(queries, subject, span))).map((row) => Object.assign(row, { day: null }));
        for (const row of found) addRow(rows, { ...row, passTypeIdentifier });
      }
      return rows;
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

/** The same day, or source, of two spans is one row: a day on which the clocks are changed lies in both. */
function addRow(rows: CountRow[], row: CountRow): void {
  const index = rows.findIndex(
    ({ day, source, templateId }) => day === row.day && source === row.source && templateId === row.templateId,
  );
  const known = rows[index];
  if (known === undefined) rows.push(row);
  else rows[index] = { ...known, ...Object.fromEntries(COUNTED.map((name) => [name, known[name] + row[name]])) };
}
