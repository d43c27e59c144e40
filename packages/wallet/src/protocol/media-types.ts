/** Media types of the protocol, without parameters: a device looks at nothing else. */
export const MEDIA_TYPES = {
  pass: "application/vnd.apple.pkpass",
  bundle: "application/vnd.apple.pkpasses",
  json: "application/json",
  /** A signed personalization token. */
  signature: "application/octet-stream",
} as const;

/**
 * The media type of a Content-Type header, in lower case and without parameters; null when there is none.
 *
 * @example
 * ```ts
 * mediaTypeOf("Application/JSON; charset=utf-8"); // "application/json"
 * ```
 */
export function mediaTypeOf(contentType: string | null): string | null {
  const type = contentType?.split(";", 1)[0]?.trim().toLowerCase();
  return type === undefined || type === "" ? null : type;
}
