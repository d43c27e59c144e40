import { createHash } from "node:crypto";
import { createLocalizer, PassTemplate, singleLanguage, type JsonObject, type PassPackage } from "@passwright/pass";
import { ROW_FORMATS, type RowFormat, rowFormatOf } from "@passwright/pass/rows";
import { Option } from "commander";
import { buildRows } from "../bulk/build-rows.ts";
import { identityOf } from "../credentials/pass-identity.ts";
import { addSignerOptions, createCliSigner, type SignerCliOptions } from "../credentials/signer-options.ts";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { sharpScaler } from "../input/image-scaler.ts";
import { writeOutput } from "../input/output-file.ts";
import { collect, parseCount, parseDateOption, parseLocaleOption } from "../input/parse-options.ts";
import { outputName, readOneInput, type Input } from "../input/read-input.ts";
import { applyAssignments, readValues } from "../input/read-values.ts";
import { printJson, printLine, type Io } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { toPrintable } from "../terminal/text.ts";

interface BuildCommandOptions extends SignerCliOptions {
  readonly data?: string;
  readonly format?: RowFormat;
  readonly set?: readonly string[];
  readonly out?: string;
  readonly locale?: string;
  readonly unsigned?: boolean;
  readonly force?: boolean;
  readonly fresh?: boolean;
  readonly name?: string;
  readonly concurrency?: number;
  readonly signingTime?: string;
  readonly json?: boolean;
}

/** `build`: a template and values become a signed pass; a data file of many rows becomes as many. */
async function build(io: Io, source: string, options: BuildCommandOptions): Promise<ExitCode> {
  const format = options.format ?? (options.data === undefined ? null : rowFormatOf(options.data));
  if (format === null) assertForOne(options);
  const input = await readOneInput(io, source);
  const template = await loadTemplate(io, input, options);
  if (format === null) return buildOne(io, source, template, options);
  const { data, out } = options;
  if (data === undefined) throw new UsageError("--format is about the rows of --data");
  if (out === undefined || out === "-") throw new UsageError("many passes need --out", "A folder, or a FILE.zip.");
  if (options.unsigned === true || options.locale !== undefined || options.set !== undefined) {
    throw new UsageError("--unsigned, --locale and --set are for one pass at a time");
  }
  return buildRows(io, template, digestOf(input), {
    ...options,
    data,
    format,
    out,
    name: options.name,
    fresh: options.fresh === true,
    force: options.force === true,
    concurrency: options.concurrency,
    signingTime: options.signingTime,
    json: options.json === true,
  });
}

function assertForOne(options: BuildCommandOptions): void {
  const given = (["name", "fresh", "concurrency"] as const).find((option) => options[option] !== undefined);
  if (given !== undefined)
    throw new UsageError(`--${given} is for many passes`, "Give --data FILE.csv or FILE.ndjson (or --format for another name).");
}

async function loadTemplate(io: Io, input: Input, options: BuildCommandOptions): Promise<PassTemplate> {
  const loading = { scaler: sharpScaler };
  const template = await (input.kind === "folder"
    ? PassTemplate.fromFiles(input.files, loading)
    : PassTemplate.read(input.bytes, loading));
  if (options.json === true) return template;
  for (const { path, from } of template.derived) printLine(io.stderr, toPrintable(`made ${path} from ${from}`));
  for (const path of template.ignored) printLine(io.stderr, toPrintable(`left out ${path}`));
  for (const name of template.undeclaredNames) {
    printLine(io.stderr, toPrintable(`warning: an expression uses "${name}", which is not among the inputs of template.json`));
  }
  return template;
}

async function buildOne(io: Io, source: string, template: PassTemplate, options: BuildCommandOptions): Promise<ExitCode> {
  const signingTime = parseDateOption(io, options.signingTime, "--signing-time");
  const isSample = options.data === undefined && options.set === undefined;
  const built = isSample
    ? await template.buildSample({ now: signingTime })
    : await template.build(await valuesFor(io, template, options), { now: signingTime });
  const pass = options.locale === undefined ? built : inOneLanguage(io, built, parseLocaleOption(options.locale), options);
  const chunks = options.unsigned === true ? await pass.toChunks() : await signedChunks(io, pass, options, signingTime);
  const out = options.out ?? outputName(source, ".pkpass");
  const bytes = await writeOutput(io, out, chunks, { force: options.force === true });
  const serialNumber = typeof pass.data["serialNumber"] === "string" ? pass.data["serialNumber"] : null;
  if (options.json === true && out !== "-")
    printJson(io, { file: out, bytes, serialNumber, signed: options.unsigned !== true, sample: isSample });
  else {
    const how =
      options.unsigned === true ? "not signed" : options.throwaway === undefined ? "signed" : "signed by a throwaway authority";
    const what = `serial ${serialNumber ?? "missing"}, ${bytes.toLocaleString("en")} bytes, ${how}${isSample && template.names.length > 0 ? ", with the template's sample values" : ""}`;
    printLine(io.stderr, toPrintable(`${out}: ${what}`));
  }
  return EXIT.fine;
}

/** `--set` alone changes the sample; with `--data` it changes those values. */
async function valuesFor(io: Io, template: PassTemplate, { data, set }: BuildCommandOptions): Promise<JsonObject> {
  const base = data === undefined ? (template.sample ?? {}) : await readValues(io, data);
  return applyAssignments(base, set, template.describeInputs());
}

function inOneLanguage(io: Io, pass: PassPackage, locale: string, options: BuildCommandOptions): PassPackage {
  const chosen = createLocalizer(pass.files, [locale]).locale;
  const isOther = chosen?.split(/[-_]/, 1)[0]?.toLowerCase() !== locale.split("-", 1)[0]?.toLowerCase();
  if (isOther && options.json !== true) {
    printLine(
      io.stderr,
      toPrintable(
        chosen === null
          ? "the template has no translations: nothing to choose from"
          : `the template has no ${locale}: the pass is in ${chosen}, as a device would show it`,
      ),
    );
  }
  return singleLanguage(pass, [locale]);
}

async function signedChunks(
  io: Io,
  pass: PassPackage,
  options: BuildCommandOptions,
  signingTime: Date,
): Promise<readonly Uint8Array[]> {
  const signer = await createCliSigner(io, options, async () => identityOf(pass), signingTime);
  const signed = await pass.sign(signer, { signingTime });
  return signed.toChunks();
}

/** Tells one state of a template's files from another. */
function digestOf(input: Input): string {
  const hash = createHash("sha256");
  if (input.kind === "bytes") return hash.update(input.bytes).digest("hex");
  const files = [...input.files].toSorted(([left], [right]) => (left < right ? -1 : 1));
  for (const [path, bytes] of files) hash.update(JSON.stringify([path, bytes.length])).update(bytes);
  return hash.digest("hex");
}

export const buildCommand: CommandModule = {
  register(program, run) {
    const command = program
      .command("build")
      .summary("make signed passes of a template, one or many")
      .description("Makes signed passes of a template: one of its sample or of values, or one for each row of a table.")
      .argument("<template>", "a folder, ZIP or .pkpasstemplate")
      .option("--data <file>", "values: a .json for one pass, .csv, .tsv or .ndjson for many, - for standard input")
      .option("--set <name=value>", "one value, over --data or the sample (may be repeated)", collect)
      .option("-o, --out <path>", "the .pkpass; for many a folder or FILE.zip; - for standard output")
      .option("--locale <tag>", "a pass in this one language, as es")
      .option("--unsigned", "leave the signature out")
      .option("--signing-time <date>", "the time that the signature states; now by default")
      .option("--force", "replace a file that is there")
      .option("--json", "print JSON about what was made")
      .addOption(
        new Option("--format <format>", "many: how the rows are written, where the file's name does not tell").choices(ROW_FORMATS),
      )
      .option("--name <pattern>", 'many: names of the files, made of values; "{serialNumber}.pkpass" by default')
      .option("--fresh", "many: build all again, also what an earlier run has built")
      .option("--concurrency <n>", "many: signatures in flight", (text) => parseCount(text, "--concurrency"));
    addSignerOptions(command)
      .addHelpText(
        "after",
        `
Examples:
  passwright build ticket.pass --throwaway
  passwright build ticket.pass --cert pass.cer --key key.pem --data guest.json -o guest.pkpass
  passwright build ticket.pass --p12 pass.p12 --data guests.csv --out passes
  passwright build ticket.pass --p12 pass.p12 --data guests.ndjson --out passes.zip --name "{seat}.pkpass"

A run over many rows can be stopped and run again: what is built is not built twice. A row that is no
pass goes to errors.ndjson with its line and cause (FILE.zip.errors.ndjson beside an archive).`,
      )
      .action(run(build));
  },
};
