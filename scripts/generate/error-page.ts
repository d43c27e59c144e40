import { readFileSync } from "node:fs";
import { PASS_ERRORS } from "../../packages/pass/src/errors.ts";
import type { Generator } from "./generator.ts";

const PAGE = "docs/reference/errors.md";
const SOURCE = new URL("../../packages/pass/src/errors.ts", import.meta.url);

/** The page of all error codes, in the groups that the comments of the table make. */
export const errorPage: Generator = {
  name: "error-page",
  outputs: [PAGE],
  generate: async () => new Map([[PAGE, toPage()]]),
};

function toPage(): string {
  const lines = [
    "# Errors",
    "",
    "A bad *pass* gives findings; bad *use* throws a `PassError`. Branch on its `code`: codes stay, messages may get better. `details` has the facts of the case, `cause` the error underneath.",
    "",
    "```ts",
    'import { PassError, PassPackage } from "@passwright/pass";',
    "",
    "try {",
    "  await PassPackage.read(bytes);",
    "} catch (error) {",
    '  if (error instanceof PassError && error.code === "ERR_PASS_ARCHIVE_NOT_ZIP") console.error("not a pass");',
    "  else throw error;",
    "}",
    "```",
  ];
  for (const [group, codes] of readGroups()) {
    lines.push("", `## ${group.charAt(0).toUpperCase()}${group.slice(1)}`, "", "| code | says |", "|---|---|");
    for (const code of codes) lines.push(`| \`${code}\` | ${(PASS_ERRORS as Readonly<Record<string, string>>)[code]} |`);
  }
  return `${lines.join("\n")}\n`;
}

/** The table in its order; a comment line begins a group. */
function readGroups(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  let codes: string[] = [];
  for (const line of readFileSync(SOURCE, "utf8").split("\n")) {
    const group = /^ {2}\/\/ (?<name>[\w ]+)$/u.exec(line)?.groups?.["name"];
    if (group !== undefined) groups.set(group, (codes = []));
    const code = /^ {2}(?<code>ERR_PASS_\w+):/u.exec(line)?.groups?.["code"];
    if (code !== undefined) codes.push(code);
  }
  const listed = [...groups.values()].flat();
  if (listed.length !== Object.keys(PASS_ERRORS).length) throw new Error("a code of PASS_ERRORS stands in no group");
  return groups;
}
