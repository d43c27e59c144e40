/**
 * Signed links: the values of a pass, signed by the issuer's own program, in an address. The first who opens it gets the pass made,
 * every later one the same pass. Made without asking the server, by WebCrypto, so that a program can write a million mails.
 *
 * The address ends in `1.KEYID.PAYLOAD.MAC`: PAYLOAD is JSON in its canonical form (RFC 8785) in base64url, MAC is HMAC-SHA-256 over
 * all that stands before it, with a purpose in front so that no MAC made for anything else passes for one.
 *
 * @module
 */

/** Bounds of signed links, in characters: mail programs and messengers cut what is longer. */
export const MINT_LIMITS = {
  link: 2000,
  id: 200,
  source: 64,
} as const;

/** What a signed link says. */
export interface MintPayload {
  readonly templateId: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names the pass: two links with the same name give the same pass. */
  readonly name: { readonly kind: "externalId" | "id"; readonly text: string };
  /** Whole seconds since 1970; null: for ever. */
  readonly expiresAt: number | null;
  readonly source: string | null;
}

/** The parts of a key as it was told when it was made. */
export interface MintKeyParts {
  readonly id: string;
  /** base64url of 32 bytes. */
  readonly secret: string;
}

const KEY = /^pw_mint_([A-Za-z0-9]{16})_([\w-]{43})$/u;
const TOKEN = /^1\.([A-Za-z0-9]{16})\.([\w-]+)\.([\w-]{43})$/u;
const PURPOSE = "passwright mint link\n";

/** The parts of a key; null for what is none. */
export function parseMintKey(text: string): MintKeyParts | null {
  const [, id, secret] = KEY.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

export function formatMintKey({ id, secret }: MintKeyParts): string {
  return `pw_mint_${id}_${secret}`;
}

/** The signed text of a payload; null where it would be too long. */
export async function signMintToken(payload: MintPayload, { id, secret }: MintKeyParts): Promise<string | null> {
  const { templateId, values, name, expiresAt, source } = payload;
  const body = {
    t: templateId,
    // As JSON has them: a Date is a text, and what is undefined is not there.
    v: JSON.parse(JSON.stringify(values)) as unknown,
    [name.kind === "id" ? "i" : "x"]: name.text,
    ...(expiresAt !== null && { e: expiresAt }),
    ...(source !== null && { s: source }),
  };
  const signed = `1.${id}.${toBase64Url(new TextEncoder().encode(toCanonicalJson(body)))}`;
  if (signed.length > MINT_LIMITS.link) return null;
  const key = await importKey(secret, "sign");
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, toMessage(signed)));
  return `${signed}.${toBase64Url(mac)}`;
}

/** The id of the key that a text claims to be signed with; null for what is no signed link. Nothing of it is believed yet. */
export function readMintKeyId(token: string): string | null {
  // The MAC comes on top of what is bounded.
  return token.length > MINT_LIMITS.link + 44 ? null : (TOKEN.exec(token)?.[1] ?? null);
}

/**
 * What a signed link says; null when it was not signed with this key, or not in the one form in which it can be written. The MAC is
 * compared by WebCrypto, in constant time, before anything of the text is read.
 */
export async function verifyMintToken(token: string, secret: string): Promise<MintPayload | null> {
  const [, , payload = "", mac = ""] = TOKEN.exec(token) ?? [];
  const bytes = fromBase64Url(mac);
  const body = fromBase64Url(payload);
  if (bytes === null || body === null) return null;
  const key = await importKey(secret, "verify");
  const signed = token.slice(0, token.length - mac.length - 1);
  if (!(await crypto.subtle.verify("HMAC", key, bytes, toMessage(signed)))) return null;
  return parsePayload(body);
}

function parsePayload(bytes: Uint8Array): MintPayload | null {
  let parsed: unknown;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(parsed) || hasProto(parsed) || toCanonicalJson(parsed) !== text) return null;
  const { t, v, x, i, e, s, ...rest } = parsed;
  if (Object.keys(rest).length > 0 || typeof t !== "string" || !isRecord(v)) return null;
  if ((x === undefined) === (i === undefined)) return null;
  const name = x ?? i;
  if (!isName(name, MINT_LIMITS.id)) return null;
  if (e !== undefined && !(typeof e === "number" && Number.isSafeInteger(e))) return null;
  if (s !== undefined && !isName(s, MINT_LIMITS.source)) return null;
  return {
    templateId: t,
    values: v,
    name: { kind: x === undefined ? "id" : "externalId", text: name },
    expiresAt: e ?? null,
    source: s ?? null,
  };
}

/** A text that can be a name: of so many characters, none of them for machines alone. */
export function isName(value: unknown, most: number): value is string {
  return typeof value === "string" && value !== "" && value.length <= most && /^[^\p{Cc}\p{Cs}]*$/u.test(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `__proto__` is a member like any other to JSON, and a way into prototypes for whatever copies it. */
function hasProto(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasProto);
  return isRecord(value) && (Object.hasOwn(value, "__proto__") || Object.values(value).some(hasProto));
}

/** The canonical form of RFC 8785: members in the order of their UTF-16 units, numbers and texts as ECMAScript writes them. */
function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([one], [two]) => (one < two ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${toCanonicalJson(member)}`).join(",")}}`;
}

function toMessage(signed: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(PURPOSE + signed);
}

async function importKey(secret: string, use: "sign" | "verify"): Promise<CryptoKey> {
  const bytes = fromBase64Url(secret) ?? new Uint8Array(0);
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [use]);
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (octet) => String.fromCharCode(octet)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of a text; null unless it is the one text that they have: spare bits would make two addresses of one. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    return toBase64Url(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
