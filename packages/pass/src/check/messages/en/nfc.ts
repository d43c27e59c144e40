import type { RuleWords } from "../../rule.ts";

const SILENT = "Expected: Wallet refuses the pass, or the phone stays silent at the reader.";

export const NFC_WORDS = {
  "nfc-certificate": {
    message: 'The pass needs an NFC certificate; it is signed with "{commonName}".',
    device:
      "Wallet refuses the pass; the device log says: Passes with an NFC dictionary or a Personalization JSON file must be signed with an enhanced Passbook certificate.",
    why: 'Apple grants NFC to some issuers on request. The name of such a certificate says "Pass Type ID with NFC".',
    fix: "Request NFC for the pass type from Apple and sign with the certificate made then, or remove nfc.",
  },
  "nfc-array": {
    message: "nfc is {value}; it must be an object.",
    device: SILENT,
    why: "nfc is one dictionary with message and encryptionPublicKey.",
    fix: 'Write "nfc": { "message": "…", "encryptionPublicKey": "…" }.',
  },
  "nfc-message": {
    message: "The message of nfc is {value}.",
    device: SILENT,
    why: "message is what the phone hands to the reader; it is required.",
    fix: "Set message to the identifier that the readers expect, up to 64 bytes.",
  },
  "nfc-message-64": {
    message: "The message of nfc is {length} bytes long in UTF-8; the limit is {limit}.",
    device: "The system cuts the message off after {limit} bytes.",
    why: "The payload of the protocol is limited.",
    fix: "Send a shorter identifier and keep the data on the server.",
  },
  "nfc-key-required": {
    message: "nfc has no encryptionPublicKey.",
    device: SILENT,
    why: "The phone encrypts the message with the key of the issuer's readers. Apple's current reference requires it.",
    fix: "Add the public key (P-256) that belongs to the private key in the readers.",
  },
  "nfc-key-format": {
    message: "encryptionPublicKey holds {found}.",
    device: SILENT,
    why: "The key is Base64 of a DER SubjectPublicKeyInfo with a point on the curve P-256, on one line.",
    fix: "Make it with: openssl ec -in key.pem -pubout -conv_form compressed -outform DER | base64 -w0",
  },
  "nfc-key-compressed": {
    message: "encryptionPublicKey gives its point in the uncompressed form (91 bytes).",
    device: "Some readers may not find their key.",
    why: "Passes in use have the compressed form (59 bytes), and phones and readers tell keys apart by a digest of it.",
    fix: "Convert it: openssl ec -pubin -in key.pem -pubout -conv_form compressed -outform DER | base64 -w0",
  },
  "nfc-auth-bool": {
    message: "requiresAuthentication is {value} instead of true or false.",
    device: "Expected: Wallet ignores the key, and the pass can be used without unlocking the phone.",
    why: "The key is a JSON boolean, without quotation marks.",
    fix: "Write true or false.",
  },
  "nfc-auth-name": {
    message: "nfc has the key requireAuthentication; the name is requiresAuthentication.",
    device: "Wallet ignores the key, and the pass can be used without unlocking the phone.",
    why: "A letter is missing.",
    fix: "Rename it to requiresAuthentication.",
  },
  "nfc-auth-sharing": {
    message: "requiresAuthentication is true, but sharingProhibited is not.",
    device: "The pass can be shared to a device before iOS 13.1, which does not ask for authentication.",
    why: "Apple's reference asks for both together.",
    fix: 'Add "sharingProhibited": true at the top level of pass.json.',
  },
} as const satisfies Record<string, RuleWords>;
