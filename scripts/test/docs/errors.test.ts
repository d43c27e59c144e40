import { describe, expect, test } from "vitest";
import { PASS_ERRORS } from "../../../packages/pass/src/errors.ts";
import { RENDER_ERRORS } from "../../../packages/render/src/errors.ts";
import { DEVICE_ERRORS } from "../../../packages/server/src/device-service/device-error.ts";
import { INSTALLATION_ERRORS } from "../../../packages/server/src/installation/installation-error.ts";
import { PUSH_ERRORS } from "../../../packages/server/src/push/push-error.ts";
import { STORAGE_ERRORS } from "../../../packages/server/src/storage/storage-error.ts";
import { WALLET_ERRORS } from "../../../packages/wallet/src/errors.ts";
import { listFiles, readText } from "./repository.ts";

const PAGE = readText("docs/reference/errors.md");

/** Where the codes are listed, and so not thrown. */
const TABLES = ["/errors.ts", "/installation-error.ts", "/storage-error.ts", "/device-error.ts", "/push-error.ts"];

/** Without doc comments, where a code is only spoken of. */
function readCode(folder: string): string {
  const sources = listFiles(folder, ".ts").filter((file) => !TABLES.some((table) => file.endsWith(table)));
  return sources.map((file) => readText(file).replaceAll(/\/\*\*[\s\S]*?\*\//gu, "")).join("\n");
}

const SERVER_CODES = [INSTALLATION_ERRORS, STORAGE_ERRORS, DEVICE_ERRORS, PUSH_ERRORS].flatMap((table) => Object.keys(table));

describe.each([
  ["pass", Object.keys(PASS_ERRORS)],
  ["wallet", Object.keys(WALLET_ERRORS)],
  ["render", Object.keys(RENDER_ERRORS)],
  ["server", SERVER_CODES],
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
  const tables = [PASS_ERRORS, WALLET_ERRORS, RENDER_ERRORS].flatMap((table) => Object.keys(table));
  expect(new Set(codes)).toEqual(new Set([...tables, ...SERVER_CODES]));
});
