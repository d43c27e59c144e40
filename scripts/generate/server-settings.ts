import { SETTINGS } from "../../packages/server/src/config/settings.ts";
import type { Generator } from "./generator.ts";

const PAGE = "docs/reference/server-settings.md";

/** The page of everything that a server can be told. */
export const serverSettings: Generator = {
  name: "server-settings",
  outputs: [PAGE],
  generate: async () => new Map([[PAGE, toPage()]]),
};

function toPage(): string {
  const lines = [
    "# Settings of the server",
    "",
    "A flag of `passwright serve` goes before the environment, and that before the file of `--config` (a JSON object with the keys of the last column). All are checked at the start, and everything that is wrong is told at once.",
    "",
    "| flag | environment | default | what | key |",
    "|---|---|---|---|---|",
  ];
  for (const { flag, argument, environment, fallback, description, key } of SETTINGS) {
    const shown = fallback === null || fallback === false ? "–" : `\`${fallback}\``;
    const call = argument === null ? `--${flag}` : `--${flag} ${argument}`;
    lines.push(`| \`${call}\` | \`${environment}\` | ${shown} | ${description} | \`${key}\` |`);
  }
  return `${lines.join("\n")}\n`;
}
