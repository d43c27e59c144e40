import type { ServerMetrics } from "../metrics/server-metrics.ts";
import { type DeviceResponse, emptyResponse } from "./device-message.ts";

/** Why a request is turned away; for metrics, never told to the device. */
export type RefusalReason =
  | "unauthorised"
  | "bad-identifier"
  | "bad-body"
  | "body-too-large"
  | "not-found"
  | "method"
  | "rate"
  | "busy"
  | "no-sign-up"
  | "token-to-sign";

const STATUSES: Readonly<Record<RefusalReason, number>> = {
  unauthorised: 401,
  "bad-identifier": 400,
  "bad-body": 400,
  "body-too-large": 413,
  "not-found": 404,
  method: 405,
  rate: 429,
  busy: 503,
  "no-sign-up": 400,
  "token-to-sign": 400,
};

/** An answer that says nothing but its status. */
export function refuse(metrics: ServerMetrics, reason: RefusalReason, headers: readonly string[] = []): DeviceResponse {
  metrics.refusals.add({ reason });
  return emptyResponse(STATUSES[reason], headers);
}

/** One answer for a missing token, a wrong one and an unknown pass. */
export function refuseUnauthorised(metrics: ServerMetrics): DeviceResponse {
  return refuse(metrics, "unauthorised", ["www-authenticate", "ApplePass"]);
}

/** Asks to wait, in whole seconds as the header wants them (RFC 9110 §10.2.3). */
export function refuseForNow(metrics: ServerMetrics, reason: "rate" | "busy", milliseconds: number): DeviceResponse {
  return refuse(metrics, reason, ["retry-after", String(Math.max(1, Math.ceil(milliseconds / 1000)))]);
}
