import { buildListBody, MEDIA_TYPES, type ServiceRequest } from "@passwright/wallet/protocol";
import type { Awaitable } from "../../storage/storage.ts";
import { whenReady } from "../awaitable.ts";
import type { DeviceContext } from "../device-context.ts";
import { bodyResponse, type DeviceResponse, emptyResponse } from "../device-message.ts";

/** Serial numbers that changed behind a tag. Nothing authenticates it: the device identifier is the secret, by the protocol. */
export function list(
  { storage, activity }: DeviceContext,
  { deviceLibraryIdentifier, passTypeIdentifier, passesUpdatedSince }: Extract<ServiceRequest, { readonly endpoint: "list" }>,
  head: boolean,
): Awaitable<DeviceResponse> {
  const since = parseTag(passesUpdatedSince);
  const device = { deviceLibraryIdentifier, passTypeIdentifier };
  return whenReady(storage.registrations.listChanged({ ...device, since }), (changed) => {
    if (changed === undefined || changed.serialNumbers.length === 0) {
      activity.listed(device, since, null);
      return emptyResponse(204, NOT_KEPT);
    }
    activity.listed(device, since, changed.tag);
    const body = buildListBody({ serialNumbers: changed.serialNumbers, lastUpdated: String(changed.tag) });
    return bodyResponse(200, MEDIA_TYPES.json, [body], body.length, { headers: NOT_KEPT, head });
  });
}

/** What is answered now may be wrong in a moment, and is for one device. */
const NOT_KEPT: readonly string[] = ["cache-control", "no-store"];

/** A tag of ours is a number in decimal digits; of any other the device gets everything, and nothing is lost. */
function parseTag(tag: string | null): number | null {
  if (tag === null || !/^\d{1,16}$/u.test(tag)) return null;
  const sequence = Number(tag);
  return Number.isSafeInteger(sequence) ? sequence : null;
}
