import { formatRgb, parseColour } from "../check/values/colour.ts";
import { parseW3cDate } from "../check/values/date.ts";
import { PassError } from "../errors.ts";
import { isJsonArray, isJsonObject, toJsonPointer, type JsonPath } from "../model/json.ts";
import { PassDocument } from "../model/pass-document.ts";
import type { FixerInput, SourceFix } from "./source-fix.ts";

const FILE = "pass.json";
const COLOUR_KEYS = [
  "backgroundColor",
  "foregroundColor",
  "labelColor",
  "stripColor",
  "footerBackgroundColor",
  "seatSectionColor",
] as const;
const DATE_KEYS = ["relevantDate", "expirationDate"] as const;
const RELEVANT_DATE_KEYS = ["date", "relevantDate", "startDate", "endDate"] as const;

/** Trailing commas, comments and a byte order mark go; values, order and spacing elsewhere stay byte for byte. */
export function makeJsonStrict({ files }: FixerInput): SourceFix[] {
  const document = readPass(files);
  if (document === null) return [];
  const kinds = new Set(document.problems.map((problem) => problem.kind).filter((kind) => kind !== "duplicate-key"));
  if (kinds.size === 0) return [];
  files.set(FILE, document.toStrict().toBytes());
  return [...kinds].map((kind) => ({ rule: RULE_OF_PROBLEM[kind], file: FILE, did: DONE_ABOUT[kind] }));
}

type Problem = Exclude<PassDocument["problems"][number]["kind"], "duplicate-key">;

const RULE_OF_PROBLEM = {
  "trailing-comma": "json-trailing-comma",
  comment: "json-parse",
  syntax: "json-parse",
  "control-character": "json-parse",
  "byte-order-mark": "json-bom",
  "not-utf8": "json-utf8",
} as const satisfies Record<Problem, string>;

const DONE_ABOUT = {
  "trailing-comma": "removed the commas before closing brackets",
  comment: "removed the comments",
  syntax: "wrote the odd escapes and spaces as JSON has them",
  "control-character": "wrote control characters in texts as escapes",
  "byte-order-mark": "removed the byte order mark",
  "not-utf8": "written again as UTF-8",
} as const satisfies Record<Problem, string>;

/** `#ff8800` becomes `rgb(255, 136, 0)`, the one documented form; an opaque `rgba()` too. A see-through colour is left: no opaque one is right. */
export function rewriteColours({ files }: FixerInput): SourceFix[] {
  return editTexts(files, (document) =>
    COLOUR_KEYS.flatMap((key) => {
      const text = document.data[key];
      const colour = typeof text === "string" ? parseColour(text) : null;
      if (colour === null || colour.form === "rgb" || (colour.alpha ?? 1) < 1) return [];
      return [{ rule: colour.form === "rgba" ? "color-alpha" : "color-hex", path: [key], text: formatRgb(colour) }];
    }),
  );
}

/** `…T12:00:00+0200` becomes `…+02:00`: an offset without colon makes Wallet refuse the pass. Only what can be told for certain. */
export function rewriteDates({ files }: FixerInput): SourceFix[] {
  return editTexts(files, (document) =>
    datePaths(document).flatMap((path) => {
      const text = document.get(path);
      const date = typeof text === "string" ? parseW3cDate(text) : null;
      if (date === null || date.ok || date.suggestion === null) return [];
      return [
        { rule: date.fault === "offset-digits" ? "date-single-digit-offset" : "date-offset-colon", path, text: date.suggestion },
      ];
    }),
  );
}

function datePaths(document: PassDocument): JsonPath[] {
  const { relevantDates } = document.data;
  const entries = isJsonArray(relevantDates) ? relevantDates : [];
  return [
    ...DATE_KEYS.map((key) => [key]),
    ...entries.flatMap((entry, index) =>
      isJsonObject(entry) ? RELEVANT_DATE_KEYS.map((key) => ["relevantDates", index, key]) : [],
    ),
  ];
}

interface TextEdit {
  readonly rule: string;
  readonly path: JsonPath;
  readonly text: string;
}

function editTexts(files: Map<string, Uint8Array>, plan: (document: PassDocument) => readonly TextEdit[]): SourceFix[] {
  const before = readPass(files);
  if (before === null) return [];
  let document = before;
  const fixes: SourceFix[] = [];
  for (const { rule, path, text } of plan(before)) {
    document = document.set(path, text);
    fixes.push({
      rule,
      file: FILE,
      did: `${toJsonPointer(path).slice(1)} ${JSON.stringify(before.get(path))} is now ${JSON.stringify(text)}`,
    });
  }
  if (fixes.length > 0) files.set(FILE, document.toBytes());
  return fixes;
}

function readPass(files: ReadonlyMap<string, Uint8Array>): PassDocument | null {
  const bytes = files.get(FILE);
  if (bytes === undefined) return null;
  try {
    return PassDocument.parse(bytes);
  } catch (error) {
    if (error instanceof PassError) return null;
    throw error;
  }
}
