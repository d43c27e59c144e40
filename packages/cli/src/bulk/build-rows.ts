import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { PassError, type PassTemplate, type Signer } from "@passwright/pass";
import { readRows, type Row, type RowFormat, type RowInputs, rowInputsOf, RowsError } from "@passwright/pass/rows";
import { createCliSigner, type PassIdentity, type SignerCliOptions } from "../credentials/signer-options.ts";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { identityOf } from "../credentials/pass-identity.ts";
import { parseDateOption } from "../input/parse-options.ts";
import { printJson, printLine, type Io } from "../io.ts";
import { createProgress } from "../terminal/progress.ts";
import { toPrintable } from "../terminal/text.ts";
import { buildMany, type BuildManyResult } from "./build-many.ts";
import { openJournal } from "./journal.ts";
import { packZip } from "./pack-zip.ts";
import { namesIn } from "./pass-file-name.ts";

export interface BuildRowsOptions extends SignerCliOptions {
  readonly data: string;
  readonly format: RowFormat;
  readonly out: string;
  readonly name: string | undefined;
  readonly fresh: boolean;
  readonly force: boolean;
  readonly concurrency: number | undefined;
  readonly signingTime: string | undefined;
  readonly json: boolean;
}

/** Where a run writes. */
interface Places {
  readonly folder: string;
  readonly errorsFile: string;
  /** How the person would call the errors file. */
  readonly errorsName: string;
  /** The archive, when one is wanted; its passes are gathered in `folder` first. */
  readonly zip: string | null;
}

/** Many passes of one template: a row of a table or NDJSON each, into a folder or an archive. */
export async function buildRows(
  io: Io,
  template: PassTemplate,
  templateDigest: string,
  options: BuildRowsOptions,
): Promise<ExitCode> {
  const source = await openData(io, options.data);
  const places = await findPlaces(io, options);
  const inputs = rowInputsOf(template);
  const namePattern = chooseNamePattern(options.name, inputs);
  const signingTime = parseDateOption(io, options.signingTime, "--signing-time");
  const say = (text: string): void => {
    if (!options.json) printLine(io.stderr, toPrintable(text));
  };
  const openRows = (): AsyncIterable<Row> =>
    readRows(source.open(), options.format, inputs, (columns) =>
      say(`left out, for the template has no such input: ${columns.join(", ")}`),
    );

  const signer = await createCliSigner(
    io,
    options,
    () => identityOfRun(template, source.isRepeatable ? openRows : null, signingTime),
    signingTime,
  );
  const journal = await openJournal(places.folder, digestOfRun(templateDigest, signer, namePattern, options), options.fresh);
  if (journal.doneBefore > 0) say(`going on: ${journal.doneBefore.toLocaleString("en")} passes are there from an earlier run`);
  const progress = createProgress(io, source.isRepeatable ? await countRows(source.open(), options.format) : undefined, "passes");
  const started = performance.now();
  const result = await buildMany({
    template,
    signer,
    rows: openRows(),
    folder: places.folder,
    errorsFile: places.errorsFile,
    journal,
    namePattern,
    concurrency: options.concurrency ?? availableParallelism() * 4,
    signingTime: () => (options.signingTime === undefined ? io.now() : signingTime),
    signal: io.signal,
    progress,
  })
    .finally(() => progress.finish())
    .catch((error: unknown) => {
      throw explain(io, error, options);
    });
  if (places.zip !== null && result.files.length > 0) await packZip(places.folder, result.files, places.zip, io.signal);
  // With failures the passes stay, so that the next run, over mended data, makes only what is missing.
  if (places.zip !== null && result.failed === 0) await rm(places.folder, { recursive: true, force: true });
  report(io, options, places, result, (performance.now() - started) / 1000);
  return result.failed > 0 ? EXIT.findings : EXIT.fine;
}

function explain(io: Io, error: unknown, options: BuildRowsOptions): unknown {
  if (error instanceof RowsError) return new UsageError(`--data ${options.data}: ${error.message}`, undefined, { cause: error });
  if (!io.signal.aborted) return error;
  return new UsageError("stopped; what was built is kept", "Run the same command again to go on.", { cause: error });
}

function report(io: Io, options: BuildRowsOptions, places: Places, result: BuildManyResult, seconds: number): void {
  const { built, skipped, failed } = result;
  if (options.json) {
    printJson(io, {
      out: options.out,
      built,
      skipped,
      failed,
      errors: failed > 0 ? places.errorsName : null,
      seconds: Number(seconds.toFixed(3)),
    });
    return;
  }
  const count = (number: number): string => `${number.toLocaleString("en")} ${number === 1 ? "pass" : "passes"}`;
  const rate = built > 0 && seconds >= 1 ? ` (${Math.round(built / seconds).toLocaleString("en")}/s)` : "";
  printLine(
    io.stderr,
    toPrintable(
      `${options.out}: ${count(built)} built in ${seconds.toFixed(1)} s${rate}${skipped > 0 ? `, ${count(skipped)} were there` : ""}`,
    ),
  );
  if (failed === 0) return;
  printLine(
    io.stderr,
    toPrintable(
      `${failed.toLocaleString("en")} ${failed === 1 ? "row is" : "rows are"} no pass: ${places.errorsName} tells line and cause`,
    ),
  );
  printLine(io.stderr, "Mend the data and run the same command again: only what changed is built.");
}

interface DataSource {
  open(): AsyncIterable<Uint8Array>;
  /** Standard input can be read once. */
  readonly isRepeatable: boolean;
}

async function openData(io: Io, data: string): Promise<DataSource> {
  if (data === "-") return { open: () => io.openStdin(), isRepeatable: false };
  const path = resolve(io.workingDirectory, data);
  const facts = await stat(path).catch(() => null);
  if (facts?.isFile() !== true) throw new UsageError(`--data ${data}: no such file`);
  return { open: () => createReadStream(path), isRepeatable: true };
}

async function findPlaces(io: Io, { out, force }: BuildRowsOptions): Promise<Places> {
  const target = resolve(io.workingDirectory, out);
  const facts = await stat(target).catch(() => null);
  if (!/\.zip$/i.test(out)) {
    if (facts !== null && !facts.isDirectory())
      throw new UsageError(`--out ${out} is a file`, "Many passes go into a folder, or into a FILE.zip.");
    return { folder: target, errorsFile: join(target, "errors.ndjson"), errorsName: join(out, "errors.ndjson"), zip: null };
  }
  const folder = `${target}.parts`;
  // The parts of a run that was stopped, or had bad rows, say that the archive is this command's own.
  const isOwn = (await stat(folder).catch(() => null)) !== null;
  if (facts !== null && !force && !isOwn) throw new UsageError(`${out} exists`, "Use --force to replace it.");
  return { folder, errorsFile: `${target}.errors.ndjson`, errorsName: `${out}.errors.ndjson`, zip: target };
}

/** The name that is asked for, else the serial number, which no two passes of a type share. */
function chooseNamePattern(wanted: string | undefined, { fields, names }: RowInputs): string {
  const known = fields.map(({ path }) => path.join("."));
  if (wanted === undefined) {
    if (names === null || names.has("serialNumber")) return "{serialNumber}.pkpass";
    throw new UsageError(
      "the template has no input serialNumber to name the files after",
      `Give --name, as --name "{${known[0] ?? "line"}}.pkpass".`,
    );
  }
  const used = namesIn(wanted);
  if (used.length === 0)
    throw new UsageError(
      `--name ${wanted}: all passes would have one name`,
      `Put a value in it, as "{${known[0] ?? "line"}}.pkpass".`,
    );
  const unknown = names === null ? undefined : used.find((name) => name !== "line" && !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--name ${wanted}: the template has no input ${unknown}`,
      `It has ${known.join(", ")}, and there is {line}.`,
    );
  return wanted;
}

/** A certificate is for one pass type and team: those of the sample, or of the first row that makes a pass. */
async function identityOfRun(
  template: PassTemplate,
  openRows: (() => AsyncIterable<Row>) | null,
  now: Date,
): Promise<PassIdentity> {
  // Some rows may have NFC and the sample none; a throwaway certificate is for both.
  const found = (identity: PassIdentity): PassIdentity => ({ ...identity, nfc: true });
  if (template.sample !== null || template.names.length === 0) return found(identityOf(await template.buildSample({ now })));
  for await (const { values } of openRows?.() ?? []) {
    const pass = values === null ? null : await template.build(values, { now }).catch(ignorePassError);
    if (pass !== null) return found(identityOf(pass));
  }
  throw new UsageError(
    "no row makes a pass, so there is none to choose a certificate for",
    "Give the template a sample in template.json.",
  );
}

function ignorePassError(error: unknown): null {
  if (error instanceof PassError) return null;
  throw error;
}

/** What all passes of a run share: another template, certificate or time means building all of them again. */
function digestOfRun(templateDigest: string, signer: Signer, namePattern: string, options: BuildRowsOptions): string {
  // A throwaway certificate is a new one each time, and as good as the last.
  const certificate = options.throwaway === undefined ? signer.facts.fingerprint : `throwaway ${signer.facts.passTypeIdentifier}`;
  return createHash("sha256")
    .update(JSON.stringify([templateDigest, certificate, namePattern, options.signingTime ?? null]))
    .digest("hex");
}

/** Rows for the bar: lines of the file, less the header; quoted line breaks make it a little too large. */
async function countRows(source: AsyncIterable<Uint8Array>, format: RowFormat): Promise<number> {
  let lines = 0;
  let last = 0x0a;
  for await (const chunk of source) {
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
    last = chunk.at(-1) ?? last;
  }
  const total = last === 0x0a ? lines : lines + 1;
  return format === "ndjson" ? total : Math.max(0, total - 1);
}
