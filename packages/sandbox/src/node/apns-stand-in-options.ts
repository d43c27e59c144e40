import type { ThrowawayAuthority } from "../throwaway-authority.ts";
import type { ApnsFault } from "./apns-fault-script.ts";
import type { AcceptedPush } from "./apns-request-check.ts";
import type { ProviderKey } from "./provider-token-check.ts";
import type { ServerCertificate } from "./server-certificate.ts";

/** Options of {@link startApnsStandIn}. */
export interface ApnsStandInOptions {
  /** Issues the server's certificate, and is the one whose client certificates are taken. */
  readonly authority: ThrowawayAuthority;
  /** One issued earlier, which spares issuing it. */
  readonly certificate?: ServerCertificate;
  /** 0 by default: any that is free. */
  readonly port?: number;
  /** Keys of provider tokens. With them a client needs no certificate; without them none gets in that has no certificate. */
  readonly providerKeys?: readonly ProviderKey[];
  /** Requests at a time per connection; 1000 by default, as APNs allows. */
  readonly maxConcurrentStreams?: number;
  /** Milliseconds before each answer; 0 by default. */
  readonly latencyMs?: number;
  readonly faults?: readonly ApnsFault[];
  /** Seed of what happens by chance. */
  readonly seed?: number;
  /** For the age of provider tokens; `Date.now` by default. */
  readonly clock?: () => number;
  /** Takes each push that was delivered. */
  readonly onPush?: (push: AcceptedPush) => void;
  /** A simulated device did not take a push; by default nobody is told. */
  readonly onDeviceFault?: (pushToken: string, error: unknown) => void;
}

/** A running stand-in. */
export interface ApnsStandIn extends AsyncDisposable {
  /** `https://127.0.0.1:port`. */
  readonly origin: string;
  readonly port: number;
  /** PEM: what a client must trust. */
  readonly ca: string;
  readonly counts: ApnsStandInCounts;
  setFaults(faults: readonly ApnsFault[]): void;
  setLatency(milliseconds: number): void;
  /** Tells all connections how much they may send at a time. */
  setMaxConcurrentStreams(limit: number): void;
  /** From now on the token is answered 410 `reason` (Unregistered by default) with `at` as its timestamp. */
  unregister(pushToken: string, options: { readonly at: number; readonly reason?: "Unregistered" | "ExpiredToken" }): void;
  /** Takes {@link unregister} back. */
  register(pushToken: string): void;
  /** Pushes to the token are handed on to `http://127.0.0.1:port/push` of a device simulated in another process; null ends it. */
  connectDevice(pushToken: string, url: string | null): void;
  /** Tells all connections to go away: gently with code 0, which is the default; `reason` goes along as JSON. */
  goAway(options?: { readonly code?: number; readonly reason?: string }): void;
  /** Resets all open requests; REFUSED_STREAM (7) by default. */
  reset(code?: number): void;
  /** Cuts all connections. */
  cut(): void;
  close(): Promise<void>;
}

/** What a stand-in has seen. */
export interface ApnsStandInCounts {
  readonly connections: number;
  readonly requests: number;
  readonly delivered: number;
  /** The most requests that were open at a time on one connection. */
  readonly mostConcurrent: number;
  /** Answers by reason; `""` for those without one. */
  readonly answers: Readonly<Record<string, number>>;
}
