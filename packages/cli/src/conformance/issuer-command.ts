import { spawn } from "node:child_process";
import { isJsonArray, isJsonObject, type JsonValue } from "@passwright/pass";
import type { Issuer, SeenPush } from "@passwright/wallet/conformance";
import type { PassReference } from "@passwright/wallet/protocol";
import type { Io } from "../io.ts";

/** Commands of the issuer's own by which a run has a hand in its side. */
export interface IssuerCommands {
  /** Makes a new revision of the pass named by PASSWRIGHT_PASS_TYPE and PASSWRIGHT_SERIAL; done when it ends. */
  readonly change: string | undefined;
  /** Prints the pushes of the run so far. */
  readonly pushes: string | undefined;
}

/** Milliseconds that a command may take. */
const COMMAND_MS = 60_000;
/** Characters of its output that are read. */
const MAX_OUTPUT = 4 * 1024 * 1024;

/** The issuer's side, played by commands of a shell. Values go in through the environment, where no quoting can break them. */
export function createIssuer(io: Io, { change, pushes }: IssuerCommands): Issuer {
  return {
    ...(change !== undefined && {
      change: async ({ passTypeIdentifier, serialNumber }: PassReference) => {
        await runCommand(io, "--change-command", change, {
          PASSWRIGHT_PASS_TYPE: passTypeIdentifier,
          PASSWRIGHT_SERIAL: serialNumber,
        });
      },
    }),
    ...(pushes !== undefined && { pushes: async () => parsePushes(await runCommand(io, "--push-command", pushes, {})) }),
  };
}

async function runCommand(io: Io, option: string, command: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(command, {
    shell: true,
    cwd: io.workingDirectory,
    env: { ...io.environment, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    signal: AbortSignal.any([io.signal, AbortSignal.timeout(COMMAND_MS)]),
  });
  let [output, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (output.length < MAX_OUTPUT) output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (errors.length < 1000) errors += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${option} did not end: ${error.message}`)));
    child.once("close", resolve);
  });
  if (code !== 0)
    throw new Error(`${option} ended with ${code ?? "a signal"}${errors === "" ? "" : `: ${errors.trim().slice(0, 300)}`}`);
  return output;
}

/** A JSON list of `{pushToken, topic}`, or one such object a line. */
export function parsePushes(text: string): readonly SeenPush[] {
  const rows = text.trimStart().startsWith("[")
    ? parseJson(text)
    : text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map(parseJson);
  if (!isJsonArray(rows)) throw new Error(WANTED);
  return rows.map((row) => {
    const { pushToken, topic } = isJsonObject(row) ? row : {};
    if (typeof pushToken !== "string" || typeof topic !== "string") throw new Error(WANTED);
    return { pushToken, topic };
  });
}

const WANTED = '--push-command has to print {"pushToken":"…","topic":"…"}, one a line or as a JSON list';

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new Error(WANTED);
  }
}
