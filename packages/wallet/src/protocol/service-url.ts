import { WalletError } from "../errors.ts";
import { buildRequestPath, type ServiceRequest } from "./service-request.ts";

/** Why a device does not call a webServiceURL. */
export type ServiceUrlProblem =
  /** Not a URL at all, or one of another scheme than http and https. */
  | "not-a-url"
  /** Plain http, and the device is not in developer mode. */
  | "insecure"
  /** A user name or password in it: a device would show them to whoever reads its log. */
  | "credentials"
  /** A query or fragment, behind which nothing can be appended. */
  | "query";

/** A webServiceURL, looked at. */
export type ServiceUrl = { readonly ok: true; readonly base: string } | { readonly ok: false; readonly problem: ServiceUrlProblem };

/** The longest URL that is looked at. */
const MAX_LENGTH = 4096;

/**
 * Reads a pass's webServiceURL: what the protocol's paths are appended to. One slash at its end makes no difference.
 *
 * @param developerMode plain http is taken, as on a phone with "Allow HTTP Services" switched on.
 *
 * @example
 * ```ts
 * readServiceUrl("https://company.com/wallet/", false); // { ok: true, base: "https://company.com/wallet" }
 * readServiceUrl("http://company.com", false); // { ok: false, problem: "insecure" }
 * ```
 */
export function readServiceUrl(text: string, developerMode: boolean): ServiceUrl {
  // Browsers read addresses with spaces in them, each in its own way.
  if (text.length > MAX_LENGTH || /\s/u.test(text) || !URL.canParse(text)) return { ok: false, problem: "not-a-url" };
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return { ok: false, problem: "not-a-url" };
  if (url.protocol === "http:" && !developerMode) return { ok: false, problem: "insecure" };
  if (url.username !== "" || url.password !== "") return { ok: false, problem: "credentials" };
  if (/[?#]/u.test(text)) return { ok: false, problem: "query" };
  return { ok: true, base: `${url.origin}${url.pathname}`.replace(/\/$/u, "") };
}

/**
 * The URL of a request.
 *
 * @param base as {@link readServiceUrl} gives it.
 * @throws {WalletError} `ERR_WALLET_IDENTIFIER`, `ERR_WALLET_SERVICE_URL`.
 *
 * @example
 * ```ts
 * buildRequestUrl("https://company.com/wallet", { endpoint: "log" }); // "https://company.com/wallet/v1/log"
 * ```
 */
export function buildRequestUrl(base: string, request: ServiceRequest): string {
  const url = `${base}${buildRequestPath(request)}`;
  if (!URL.canParse(url)) throw new WalletError("ERR_WALLET_SERVICE_URL");
  return url;
}
