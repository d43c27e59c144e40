import { defineNotes } from "./key-note.ts";

/** Payload for readers of Apple VAS. */
export const NFC_NOTES = /* @__PURE__ */ defineNotes(["nfc"], {
  message: "Payload for the reader; longer text is cut.",
  encryptionPublicKey: {
    note: "Base64 of a DER SubjectPublicKeyInfo, P-256; real passes use the compressed point (59 bytes DER, 80 base64 characters, begins MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIg).",
    sources: ["nfc", "pass-builder", "pg-231"],
  },
  requiresAuthentication: {
    note: "User must authenticate for each use; pair with sharingProhibited. Must be a JSON boolean.",
    sources: ["nfc", "pass-builder"],
  },
});
