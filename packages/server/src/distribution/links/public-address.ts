/** Path below which public pages are, behind that of the public URL. */
export const PAGES = "/p";
/** And of signed links. */
export const MINTS = "/m";

/** The address of a link. @param publicUrl without a slash at its end: never taken from a request, whose `Host` anyone can write. */
export function linkAddress(publicUrl: string, token: string): string {
  return `${publicUrl}${PAGES}/${token}`;
}

/** The address of a signed link. */
export function mintAddress(publicUrl: string, token: string): string {
  return `${publicUrl}${MINTS}/${token}`;
}
