import { expect, test } from "vitest";
import { SEALED_COLUMNS } from "../../src/storage/certificates/sealed-columns.ts";
import { POSTGRES_MIGRATIONS } from "../../src/storage/migrations/postgres-migrations.ts";
import { SQLITE_MIGRATIONS } from "../../src/storage/migrations/sqlite-migrations.ts";

test.each([
  ["SQLite", SQLITE_MIGRATIONS],
  ["PostgreSQL", POSTGRES_MIGRATIONS],
])("every column of %s that holds sealed secrets is sealed anew with the others", (_, migrations) => {
  const found: string[] = [];
  for (const { sql } of migrations) {
    for (const [, table = "", body = ""] of sql.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n\)/gu)) {
      for (const [, column = ""] of body.matchAll(/^\s*((?:\w+_)?sealed\w*)\s/gmu)) found.push(`${table}.${column}`);
    }
    for (const [, table = "", column = ""] of sql.matchAll(/ALTER TABLE (\w+) ADD COLUMN ((?:\w+_)?sealed\w*)/gu)) {
      found.push(`${table}.${column}`);
    }
  }
  expect(found.toSorted()).toEqual(Object.keys(SEALED_COLUMNS).toSorted());
});
