import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the repository, ending with a slash. */
export const ROOT: string = fileURLToPath(new URL("../../../", import.meta.url));

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Files below a folder whose names end so, as paths from the root, sorted; build products left out. */
export function listFiles(folder: string, ending: string): readonly string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .filter((path) => !/(?:^|\/)(?:node_modules|dist|build)\//u.test(path))
    .toSorted();
}

/** The pages that people write; those under `docs/reference` are generated. */
export function listPages(): readonly string[] {
  const pages = [...listFiles("docs", ".md"), ...listFiles("packages", ".md"), "README.md", "CONTRIBUTING.md", "SECURITY.md"];
  return pages.filter((path) => !path.startsWith("docs/reference/"));
}
