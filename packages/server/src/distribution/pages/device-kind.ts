import type { IncomingHttpHeaders } from "node:http";

/** What a visitor looks with, as far as it decides which way to the pass comes first. All ways are on every page. */
export type DeviceKind = "iphone" | "mac" | "android" | "other";

/** Request headers that decide it: what a cache would have to tell apart. */
export const DEVICE_HEADERS = "Sec-CH-UA-Platform, User-Agent";

/** Platforms of Client Hints that say enough by themselves. macOS does not: no browser but Safari opens passes there, and Safari sends no hints. */
const PLATFORMS: Readonly<Record<string, DeviceKind>> = { '"android"': "android", '"windows"': "other", '"linux"': "other" };

/** Other browsers on a Mac, by what they add to the words that all of them share. */
const NOT_SAFARI = /Chrome|Chromium|Firefox|Edg|OPR/u;

/**
 * The kind of a device by what its browser says. An iPad calls itself a Mac, and opens passes as a Mac does.
 *
 * @example
 * ```ts
 * deviceKindOf({ "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) …" }); // "iphone"
 * ```
 */
export function deviceKindOf(headers: IncomingHttpHeaders): DeviceKind {
  const hint = headers["sec-ch-ua-platform"];
  const platform = typeof hint === "string" ? PLATFORMS[hint.trim().toLowerCase()] : undefined;
  if (platform !== undefined) return platform;
  const agent = (headers["user-agent"] ?? "").slice(0, 500);
  if (/iPhone|iPad|iPod/u.test(agent)) return "iphone";
  if (/Android/u.test(agent)) return "android";
  return /Macintosh/u.test(agent) && /Safari\//u.test(agent) && !NOT_SAFARI.test(agent) ? "mac" : "other";
}

/** Browsers inside of other apps: many of them hand no pass over to Wallet. */
export function isInsideApp(headers: IncomingHttpHeaders): boolean {
  return /FBAN|FBAV|Instagram|Line\/|LinkedInApp|Snapchat|TikTok|musical_ly|GSA\//u.test(
    (headers["user-agent"] ?? "").slice(0, 1000),
  );
}
