import type { Parsed } from "@passwright/wallet/protocol";
import type { ServerMetrics } from "../../metrics/server-metrics.ts";
import type { DeviceRequest, DeviceResponse } from "../device-message.ts";
import { refuse } from "../refusals.ts";

/** The body of a request, read and parsed, or the answer to one that cannot be. What is wrong with it is told to nobody. */
export async function readBody<T>(
  request: DeviceRequest,
  maxBytes: number,
  parse: (bytes: Uint8Array) => Parsed<T>,
  metrics: ServerMetrics,
): Promise<{ readonly value: T } | { readonly refusal: DeviceResponse }> {
  const reading = await request.readBody(maxBytes);
  if (reading.kind === "too-large") return { refusal: refuse(metrics, "body-too-large") };
  const body = reading.kind === "read" ? parse(reading.bytes) : null;
  return body?.ok === true ? { value: body.value } : { refusal: refuse(metrics, "bad-body") };
}
