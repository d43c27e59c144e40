/** Words that a person or a developer sees when a pass does not install, and what they mean. */
export interface InstallMessage {
  readonly id: string;
  readonly pattern: RegExp;
  /** Who sees the words. */
  readonly where: "phone" | "device-log";
  readonly cause: string;
  readonly fix: string;
  /** Rules of `checkPass`, or of `checkDelivery`, that find the fault. */
  readonly rules: readonly string[];
}

/**
 * The words as users and issue reports quote them. Patterns are unanchored, of fixed words, and looked for in bounded text.
 */
export const INSTALL_MESSAGES: readonly InstallMessage[] = [
  {
    id: "style-missing",
    pattern: /Pass dictionary must have an entry for one of/iu,
    where: "device-log",
    cause: "pass.json has none of the style keys (boardingPass, coupon, eventTicket, generic, storeCard).",
    fix: "Add the dictionary of one style at the top level.",
    rules: ["style-none"],
  },
  {
    id: "key-missing",
    pattern: /Pass dictionary must contain key '/iu,
    where: "device-log",
    cause: "A required key is missing from pass.json; the message names it.",
    fix: "Add the key.",
    rules: [],
  },
  {
    id: "field-key-twice",
    pattern: /more than one field has the key/iu,
    where: "device-log",
    cause: "Two fields of the pass have the same key.",
    fix: "Give each field a key of its own, across all sections.",
    rules: ["field-key-unique"],
  },
  {
    id: "nfc-certificate",
    pattern: /must be signed with an enhanced Passbook certificate/iu,
    where: "device-log",
    cause: "The pass has nfc or a personalization.json, and the certificate is not one with NFC.",
    fix: "Ask Apple for an NFC-enabled Pass Type ID certificate, or leave them out.",
    rules: ["nfc-certificate"],
  },
  {
    id: "signature-wrong",
    pattern: /Manifest signature did not verify/iu,
    where: "device-log",
    cause: "The signature does not belong to this manifest.json: it was changed after signing, or signed as another text.",
    fix: "Sign the bytes of manifest.json last, detached, and change nothing afterwards.",
    rules: ["signature-verify"],
  },
  {
    id: "manifest-missing-file",
    pattern: /No entry in manifest for file/iu,
    where: "device-log",
    cause: "A file of the archive is not listed in manifest.json; .DS_Store is the usual one.",
    fix: "List every file but manifest.json and signature, or leave it out.",
    rules: ["manifest-extra"],
  },
  {
    id: "manifest-unreadable",
    pattern: /Manifest didn't parse/iu,
    where: "device-log",
    cause: "manifest.json is not a JSON object of paths and SHA-1 digests.",
    fix: "Write it as a JSON object.",
    rules: ["manifest-parse", "manifest-json"],
  },
  {
    id: "signature-missing",
    pattern: /Signature is missing/iu,
    where: "device-log",
    cause: "There is no file signature at the top of the archive; often the whole folder was packed instead of its content.",
    fix: "Pack the files themselves, not the folder around them.",
    rules: ["signature-present", "zip-nested-folder"],
  },
  {
    id: "identity-or-chain",
    pattern: /passTypeIdentifier or teamIdentifier provided may not match your certificate/iu,
    where: "device-log",
    cause: "The identifiers are not those of the certificate, or the intermediate certificate is missing or the wrong one.",
    fix: "Compare passTypeIdentifier and teamIdentifier with the certificate, and embed the intermediate that issued it (G4 for certificates since 2022).",
    rules: ["wwdr-match"],
  },
  {
    id: "date-form",
    pattern: /Unable to parse .{0,200} as a date/iu,
    where: "device-log",
    cause: "A date of pass.json is not a W3C date with hours, minutes and an offset with a colon.",
    fix: "Write it like 2026-06-01T19:30+02:00.",
    rules: ["date-w3c"],
  },
  {
    id: "invalid-pass",
    pattern: /The pass cannot be read because it isn.t valid|Invalid data error reading pass/iu,
    where: "device-log",
    cause: "The pass does not pass one of the steps of installing; the words after it, if any, say which.",
    fix: "Check the file (`passwright check`): it names the step.",
    rules: [],
  },
  {
    id: "safari-download",
    pattern: /Safari (?:cannot|could not|can.t|couldn.t) download this file/iu,
    where: "phone",
    cause: "Safari got something that is no pass that installs: a wrong Content-Type, a pass that is refused, or an error page.",
    fix: "Serve application/vnd.apple.pkpass and check the file itself; the phone says no more.",
    rules: ["mime-type"],
  },
  {
    id: "cannot-install",
    pattern:
      /(?:your pass cannot be (?:installed|added)|pass could not be (?:installed|added)|cannot be added to (?:apple )?wallet)/iu,
    where: "phone",
    cause: "A step of installing refused the pass; the phone does not say which.",
    fix: "Check the file (`passwright check`): it names the step and the mend.",
    rules: [],
  },
];
