/** Shorter ones are words that stand in many texts. */
const LEAST = 4;

/**
 * A text of somebody else without secrets that this server has told them: the other side of a connection can repeat what it was
 * given, as it is or in base64, and what it says is logged and shown.
 */
export function hideSecrets(text: string, secrets: readonly (string | Uint8Array)[]): string {
  const forms = secrets.flatMap((secret) => {
    const bytes = Buffer.from(secret);
    return [typeof secret === "string" ? secret : "", bytes.toString("base64"), bytes.toString("base64url"), bytes.toString("hex")];
  });
  const wanted = [...new Set(forms.map((form) => form.replace(/=+$/u, "")))].filter((form) => form.length >= LEAST);
  // The longest first: of two that begin alike the shorter would leave the rest of the other.
  return wanted
    .toSorted((one, two) => two.length - one.length)
    .reduce((result, form) => result.replaceAll(form, "[redacted]"), text);
}
