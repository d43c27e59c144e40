/** Rows as CSV (RFC 4180), under their heads. */
export function toCsv(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [heads, ...rows].map((row) => row.map(toCell).join(",")).join("\r\n") + "\r\n";
}

/** A text that a spreadsheet would take for a formula is marked as a text: whoever names a thing must not run one elsewhere. */
function toCell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
