import { defineKeys } from "./key-spec.ts";

/** Payload for readers of Apple VAS. */
export const NFC_KEYS = /* @__PURE__ */ defineKeys("NFC", { ios: 9, watch: 2 }, [
  ["message", "string", { required: true, limits: { maxBytes: 64 } }],
  ["encryptionPublicKey", "public-key", { required: true }],
  ["requiresAuthentication", "boolean", { default: false, ios: 13.1, watch: null }],
]);
