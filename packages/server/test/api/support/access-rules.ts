/** Which keys may do what asks for a scope: written down here a second time, so that a change of the table is noticed. */
export const MAY: Readonly<Record<string, readonly string[]>> = {
  installation: ["installation"],
  admin: ["admin"],
  issue: ["admin", "issue"],
  read: ["admin", "issue", "read"],
  scan: ["admin", "scan"],
};
export const SCOPES = Object.keys(MAY);

/**
 * Operations without an entry in the audit log though they are not GET: what previews say is told and forgotten; scans are a log
 * of their own, with the key that scanned and the one that undid; rows are in the entry of their job; a bundle is a download.
 */
export const READING: ReadonlySet<string> = new Set([
  "previewTemplate",
  "downloadPreview",
  "drawPreview",
  "scanPass",
  "scanBatch",
  "undoScan",
  "testWebhook",
  "previewJob",
  "sendRows",
  "createBundle",
]);
