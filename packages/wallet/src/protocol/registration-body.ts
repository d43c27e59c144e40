import { ownMember, parseJsonObject, toJsonBytes } from "./json-body.ts";
import { PROTOCOL_LIMITS } from "./limits.ts";
import { type Parsed, parsed, unreadable } from "./parsed.ts";

/** Body of a registration: where to push when the pass changes. */
export interface RegistrationBody {
  readonly pushToken: string;
}

/**
 * Reads the body of a registration. Push tokens are opaque: 64 hexadecimal digits wherever seen from Apple's devices, longer
 * from other clients.
 *
 * @example
 * ```ts
 * const body = parseRegistrationBody(bytes);
 * if (!body.ok) console.log("answer 400:", body.problem);
 * ```
 */
export function parseRegistrationBody(bytes: Uint8Array): Parsed<RegistrationBody> {
  const object = parseJsonObject(bytes, PROTOCOL_LIMITS.registrationBytes);
  if (!object.ok) return object;
  const pushToken = ownMember(object.value, "pushToken");
  if (typeof pushToken !== "string") return unreadable("pushToken is missing or no text");
  if (pushToken.length > PROTOCOL_LIMITS.pushTokenLength) return unreadable("pushToken is too long");
  return /^[\x21-\x7e]+$/u.test(pushToken) ? parsed({ pushToken }) : unreadable("pushToken is no token");
}

/**
 * Body of a registration.
 *
 * @example
 * ```ts
 * buildRegistrationBody({ pushToken: "0123456789abcdef" });
 * ```
 */
export function buildRegistrationBody({ pushToken }: RegistrationBody): Uint8Array<ArrayBuffer> {
  return toJsonBytes({ pushToken });
}
