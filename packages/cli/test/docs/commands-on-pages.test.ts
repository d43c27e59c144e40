import { describe, expect, test } from "vitest";
import { Command, CommanderError } from "commander";
import { COMMANDS } from "../../src/commands/index.ts";
import { readCodeBlocks } from "../../../../scripts/test/docs/code-blocks.ts";
import { readTerminalBlock } from "../../../../scripts/test/docs/terminal-block.ts";
import { listPages, readText } from "../../../../scripts/test/docs/repository.ts";

interface Line {
  readonly place: string;
  readonly words: readonly string[];
}

/** Lines of `sh` and `console` blocks that call `passwright`, parts of pipes and chains each by themselves. */
function* listCalls(page: string): Generator<Line> {
  for (const block of readCodeBlocks(page, readText(page))) {
    if (block.language !== "sh" && block.language !== "console") continue;
    const text = block.language === "sh" ? block.code.replaceAll("\\\n", " ") : "";
    const commands =
      block.language === "sh"
        ? text.split("\n").map((command) => ({ command, line: block.line }))
        : readTerminalBlock(block).map(({ command, line }) => ({ command: command.replaceAll("\\\n", " "), line }));
    for (const { command, line } of commands) {
      for (const part of withoutShell(command).split(/\s*(?:&&|\|\|?|;)\s*/u)) {
        const words = (part.match(/"[^"]*"|'[^']*'|\S+/gu) ?? []).map((word) => word.replaceAll(/^["']|["']$/gu, ""));
        while (words[0] === "npx" || /^\w+=/u.test(words[0] ?? "")) words.shift();
        if (words[0] === "passwright") yield { place: `${page}:${line}`, words: words.slice(1) };
      }
    }
  }
}

/** Comments and redirections are the shell's. */
function withoutShell(command: string): string {
  return command.replace(/(?:^|\s)#.*$/u, "").replaceAll(/\s\d?(?:>{1,2}|<)(?:&\d|\s*\S+)/gu, "");
}

/** The command line with all its options and nothing behind them. */
async function parse(words: readonly string[]): Promise<void> {
  const program = new Command("passwright")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  for (const command of COMMANDS) command.register(program, () => async () => undefined);
  await program.parseAsync([...words], { from: "user" });
}

const CALLS = listPages().flatMap((page) => Array.from(listCalls(page)));

describe("commands on pages are commands of passwright", () => {
  test("a wrong option is noticed", async () => {
    await expect(parse(["check", "--fixx", "a.pkpass"])).rejects.toThrow("unknown option");
  });

  test.each([...new Set(CALLS.map(({ place }) => place.replace(/:\d+$/u, "")))])("%s", async (page) => {
    const wrong: string[] = [];
    for (const { place, words } of CALLS.filter((call) => call.place.startsWith(`${page}:`))) {
      await parse(words).catch((error: unknown) => {
        // Help and version end the program as well.
        if (!(error instanceof CommanderError && error.exitCode === 0))
          wrong.push(`${place}: passwright ${words.join(" ")}: ${String(error)}`);
      });
    }
    expect(wrong).toEqual([]);
  });
});
