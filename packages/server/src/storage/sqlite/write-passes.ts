import type Database from "better-sqlite3";
import { concernsScanners, withBarcodes, withoutBarcodes, withUncertainBarcodes } from "../scans/changed-barcodes.ts";
import { StorageError } from "../storage-error.ts";
import { type CountSubject, Tally, tallyChanges } from "../statistics/tally.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { toPushWindow } from "../push-window.ts";
import type { ChangeResult, NewPass, PassChange, StoredPass } from "../storage.ts";
import type { EventWriter } from "./write-events.ts";
import { toStoredPass } from "../stored-pass.ts";
import type { PushWriter } from "./write-pushes.ts";
import type { BarcodeWriter } from "./write-barcodes.ts";
import type { StatisticsWriter } from "./write-statistics.ts";
import type { TagWriter } from "./write-tags.ts";
import type { StorageOperations } from "../storage-operations.ts";

interface VersionRow {
  readonly revision: number;
  readonly modifiedAt: number;
  readonly contentId: number;
}

/** Passes as the thread writes them. */
export interface PassWriter extends Pick<StorageOperations, "create" | "change" | "countTemplate" | "changeTemplatePart"> {
  /** Adds one pass; false where there is one of its serial number. */
  add(pass: NewPass, tag: number, modifiedAt: number): boolean;
  /** What is written besides of passes of one type that were added: what scanners find them by, and that they were issued. */
  noteCreated(passes: readonly NewPass[], now: number): void;
}

/** Writes passes; the thread is the only writer, so that what it read is still so when it writes. */
export function createPassWriter(
  database: Database.Database,
  parts: {
    readonly tags: TagWriter;
    readonly pushes: PushWriter;
    readonly count: StatisticsWriter;
    readonly barcodes: BarcodeWriter;
    readonly events: EventWriter;
    readonly revisionsKept: number;
  },
): PassWriter {
  const { tags, pushes, count, barcodes, events, revisionsKept } = parts;
  const addVersion = database.prepare<[string, string, string, number, number, number]>(`
    INSERT INTO pass_versions (pass_type, serial_number, authentication_token, revision, modified_at, tag, content_id)
    VALUES (?, ?, ?, 1, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const addContent = database.prepare(`
    INSERT INTO pass_contents
      (pass_type, serial_number, template_id, template_version, input_values, certificate_id, voided, expires_at, personalization)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const dropContent = database.prepare<[number]>("DELETE FROM pass_contents WHERE id = ?");
  const version = database.prepare<[string, string], VersionRow>(`
    SELECT revision, modified_at AS modifiedAt, content_id AS contentId
    FROM pass_versions WHERE pass_type = ? AND serial_number = ?`);
  const setVersion = database.prepare<[number, number, number, string, string]>(
    "UPDATE pass_versions SET revision = ?, modified_at = ?, tag = ? WHERE pass_type = ? AND serial_number = ?",
  );
  // Out of one table, by its key: a join would be planned anew at each run (see reader.ts), which took twice the time of the rest.
  const keepRevision = database.prepare<[string, string, number, number, number]>(`
    INSERT INTO pass_revisions
      (pass_type, serial_number, revision, modified_at, template_version, input_values, voided, expires_at)
    SELECT ?, ?, ?, ?, template_version, input_values, voided, expires_at FROM pass_contents WHERE id = ?`);
  const dropRevisions = database.prepare<[string, string, number]>(
    "DELETE FROM pass_revisions WHERE pass_type = ? AND serial_number = ? AND revision <= ?",
  );
  const setContent = database
    .prepare<[object], string>(`
    UPDATE pass_contents SET
      template_version = coalesce(:templateVersion, template_version),
      input_values = coalesce(:values, input_values),
      certificate_id = coalesce(:certificateId, certificate_id),
      voided = coalesce(:voided, voided),
      expires_at = CASE WHEN :setsExpiry THEN :expiresAt ELSE expires_at END,
      personalization = coalesce(:personalization, personalization)
    WHERE id = :id RETURNING template_id`)
    .pluck();
  const sourceOf = database
    .prepare<[string, string], string | null>("SELECT source FROM pass_records WHERE pass_type = ? AND serial_number = ?")
    .pluck();
  const countTemplate = database
    .prepare<[string, string, string], number>(
      "SELECT count(*) FROM pass_contents WHERE pass_type = ? AND template_id = ? AND serial_number > ?",
    )
    .pluck();
  const serialsOfTemplate = database
    .prepare<[string, string, string, number], string>(`
      SELECT serial_number FROM pass_contents
      WHERE pass_type = ? AND template_id = ? AND serial_number > ? ORDER BY serial_number LIMIT ?`)
    .pluck();

  function add(pass: NewPass, tag: number, modifiedAt: number): boolean {
    const { passTypeIdentifier, serialNumber } = pass;
    const { lastInsertRowid } = addContent.run(
      passTypeIdentifier,
      serialNumber,
      pass.templateId,
      pass.templateVersion,
      pass.values,
      pass.certificateId ?? "",
      pass.voided === true ? 1 : 0,
      pass.expiresAt ?? null,
      pass.personalization ?? "none",
    );
    const contentId = Number(lastInsertRowid);
    const { changes } = addVersion.run(passTypeIdentifier, serialNumber, pass.authenticationToken, modifiedAt, tag, contentId);
    if (changes > 0) return true;
    dropContent.run(contentId);
    return false;
  }

  function create({ passes, now, source = "" }: Parameters<StorageOperations["create"]>[0]): readonly StoredPass[] {
    const modifiedAt = Math.floor(now / 1000);
    const sequence = tags.open(passes[0]?.passTypeIdentifier ?? "");
    const stored = passes.map((pass) => {
      const tag = sequence.next();
      if (!add(pass, tag, modifiedAt)) throw exists(pass.serialNumber);
      return toStoredPass(pass, tag, modifiedAt);
    });
    sequence.close();
    noteCreated(passes, now, source);
    return stored;
  }

  function noteCreated(passes: readonly NewPass[], now: number, source = ""): void {
    const passType = passes[0]?.passTypeIdentifier ?? "";
    barcodes.add(passType, withBarcodes(passes));
    barcodes.postpone(passType, withoutBarcodes(passes));
    const tally = new Tally();
    for (const { templateId } of passes) tally.add({ passType, templateId, source }, "issued");
    count(tally, now);
    events.passes({ type: "pass.created", passTypeIdentifier: passType, at: now, passes });
  }

  /** `subjects`: takes down what the pass of each tag is counted under. */
  function changeOne(
    passType: string,
    change: PassChange,
    now: number,
    nextTag: () => number,
    subjects: Map<number, CountSubject>,
  ): ChangeResult {
    const { serialNumber } = change;
    const known = version.get(passType, serialNumber);
    if (known === undefined) return { kind: "unknown", serialNumber };
    if (change.ifRevision !== undefined && change.ifRevision !== known.revision) {
      return { kind: "conflict", serialNumber, revision: known.revision };
    }
    const revision = known.revision + 1;
    // A clock that was set back must not hide a revision from a conditional GET.
    const modifiedAt = Math.max(Math.floor(now / 1000), known.modifiedAt + 1);
    const tag = nextTag();
    if (revisionsKept > 0) keepRevision.run(passType, serialNumber, known.revision, known.modifiedAt, known.contentId);
    // One step into the index, and only of a pass that has that many.
    if (known.revision > revisionsKept) dropRevisions.run(passType, serialNumber, known.revision - revisionsKept);
    setVersion.run(revision, modifiedAt, tag, passType, serialNumber);
    const templateId = setContent.get({
      templateVersion: change.templateVersion ?? null,
      values: change.values ?? null,
      certificateId: change.certificateId ?? null,
      voided: change.voided === undefined ? null : Number(change.voided),
      setsExpiry: change.expiresAt === undefined ? 0 : 1,
      expiresAt: change.expiresAt ?? null,
      personalization: change.personalization ?? null,
      id: known.contentId,
    });
    subjects.set(tag, { passType, templateId: templateId ?? "", source: sourceOf.get(passType, serialNumber) ?? "" });
    return { kind: "changed", serialNumber, revision, tag, modifiedAt };
  }

  function change({
    passTypeIdentifier,
    changes,
    now,
    window,
  }: Parameters<StorageOperations["change"]>[0]): readonly ChangeResult[] {
    const sequence = tags.open(passTypeIdentifier);
    const subjects = new Map<number, CountSubject>();
    const results = changes.map((one) => changeOne(passTypeIdentifier, one, now, () => sequence.next(), subjects));
    sequence.close();
    const changed = results.filter((result) => result.kind === "changed");
    const told = pushes.queue({ passTypeIdentifier, changed, window });
    const done = changes.filter((_, index) => results[index]?.kind === "changed");
    barcodes.replace(passTypeIdentifier, withBarcodes(done));
    barcodes.postpone(passTypeIdentifier, withUncertainBarcodes(done));
    barcodes.touch(
      passTypeIdentifier,
      done.filter(concernsScanners).map(({ serialNumber }) => serialNumber),
      now,
    );
    count(tallyChanges(subjects, told), now);
    events.passes({ type: "pass.updated", passTypeIdentifier, at: now, passes: changed });
    return results;
  }

  return {
    add,
    create,
    noteCreated,
    change,
    countTemplate: ({ passTypeIdentifier, templateId, after }) => countTemplate.get(passTypeIdentifier, templateId, after) ?? 0,
    changeTemplatePart: ({ passTypeIdentifier, templateId, after, change: one, now, push, start, done, total }) => {
      const limit = STORAGE_LIMITS.rowsPerTransaction;
      const serialNumbers = serialsOfTemplate.all(passTypeIdentifier, templateId, after, limit);
      change({
        passTypeIdentifier,
        changes: serialNumbers.map((serialNumber) => ({ ...one, serialNumber })),
        now,
        window: toPushWindow(push, start, { done, count: serialNumbers.length, total }),
      });
      return {
        changed: serialNumbers.length,
        last: serialNumbers.at(-1) ?? after,
        isLast: serialNumbers.length < limit,
      };
    },
  };
}

function exists(serialNumber: string): StorageError {
  return new StorageError("ERR_STORAGE_EXISTS", `A pass with the serial number ${serialNumber} exists already`, {
    serialNumbers: [serialNumber],
  });
}
