import { isJsonObject, type JsonValue } from "@passwright/pass";
import { CONFORMANCE_CASES, runConformance } from "@passwright/wallet/conformance";
import { PERSONAL_KEYS, type PersonalInfo } from "@passwright/wallet/protocol";
import { readDerFiles } from "../credentials/pem-or-der.ts";
import type { CommandModule } from "../command-module.ts";
import { createIssuer } from "../conformance/issuer-command.ts";
import { assertReachable } from "../conformance/reach-service.ts";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { fetchPass } from "../input/fetch-pass.ts";
import { collect, parseDuration, readOptionFile } from "../input/parse-options.ts";
import { isUrl, readOneInput } from "../input/read-input.ts";
import { paint, printJson, printLine, type Io } from "../io.ts";
import { toConformanceLines } from "../report/conformance-text.ts";
import { createProgress } from "../terminal/progress.ts";
import { tableLines } from "../terminal/table.ts";

interface ConformanceCommandOptions {
  readonly pass?: string;
  readonly secondPass?: string;
  readonly readOnly?: boolean;
  readonly full?: boolean;
  readonly changeCommand?: string;
  readonly pushCommand?: string;
  readonly personalInfo?: string;
  readonly only?: readonly string[];
  readonly trust?: readonly string[];
  readonly intermediate?: readonly string[];
  readonly developer?: boolean;
  readonly timeout: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** `conformance`: drives a web service through every documented status, header and race. */
async function conformance(io: Io, options: ConformanceCommandOptions): Promise<ExitCode> {
  if (options.list === true) return listCases(io, options.json === true);
  if (options.pass === undefined)
    throw new UsageError("--pass FILE is missing", "Any pass of the web service; --list tells the cases.");
  if (options.readOnly === true && options.full === true) throw new UsageError("--read-only and --full exclude each other");
  const mode = options.full === true ? "full" : "read-only";
  const pass = await readPassFile(io, options.pass);
  const secondPass = options.secondPass === undefined ? undefined : await readPassFile(io, options.secondPass);
  const personalInfo = options.personalInfo === undefined ? undefined : await readPersonalInfo(io, options.personalInfo);
  const trustAnchors = await readDerFiles(io, options.trust, "--trust", "CERTIFICATE");
  const intermediates = await readDerFiles(io, options.intermediate, "--intermediate", "CERTIFICATE");
  const developerMode = options.developer === true;
  const requestTimeout = parseDuration(options.timeout, "--timeout");
  await assertReachable(io, pass, { developerMode, requestTimeout });
  const total = options.only?.length ?? CONFORMANCE_CASES.length;
  const progress = createProgress(io, total, "cases");
  let [done, failed] = [0, 0];
  const report = await runConformance({
    pass,
    mode,
    developerMode,
    requestTimeout,
    fetch: (request) => io.fetch(request),
    issuer: createIssuer(io, { change: options.changeCommand, pushes: options.pushCommand }),
    now: () => io.now(),
    timeout: (milliseconds) => AbortSignal.any([AbortSignal.timeout(milliseconds), io.signal]),
    signal: io.signal,
    onResult: ({ outcome }) => {
      done += 1;
      if (outcome === "failed") failed += 1;
      progress.update(done, failed);
    },
    ...(secondPass !== undefined && { secondPass }),
    ...(personalInfo !== undefined && { personalInfo }),
    ...(options.only !== undefined && { only: options.only }),
    ...(trustAnchors !== undefined && { trustAnchors }),
    ...(intermediates !== undefined && { intermediates }),
  });
  progress.finish();
  // What was under way when it was stopped would look like a fault.
  io.signal.throwIfAborted();
  if (options.json === true) printJson(io, report);
  else for (const line of toConformanceLines(io, report)) printLine(io.stdout, line);
  return report.conforms ? EXIT.fine : EXIT.findings;
}

async function readPassFile(io: Io, file: string): Promise<Uint8Array> {
  if (isUrl(file)) return (await fetchPass(io, file)).bytes;
  const input = await readOneInput(io, file);
  if (input.kind === "folder") throw new UsageError(`${file} is a source folder`, "A finished .pkpass is needed.");
  return input.bytes;
}

/** What a person fills in: a JSON object of some of {@link PERSONAL_KEYS}. */
async function readPersonalInfo(io: Io, file: string): Promise<PersonalInfo> {
  const wanted = `a JSON object of texts, with some of ${PERSONAL_KEYS.join(", ")}`;
  let value: JsonValue;
  try {
    value = JSON.parse(new TextDecoder().decode(await readOptionFile(io, file, "--personal-info"))) as JsonValue;
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(`--personal-info ${file}: not JSON`, `Give ${wanted}.`, { cause: error });
  }
  const isInfo =
    isJsonObject(value) &&
    Object.entries(value).every(([key, text]) => PERSONAL_KEYS.some((known) => known === key) && typeof text === "string");
  if (!isInfo) throw new UsageError(`--personal-info ${file}: not what a person fills in`, `Give ${wanted}.`);
  return value as PersonalInfo;
}

function listCases(io: Io, json: boolean): ExitCode {
  if (json) {
    for (const { run: _run, ...row } of CONFORMANCE_CASES) printJson(io, row);
    return EXIT.fine;
  }
  const rows = CONFORMANCE_CASES.map(({ id, area, mode, needs, severity }) => [
    id,
    area,
    mode === "full" ? "--full" : "",
    severity === "fault" ? "" : severity,
    needs.join(", "),
  ]);
  const [head = "", ...lines] = tableLines(["case", "area", "mode", "weight", "needs"], rows, io.stdout.columns);
  printLine(io.stdout, paint(io, io.stdout, "bold", head));
  for (const line of lines) printLine(io.stdout, line);
  printLine(io.stderr, `${CONFORMANCE_CASES.length} cases; --list --json tells what each does, expects, and where that is said`);
  return EXIT.fine;
}

export const conformanceCommand: CommandModule = {
  register(program, run) {
    program
      .command("conformance")
      .summary("drive a web service as phones do, and tell its faults")
      .description(
        "Drives the web service of a pass through every documented status, header and race, and tells each fault,\nwhat it does to a phone, and where that is said. Nothing is written unless --full allows it.",
      )
      .option("--pass <file>", "a .pkpass of the service, or its web address (needed)")
      .option("--second-pass <file>", "another pass of the same type: more faults can be found")
      .option("--read-only", "ask only; this is the default")
      .option("--full", "register devices of its own, too, and unregister them: for services under test")
      .option("--change-command <cmd>", "changes the pass PASSWRIGHT_SERIAL of PASSWRIGHT_PASS_TYPE; ends when it is committed")
      .option("--push-command <cmd>", 'prints the pushes sent so far: {"pushToken":"…","topic":"…"} a line')
      .option("--personal-info <file>", "JSON to sign up with: changes the pass for good")
      .option("--only <case>", "run this case alone (may be repeated)", collect)
      .option("--trust <file>", "trust this root instead of Apple's, PEM or DER (may be repeated)", collect)
      .option("--intermediate <file>", "an intermediate to build chains with, PEM or DER (may be repeated)", collect)
      .option("--developer", "call plain http; that it is plain http is told all the same")
      .option("--timeout <time>", "for one request", "30s")
      .option("--list", "tell the cases instead of running them")
      .option("--json", "print the report as JSON")
      .addHelpText(
        "after",
        `
Examples:
  passwright conformance --pass ticket.pkpass
  passwright conformance --pass a.pkpass --second-pass b.pkpass --full --change-command './touch-pass "$PASSWRIGHT_SERIAL"'
  passwright conformance --list

Exit code 0: no faults among what was tried. 1: faults. 2: it could not be run.`,
      )
      .action(run(conformance));
  },
};
