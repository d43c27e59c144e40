import type { EndpointName, HeaderSource } from "@passwright/wallet/protocol";

/** How reading a body went. `broken`: the connection ended before the body did. */
export type BodyReading =
  | { readonly kind: "read"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large" }
  | { readonly kind: "broken" };

/** A request of a device, of whatever runtime. `get` gives a header by its name in lower case. */
export interface DeviceRequest extends HeaderSource {
  /** For the log, and told to the device. */
  readonly id: string;
  readonly method: string;
  /** Below the place where the service is mounted, still escaped: `/v1/log`. */
  readonly path: string;
  /** That place, without a slash at its end; absent: the root. */
  readonly mountPath?: string;
  /** With or without its question mark. */
  readonly search: string;
  /** Who sends it, for rate limits. */
  readonly address: string;
  /** Reads the body, at most once. Bodies of requests that need none are never read. */
  readBody(maxBytes: number): Promise<BodyReading>;
}

/** An answer. Its size is in its headers already; on HEAD there are no chunks. */
export interface DeviceResponse {
  readonly status: number;
  /** Names and values by turns. */
  readonly headers: readonly string[];
  readonly chunks: readonly Uint8Array[];
}

/** What metrics call a request that is for none of the endpoints. */
export type EndpointLabel = EndpointName | "none";

const NO_CHUNKS: readonly Uint8Array[] = [];

/** An answer without a body. Devices look at the status alone, and others learn nothing of the server. */
export function emptyResponse(status: number, headers: readonly string[] = []): DeviceResponse {
  // Neither may have a Content-Length of another body (RFC 9110 §8.6).
  const sized = status === 204 || status === 304 ? headers : [...headers, "content-length", "0"];
  return { status, headers: sized, chunks: NO_CHUNKS };
}

/** An answer with a body. */
export function bodyResponse(
  status: number,
  type: string,
  chunks: readonly Uint8Array[],
  size: number,
  { headers = [], head = false }: { readonly headers?: readonly string[]; readonly head?: boolean } = {},
): DeviceResponse {
  return {
    status,
    headers: ["content-type", type, "content-length", String(size), ...headers],
    chunks: head ? NO_CHUNKS : chunks,
  };
}
