import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PUSH_ERRORS, PushError } from "../../src/push/push-error.ts";

const folder = fileURLToPath(new URL("../../src/push", import.meta.url));
const text = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && path !== "push-error.ts")
  .map((path) => readFileSync(`${folder}/${path}`, "utf8"))
  .join("\n");

test.each(Object.keys(PUSH_ERRORS))("%s is thrown somewhere", (code) => {
  expect(text).toMatch(new RegExp(`new PushError\\(\\s*"${code}"`, "u"));
});

test("an error has its code's sentence unless it says more", () => {
  expect(new PushError("ERR_PUSH_OPTION").message).toBe(PUSH_ERRORS.ERR_PUSH_OPTION);
});
