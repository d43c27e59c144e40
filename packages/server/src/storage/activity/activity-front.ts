import { assertCount, isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { activityOf, endedOf, holdersOf, pauseOf } from "./activity-queries.ts";
import { type ActivityStore, END_CAUSES, type PushActivity } from "./activity-storage.ts";

/** What happened last, over a database. */
export function createActivityStore(backend: StorageBackend): ActivityStore {
  const { queries } = backend;
  return {
    note: async (notes) => {
      const passes = notes.passes.filter((note) => isKeyText(note.passTypeIdentifier) && isKeyText(note.serialNumber));
      const devices = notes.devices.filter((note) => isKeyText(note.passTypeIdentifier) && isKeyText(note.deviceLibraryIdentifier));
      assertCount("Notes in one call", passes.length + devices.length, STORAGE_LIMITS.rowsPerTransaction);
      if (passes.length + devices.length > 0) await backend.run("noteActivity", { passes, devices });
    },
    storyOf: async (key) => {
      if (!isKeyText(key.passTypeIdentifier) || !isKeyText(key.serialNumber)) {
        return { activity: null, holders: [], ended: [], paused: null };
      }
      const [activity, holders, ended, pause] = await Promise.all([
        backend.all(activityOf(queries, key)),
        backend.all(holdersOf(queries, key)),
        backend.all(endedOf(queries, key)),
        backend.all(pauseOf(queries, key.passTypeIdentifier)),
      ]);
      return {
        activity: activity[0] ?? null,
        holders: holders.map(({ dueAt, attempts, version, leasedBy, lists, accepted, refused, ...row }) => {
          const { push, rest } = takePush(row);
          return Object.assign(rest, {
            lists: lists ?? 0,
            accepted: accepted ?? 0,
            refused: refused ?? 0,
            push,
            queued:
              dueAt === null || attempts === null || version === null
                ? null
                : { dueAt, attempts, version, isTaken: leasedBy !== null },
          });
        }),
        ended: ended.map((row) => {
          const { push, rest } = takePush(row);
          const cause = END_CAUSES.find((name) => name === rest.cause) ?? "unregistered";
          return Object.assign(rest, { cause, push });
        }),
        paused: pause[0] === undefined ? null : { at: pause[0].at ?? 0, reason: pause[0].reason ?? "" },
      };
    },
    prune: ({ before }) => backend.run("pruneActivity", { before }),
  };
}

interface PushColumns {
  readonly pushAt: number | null;
  readonly pushOutcome: string | null;
  readonly pushStatus: number | null;
  readonly pushReason: string | null;
  readonly pushApnsId: string | null;
  readonly pushDiedAt: number | null;
  readonly pushVersion: number | null;
}

/** The last push of a row, and what else is in the row. */
function takePush<Row extends PushColumns>(
  row: Row,
): { readonly push: PushActivity | null; readonly rest: Omit<Row, keyof PushColumns> } {
  const { pushAt, pushOutcome, pushStatus, pushReason, pushApnsId, pushDiedAt, pushVersion, ...rest } = row;
  const push =
    pushAt === null
      ? null
      : {
          at: pushAt,
          outcome: pushOutcome ?? "",
          status: pushStatus,
          reason: pushReason,
          apnsId: pushApnsId,
          diedAt: pushDiedAt,
          version: pushVersion ?? 0,
        };
  return { push, rest };
}
