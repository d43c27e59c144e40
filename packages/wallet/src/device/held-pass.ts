import { isPassStyle, type JsonValue } from "@passwright/pass";
import type { HeldPass } from "../state/wallet-state.ts";
import { type InstallablePass, textOf } from "./installing.ts";

/** The record of a pass that is held from now on; what the holder set for an older version stays. */
export function toHeldPass(
  pass: InstallablePass,
  digest: string,
  now: Date,
  older: HeldPass | null,
  lastModified: string | null,
): HeldPass {
  const { data, bytes } = pass;
  const styles = Object.keys(data).filter(isPassStyle);
  return {
    passTypeIdentifier: textOf(data["passTypeIdentifier"]),
    serialNumber: textOf(data["serialNumber"]),
    organizationName: textOf(data["organizationName"]),
    description: textOf(data["description"]),
    style: styles.find((style) => style !== "posterGeneric") ?? styles[0] ?? null,
    groupingIdentifier: textOrNull(data["groupingIdentifier"]),
    webServiceURL: textOrNull(data["webServiceURL"]),
    authenticationToken: textOrNull(data["authenticationToken"]),
    digest,
    size: bytes.length,
    addedAt: older?.addedAt ?? now.toISOString(),
    updatedAt: now.toISOString(),
    lastModified,
    registeredWith: older?.registeredWith ?? null,
    settings: older?.settings ?? { automaticUpdates: true, suggestOnLockScreen: true, notices: true },
    personalized: older?.personalized ?? false,
  };
}

function textOrNull(value: JsonValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
