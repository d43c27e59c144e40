import { createHash } from "node:crypto";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { FOLDER_LIMITS } from "@passwright/pass/node";

/**
 * Tells one state of a folder from another without reading its files: names, sizes, times and inodes of all of them. Null when
 * there is no such folder. Folders that no pass is read from (hidden ones, `node_modules`) do not count.
 */
export async function printFolder(root: string): Promise<string | null> {
  const hash = createHash("sha256");
  const folders = [{ path: root, depth: 0 }];
  let count = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { path, depth } = folder;
    const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
    if (entries === null && path === root) return null;
    for (const entry of (entries ?? []).toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      // More than is ever read: the reading says so.
      count += 1;
      if (count > FOLDER_LIMITS.files * 2) return hash.digest("hex");
      const file = join(path, entry.name);
      const facts = await lstat(file, { bigint: true }).catch(() => null);
      if (facts === null) continue;
      if (facts.isDirectory()) {
        if (!entry.name.startsWith(".") && entry.name !== "node_modules" && depth < FOLDER_LIMITS.depth)
          folders.push({ path: file, depth: depth + 1 });
        hash.update(JSON.stringify([file]));
      } else hash.update(JSON.stringify([file, ...[facts.size, facts.mtimeNs, facts.ctimeNs, facts.ino].map(String)]));
    }
  }
  return hash.digest("hex");
}
