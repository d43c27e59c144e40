import { describe, expect, test } from "vitest";
import { readCodeBlocks } from "./code-blocks.ts";
import { compileBlocks } from "./compile-blocks.ts";
import { listPages, readText } from "./repository.ts";

const LANGUAGES = new Set(["ts", "js"]);
const PAGES = [...listPages(), "docs/reference/errors.md"];
const BLOCKS = PAGES.flatMap((page) => readCodeBlocks(page, readText(page))).filter(({ language }) => LANGUAGES.has(language));
const COMPILED = BLOCKS.filter(({ info }) => !info.startsWith("ignore"));

/** What a reader has at hand when an example begins; everything of ours has to be imported where it can be seen. */
const AT_HAND: Readonly<Record<string, string>> = {
  bytes: "Uint8Array<ArrayBuffer>",
  certificate: "Uint8Array",
  icon: "Uint8Array",
  kms: "{ sign(bytes: Uint8Array): Promise<Uint8Array> }",
  pass: 'import("@passwright/pass").PassPackage',
  photo: "Uint8Array",
  rows: "AsyncIterable<Record<string, string>>",
  shops: "{ readonly latitude: number; readonly longitude: number; readonly relevantText: string }[]",
  signed: 'import("@passwright/pass").SignedPass',
  signer: 'import("@passwright/pass").Signer',
  template: 'import("@passwright/pass").PassTemplate',
};

const PROBLEMS = compileBlocks("page-examples", COMPILED, { implicit: () => new Map(), atHand: () => AT_HAND });

describe("TypeScript on pages", () => {
  test.each([...new Set(COMPILED.map(({ file }) => file))])("compiles: %s", (page) => {
    expect(COMPILED.filter(({ file }) => file === page).flatMap((block) => PROBLEMS.get(block) ?? [])).toEqual([]);
  });

  test("is left out only for a reason", () => {
    const reasons = BLOCKS.filter(({ info }) => info.startsWith("ignore")).map(({ info }) => info);
    expect(reasons.filter((info) => !/^ignore: .{10,}/u.test(info))).toEqual([]);
  });
});
