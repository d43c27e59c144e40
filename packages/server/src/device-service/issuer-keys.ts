import { type JsonValue, PassDocument, type RenderedFile } from "@passwright/pass";
import type { StoredPass } from "../storage/storage.ts";

/**
 * What of pass.json is the issuer's and not the template's. Serial number and token never change in an update, or copies of the
 * pass on other devices get none any more.
 */
export type IssuerKeys = Readonly<Record<string, string | boolean>>;

/** The keys of a pass. */
export function issuerKeysOf(pass: StoredPass, webServiceURL: string): IssuerKeys {
  return {
    serialNumber: pass.serialNumber,
    authenticationToken: pass.authenticationToken,
    webServiceURL,
    ...(pass.voided && { voided: true }),
    ...(pass.expiresAt !== null && { expirationDate: formatExpiry(pass.expiresAt) }),
  };
}

/** W3C's form to the second: pass.json knows no fractions. */
function formatExpiry(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/**
 * Puts the keys into a rendered pass.json. Most templates leave them out, or write the serial number that they were given: then
 * they are appended, and nothing is parsed. A key that says something else is replaced in its place.
 */
export function withIssuerKeys(file: RenderedFile, keys: IssuerKeys): RenderedFile {
  const { path, text, root } = file;
  const wanted: [string, JsonValue][] = [];
  let isPresent = false;
  for (const name of Object.keys(keys)) {
    const value = keys[name];
    if (value === undefined || root[name] === value) continue;
    wanted.push([name, value]);
    isPresent ||= Object.hasOwn(root, name);
  }
  if (wanted.length === 0) return file;
  return { path, root: { ...root, ...keys }, text: isPresent ? replaceKeys(text, wanted) : appendKeys(file, wanted) };
}

function appendKeys({ text, root }: RenderedFile, wanted: readonly (readonly [string, JsonValue])[]): string {
  const end = text.lastIndexOf("}");
  let members = "";
  for (const [name, value] of wanted) members += `,${JSON.stringify(name)}:${JSON.stringify(value)}`;
  const isEmpty = Object.keys(root).length === 0;
  return text.slice(0, end) + (isEmpty ? members.slice(1) : members) + text.slice(end);
}

function replaceKeys(text: string, wanted: readonly (readonly [string, JsonValue])[]): string {
  return wanted.reduce((document, [name, value]) => document.set([name], value), PassDocument.parse(text)).text;
}
