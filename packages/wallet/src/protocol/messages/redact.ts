import { PROTOCOL_LIMITS } from "../limits.ts";

const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Authorization headers, whatever the client.
  [/\b([A-Za-z]{2,32}Pass|Bearer|Basic) +[\x21-\x7e]{8,}/gu, "$1 [redacted]"],
  [
    /\b(authenticationToken|pushToken|personalizationToken|x-api-key)(["']?\s{0,4}[:=]\s{0,4}["']?)[^\s"',;)]{1,4096}/giu,
    "$1$2[redacted]",
  ],
  // Push tokens: 64 hexadecimal digits and more. Device identifiers have 32 and stay, for they tell devices apart.
  [/\b[0-9A-Fa-f]{64,}\b/gu, "[redacted]"],
  // 32 random bytes in base64url, as tokens of passes and API keys are: a device may write one without a word before it.
  [/(?<![\w-])[\w-]{43,}(?![\w-])/gu, "[redacted]"],
  // User information in URLs.
  [/:\/\/[^\s/@]{1,256}@/gu, "://[redacted]@"],
];

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A message fit for a log of one's own: without tokens, on one line, cut. Anyone can post to `/v1/log`; line breaks and
 * terminal codes in it would forge entries, and some servers' errors carry a pass's token back to them.
 *
 * @example
 * ```ts
 * redactMessage("Authorization: ApplePass vxwxd7J8AlNNFPS8k0a0"); // "Authorization: ApplePass [redacted]"
 * ```
 */
export function redactMessage(message: string): string {
  const text = message.slice(0, PROTOCOL_LIMITS.logMessageLength).replaceAll(CONTROL, " ");
  return SECRETS.reduce((result, [pattern, replacement]) => result.replaceAll(pattern, replacement), text);
}
