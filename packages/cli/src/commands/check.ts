import {
  checkDelivery,
  checkFile,
  type BundleCheck,
  type CheckOptions,
  type Delivery,
  type Finding,
  inspectCertificate,
  type PassCheck,
} from "@passwright/pass";
import type { Command } from "commander";
import { readDerFiles } from "../credentials/pem-or-der.ts";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { checkSourceFolder } from "../input/check-source.ts";
import { fetchPass } from "../input/fetch-pass.ts";
import { collect, parseDateOption } from "../input/parse-options.ts";
import { findInputs, isUrl, type Input } from "../input/read-input.ts";
import { printJson, printLine, type Io } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { toCheckLines } from "../report/check-json.ts";
import { toTextReport } from "../report/check-text.ts";
import { countFindings } from "../report/finding-text.ts";
import { createProgress } from "../terminal/progress.ts";

interface CheckCommandOptions {
  readonly json?: boolean;
  readonly fix?: boolean;
  readonly crl?: readonly string[];
  readonly trust?: readonly string[];
  readonly intermediate?: readonly string[];
  readonly only?: readonly string[];
  readonly ignore?: readonly string[];
  readonly now?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** What was checked, with everything found; `delivery` for a web address. */
interface Checked {
  readonly result: PassCheck | BundleCheck;
  readonly delivery: Delivery | null;
  readonly deliveryFindings: readonly Finding[];
}

interface Target {
  readonly name: string;
  check(): Promise<Checked>;
}

/** Reports of more files than this are short, unless --verbose: a list to look through, not pages. */
const FULL_REPORTS = 3;

/** `check`: will Wallet install it, and if not, which step refuses it, why, and how to mend it. */
async function check(io: Io, args: readonly string[], options: CheckCommandOptions): Promise<ExitCode> {
  const targets = await findTargets(io, args, options);
  const isBrief = targets.length > FULL_REPORTS && options.verbose !== true;
  const tally = { passes: 0, refused: 0, doubtful: 0, findings: [] as Pick<Finding, "severity">[] };
  const progress = createProgress(io, targets.length, "files", { isShown: targets.length > FULL_REPORTS && !io.stdout.isTerminal });
  for (const [index, target] of targets.entries()) {
    io.signal.throwIfAborted();
    const checked = await target.check();
    for (const { installs, findings } of passesOf(checked)) {
      tally.passes += 1;
      if (installs === "no") tally.refused += 1;
      if (installs === "depends") tally.doubtful += 1;
      // Severities alone are kept: the findings of ten thousand files would fill the memory.
      for (const { severity } of findings) tally.findings.push({ severity });
    }
    if (checked.result.kind === "bundle") {
      if (checked.result.installs === "no") tally.refused += 1;
      for (const { severity } of checked.result.findings) tally.findings.push({ severity });
    }
    for (const { severity } of checked.deliveryFindings) tally.findings.push({ severity });
    if (options.json === true) printLines(io, target.name, checked);
    else
      printReport(
        io,
        target.name,
        checked,
        { verbose: options.verbose === true, quiet: options.quiet === true, brief: isBrief },
        index > 0 && !isBrief,
      );
    progress.update(index + 1, tally.refused);
  }
  progress.finish();
  if (options.json !== true && targets.length > 1) {
    const doubtful = tally.doubtful === 0 ? "" : `, ${tally.doubtful} for some devices alone`;
    printLine(
      io.stdout,
      `\n${tally.passes} passes in ${targets.length} files checked: ${tally.refused} refused${doubtful}; ${countFindings(tally.findings)}`,
    );
    if (isBrief) printLine(io.stdout, "passwright check FILE tells everything about one.");
  }
  return tally.refused > 0 || tally.findings.some(({ severity }) => severity === "error") ? EXIT.findings : EXIT.fine;
}

/** What is named is looked for before anything is checked, so that a slip of the pen is told at once. */
async function findTargets(io: Io, args: readonly string[], options: CheckCommandOptions): Promise<readonly Target[]> {
  const checkOptions = await toCheckOptions(io, options);
  const targets: Target[] = [];
  for (const argument of args) {
    if (isUrl(argument)) {
      targets.push({ name: argument, check: () => checkAddress(io, argument, checkOptions) });
      continue;
    }
    for (const input of await findInputs(io, argument)) {
      targets.push({
        name: input.name,
        check: async () => ({
          result: await checkInput(io, await input.open(), options, checkOptions),
          delivery: null,
          deliveryFindings: [],
        }),
      });
    }
  }
  return targets;
}

async function toCheckOptions(io: Io, options: CheckCommandOptions): Promise<CheckOptions> {
  const now = parseDateOption(io, options.now, "--now");
  const [trustAnchors, intermediates, revocationLists] = [
    await readDerFiles(io, options.trust, "--trust", "CERTIFICATE"),
    await readDerFiles(io, options.intermediate, "--intermediate", "CERTIFICATE"),
    await readDerFiles(io, options.crl, "--crl", "X509 CRL"),
  ];
  // Told now, not in the middle of a thousand files.
  for (const certificate of [...(trustAnchors ?? []), ...(intermediates ?? [])]) await inspectCertificate(certificate, { now });
  return {
    now,
    ...(trustAnchors === undefined ? {} : { trustAnchors }),
    ...(intermediates === undefined ? {} : { intermediates }),
    ...(revocationLists === undefined ? {} : { revocationLists }),
    rules: {
      ...(options.only === undefined ? {} : { only: options.only }),
      ...(options.ignore === undefined ? {} : { ignore: options.ignore }),
    },
  };
}

async function checkAddress(io: Io, address: string, checkOptions: CheckOptions): Promise<Checked> {
  const { bytes, delivery: served } = await fetchPass(io, address);
  const result = await checkFile(bytes, checkOptions);
  const delivery: Delivery = { ...served, content: result.kind === "bundle" ? "bundle" : isZip(bytes) ? "pass" : null };
  return { result, delivery, deliveryFindings: checkDelivery(delivery) };
}

/** `PK`: an archive, whole or not; an error page of a server is none. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function checkInput(
  io: Io,
  input: Input,
  options: CheckCommandOptions,
  checkOptions: CheckOptions,
): Promise<PassCheck | BundleCheck> {
  if (input.kind === "folder") {
    return checkSourceFolder(io, input, checkOptions, {
      fix: options.fix === true,
      sink: options.json === true ? io.stderr : io.stdout,
    });
  }
  if (options.fix === true) {
    throw new UsageError(
      `--fix mends source folders; ${input.name} is a finished pass`,
      `Unpack it first: passwright unpack ${input.name} --source`,
    );
  }
  return checkFile(input.bytes, { ...checkOptions, ...(input.name === "-" ? {} : { fileName: input.name }) });
}

function passesOf({ result }: Checked): readonly PassCheck[] {
  return result.kind === "bundle" ? result.members.map((member) => member.check) : [result];
}

function printLines(io: Io, name: string, { result, delivery, deliveryFindings }: Checked): void {
  for (const line of toCheckLines(name, result, delivery, deliveryFindings)) printJson(io, line);
}

function printReport(
  io: Io,
  name: string,
  { result, delivery, deliveryFindings }: Checked,
  options: Parameters<typeof toTextReport>[4],
  isFollowing: boolean,
): void {
  if (isFollowing && !options.quiet) printLine(io.stdout);
  for (const line of toTextReport(io, name, result, { facts: delivery, findings: deliveryFindings }, options))
    printLine(io.stdout, line);
}

export const checkCommand: CommandModule = {
  register(program, run) {
    addCheckOptions(program.command("check"))
      .addHelpText(
        "after",
        `
Examples:
  passwright check ticket.pkpass
  passwright check passes/ --json | jq -r 'select(.installs == "no") | .file'
  passwright check https://example.com/ticket.pkpass
  passwright check ticket.pass --fix`,
      )
      .action(run(check));
  },
};

function addCheckOptions(command: Command): Command {
  return command
    .summary("will Wallet install it; if not, which step refuses, why, and the fix")
    .description(
      "Tells whether Wallet installs a pass, and if not, which step refuses it, why, and how to mend it.\nA web address is checked for how the pass is served as well.",
    )
    .argument("<files...>", ".pkpass, .pkpasses, source folders, folders of passes, web addresses, or - for standard input")
    .option("--json", "one JSON object a pass and line")
    .option("-v, --verbose", "everything: what a device does, why, the steps it walks, every place")
    .option("-q, --quiet", "the headline and errors alone")
    .option("--fix", "mend what is safe in a source folder, and say what was done")
    .option("--only <rule>", "report this rule alone (may be repeated)", collect)
    .option("--ignore <rule>", "do not report this rule (may be repeated)", collect)
    .option("--now <date>", "judge for this moment instead of the present")
    .option("--crl <file>", "check revocation against this list, PEM or DER (may be repeated)", collect)
    .option("--trust <file>", "trust this root instead of Apple's, PEM or DER (may be repeated)", collect)
    .option("--intermediate <file>", "an intermediate to build chains with, PEM or DER (may be repeated)", collect);
}
