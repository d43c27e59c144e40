import {
  createLocalizer,
  fieldText,
  isJsonArray,
  isJsonObject,
  isPassStyle,
  type FieldSection,
  type JsonObject,
  type JsonValue,
  type PassPackage,
  type PassStyle,
} from "@passwright/pass";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { openPasses } from "../input/open-passes.ts";
import { parseDateOption, parseLocaleOption, parseTimeZoneOption } from "../input/parse-options.ts";
import { findInputs } from "../input/read-input.ts";
import { printJson, printLine, type Io } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { drawCard, type CardContent, type CardField } from "../terminal/card.ts";
import { toPrintable } from "../terminal/text.ts";

interface ShowOptions {
  readonly locale: string;
  readonly timeZone?: string;
  readonly back: boolean;
  readonly style?: string;
  readonly now?: string;
  readonly json?: boolean;
}

/** For whom a card is drawn. */
interface Viewer {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: Date;
  readonly style: string | undefined;
}

/** `show`: a readable card of each pass in the terminal, in a language and time zone. Nothing is verified; that is `check`. */
async function show(io: Io, files: readonly string[], options: ShowOptions): Promise<ExitCode> {
  const viewer: Viewer = {
    locale: parseLocaleOption(options.locale),
    timeZone: parseTimeZoneOption(options.timeZone),
    now: parseDateOption(io, options.now, "--now"),
    style: options.style,
  };
  const inputs = (await Promise.all(files.map((file) => findInputs(io, file)))).flat();
  let isFirst = true;
  for (const input of inputs) {
    for (const { name, pass } of await openPasses(await input.open())) {
      const content = toCardContent(pass, viewer);
      if (options.json === true) {
        printJson(io, { file: name, ...content });
        continue;
      }
      if (!isFirst) printLine(io.stdout);
      isFirst = false;
      for (const line of drawCard(io, options.back ? content : { ...content, back: [] })) printLine(io.stdout, line);
      printLine(
        io.stdout,
        toPrintable(
          `  ${content.style ?? "no style"}, ${name}${pass.isSigned ? " (passwright check verifies it)" : " (not signed)"}`,
        ),
      );
    }
  }
  return EXIT.fine;
}

function toCardContent(pass: PassPackage, viewer: Viewer): CardContent {
  const { data } = pass;
  const style = chooseStyle(data, viewer.style);
  const dictionary = style === null ? undefined : data[style];
  const fields = isJsonObject(dictionary) ? dictionary : {};
  const localizer = createLocalizer(pass.files, [viewer.locale]);
  const translate = (text: string): string => localizer.text(text);
  const reader = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now, translate };
  const toField = (field: JsonObject): CardField => ({
    label: localize(field["label"], translate),
    value: fieldText(field, reader) ?? "",
  });
  const section = (name: FieldSection): CardField[] => listObjects(fields[name]).map(toField);
  // An event ticket may have two rows of auxiliary fields (PassFields, `row`).
  const auxiliary = [0, 1].map((row) =>
    listObjects(fields["auxiliaryFields"])
      .filter((field) => (field["row"] === 1 ? 1 : 0) === row)
      .map(toField),
  );
  const [secondary, footer] = [section("secondaryFields"), section("footerFields")];
  return {
    title: localize(data["logoText"] ?? data["organizationName"], translate),
    style,
    header: section("headerFields"),
    primary: section("primaryFields"),
    isJourney: style === "boardingPass",
    rows: (style === "boardingPass" ? [...auxiliary, secondary, footer] : [secondary, ...auxiliary, footer]).filter(
      (row) => row.length > 0,
    ),
    barcode: toBarcode(data, translate),
    notes: toNotes(pass, localizer.locale, viewer.now),
    back: [...section("backFields"), ...section("additionalInfoFields")],
  };
}

/** The style that is asked for, else the first that every device knows, else the poster. */
function chooseStyle(data: JsonObject, wanted: string | undefined): PassStyle | null {
  const present = Object.keys(data).filter(isPassStyle);
  if (wanted !== undefined) {
    const chosen = present.find((style) => style === wanted);
    if (chosen === undefined) throw new UsageError(`the pass has no style "${wanted}"`, `It has ${present.join(", ") || "none"}.`);
    return chosen;
  }
  return present.find((style) => style !== "posterGeneric") ?? present[0] ?? null;
}

function listObjects(value: JsonValue | undefined): JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

function localize(value: JsonValue | undefined, translate: (text: string) => string): string {
  return typeof value === "string" ? translate(value) : typeof value === "number" ? String(value) : "";
}

function toBarcode(data: JsonObject, translate: (text: string) => string): CardContent["barcode"] {
  const [first] = listObjects(data["barcodes"]);
  const legacy = data["barcode"];
  const barcode = first ?? (isJsonObject(legacy) ? legacy : undefined);
  if (barcode === undefined) return null;
  const format = typeof barcode["format"] === "string" ? barcode["format"].replace(/^PKBarcodeFormat/, "") : "unknown format";
  return { format, message: localize(barcode["message"], (text) => text), altText: localize(barcode["altText"], translate) };
}

function toNotes({ data, files }: PassPackage, locale: string | null, now: Date): string[] {
  const notes: string[] = [];
  if (data["voided"] === true) notes.push("voided: it is shown as no longer valid");
  const expiration = data["expirationDate"];
  if (typeof expiration === "string" && new Date(expiration) < now) notes.push(`expired ${expiration}`);
  if (isJsonObject(data["nfc"])) notes.push("can be tapped at a reader (NFC)");
  if (typeof data["webServiceURL"] === "string") notes.push("updates itself");
  const languages = new Set([...files.keys()].flatMap((path) => /^([^/]+)\.lproj\//.exec(path)?.[1] ?? []));
  if (languages.size > 1) notes.push(`languages: ${[...languages].join(", ")}${locale === null ? "" : ` (shown: ${locale})`}`);
  return notes;
}

export const showCommand: CommandModule = {
  register(program, run) {
    program
      .command("show")
      .summary("a readable card of a pass, in the terminal")
      .description("Draws a readable card of a pass. Nothing is verified; passwright check does that.")
      .argument("<files...>", ".pkpass, .pkpasses, source folders, or - for standard input")
      .option("--locale <tag>", "language to show it in, as de or pt-BR", "en")
      .option("--time-zone <name>", "time zone for dates, as Europe/Oslo; the machine's by default")
      .option("--style <style>", "show this style of a pass that has two")
      .option("--no-back", "leave the back out")
      .option("--now <date>", "the moment it is shown at")
      .option("--json", "one JSON object a pass and line")
      .addHelpText(
        "after",
        `
Examples:
  passwright show ticket.pkpass
  passwright show boarding.pkpass --locale de --time-zone Europe/Berlin`,
      )
      .action(run(show));
  },
};
