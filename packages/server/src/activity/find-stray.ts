import { matchRequest, type PassReference, readCredentials, type HeaderSource } from "@passwright/wallet/protocol";
import { isSameToken } from "../device-service/authorise.ts";
import { whenReady } from "../device-service/awaitable.ts";
import type { Awaitable, PassStore } from "../storage/storage.ts";
import type { ActivityRecorder } from "./activity-recorder.ts";

/** A request as strangers send it. */
export interface StrayRequest extends HeaderSource {
  readonly method: string;
  /** As it came, still escaped. */
  readonly path: string;
}

/** Characters of a path that are looked at. */
const MOST = 2000;

/**
 * Notes a request that would have been right elsewhere: `/wallet/v1/v1/passes/…` of a webServiceURL that ends in `/v1`,
 * `/v1/passes/…` of one without the path of the service. Only with the token of the pass: anyone can send the rest.
 */
export function noteStray(
  { passes, activity }: { readonly passes: Pick<PassStore, "findVersion">; readonly activity: ActivityRecorder },
  request: StrayRequest,
): Awaitable<void> {
  const credentials = readCredentials(request);
  const meant = credentials === null ? null : readMeaning(request);
  if (credentials === null || meant === null) return undefined;
  return whenReady(passes.findVersion(meant.key), (version) => {
    if (version === undefined || !isSameToken(credentials.token, version.authenticationToken)) return;
    activity.strayed(meant.key, meant.before);
  });
}

/** The pass that a request is about, and what stands before the `/v1` that it should have begun with. */
function readMeaning({ method, path }: StrayRequest): { readonly key: PassReference; readonly before: string } | null {
  const start = path.slice(0, MOST).lastIndexOf("/v1/");
  if (start < 0 || path.length > MOST) return null;
  const match = matchRequest(method, path.slice(start));
  if (match.kind !== "found" || !("serialNumber" in match.request)) return null;
  const { passTypeIdentifier, serialNumber } = match.request;
  return { key: { passTypeIdentifier, serialNumber }, before: path.slice(0, start) };
}
