import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, type IssuerClient, type ScanRequest, type ScanResult } from "@passwright/server/client";
import type { Command } from "commander";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { readLines } from "@passwright/pass/rows";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../../exit-code.ts";
import { type Io, paint, printJson, printLine } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";

interface ScanOptions extends ServerCliOptions {
  readonly gate?: string;
  readonly out?: boolean;
  readonly amount?: string;
  readonly dryRun?: boolean;
}

/** Characters of a line: more than the largest barcode holds. */
const LONGEST_LINE = 8000;

/** `api scan`: one message, or a line of standard input after the other, as a hand scanner types them. */
async function scan(io: Io, message: string, options: ScanOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  if (message !== "-") {
    const result = await tell(io, client, toRequest(message, options));
    print(io, result, options);
    return result.allowed ? EXIT.fine : EXIT.findings;
  }
  if (io.stdout.isTerminal && options.json !== true) printLine(io.stderr, "scan; Ctrl-D ends");
  for await (const { text } of readLines(io.openStdin(), LONGEST_LINE)) {
    if (text === "") continue;
    try {
      if (text === null) throw new ApiError("invalid-request", "the line is longer than any barcode");
      print(io, await tell(io, client, toRequest(text, options)), options);
    } catch (error) {
      if (!(error instanceof ApiError) || FINAL.has(error.fault)) throw error;
      // The door stays open for the next in the queue; whoever stands there was not decided on.
      if (options.json === true) printJson(io, { allowed: null, error: error.message });
      else printLine(io.stdout, `${paint(io, io.stdout, ["bold", "yellow"], "NO ANSWER")}  ${toPrintable(error.message)}`);
      ring(io);
    }
  }
  return EXIT.fine;
}

/** Faults that the next scan would end with as well. */
const FINAL: ReadonlySet<string> = new Set(["unauthenticated", "forbidden"]);

function toRequest(message: string, { gate, out, amount, dryRun }: ScanOptions): ScanRequest {
  const taken = amount === undefined ? undefined : Number(amount);
  if (taken !== undefined && !(taken > 0)) throw new UsageError(`--amount ${amount ?? ""} is no amount`, "Write it as 4.50.");
  return {
    message,
    id: randomUUID(),
    ...(gate !== undefined && { gate }),
    ...(out === true && { direction: "out" as const }),
    ...(taken !== undefined && { amount: taken }),
    ...(dryRun === true && { dryRun }),
  };
}

/** Waits before the second and third try. */
const WAITS_MS = [300, 1000] as const;

/** Asks again where an answer was lost: by its id the server knows the scan and counts it once. */
async function tell(io: Io, client: IssuerClient, request: ScanRequest): Promise<ScanResult> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await client.scans.scan(request);
    } catch (error) {
      const wait = WAITS_MS[tries];
      const isLost = error instanceof ApiError && ["unreachable", "unavailable", "unexpected-answer"].includes(error.fault);
      if (!isLost || wait === undefined) throw error;
      await sleep(wait, undefined, { signal: io.signal });
    }
  }
}

function print(io: Io, result: ScanResult, { json }: ScanOptions): void {
  if (json === true) {
    printJson(io, result);
    return;
  }
  const { allowed, message, show } = result;
  const word = allowed ? paint(io, io.stdout, ["bold", "green"], "ALLOWED") : paint(io, io.stdout, ["bold", "red"], "REFUSED");
  printLine(io.stdout, `${word}  ${toPrintable(message)}`);
  for (const { label, value } of show) printLine(io.stdout, toPrintable(`         ${label}: ${value}`));
  if (!allowed) ring(io);
}

/** The person at the door looks at the queue and not at the screen. */
function ring(io: Io): void {
  if (io.stderr.isTerminal) io.stderr.write("\u0007");
}

async function undo(io: Io, scanId: string, options: ServerCliOptions): Promise<ExitCode> {
  const undone = await openClient(io, options).scans.undo(scanId);
  if (options.json === true) printJson(io, undone);
  else printLine(io.stdout, toPrintable(`${undone.scanId} is undone; ${undone.serialNumber} can be scanned again`));
  return EXIT.fine;
}

export function addScanCommand(api: Command, run: CommandRunner): void {
  addServerOptions(
    api
      .command("scan")
      .summary("redeem a pass by its barcode; - for a scanner that types lines")
      .argument("<message>", "what the scanner reads, or - for a line of standard input each"),
  )
    .option("--gate <name>", "where")
    .option("--out", "somebody goes out, of rules that count people")
    .option("--amount <n>", "what is taken off a balance")
    .option("--dry-run", "say what would be, and keep nothing")
    .addHelpText(
      "after",
      `
Examples:
  passwright api scan TA-000123 --gate north
  passwright api scan - --gate north

Exit code 1 when one is refused; with - it is 0 whoever is refused.`,
    )
    .action(run(scan));
  addServerOptions(api.command("undo-scan").summary("take a wrong scan back").argument("<id>", "scanId of the scan")).action(
    run(undo),
  );
}
