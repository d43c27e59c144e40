import { domainToASCII } from "node:url";

/** Lengths of RFC 5321 §4.5.3.1. */
const LIMITS = { local: 64, address: 254, name: 100 } as const;

/** A dot-atom of RFC 5322 §3.2.3: no quotes, so nothing in it can end the address early. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u;

/**
 * One mail address as it is written to a mail server; null for anything else: lists, groups, quoted or non-ASCII local parts,
 * addresses of machines (`user@[10.0.0.1]`), line breaks. What passes can stand in a header and in a command of SMTP as it is.
 *
 * @example
 * ```ts
 * parseMailAddress("Ada@exämple.com"); // "Ada@xn--exmple-cua.com"
 * ```
 */
export function parseMailAddress(text: string): string | null {
  // Reading a domain takes line breaks and tabs out of it without a word.
  if (/[\s\p{Cc}]/u.test(text)) return null;
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  if (at <= 0 || local.length > LIMITS.local || !LOCAL.test(local) || !DOMAIN.test(domain)) return null;
  const address = `${local}@${domain}`;
  return address.length > LIMITS.address ? null : address;
}

/** A sender: an address with or without a name. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** `passes@example.com`, or `Example Air <passes@example.com>`; null for anything else. */
export function parseMailbox(text: string): Mailbox | null {
  const [, name = "", inside = ""] = /^([^<>]*)<([^<>]*)>$/u.exec(text.trim()) ?? ["", "", text.trim()];
  const address = parseMailAddress(inside.trim());
  const shown = name.trim().replace(/^"(.*)"$/u, "$1");
  return address === null || shown.length > LIMITS.name || /[\p{Cc}"]/u.test(shown) ? null : { name: shown, address };
}
