import { isJsonArray, type JsonObject } from "@passwright/pass";
import type { DrawFinding } from "../findings.ts";
import { readHref } from "./report-href.ts";

/** The row that leads to the issuer's app. */
export interface AppLink {
  readonly href: string;
  /** Whether it leads into the app, and not to its page in the App Store. */
  readonly opens: boolean;
}

/**
 * Where the row of the issuer's app leads: to `appLaunchURL` where that is an address that anyone can follow, else to the App Store's page of
 * the first app in `associatedStoreIdentifiers`. Without an app there is no row, whatever `appLaunchURL` says.
 * Source: the keys associatedStoreIdentifiers and appLaunchURL of Pass.
 */
export function readAppLink(pass: JsonObject, report: (finding: DrawFinding) => void): AppLink | null {
  const { associatedStoreIdentifiers, appLaunchURL } = pass;
  const identifiers = isJsonArray(associatedStoreIdentifiers) ? associatedStoreIdentifiers : [];
  const app = identifiers.find((id): id is number => typeof id === "number" && Number.isSafeInteger(id) && id > 0);
  if (app === undefined) return null;
  const launch = typeof appLaunchURL === "string" ? readHref(appLaunchURL, ["appLaunchURL"], report) : null;
  return launch === null ? { href: `https://apps.apple.com/app/id${app}`, opens: false } : { href: launch, opens: true };
}
