import { PassError } from "../errors.ts";

/** `ERR_PASS_STRINGS_SYNTAX`, with the line (1-based) where there are lines. */
export function stringsError(reason: string, line: number | null): PassError {
  const place = line === null ? "" : ` in line ${line}`;
  return new PassError("ERR_PASS_STRINGS_SYNTAX", `The .strings file cannot be read: ${reason}${place}.`, {
    details: { reason, line },
  });
}
