/**
 * Every error code of the package: what went wrong in a sentence. Programs branch on the code; the message of an
 * error adds the facts of the case. The page `docs/reference/errors.md` is generated from this table.
 */
export const PASS_ERRORS = {
  // archive
  ERR_PASS_ARCHIVE_NOT_ZIP: "The bytes are not a ZIP archive that can be opened.",
  ERR_PASS_ARCHIVE_LIMIT: "The archive is larger, deeper or more numerous than the limits allow.",
  ERR_PASS_ARCHIVE_UNSAFE:
    "The archive has entries that share bytes, or a path that must not stand in a pass: one that leaves the archive, or one twice.",
  ERR_PASS_ARCHIVE_DAMAGED:
    "An entry of the archive cannot be unpacked: it is cut off, its checksum is wrong or its method is unknown.",
  // model
  ERR_PASS_JSON_INVALID: "A JSON file of the pass cannot be read.",
  ERR_PASS_JSON_LIMIT: "A JSON file of the pass is larger, deeper or more numerous than the limits allow.",
  ERR_PASS_JSON_PATH: "An edit names a place in pass.json that does not exist or cannot hold the value.",
  // strings
  ERR_PASS_STRINGS_SYNTAX: 'A .strings file does not follow the syntax "key" = "value";',
  // signature
  ERR_PASS_DER_INVALID: "The bytes are not the DER or BER structure that they should be.",
  ERR_PASS_DER_LIMIT: "The DER structure is nested deeper or longer than the limits allow.",
  ERR_PASS_CERTIFICATE_INVALID: "A certificate cannot be read.",
  ERR_PASS_REVOCATION_LIST_INVALID: "A list of revoked certificates cannot be read.",
  ERR_PASS_KEY_INVALID: "A private key cannot be read.",
  ERR_PASS_KEY_PASSPHRASE: "The passphrase of a private key or a PKCS#12 file is missing or wrong.",
  // signing
  ERR_PASS_PEM_INVALID: "The text is not PEM: no block, a block without an end, or damaged Base64.",
  ERR_PASS_KEY_CIPHER: "A private key is encrypted with a cipher that this entry point does not read.",
  ERR_PASS_KEY_LIMIT: "A private key or a PKCS#12 file is larger, or asks for more key-derivation work, than the limits allow.",
  ERR_PASS_PKCS12_INVALID: "A PKCS#12 file cannot be read, or holds no private key with its certificate.",
  ERR_PASS_CERTIFICATE_REQUEST: "A certificate signing request cannot be made from these options, or does not hold.",
  ERR_PASS_SIGN_KEY_MISMATCH: "The private key does not belong to the certificate.",
  ERR_PASS_SIGN_KEY_KIND: "The key is of a kind that cannot sign passes.",
  ERR_PASS_SIGN_KEY_WEAK: "The RSA key is shorter than 2048 bits.",
  ERR_PASS_SIGN_EXPIRED: "The certificate, or the intermediate above it, has expired.",
  ERR_PASS_SIGN_NOT_YET_VALID: "The certificate, or the intermediate above it, is not valid yet.",
  ERR_PASS_SIGN_NOT_PASS_CERTIFICATE: "The certificate is not a Pass Type ID certificate.",
  ERR_PASS_SIGN_ISSUER_MISMATCH: "The intermediate certificate given did not issue the signing certificate.",
  ERR_PASS_SIGN_ISSUER_UNKNOWN: "No known intermediate certificate issued the signing certificate.",
  ERR_PASS_SIGN_PASS_TYPE: "passTypeIdentifier differs from the certificate's UID.",
  ERR_PASS_SIGN_TEAM: "teamIdentifier differs from the certificate's OU.",
  ERR_PASS_SIGN_NFC: "The pass has NFC keys, and the certificate is not one with NFC.",
  ERR_PASS_SIGN_TIME: "The signing time is no date that a signature can state.",
  ERR_PASS_SIGN_FUNCTION: "The signing function failed, or returned something that is not the signature asked for.",
  // platform
  ERR_PASS_RUNTIME: "The runtime lacks what the package needs: WebCrypto (a page must be served by https) or compression streams.",
  // package
  ERR_PASS_FILE_MISSING: "A file that the pass needs is not there.",
  ERR_PASS_FILE_NAME:
    "A file of the pass has a path that leaves the pass, or that a device and a file system would read differently.",
  ERR_PASS_INCOMPLETE: "The pass lacks something without which no device installs it.",
  ERR_PASS_BUNDLE: "A bundle cannot be made of these passes: none, too many, too large, or one of them twice.",
  ERR_PASS_FOLDER_UNSAFE: "A folder holds a link that leads out of it, or something that is not a file.",
  ERR_PASS_FOLDER_LIMIT: "A folder is larger, deeper or more numerous than the limits allow.",
  // template
  ERR_PASS_TEMPLATE_INVALID: "The files do not make a template.",
  ERR_PASS_TEMPLATE_EXPRESSION: "An expression of a template cannot be read or evaluated.",
  ERR_PASS_TEMPLATE_SCHEMA: "The JSON Schema of a template's inputs cannot be used.",
  ERR_PASS_TEMPLATE_VALUES: "The values do not fit the inputs of the template.",
  ERR_PASS_TEMPLATE_LIMIT: "A template, the values for it, or what its expressions make goes beyond the limits.",
  // barcode
  ERR_PASS_BARCODE_PAYLOAD: "A signed barcode holds a payload of 1 to 200 bytes.",
  // check
  ERR_PASS_RULE_UNKNOWN: "A rule is named that does not exist.",
} as const satisfies Record<`ERR_PASS_${string}`, string>;

/** A code of {@link PASS_ERRORS}. */
export type PassErrorCode = keyof typeof PASS_ERRORS;

/** Facts of a case, by name; what a program may want to read without parsing the message. */
export type PassErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The one error class of the package. Bad *use* throws it; a bad *pass* gives findings instead.
 *
 * @example
 * ```ts
 * try {
 *   await PassPackage.read(bytes);
 * } catch (error) {
 *   if (error instanceof PassError && error.code === "ERR_PASS_ARCHIVE_NOT_ZIP") console.error("not a pass");
 * }
 * ```
 */
export class PassError extends Error {
  override readonly name = "PassError";
  readonly code: PassErrorCode;
  readonly details: PassErrorDetails;

  constructor(
    code: PassErrorCode,
    message?: string,
    options: { readonly cause?: unknown; readonly details?: PassErrorDetails } = {},
  ) {
    super(message ?? PASS_ERRORS[code], options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}
