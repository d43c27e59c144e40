import { describe, expect, test } from "vitest";
import { PASS_ERRORS } from "../../../packages/pass/src/errors.ts";
import { listFiles, readText } from "./repository.ts";

const CODES = Object.keys(PASS_ERRORS);
const PAGE = readText("docs/reference/errors.md");
const SOURCES = listFiles("packages/pass/src", ".ts").filter((file) => file !== "packages/pass/src/errors.ts");
/** Without doc comments, where a code is only spoken of. */
const CODE = SOURCES.map((file) => readText(file).replaceAll(/\/\*\*[\s\S]*?\*\//gu, "")).join("\n");

describe("error codes", () => {
  test.each(CODES)("%s is on the page of errors", (code) => {
    expect(PAGE).toContain(`| \`${code}\` | `);
  });

  test.each(CODES)("%s is thrown somewhere", (code) => {
    expect(CODE).toContain(`"${code}"`);
  });
});
