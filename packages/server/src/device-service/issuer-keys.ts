import { type JsonObject, type JsonValue, PassDocument, type RenderedFile } from "@passwright/pass";
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
  const wanted = Object.entries(keys).filter(([name, value]) => file.root[name] !== value);
  if (wanted.length === 0) return file;
  const root: JsonObject = { ...file.root, ...keys };
  const isPresent = wanted.some(([name]) => Object.hasOwn(file.root, name));
  return { ...file, root, text: isPresent ? replaceKeys(file.text, wanted) : appendKeys(file.text, wanted) };
}

function appendKeys(text: string, wanted: readonly (readonly [string, JsonValue])[]): string {
  const end = text.lastIndexOf("}");
  const members = wanted.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",");
  const isEmpty = text.slice(0, end).trimEnd().endsWith("{");
  return `${text.slice(0, end)}${isEmpty ? "" : ","}${members}${text.slice(end)}`;
}

function replaceKeys(text: string, wanted: readonly (readonly [string, JsonValue])[]): string {
  return wanted.reduce((document, [name, value]) => document.set([name], value), PassDocument.parse(text)).text;
}
