import { describe, expect, test } from "vitest";
import { PASS_ERRORS } from "../../../packages/pass/src/errors.ts";
import { WALLET_ERRORS } from "../../../packages/wallet/src/errors.ts";
import { listFiles, readText } from "./repository.ts";

const PAGE = readText("docs/reference/errors.md");

/** Without doc comments, where a code is only spoken of. */
function readCode(folder: string): string {
  const sources = listFiles(folder, ".ts").filter((file) => file !== `${folder}/errors.ts`);
  return sources.map((file) => readText(file).replaceAll(/\/\*\*[\s\S]*?\*\//gu, "")).join("\n");
}

describe.each([
  ["pass", Object.keys(PASS_ERRORS)],
  ["wallet", Object.keys(WALLET_ERRORS)],
])("error codes of %s", (name, codes) => {
  const code = readCode(`packages/${name}/src`);

  test.each(codes)("%s is on the page of errors", (known) => {
    expect(PAGE).toContain(`| \`${known}\` | `);
  });

  test.each(codes)("%s is thrown somewhere", (known) => {
    expect(code).toContain(`"${known}"`);
  });
});

test("no code has two meanings", () => {
  const codes = [...PAGE.matchAll(/^\| `(ERR_\w+)`/gmu)].map(([, code]) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBe(Object.keys(PASS_ERRORS).length + Object.keys(WALLET_ERRORS).length);
});
