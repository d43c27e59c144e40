import { describe, expect, test } from "vitest";
import { type Command, CommanderError } from "commander";
import { openProgram } from "../support/open-program.ts";
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

async function parse(words: readonly string[]): Promise<void> {
  await openProgram().parseAsync([...words], { from: "user" });
}

/** Every command with the names before it; those that only hold others are not among `leaves`. */
function* listCommands(command: Command, names: readonly string[] = []): Generator<{ command: Command; names: readonly string[] }> {
  for (const inner of command.commands) {
    yield { command: inner, names: [...names, inner.name()] };
    yield* listCommands(inner, [...names, inner.name()]);
  }
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

  test("every command is called on a page", () => {
    const text = listPages().map(readText).join("\n");
    const silent = [...listCommands(openProgram())]
      .filter(({ command }) => command.commands.length === 0)
      .map(({ names }) => names.join(" "))
      .filter((name) => !new RegExp(`(?:\\bpasswright |\`)${name}(?![\\w-])`, "u").test(text));
    expect(silent).toEqual([]);
  });

  test("every example of a help text is a call that is understood", async () => {
    const wrong: string[] = [];
    let text = "";
    const program = openProgram((part) => {
      text += part;
    });
    for (const { command } of listCommands(program)) command.outputHelp();
    const examples = [...text.matchAll(/^ {2}(?:.*\$\()?passwright (.+?)\)?$/gmu)].map(([, call = ""]) => call);
    expect(examples.length).toBeGreaterThan(20);
    for (const example of examples) {
      const words = (
        withoutShell(example)
          .split(/\s*(?:&&|\|\|?|;)\s*/u)[0]
          ?.match(/"[^"]*"|'[^']*'|\S+/gu) ?? []
      ).map((word) => word.replaceAll(/^["']|["']$/gu, ""));
      await parse(words).catch((error: unknown) => {
        if (!(error instanceof CommanderError && error.exitCode === 0)) wrong.push(`${example}: ${String(error)}`);
      });
    }
    expect(wrong).toEqual([]);
  });
});
