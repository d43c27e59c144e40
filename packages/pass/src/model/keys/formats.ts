/** How a string has to look, beyond being a string. */
export interface KeyFormat {
  /** In words, for documentation and messages. */
  readonly title: string;
  /** A regular expression (ECMA-262, `u`) that every conforming value matches; null where none can say it. */
  readonly pattern: string | null;
  readonly example: string;
}

/** Names of {@link KEY_FORMATS}; the table of keys needs no more of them. */
export const FORMAT_NAMES = [
  "date",
  "color",
  "url",
  "https-url",
  "email",
  "phone",
  "time-zone",
  "currency",
  "decimal",
  "uuid",
  "public-key",
  "charset",
  "sha256",
  "html",
  "pass-type",
  "team",
  "symbol",
  "airline-code",
  "airport-code",
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/**
 * The formats that the table of keys names. Patterns check the shape only: `2026-02-30T10:00Z` matches `date`, an unknown
 * zone matches `time-zone`; the checks look closer.
 */
export const KEY_FORMATS = {
  date: {
    title: "date and time with hours, minutes and a zone (W3C, a profile of ISO 8601)",
    pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$",
    example: "2026-12-24T19:30+01:00",
  },
  color: {
    title: "colour as rgb(red, green, blue), whole numbers from 0 to 255; hexadecimal colours are read by Apple's own tool only",
    pattern: "^rgb\\(\\s*\\d{1,3}\\s*,\\s*\\d{1,3}\\s*,\\s*\\d{1,3}\\s*\\)$",
    example: "rgb(22, 55, 110)",
  },
  url: { title: "URL with its scheme", pattern: "^[A-Za-z][A-Za-z0-9+.-]*:\\S+$", example: "https://example.com/tickets" },
  "https-url": { title: "https URL", pattern: "^[Hh][Tt][Tt][Pp][Ss]://\\S+$", example: "https://passes.example.com/" },
  email: { title: "e-mail address", pattern: "^[^\\s@]+@[^\\s@]+$", example: "help@example.com" },
  phone: { title: "telephone number", pattern: null, example: "+1 408 555 0100" },
  "time-zone": { title: "IANA time zone", pattern: "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$", example: "Europe/Berlin" },
  currency: { title: "currency code of ISO 4217, three capital letters", pattern: "^[A-Z]{3}$", example: "EUR" },
  decimal: { title: "decimal number in a string", pattern: "^-?\\d+(\\.\\d+)?$", example: "12.50" },
  uuid: {
    title: "UUID",
    pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
    example: "8FB2B2E1-33F4-4C4B-9A3B-6C1D7B0A5F11",
  },
  "public-key": {
    title: "Base64 (no PEM lines) of a DER SubjectPublicKeyInfo with a P-256 key",
    pattern: "^[A-Za-z0-9+/]+={0,2}$",
    example: "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACaNp5sYtPzm0cJQ8ws0ByZ0mdBmu5uUJzFj3ZPdvAtgo=",
  },
  charset: { title: "IANA name of a character set", pattern: "^[A-Za-z0-9][A-Za-z0-9:._+-]*$", example: "iso-8859-1" },
  sha256: {
    title: "SHA-256 in hexadecimal",
    pattern: "^[0-9A-Fa-f]{64}$",
    example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  },
  html: {
    title: 'text in which the tag <a href="…"> is allowed and & < > are escaped',
    pattern: null,
    example: '<a href="https://example.com/terms">Terms</a>',
  },
  "pass-type": {
    title: 'pass type identifier: reverse domain name that begins with "pass."',
    pattern: "^pass\\.[A-Za-z0-9.-]+$",
    example: "pass.com.example.membership",
  },
  team: { title: "team identifier: ten capital letters and digits", pattern: "^[A-Z0-9]{10}$", example: "A1B2C3D4E5" },
  symbol: { title: "name of an SF Symbol", pattern: "^[a-z0-9]+(\\.[a-z0-9]+)*$", example: "airplane.departure" },
  "airline-code": { title: "airline designator of IATA, two letters or digits", pattern: "^[A-Z0-9]{2}$", example: "LH" },
  "airport-code": { title: "airport code of IATA, three capital letters", pattern: "^[A-Z]{3}$", example: "MUC" },
} as const satisfies Record<FormatName, KeyFormat>;
