import type { RegistrationReference } from "@passwright/wallet/protocol";
import { authorise } from "../authorise.ts";
import type { DeviceContext } from "../device-context.ts";
import { type DeviceRequest, type DeviceResponse, emptyResponse } from "../device-message.ts";
import { refuseUnauthorised } from "../refusals.ts";

/** Takes a registration away. 200 also when there is none: the answer before may have been lost on its way. */
export async function unregister(
  { storage, metrics, clock, activity }: DeviceContext,
  { deviceLibraryIdentifier, passTypeIdentifier, serialNumber }: RegistrationReference,
  request: DeviceRequest,
): Promise<DeviceResponse> {
  const authorised = await authorise(storage.passes, { passTypeIdentifier, serialNumber }, request, (known) =>
    activity.refused(known, "unregister"),
  );
  if (authorised === null) return refuseUnauthorised(metrics);
  const outcome = await storage.registrations.unregister(
    { deviceLibraryIdentifier, passTypeIdentifier, serialNumber },
    { now: clock() },
  );
  if (outcome === "removed") metrics.registrations.add({ change: "removed", client: authorised.client.name });
  return emptyResponse(200);
}
