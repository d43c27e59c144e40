import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCodeBlocks } from "./code-blocks.ts";
import { matches, prepareFolder, readTerminalBlock, runStep } from "./terminal-block.ts";
import { listPages, readText, ROOT } from "./repository.ts";
import { PAGE_EVENTS, PAGE_FILES } from "./page-files.ts";

/**
 * Every `console` block of a page is typed in, page by page in a folder of its own, and has to print what the page says.
 * `PASSWRIGHT_UPDATE_DOCS=1` writes what was printed into the page instead, for a person to read before it is committed.
 */
const isUpdate = process.env["PASSWRIGHT_UPDATE_DOCS"] === "1";

const PAGES = listPages().filter((page) => readText(page).includes("```console"));

describe("what pages show of a terminal is what happens", () => {
  test.each(PAGES)("%s", { timeout: 120_000 }, async (page) => {
    const folder = mkdtempSync(join(tmpdir(), "passwright-page-"));
    try {
      const env = prepareFolder(folder);
      await PAGE_FILES[page]?.(folder);
      const text = readText(page);
      const lines: (string | null)[] = text.split("\n");
      const different: object[] = [];
      for (const block of readCodeBlocks(page, text)) {
        if (block.language !== "console") continue;
        for (const step of readTerminalBlock(block)) {
          for (const [begin, happen] of Object.entries(PAGE_EVENTS[page] ?? {}))
            if (step.command.startsWith(begin)) await happen(folder);
          const output = runStep(step, folder, env);
          if (matches(output, step.output)) continue;
          different.push({ place: `${page}:${step.line}`, command: step.command, output, expected: step.output });
          const begin = step.line - 1 + step.command.split("\n").length;
          for (let index = 0; index < step.output.length; index += 1) lines[begin + index] = null;
          lines[begin - 1] = [lines[begin - 1], ...output].join("\n");
        }
      }
      if (isUpdate && different.length > 0) writeFileSync(join(ROOT, page), lines.filter((line) => line !== null).join("\n"));
      else expect(different).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
