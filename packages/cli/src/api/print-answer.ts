import type { Pass, PassChange } from "@passwright/server/client";
import { paint, printJson, printLine, type Io } from "../io.ts";
import { tableLines } from "../terminal/table.ts";
import { toPrintable } from "../terminal/text.ts";

/**
 * Rows under their heads; nothing but a word to the person where there are none. What stands first names the thing to the next
 * command, and so it is never cut; nor is anything where no terminal sets a width.
 */
export function printTable(io: Io, heads: readonly string[], rows: readonly (readonly string[])[], none: string): void {
  if (rows.length === 0) {
    printLine(io.stderr, none);
    return;
  }
  const [head = "", ...lines] = tableLines(heads, rows, io.stdout.isTerminal ? io.stdout.columns : Number.POSITIVE_INFINITY, {
    whole: 1,
  });
  printLine(io.stdout, paint(io, io.stdout, "bold", head));
  for (const line of lines) printLine(io.stdout, line);
}

/** Names and values below each other. */
export function printFacts(io: Io, facts: readonly (readonly [name: string, value: string | null])[]): void {
  const width = Math.max(...facts.map(([name]) => name.length));
  for (const [name, value] of facts) if (value !== null) printLine(io.stdout, `${name.padEnd(width)}  ${toPrintable(value)}`);
}

/** A pass for a person. */
export function printPass(io: Io, pass: Pass): void {
  printFacts(io, [
    ["serial", pass.serialNumber],
    ["type", pass.passTypeIdentifier],
    ["external id", pass.externalId],
    ["template", `${pass.templateId} (version ${pass.templateVersion})`],
    ["revision", `${pass.revision}, of ${pass.updatedAt}`],
    ["voided", pass.voided ? "yes" : null],
    ["expires", pass.expiresAt],
    ["values", JSON.stringify(pass.values)],
  ]);
}

const NOTICES: Readonly<Record<PassChange["notice"], string | null>> = {
  none: null,
  message: null,
  general: "The lock screen says that the pass has changed, in Wallet's own words: several fields have a message, or one lacks %@.",
};

/** What came of a change, and what holders are told. */
export function printChange(io: Io, change: PassChange, json: boolean | undefined): void {
  if (json === true) {
    printJson(io, change);
    return;
  }
  const { pass, fields, devices, notice } = change;
  if (!change.changed) {
    printLine(io.stdout, toPrintable(`${pass.serialNumber} was like this already (revision ${pass.revision}); nobody is told`));
    return;
  }
  const state = pass.voided ? ", voided" : "";
  printLine(io.stdout, toPrintable(`${pass.serialNumber} has revision ${pass.revision}${state}; held by ${devices} devices`));
  for (const { label, key, before, after, notification } of fields) {
    const shown = notification === null ? "" : `   lock screen: ${notification}`;
    printLine(io.stdout, toPrintable(`  ${label ?? key ?? "?"}: ${before ?? "–"} → ${after ?? "–"}${shown}`));
  }
  const words = NOTICES[notice];
  if (words !== null) printLine(io.stdout, words);
}
