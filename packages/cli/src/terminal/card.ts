import { paint, type Io } from "../io.ts";
import { columnsOf, padColumns, toPrintable, truncateColumns, wrapColumns } from "./text.ts";

/** A field as it is shown: localized and formatted. */
export interface CardField {
  readonly label: string;
  readonly value: string;
}

/** What a card in the terminal shows, top to bottom. */
export interface CardContent {
  readonly title: string;
  readonly style: string | null;
  readonly header: readonly CardField[];
  readonly primary: readonly CardField[];
  /** Between two primary fields: from here to there. */
  readonly isJourney: boolean;
  /** Rows of small fields. */
  readonly rows: readonly (readonly CardField[])[];
  readonly barcode: { readonly format: string; readonly message: string; readonly altText: string } | null;
  /** Lines under the card, such as "expired" or "voided". */
  readonly notes: readonly string[];
  readonly back: readonly CardField[];
}

const MAX_COLUMNS = 66;
const MIN_COLUMNS = 34;
const GAP = 2;
/** Lines that one text of the front takes at most: a hostile one of a million letters is no card. */
const MAX_LINES = 4;
const MAX_BACK_LINES = 400;

/** Draws the card with box characters; every text is made printable first. */
export function drawCard(io: Io, content: CardContent): string[] {
  const inner = Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, io.stdout.columns)) - 4;
  const bold: Painter = (text) => paint(io, io.stdout, "bold", text);
  const dim: Painter = (text) => paint(io, io.stdout, "dim", text);
  const plain: Painter = (text) => text;
  const blocks = [
    titleLines(content, inner).map((text) => ({ text, painter: bold })),
    content.isJourney && content.primary.length === 2
      ? journeyLines(content.primary, inner, dim, bold)
      : fieldLines(content.primary, inner, dim, bold),
    ...content.rows.map((fields) => fieldLines(fields, inner, dim, plain)),
    barcodeLines(content.barcode, inner).map((text) => ({ text, painter: plain })),
  ].filter((block) => block.length > 0);
  const edge = "─".repeat(inner + 2);
  const lines = [`╭${edge}╮`];
  for (const [index, block] of blocks.entries()) {
    if (index > 0) lines.push(`│ ${" ".repeat(inner)} │`);
    for (const { text, painter } of block) lines.push(`│ ${painter(padColumns(text, inner))} │`);
  }
  lines.push(`╰${edge}╯`);
  for (const note of content.notes) {
    for (const line of wrapColumns(clean(note), inner)) lines.push(paint(io, io.stdout, "yellow", `  ${line}`));
  }
  if (content.back.length > 0) lines.push("", bold("  Back"), ...backLines(content.back, inner, dim));
  return lines;
}

type Painter = (text: string) => string;

interface CardLine {
  readonly text: string;
  readonly painter: Painter;
}

function clean(text: string): string {
  return toPrintable(text.slice(0, 10_000).replaceAll(/\s*\n\s*/g, " "));
}

function titleLines({ title, header }: CardContent, width: number): string[] {
  const right = truncateColumns(header.map(({ label, value }) => `${clean(label)} ${clean(value)}`.trim()).join("   "), width);
  const left = clean(title);
  // Both in one line where they fit, else one below the other.
  if (columnsOf(left) + columnsOf(right) + GAP <= width)
    return [left + " ".repeat(width - columnsOf(left) - columnsOf(right)) + right];
  return [truncateColumns(left, width), " ".repeat(Math.max(0, width - columnsOf(right))) + right];
}

/** From the left edge to the right one, with an arrow between them. */
function journeyLines([from, to]: readonly CardField[], width: number, dim: Painter, bold: Painter): CardLine[] {
  if (from === undefined || to === undefined) return [];
  const room = Math.floor((width - 5) / 2);
  const line = (left: string, middle: string, right: string): string => {
    const [start, end] = [truncateColumns(clean(left), room), truncateColumns(clean(right), room)];
    const space = width - columnsOf(start) - columnsOf(end) - columnsOf(middle);
    const before = Math.floor(space / 2);
    return start + " ".repeat(before) + middle + " ".repeat(space - before) + end;
  };
  return [
    { text: line(from.label, "", to.label), painter: dim },
    { text: line(from.value, "→", to.value), painter: bold },
  ];
}

/** Labels in one line, values in the next; what does not fit beside the others goes below, and is wrapped rather than cut. */
function fieldLines(fields: readonly CardField[], width: number, dim: Painter, painter: Painter): CardLine[] {
  const cleaned = fields
    .map(({ label, value }) => ({ label: clean(label), value: clean(value) }))
    .filter(({ label, value }) => label !== "" || value !== "");
  const lines: CardLine[] = [];
  let row: CardField[] = [];
  let used = 0;
  const flush = (): void => {
    if (row.length > 0) lines.push(...rowLines(row, width, used, dim, painter));
    row = [];
    used = 0;
  };
  for (const field of cleaned) {
    const own = naturalWidth(field);
    if (row.length > 0 && used + GAP + own > width) flush();
    used += own + (row.length > 0 ? GAP : 0);
    row.push(field);
  }
  flush();
  return lines;
}

function naturalWidth({ label, value }: CardField): number {
  return Math.max(columnsOf(label), columnsOf(value));
}

function rowLines(fields: readonly CardField[], width: number, used: number, dim: Painter, painter: Painter): CardLine[] {
  const [only] = fields;
  if (fields.length === 1 && only !== undefined) {
    const label = only.label === "" ? [] : [{ text: truncateColumns(only.label, width), painter: dim }];
    return [...label, ...clipLines(wrapColumns(only.value, width), MAX_LINES).map((text) => ({ text, painter }))];
  }
  const spare = Math.floor(Math.max(0, width - used) / fields.length);
  const line = (pick: (field: CardField) => string): string =>
    fields
      .map((field) => padColumns(pick(field), naturalWidth(field) + GAP + spare))
      .join("")
      .trimEnd();
  const labels = line(({ label }) => label);
  return [
    ...(labels === "" ? [] : [{ text: truncateColumns(labels, width), painter: dim }]),
    {
      text: truncateColumns(
        line(({ value }) => value),
        width,
      ),
      painter,
    },
  ];
}

function barcodeLines(barcode: CardContent["barcode"], width: number): string[] {
  if (barcode === null) return [];
  const [first = "", ...rest] = clipLines(wrapColumns(clean(barcode.message), width - 5), MAX_LINES);
  const below = `${clean(barcode.format)}${barcode.altText === "" ? "" : `, shown with "${clean(barcode.altText)}"`}`;
  return [`▌▐▌  ${first}`, ...rest.map((line) => `     ${line}`), truncateColumns(`     ${below}`, width)];
}

function clipLines(lines: readonly string[], count: number): string[] {
  return lines.length <= count ? [...lines] : [...lines.slice(0, count - 1), `${lines[count - 1] ?? ""}…`];
}

function backLines(fields: readonly CardField[], width: number, dim: Painter): string[] {
  const lines = fields.flatMap(({ label, value }) => [
    ...(label === "" ? [] : [`  ${dim(truncateColumns(clean(label), width))}`]),
    ...value.split(/\r?\n/).flatMap((line) => wrapColumns(toPrintable(line), width - 2).map((part) => `    ${part}`)),
  ]);
  return clipLines(lines, MAX_BACK_LINES);
}
