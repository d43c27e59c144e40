import { expect, test } from "vitest";
import { BUNDLE_RULES } from "../../src/check/rules/bundle.ts";
import { DELIVERY_RULES } from "../../src/check/rules/delivery.ts";
import { RULES } from "../../src/check/rules/index.ts";
import { UPDATE_RULES } from "../../src/check/rules/update.ts";
import { readFixture } from "../support/read-fixture.ts";

const ALL = [...RULES, ...BUNDLE_RULES, ...DELIVERY_RULES, ...UPDATE_RULES];

const FOLDER = "docs/reference/rules";

test("every rule has a page that says what, why, what to do, on what evidence, and shows an example of either kind", async () => {
  for (const { id, severity, effect, step, refusal, narrows = [], sources } of ALL) {
    const page = new TextDecoder().decode((await readFixture(`${FOLDER}/${id}.md`)) ?? new Uint8Array());
    const parts = [
      `# ${id}\n`,
      `| severity | ${severity} |`,
      `| effect | ${effect}`,
      ...(step === undefined ? [] : [`| step | ${step},`, "| decides | "]),
      ...(refusal === "now" ? ["says nothing of the day of signing"] : []),
      ...(refusal === "some-devices" ? ["on some devices"] : []),
      "| evidence | ",
      "| consequence | ",
      ...narrows.map((other) => `[${other}](${other}.md)`),
      "**What a device does.** ",
      "**Why.** ",
      "**What to do.** ",
      "## Found\n",
      "What the check says of it:\n",
      "## Not found\n",
      "## Sources\n",
      ...sources,
    ];
    for (const part of parts) expect(page.includes(part), `${id}: ${part}`).toBe(true);
  }
});

test("the lists of the pages name every rule, and how many there are", async () => {
  const list = new TextDecoder().decode((await readFixture(`${FOLDER}/index.md`)) ?? new Uint8Array());
  const areas = new TextDecoder().decode((await readFixture(`${FOLDER}/README.md`)) ?? new Uint8Array());
  for (const { id } of ALL) expect(list.includes(`| [${id}](${id}.md) |`), id).toBe(true);
  expect(list).toContain(`${ALL.length} rules`);
  expect(areas).toContain(`| **All** | ${ALL.length} |`);
});
