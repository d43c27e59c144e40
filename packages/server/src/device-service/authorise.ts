import { hash, timingSafeEqual } from "node:crypto";
import { type Client, type HeaderSource, readCredentials } from "@passwright/wallet/protocol";
import type { Awaitable, PassKey, PassStore, PassVersion } from "../storage/storage.ts";
import { whenReady } from "./awaitable.ts";

/** Is told of requests that may not: of the pass, or of null where there is none. */
export type OnRefused = (key: PassKey | null) => void;

/** A request that may act on a pass. */
export interface Authorised {
  readonly version: PassVersion;
  readonly client: Client;
}

/** Compared with when there is no such pass, so that finding none takes as long as a wrong token. No header can hold a NUL. */
const NO_TOKEN = "\0".repeat(32);

/**
 * Whether a request may act on a pass; null means 401. An unknown pass and a wrong token come to the same end by the same way:
 * nobody learns by trying which serial numbers exist. The token is that of this type and serial number and no other.
 */
export function authorise(
  passes: Pick<PassStore, "findVersion">,
  key: PassKey,
  headers: HeaderSource,
  onRefused: OnRefused,
): Awaitable<Authorised | null> {
  const credentials = readCredentials(headers);
  if (credentials === null) return null;
  const { token, client } = credentials;
  return whenReady(passes.findVersion(key), (version) => {
    const isRight = isSameToken(token, version?.authenticationToken ?? NO_TOKEN);
    if (version !== undefined && isRight) return { version, client };
    onRefused(version === undefined ? null : key);
    return null;
  });
}

/** Bytes that are compared, whatever the lengths of the two. */
const WINDOW = 256;

/**
 * Compares in a time that says nothing about where the two differ: tokens are laid into windows of one size, longer ones are
 * compared by their digests.
 */
export function isSameToken(given: string, expected: string): boolean {
  if (given.length > WINDOW || expected.length > WINDOW) {
    return timingSafeEqual(hash("sha256", given, "buffer"), hash("sha256", expected, "buffer"));
  }
  const windows = Buffer.allocUnsafe(2 * WINDOW).fill(0);
  windows.write(given, 0, "latin1");
  windows.write(expected, WINDOW, "latin1");
  // Latin-1 cuts other characters off: only when the windows agree is it told whether the texts do.
  return timingSafeEqual(windows.subarray(0, WINDOW), windows.subarray(WINDOW)) && given === expected;
}
