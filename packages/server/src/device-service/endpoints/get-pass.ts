import { formatHttpDate, isNotModified, MEDIA_TYPES, type PassReference } from "@passwright/wallet/protocol";
import type { Awaitable } from "../../storage/storage.ts";
import { authorise } from "../authorise.ts";
import { whenReady } from "../awaitable.ts";
import type { DeviceContext } from "../device-context.ts";
import { DeviceError } from "../device-error.ts";
import { bodyResponse, type DeviceRequest, type DeviceResponse, emptyResponse } from "../device-message.ts";
import type { BuiltPass } from "../pass-source.ts";
import { refuseForNow, refuseUnauthorised } from "../refusals.ts";

/** How long a device is asked to wait when more is asked for than can be built. */
const BUSY_MS = 5000;

/**
 * The newest pass, or 304. Neither needs a turn of the event loop where storage answers at once and the archive is at hand; a
 * 304 reads no more of the pass than its version.
 */
export function getPass(
  context: DeviceContext,
  { passTypeIdentifier, serialNumber }: PassReference,
  request: DeviceRequest,
  head: boolean,
): Awaitable<DeviceResponse> {
  const { storage, archives, metrics, activity } = context;
  const key = { passTypeIdentifier, serialNumber };
  return whenReady(
    authorise(storage.passes, key, request, (known) => activity.refused(known, "getPass")),
    (authorised) => {
      if (authorised === null) return refuseUnauthorised(metrics);
      const { revision, modifiedAt } = authorised.version;
      const since = request.get("if-modified-since");
      if (since !== null) {
        const lastModified = new Date(modifiedAt * 1000);
        const text = formatHttpDate(lastModified);
        // Devices send back what they were given: most dates need no reading.
        if (since === text || isNotModified(lastModified, since)) {
          activity.unchanged(key, revision, since === text ? null : secondsOf(since, modifiedAt));
          return emptyResponse(304, versionHeaders(text));
        }
      }
      const built = archives.peek(key, revision);
      if (built !== undefined) {
        activity.fetched(key, revision);
        return toResponse(built, modifiedAt, head);
      }
      return buildPass(context, key, head);
    },
  );
}

/** By the row as it is now: a revision that came meanwhile brings its own date. */
function buildPass(context: DeviceContext, key: PassReference, head: boolean): Awaitable<DeviceResponse> {
  const { storage, archives, metrics, activity } = context;
  return whenReady(storage.passes.find(key), async (pass) => {
    if (pass === undefined) return refuseUnauthorised(metrics);
    try {
      const built = await archives.get(pass);
      activity.fetched(key, pass.revision);
      return toResponse(built, pass.modifiedAt, head);
    } catch (error) {
      if (error instanceof DeviceError && error.code === "ERR_DEVICE_BUSY") return refuseForNow(metrics, "busy", BUSY_MS);
      throw error;
    }
  });
}

function toResponse({ chunks, size }: BuiltPass, modifiedAt: number, head: boolean): DeviceResponse {
  const headers = versionHeaders(formatHttpDate(new Date(modifiedAt * 1000)));
  return bodyResponse(200, MEDIA_TYPES.pass, chunks, size, { headers, head });
}

/** A date that a device brought, in whole seconds; null where it is that of the revision in other words. */
function secondsOf(since: string, modifiedAt: number): number | null {
  const seconds = Math.floor(Date.parse(since) / 1000);
  return Number.isFinite(seconds) && seconds !== modifiedAt ? seconds : null;
}

/** A pass is one person's, and a copy of it must be asked about each time. */
function versionHeaders(lastModified: string): readonly string[] {
  return ["last-modified", lastModified, "cache-control", "private, no-cache"];
}
