/** A fenced block of a page, or an `@example` of a doc comment. */
export interface CodeBlock {
  /** Path of the file it stands in, from the root. */
  readonly file: string;
  /** Line of its first line of code, from 1. */
  readonly line: number;
  /** First word behind the fence: `ts`, `sh`, `console`. */
  readonly language: string;
  /** What follows it: `ignore: needs a phone`. */
  readonly info: string;
  readonly code: string;
}

/** Fenced blocks of Markdown, those inside lists too. */
export function readCodeBlocks(file: string, text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = text.split("\n");
  for (let start = 0; start < lines.length; start += 1) {
    const fence = /^(?<indent> *)(?<ticks>`{3,})(?<language>[\w-]*) *(?<info>.*)$/u.exec(lines[start] ?? "")?.groups;
    if (fence === undefined) continue;
    const { indent = "", ticks = "", language = "", info = "" } = fence;
    const end = lines.findIndex((line, index) => index > start && line.trim() === ticks);
    if (end === -1) throw new Error(`${file}:${start + 1}: the block does not end`);
    const code = lines
      .slice(start + 1, end)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
    blocks.push({ file, line: start + 2, language, info, code: code.join("\n") });
    start = end;
  }
  return blocks;
}

/** The `@example` blocks of the doc comments of a source file. */
export function readDocExamples(file: string, text: string): readonly CodeBlock[] {
  const examples: CodeBlock[] = [];
  for (const comment of text.matchAll(/^ *\/\*\*\n(?: *\*.*\n)*? *\*\//gmu)) {
    const before = text.slice(0, comment.index).split("\n").length - 1;
    const lines = comment[0].split("\n").map((line) => line.replace(/^ *\/?\*+ ?/u, ""));
    const first = lines.findIndex((line) => line.trim() === "@example");
    if (first === -1) continue;
    const plain = lines.map((line, index) => (index > first ? line : "")).join("\n");
    for (const block of readCodeBlocks(file, plain)) examples.push({ ...block, line: block.line + before });
  }
  return examples;
}
