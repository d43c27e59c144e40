/** The longest name in the IANA database has 32 characters. */
const MAX_LENGTH = 64;

const OFFSET = /^[+-]?\d|^(?:UTC|GMT)[+-]/u;

/**
 * Whether a text names a zone of the IANA time zone database (`Europe/Berlin`, `UTC`), links included. Offsets such as
 * `+02:00` are no names, although newer engines take them; a name in another case is none on a device.
 *
 * @example
 * ```ts
 * isTimeZone("Europe/Berlin"); // true
 * isTimeZone("CEST"); // false
 * ```
 */
export function isTimeZone(text: string): boolean {
  if (text.length > MAX_LENGTH || OFFSET.test(text)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions();
    // Links may come back as the zone they lead to; a name that comes back as itself must do so letter by letter.
    return timeZone === text || timeZone.toLowerCase() !== text.toLowerCase();
  } catch {
    return false;
  }
}
