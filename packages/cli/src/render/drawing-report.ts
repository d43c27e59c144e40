import { formatWhere, type Where } from "@passwright/pass";
import type { Drawing, DrawFinding } from "@passwright/render";
import { type Io, paint, printLine } from "../io.ts";
import { toPrintable, wrapColumns } from "../terminal/text.ts";
import { toDrawingFault } from "./drawing-errors.ts";
import { loadRenderer } from "./renderer.ts";

/** One picture in JSON: what was drawn, in words, and what the picture does not show. */
export interface PictureLine {
  readonly pass: string;
  readonly face: string;
  /** Where it was written; null when it was only described. */
  readonly file: string | null;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What is written on it, in reading order. */
  readonly lines: readonly string[];
  readonly findings: readonly DrawingNote[];
}

export interface DrawingNote {
  readonly rule: string;
  readonly where: Where;
  readonly message: string;
}

/** The findings of a drawing, each in a sentence; the same sentence of the same place once. */
export async function toDrawingNotes(findings: readonly DrawFinding[]): Promise<readonly DrawingNote[]> {
  const { describeDrawFinding } = await loadRenderer();
  const notes = new Map<string, DrawingNote>();
  for (const finding of findings) {
    const note = { rule: finding.rule, where: finding.where, message: describeDrawFinding(finding) };
    notes.set(JSON.stringify(note), note);
  }
  return [...notes.values()];
}

/** What is written on a picture, in reading order. */
export function linesOf({ scene: { description } }: Drawing): readonly string[] {
  return description === "" ? [] : description.split("\n");
}

/** Prints what of a pass a picture does not show. */
export function printNotes(io: Io, name: string, notes: readonly DrawingNote[]): void {
  for (const { rule, where, message } of notes) {
    const place = formatWhere(where);
    const text = toPrintable(`${name}: ${message} (${rule}${place === "" ? "" : `, ${place}`})`);
    const [first = "", ...rest] = wrapColumns(text, Math.max(MIN_COLUMNS, io.stderr.columns) - 2);
    printLine(io.stderr, first);
    for (const line of rest) printLine(io.stderr, `  ${line}`);
  }
}

/**
 * Does the work on one pass or file. False when that is at fault, which is told: one bad pass must not cost the others.
 *
 * @param withHint also what to do about it; for a list of many that would be said again and again.
 */
export async function attempt(io: Io, name: string, withHint: boolean, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const fault = await toDrawingFault(error);
    if (fault === null) throw error;
    const { message, code, hint } = fault;
    printLine(io.stderr, `${paint(io, io.stderr, "red", "error:")} ${toPrintable(`${name}: ${message} (${code})`)}`);
    if (withHint && hint !== undefined) printLine(io.stderr, `  ${hint}`);
    return false;
  }
}

const MIN_COLUMNS = 60;
