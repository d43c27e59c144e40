/** Names that file managers leave behind; lower case. */
const JUNK_NAMES = new Set([".ds_store", "thumbs.db", "desktop.ini", ".git", ".gitignore", ".gitkeep", ".localized"]);

/** What Finder's Compress adds beside the files: `__MACOSX/` and AppleDouble twins. */
export function isMacArchiveJunk(path: string): boolean {
  return path.split("/").some((step) => step === "__MACOSX" || step.startsWith("._"));
}

/** Other hidden files and leavings of file managers. */
export function isHiddenJunk(path: string): boolean {
  if (isMacArchiveJunk(path)) return false;
  return path
    .split("/")
    .some((step) => JUNK_NAMES.has(step.toLowerCase()) || (step.startsWith(".") && step.length > 1 && step !== ".."));
}

/** A file that no one meant to be in the pass. */
export function isJunkFile(path: string): boolean {
  return isMacArchiveJunk(path) || isHiddenJunk(path);
}
