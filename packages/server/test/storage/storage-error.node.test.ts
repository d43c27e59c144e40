import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { STORAGE_ERRORS, StorageError, type StorageErrorCode } from "../../src/storage/storage-error.ts";
import { checksumOf } from "../../src/storage/migrations/migration.ts";
import { POSTGRES_MIGRATIONS } from "../../src/storage/migrations/postgres-migrations.ts";
import { SQLITE_MIGRATIONS } from "../../src/storage/migrations/sqlite-migrations.ts";

const FOLDER = new URL("../../src/storage/", import.meta.url);

test("every code of storage says what went wrong, and is used", async () => {
  const files = (await readdir(FOLDER, { recursive: true })).filter(
    (name) => name.endsWith(".ts") && !name.endsWith("storage-error.ts"),
  );
  const sources = await Promise.all(files.map((name) => readFile(new URL(name, FOLDER), "utf8")));
  const code = sources.join("\n").replaceAll(/^\s*\*.*$/gmu, "");
  for (const [name, sentence] of Object.entries(STORAGE_ERRORS)) {
    expect(sentence).toMatch(/^[A-Z].*\.$/u);
    expect(code, name).toContain(`"${name}"`);
  }
  for (const [name] of code.matchAll(/ERR_STORAGE_[A-Z_]+/gu)) expect(Object.keys(STORAGE_ERRORS)).toContain(name);
});

test("an error without a text of its own says that of its code", () => {
  const code: StorageErrorCode = "ERR_STORAGE_CLOSED";
  expect(new StorageError(code)).toMatchObject({ code, message: STORAGE_ERRORS[code], name: "StorageError", serialNumbers: [] });
});

test("steps of the schema are numbered from 1 without a gap, on both databases alike", () => {
  for (const steps of [SQLITE_MIGRATIONS, POSTGRES_MIGRATIONS]) {
    expect(steps.map(({ id }) => id)).toEqual(steps.map((_, index) => index + 1));
    expect(new Set(steps.map(checksumOf)).size).toBe(steps.length);
  }
  expect(SQLITE_MIGRATIONS.map(({ name }) => name)).toEqual(POSTGRES_MIGRATIONS.map(({ name }) => name));
});
