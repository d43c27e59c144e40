import { readFileSync } from "node:fs";
import { PASS_ERRORS } from "../../packages/pass/src/errors.ts";
import { RENDER_ERRORS } from "../../packages/render/src/errors.ts";
import { DEVICE_ERRORS } from "../../packages/server/src/device-service/device-error.ts";
import { INSTALLATION_ERRORS } from "../../packages/server/src/installation/installation-error.ts";
import { PUSH_ERRORS } from "../../packages/server/src/push/push-error.ts";
import { STORAGE_ERRORS } from "../../packages/server/src/storage/storage-error.ts";
import { WALLET_ERRORS } from "../../packages/wallet/src/errors.ts";
import type { Generator } from "./generator.ts";

const PAGE = "docs/reference/errors.md";

/** A package's table of codes, and the file whose comments group it. */
interface ErrorTable {
  readonly module: string;
  readonly source: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly introduction: readonly string[];
  /** For a table of one room, which needs no groups. */
  readonly group?: string;
}

/** Tables of the server, one for each of its rooms. */
const SERVER_TABLES: readonly ErrorTable[] = [
  {
    module: "@passwright/server",
    source: "packages/server/src/installation/installation-error.ts",
    codes: INSTALLATION_ERRORS,
    introduction: [
      "Throws `InstallationError`, `ConfigError`, `StorageError`, `DeviceError` and `PushError`. What a device or a push service does wrong is no error: it is answered, recorded and counted.",
    ],
    group: "start",
  },
  {
    module: "",
    source: "packages/server/src/storage/storage-error.ts",
    codes: STORAGE_ERRORS,
    introduction: [],
    group: "storage",
  },
  {
    module: "",
    source: "packages/server/src/device-service/device-error.ts",
    codes: DEVICE_ERRORS,
    introduction: [],
    group: "web service",
  },
  { module: "", source: "packages/server/src/push/push-error.ts", codes: PUSH_ERRORS, introduction: [], group: "push" },
];

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
  {
    module: "@passwright/render",
    source: "packages/render/src/errors.ts",
    codes: RENDER_ERRORS,
    introduction: [
      "Throws `RenderError`. A pass with a bad part is drawn without it, and a finding of the drawing names the part.",
    ],
    group: "drawing",
  },
  ...SERVER_TABLES,
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
    if (table.module !== "") lines.push("", `## ${table.module}`, "", ...table.introduction);
    for (const [group, codes] of readGroups(table)) {
      lines.push("", `### ${group.charAt(0).toUpperCase()}${group.slice(1)}`, "", "| code | says |", "|---|---|");
      for (const code of codes) lines.push(`| \`${code}\` | ${table.codes[code]} |`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A table in its order; a comment line begins a group. */
function readGroups({ source, codes: table, group: only }: ErrorTable): ReadonlyMap<string, readonly string[]> {
  if (only !== undefined) return new Map([[only, Object.keys(table)]]);
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
