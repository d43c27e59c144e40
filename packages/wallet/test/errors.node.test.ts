import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { WALLET_ERRORS, WalletError } from "@passwright/wallet";

const source = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && path !== "errors.ts",
);
const text = files.map((path) => readFileSync(`${source}/${path}`, "utf8")).join("\n");

test.each(Object.keys(WALLET_ERRORS))("%s is thrown somewhere", (code) => {
  expect(text).toMatch(new RegExp(`new WalletError\\(\\s*"${code}"`, "u"));
});

test("an error has its code's sentence unless it says more", () => {
  expect(new WalletError("ERR_WALLET_TOKEN").message).toBe(WALLET_ERRORS.ERR_WALLET_TOKEN);
});
