import { parseRegistrationBody, PROTOCOL_LIMITS, type RegistrationReference } from "@passwright/wallet/protocol";
import { authorise } from "../authorise.ts";
import type { DeviceContext } from "../device-context.ts";
import { type DeviceRequest, type DeviceResponse, emptyResponse } from "../device-message.ts";
import { refuseUnauthorised } from "../refusals.ts";
import { readBody } from "./read-body.ts";

/** Registers a device for a pass: 201 when it is new, 200 when it was known. Its newest push token counts in either case. */
export async function register(
  { storage, clock, metrics, activity }: DeviceContext,
  { deviceLibraryIdentifier, passTypeIdentifier, serialNumber }: RegistrationReference,
  request: DeviceRequest,
): Promise<DeviceResponse> {
  const authorised = await authorise(storage.passes, { passTypeIdentifier, serialNumber }, request, (known) =>
    activity.refused(known, "register"),
  );
  if (authorised === null) return refuseUnauthorised(metrics);
  const body = await readBody(request, PROTOCOL_LIMITS.registrationBytes, parseRegistrationBody, metrics);
  if ("refusal" in body) return body.refusal;
  const client = authorised.client.name;
  const { pushToken } = body.value;
  const outcome = await storage.registrations.register(
    { deviceLibraryIdentifier, passTypeIdentifier, serialNumber, client, pushToken },
    { now: clock() },
  );
  // The pass went away since its token was looked at.
  if (outcome === "unknown-pass") return refuseUnauthorised(metrics);
  metrics.registrations.add({ change: outcome === "created" ? "created" : "renewed", client });
  return emptyResponse(outcome === "created" ? 201 : 200);
}
