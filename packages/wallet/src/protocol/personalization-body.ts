import { ownMember, parseJsonObject, toJsonBytes, type UntrustedObject } from "./json-body.ts";
import { PROTOCOL_LIMITS } from "./limits.ts";
import { type Parsed, parsed, unreadable } from "./parsed.ts";

/** What a person may be asked for. Source: developer.apple.com/documentation/walletpasses/personalizationdictionary. */
export const PERSONAL_KEYS = [
  "fullName",
  "givenName",
  "familyName",
  "emailAddress",
  "postalCode",
  "ISOCountryCode",
  "phoneNumber",
] as const;
export type PersonalKey = (typeof PERSONAL_KEYS)[number];

/** What a person gave; only what personalization.json asked for. */
export type PersonalInfo = Readonly<Partial<Record<PersonalKey, string>>>;

/** Body of a personalization: rewards sign-up. */
export interface PersonalizationBody {
  /** To be signed, as its UTF-8 bytes, like a manifest, and sent back. */
  readonly personalizationToken: string;
  readonly requiredPersonalizationInfo: PersonalInfo;
}

/**
 * Reads the body of a personalization. Unknown keys are left out; a value that is no text is refused. It is personal data:
 * neither log it nor repeat it in an error.
 *
 * @example
 * ```ts
 * const body = parsePersonalizationBody(bytes);
 * if (body.ok) console.log(Object.keys(body.value.requiredPersonalizationInfo));
 * ```
 */
export function parsePersonalizationBody(bytes: Uint8Array): Parsed<PersonalizationBody> {
  const object = parseJsonObject(bytes, PROTOCOL_LIMITS.personalizationBytes);
  if (!object.ok) return object;
  const token = ownMember(object.value, "personalizationToken");
  if (typeof token !== "string" || token === "" || token.length > PROTOCOL_LIMITS.tokenLength || !token.isWellFormed()) {
    return unreadable("personalizationToken is missing or no text");
  }
  const info = ownMember(object.value, "requiredPersonalizationInfo");
  if (typeof info !== "object" || info === null || Array.isArray(info)) {
    return unreadable("requiredPersonalizationInfo is missing or no object");
  }
  const person: Partial<Record<PersonalKey, string>> = {};
  for (const key of PERSONAL_KEYS) {
    const value = ownMember(info as UntrustedObject, key);
    if (value === undefined) continue;
    if (typeof value !== "string" || value.length > PROTOCOL_LIMITS.personalValueLength) return unreadable(`${key} is no text`);
    person[key] = value;
  }
  return parsed({ personalizationToken: token, requiredPersonalizationInfo: person });
}

/**
 * Body of a personalization.
 *
 * @example
 * ```ts
 * buildPersonalizationBody({ personalizationToken: "…", requiredPersonalizationInfo: { fullName: "Ada Lovelace" } });
 * ```
 */
export function buildPersonalizationBody(body: PersonalizationBody): Uint8Array<ArrayBuffer> {
  const { personalizationToken, requiredPersonalizationInfo } = body;
  return toJsonBytes({ personalizationToken, requiredPersonalizationInfo });
}
