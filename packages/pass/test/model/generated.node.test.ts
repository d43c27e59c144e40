import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Generator } from "../../../../scripts/generate/generator.ts";
import { passReference } from "../../../../scripts/generate/model-reference.ts";
import { passSchemas } from "../../../../scripts/generate/model-schema.ts";
import { passTypes } from "../../../../scripts/generate/model-types.ts";

const root = new URL("../../../../", import.meta.url);

test.each<Generator>([passTypes, passSchemas, passReference])(
  "$name: the committed files are what the table of keys gives",
  async (generator) => {
    const files = await generator.generate();
    expect(files.size).toBeGreaterThan(0);
    for (const [path, text] of files) expect(await readFile(new URL(path, root), "utf8"), path).toBe(text);
  },
);
