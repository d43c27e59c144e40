import type { Finding, RuleOver } from "./rule.ts";
import { DELIVERY_RULES } from "./rules/delivery.ts";
import { runRules } from "./run-rules.ts";

/** One hop of a download. */
export interface DeliveryRedirect {
  readonly url: string;
  readonly status: number;
  /** Where it leads, as an absolute URL. */
  readonly location: string;
}

/** How a pass came over the network, as a client saw it. */
export interface Delivery {
  /** The URL that was asked for. */
  readonly url: string;
  readonly redirects: readonly DeliveryRedirect[];
  /** The status of the last answer to GET. */
  readonly status: number;
  /** Headers of the last answer, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of the body that came. */
  readonly length: number;
  /** What the body is; null when it is neither or was not looked at. */
  readonly content: "pass" | "bundle" | null;
  /** Statuses of other methods that were tried on the last URL. */
  readonly methods?: Readonly<Partial<Record<"HEAD" | "POST", number>>>;
}

/** A rule about how a pass is handed out. */
export type DeliveryRule = RuleOver<Delivery>;

/**
 * Checks how a pass is served: status, Content-Type, redirects, length, caching. Says nothing of the pass itself.
 *
 * @example
 * ```ts
 * const findings = checkDelivery({
 *   url: "https://company.com/ticket.pkpass", redirects: [], status: 200,
 *   headers: { "content-type": "application/zip" }, length: 9000, content: "pass",
 * });
 * findings[0]?.rule; // "mime-type"
 * ```
 */
export function checkDelivery(delivery: Delivery): readonly Finding[] {
  return runRules(DELIVERY_RULES, delivery).findings;
}
