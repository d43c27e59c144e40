/**
 * What either side of the protocol takes from the other before it refuses. Apple documents no maximum; real identifiers have
 * up to some 70 characters, real passes up to 10 MB. Lengths in characters, sizes in bytes.
 */
export const PROTOCOL_LIMITS = {
  /** A device library identifier, pass type identifier or serial number, decoded. */
  identifierLength: 1024,
  /** A push token; APNs' have 64 hexadecimal digits, those of other clients a few hundred characters. */
  pushTokenLength: 4096,
  /** An authentication token. */
  tokenLength: 4096,
  /** `passesUpdatedSince`, `lastUpdated`. */
  tagLength: 4096,
  /** Serial numbers in one list. */
  serialNumbers: 100_000,
  /** Body of a registration. */
  registrationBytes: 16 * 1024,
  /** Body of a personalization. */
  personalizationBytes: 64 * 1024,
  /** One value of a personalization. */
  personalValueLength: 4096,
  /** Body of a log, which anyone may write. */
  logBytes: 64 * 1024,
  /** Messages of one log, and characters of each. */
  logMessages: 100,
  logMessageLength: 4096,
  /** Body of a list, as a device reads it. */
  listBytes: 8 * 1024 * 1024,
  /** A pass, as a device reads it. */
  passBytes: 50 * 1024 * 1024,
  /** The signed personalization token. */
  signatureBytes: 64 * 1024,
} as const;
