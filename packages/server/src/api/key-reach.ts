import type { ApiKeyRecord } from "../storage/issuer/issuer-storage.ts";
import { type KeyKind, kindOfKey } from "./api-keys.ts";
import type { Scope } from "./contract/scopes.ts";

/**
 * What of its project a key reaches: a scanner's only the templates of its event, a test key only passes that were made for
 * trying. What it does not reach is answered like what does not exist.
 */
export interface KeyReach {
  /** Ids of templates; null: all. */
  readonly templates: ReadonlySet<string> | null;
  /** Whether it makes and changes test passes alone. */
  readonly test: boolean;
}

/** Scopes that a key with a limit may have: the others are about all of a project, or more. */
export const LIMITABLE_SCOPES: readonly Scope[] = ["issue", "read", "scan"];

/** How the serial numbers of test passes begin: a mark that a pass never loses, in each list, log and event. */
const TEST_PREFIX = "test-";

/** Whether a pass was made for trying: nobody is let in with it, unless for trying. */
export function isTestSerial(serialNumber: string): boolean {
  return serialNumber.startsWith(TEST_PREFIX);
}

/** Of a serial number that is given out for trying. */
export function toTestSerial(serialNumber: string): string {
  return `${TEST_PREFIX}${serialNumber}`;
}

/** What is wrong with a serial number that somebody asks for; null when nothing is. */
export function serialFault(serialNumber: string, { test }: Pick<KeyReach, "test">): string | null {
  if (isTestSerial(serialNumber) === test) return null;
  return test
    ? `has to begin with ${TEST_PREFIX}: the key is a test key`
    : `may not begin with ${TEST_PREFIX}: that is for test keys`;
}

/** The reach of a key. On a demo's server all is a test, and so no key of it has that limit. */
export function reachOf(key: Pick<ApiKeyRecord, "hint" | "templates">, server: KeyKind): KeyReach {
  return {
    templates: key.templates === null ? null : new Set(key.templates),
    test: server === "live" && kindOfKey(key.hint) === "test",
  };
}

/** Whether there is anything that the key does not reach. */
export function isLimited({ templates, test }: KeyReach): boolean {
  return templates !== null || test;
}

export function reachesTemplate({ templates }: KeyReach, templateId: string): boolean {
  return templates === null || templates.has(templateId);
}

/** A live key reaches test passes as well, to look at them and to clear them away. */
export function reachesPass(
  reach: KeyReach,
  { templateId, serialNumber }: { readonly templateId: string; readonly serialNumber: string },
): boolean {
  return reachesTemplate(reach, templateId) && (!reach.test || isTestSerial(serialNumber));
}

/** At the door a live key and a test pass do not go together either. */
export function isScannable(
  reach: KeyReach,
  { templateId, serialNumber }: { readonly templateId: string; readonly serialNumber: string },
): boolean {
  return reachesTemplate(reach, templateId) && isTestSerial(serialNumber) === reach.test;
}
