/** Why a barcode cannot be drawn, with the facts that a finding needs. */
export type BarcodeUnfit =
  /** `format` is none of the eight. */
  | { readonly code: "unknown-format"; readonly format: string }
  /** There is nothing to encode. */
  | { readonly code: "empty" }
  /** `messageEncoding` is no IANA charset. */
  | { readonly code: "unknown-encoding"; readonly messageEncoding: string }
  /** `messageEncoding` is a charset that this runtime cannot write. */
  | { readonly code: "unsupported-encoding"; readonly messageEncoding: string }
  /** A character of the message does not exist in `messageEncoding`. */
  | { readonly code: "character-not-in-encoding"; readonly character: string; readonly messageEncoding: string }
  /** A byte that the format has no character for. */
  | { readonly code: "byte-not-in-format"; readonly byte: number; readonly position: number }
  /** More than the format holds: `length` of the payload in bytes against the format's `limit` for a payload of this kind. */
  | { readonly code: "too-long"; readonly length: number; readonly limit: number }
  /** A number of digits that the format does not have. */
  | { readonly code: "digit-count"; readonly digits: number; readonly expected: "12 or 13" | "even" }
  /** The last digit of an EAN-13 contradicts the others. */
  | { readonly code: "check-digit"; readonly digit: number; readonly expected: number }
  /** A Codabar that is not digits and signs between letters A to D. */
  | { readonly code: "start-stop"; readonly position: number };
