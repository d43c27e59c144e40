/**
 * Folders and files, for programs in Node: reading sources of passes, writing passes.
 *
 * @module
 */
export { FOLDER_LIMITS, type FolderLimits } from "./folder-limits.ts";
export { readFolder, type ReadFolderOptions } from "./read-folder.ts";
export { writeChunks, writeFolder } from "./write-files.ts";
