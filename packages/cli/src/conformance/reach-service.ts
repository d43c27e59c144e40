import { PassPackage } from "@passwright/pass";
import { readServiceUrl } from "@passwright/wallet/protocol";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { causeOf } from "../input/network-cause.ts";

/**
 * Whether anything answers at a pass's web service: where nothing does, every case would fail, and say nothing of the service.
 * Whether the pass has one at all is for the run to say.
 *
 * @throws {UsageError} when there is no answer.
 */
export async function assertReachable(
  io: Io,
  bytes: Uint8Array,
  { developerMode, requestTimeout }: { readonly developerMode: boolean; readonly requestTimeout: number },
): Promise<void> {
  const { webServiceURL } = (await PassPackage.read(bytes)).data;
  const url = typeof webServiceURL === "string" ? readServiceUrl(webServiceURL, developerMode) : null;
  if (url === null || !url.ok) return;
  try {
    const signal = AbortSignal.any([io.signal, AbortSignal.timeout(requestTimeout)]);
    const response = await io.fetch(`${url.base}/v1/`, { redirect: "manual", signal });
    await response.body?.cancel();
  } catch (error) {
    io.signal.throwIfAborted();
    throw new UsageError(`the web service ${url.base} cannot be reached: ${causeOf(error, requestTimeout)}`, undefined, {
      cause: error,
    });
  }
}
