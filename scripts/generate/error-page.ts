import { readFileSync } from "node:fs";
import { PASS_ERRORS } from "../../packages/pass/src/errors.ts";
import { WALLET_ERRORS } from "../../packages/wallet/src/errors.ts";
import type { Generator } from "./generator.ts";

const PAGE = "docs/reference/errors.md";

/** A package's table of codes, and the file whose comments group it. */
interface ErrorTable {
  readonly module: string;
  readonly source: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly introduction: readonly string[];
}

const TABLES: readonly ErrorTable[] = [
  {
    module: "@passwright/pass",
    source: "packages/pass/src/errors.ts",
    codes: PASS_ERRORS,
    introduction: [
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
    ],
  },
  {
    module: "@passwright/wallet",
    source: "packages/wallet/src/errors.ts",
    codes: WALLET_ERRORS,
    introduction: [
      "Throws `WalletError`. What a web service does wrong is no error: it comes back as events, outcomes and messages in its log.",
    ],
  },
];

/** The page of all error codes, in the groups that the comments of the tables make. */
export const errorPage: Generator = {
  name: "error-page",
  outputs: [PAGE],
  generate: async () => new Map([[PAGE, toPage()]]),
};

function toPage(): string {
  const lines = [
    "# Errors",
    "",
    "A bad *pass* gives findings; bad *use* throws. Branch on the `code` of an error: codes stay, messages may get better. `details` has the facts of the case, `cause` the error underneath.",
  ];
  for (const table of TABLES) {
    lines.push("", `## ${table.module}`, "", ...table.introduction);
    for (const [group, codes] of readGroups(table)) {
      lines.push("", `### ${group.charAt(0).toUpperCase()}${group.slice(1)}`, "", "| code | says |", "|---|---|");
      for (const code of codes) lines.push(`| \`${code}\` | ${table.codes[code]} |`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A table in its order; a comment line begins a group. */
function readGroups({ source, codes: table }: ErrorTable): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  let codes: string[] = [];
  for (const line of readFileSync(new URL(`../../${source}`, import.meta.url), "utf8").split("\n")) {
    const group = /^ {2}\/\/ (?<name>[\w ]+)$/u.exec(line)?.groups?.["name"];
    if (group !== undefined) groups.set(group, (codes = []));
    const code = /^ {2}(?<code>ERR_[A-Z]+_\w+):/u.exec(line)?.groups?.["code"];
    if (code !== undefined) codes.push(code);
  }
  const listed = [...groups.values()].flat();
  if (listed.length !== Object.keys(table).length) throw new Error(`a code of ${source} stands in no group`);
  return groups;
}
