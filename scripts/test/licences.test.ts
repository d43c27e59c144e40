import { expect, test } from "vitest";
import { readText } from "./docs/repository.ts";

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

/** What may ship beside MIT code; by SPDX. */
const FREE: ReadonlySet<string> = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  // One of the two is enough.
  "(BSD-3-Clause OR GPL-2.0)",
]);
/** libvips: a library of its own that is loaded, and may be replaced (LGPL-3.0 §4). */
const LOADED = /^node_modules\/@img\/sharp-(?:libvips-|wasm32|win32-)/u;

test("what ships may be shipped: every dependency says its licence, and it is a free one", () => {
  const { packages } = JSON.parse(readText("package-lock.json")) as { readonly packages: Readonly<Record<string, Locked>> };
  const shipped = Object.entries(packages).filter(
    ([path, { dev, devOptional, link }]) => path.includes("node_modules/") && dev !== true && devOptional !== true && link !== true,
  );
  expect(shipped.length).toBeGreaterThan(30);
  const wrong = shipped.filter(([path, { license = "none" }]) => !FREE.has(license) && !LOADED.test(path));
  expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
