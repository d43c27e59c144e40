import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, listPages, readText, ROOT } from "./repository.ts";

const PAGES = [...new Set([...listPages(), ...listFiles("docs/reference", ".md")])];

/** Targets of links and pictures outside code; other sites are left alone. */
function* listLinks(text: string): Generator<string> {
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```/gmu, "").replaceAll(/`[^`\n]*`/gu, "");
  for (const [, target = ""] of prose.matchAll(/\]\(([^)\s]+)\)/gu)) if (!/^[a-z]+:/u.test(target)) yield target;
}

/** Anchors of headings as GitHub makes them. */
function listAnchors(text: string): readonly string[] {
  const headings = text.replaceAll(/^ *```[\s\S]*?^ *```/gmu, "").matchAll(/^#{1,6} (.*)$/gmu);
  return [...headings].map(([, title = ""]) => {
    const plain = title.toLowerCase().replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, "$1");
    return plain.replaceAll(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");
  });
}

describe("links between pages lead somewhere", () => {
  test.each(PAGES)("%s", (page) => {
    const broken = [...listLinks(readText(page))].filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? join(ROOT, page) : join(ROOT, dirname(page), decodeURI(path));
      if (!existsSync(target)) return true;
      if (anchor === undefined || statSync(target).isDirectory()) return false;
      return !listAnchors(readFileSync(target, "utf8")).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});
