import { buildCredentials, type ClientName } from "../protocol/clients.ts";
import { ENDPOINTS } from "../protocol/endpoints.ts";
import { PROTOCOL_LIMITS } from "../protocol/limits.ts";
import { MEDIA_TYPES } from "../protocol/media-types.ts";
import type { ServiceRequest } from "../protocol/service-request.ts";
import { buildRequestUrl } from "../protocol/service-url.ts";
import { exchange, type Exchange, type Network } from "./exchange.ts";

/** What a request carries beside what it asks for. */
export interface RequestExtras {
  readonly authenticationToken?: string;
  readonly client?: ClientName;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly ifModifiedSince?: string | null;
}

/** What each endpoint may answer with, in bytes; answers of an unexpected status are not read. */
const ANSWER_BYTES: Readonly<Record<ServiceRequest["endpoint"], number>> = {
  register: 0,
  unregister: 0,
  list: PROTOCOL_LIMITS.listBytes,
  getPass: PROTOCOL_LIMITS.passBytes,
  log: 0,
  personalize: PROTOCOL_LIMITS.signatureBytes,
};

/**
 * Sends one request of the protocol to a web service.
 *
 * @param base webServiceURL as `readServiceUrl` gives it.
 * @throws {WalletError} `ERR_WALLET_IDENTIFIER`, `ERR_WALLET_TOKEN`: the pass names what no request can carry.
 */
export function callService(
  network: Network,
  base: string,
  request: ServiceRequest,
  extras: RequestExtras = {},
): Promise<Exchange> {
  const { method, requestBody } = ENDPOINTS[request.endpoint];
  const headers = new Headers();
  if (extras.authenticationToken !== undefined) {
    for (const [name, value] of Object.entries(buildCredentials(extras.authenticationToken, extras.client)))
      headers.set(name, value);
  }
  if (requestBody === "json") headers.set("content-type", MEDIA_TYPES.json);
  if (extras.ifModifiedSince !== undefined && extras.ifModifiedSince !== null) {
    headers.set("if-modified-since", extras.ifModifiedSince);
  }
  const url = buildRequestUrl(base, request);
  return exchange(network, { url, method, headers, body: extras.body ?? null }, { maxBytes: ANSWER_BYTES[request.endpoint] });
}
