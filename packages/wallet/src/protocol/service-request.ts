import { WalletError } from "../errors.ts";
import { type EndpointName, ENDPOINT_NAMES, ENDPOINTS } from "./endpoints.ts";
import { decodeIdentifier, encodeIdentifier } from "./identifier.ts";
import { PROTOCOL_LIMITS } from "./limits.ts";

/** A pass, by what names it. */
export interface PassReference {
  readonly passTypeIdentifier: string;
  readonly serialNumber: string;
}

/** A device's registration of a pass. */
export interface RegistrationReference extends PassReference {
  readonly deviceLibraryIdentifier: string;
}

/** What a request asks for, without its headers and body. */
export type ServiceRequest =
  | ({ readonly endpoint: "register" } & RegistrationReference)
  | ({ readonly endpoint: "unregister" } & RegistrationReference)
  | {
      readonly endpoint: "list";
      readonly deviceLibraryIdentifier: string;
      readonly passTypeIdentifier: string;
      /** The `lastUpdated` of an earlier list; null for all passes. */
      readonly passesUpdatedSince: string | null;
    }
  | ({ readonly endpoint: "getPass" } & PassReference)
  | { readonly endpoint: "log" }
  | ({ readonly endpoint: "personalize" } & PassReference);

/** What a method and a path mean to a web service. */
export type RequestMatch =
  | { readonly kind: "found"; readonly request: ServiceRequest; /** Answer without a body. */ readonly head: boolean }
  /** 404. */
  | { readonly kind: "not-found" }
  /** 405 with `Allow`. */
  | { readonly kind: "method-not-allowed"; readonly allow: readonly string[] }
  /** 400: the path is that of an endpoint, an identifier in it is none. */
  | { readonly kind: "bad-identifier" };

/**
 * The path and query of a request, below `webServiceURL`.
 *
 * @throws {WalletError} `ERR_WALLET_IDENTIFIER`.
 *
 * @example
 * ```ts
 * buildRequestPath({ endpoint: "getPass", passTypeIdentifier: "pass.com.example", serialNumber: "A 1" });
 * // "/v1/passes/pass.com.example/A%201"
 * ```
 */
export function buildRequestPath(request: ServiceRequest): string {
  const values = request as Readonly<Partial<Record<string, string | null>>>;
  const steps = ENDPOINTS[request.endpoint].path.map((step) =>
    isIdentifierStep(step) ? encodeIdentifier(values[nameOf(step)] ?? "", nameOf(step)) : step,
  );
  const path = `/${steps.join("/")}`;
  if (request.endpoint !== "list" || request.passesUpdatedSince === null) return path;
  return `${path}?passesUpdatedSince=${encodeTag(request.passesUpdatedSince)}`;
}

/**
 * A tag as devices write it into a query: what a query may hold stays as it is, a plus sign among it, which servers read as a
 * space (seen: an ISO date with `+00:00` comes back with a space). A server that wants to be safe uses `[A-Za-z0-9._-]`.
 */
function encodeTag(tag: string): string {
  if (!tag.isWellFormed() || tag.length > PROTOCOL_LIMITS.tagLength) {
    throw new WalletError("ERR_WALLET_IDENTIFIER", "The tag cannot be part of a query.", { details: { what: "tag" } });
  }
  return encodeURIComponent(tag).replaceAll(/%(?:2B|3A|2F|3F|40|2C|3B|24)/gu, decodeURIComponent);
}

/**
 * Says what a request asks for. HEAD counts as GET.
 *
 * @param pathname path below the place where the service is mounted, still escaped: `/v1/log`.
 * @param search query with or without its question mark.
 *
 * @example
 * ```ts
 * const url = new URL(request.url);
 * const match = matchRequest(request.method, url.pathname.slice("/passes".length), url.search);
 * if (match.kind === "found" && match.request.endpoint === "list") console.log(match.request.passesUpdatedSince);
 * ```
 */
export function matchRequest(method: string, pathname: string, search = ""): RequestMatch {
  const steps = pathname.split("/", 9).slice(1);
  if (!pathname.startsWith("/")) return { kind: "not-found" };
  const candidates = ENDPOINT_NAMES.filter((name) => isPathOf(name, steps));
  if (candidates.length === 0) return { kind: "not-found" };
  const wanted = method === "HEAD" ? "GET" : method;
  const endpoint = candidates.find((name) => ENDPOINTS[name].method === wanted);
  if (endpoint === undefined) {
    const methods = candidates.map((name) => ENDPOINTS[name].method);
    return { kind: "method-not-allowed", allow: methods.flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name])) };
  }
  const request = readRequest(endpoint, steps, search);
  return request === null ? { kind: "bad-identifier" } : { kind: "found", request, head: method === "HEAD" };
}

function isPathOf(name: EndpointName, steps: readonly string[]): boolean {
  const { path } = ENDPOINTS[name];
  return path.length === steps.length && path.every((step, index) => isIdentifierStep(step) || step === steps[index]);
}

function readRequest(endpoint: EndpointName, steps: readonly string[], search: string): ServiceRequest | null {
  const values: Partial<Record<string, string>> = {};
  for (const [index, step] of ENDPOINTS[endpoint].path.entries()) {
    if (!isIdentifierStep(step)) continue;
    const value = decodeIdentifier(steps[index] ?? "");
    if (value === null) return null;
    values[nameOf(step)] = value;
  }
  const { deviceLibraryIdentifier = "", passTypeIdentifier = "", serialNumber = "" } = values;
  switch (endpoint) {
    case "register":
    case "unregister":
      return { endpoint, deviceLibraryIdentifier, passTypeIdentifier, serialNumber };
    case "list":
      return { endpoint, deviceLibraryIdentifier, passTypeIdentifier, passesUpdatedSince: readTag(search) };
    case "getPass":
    case "personalize":
      return { endpoint, passTypeIdentifier, serialNumber };
    case "log":
    default:
      return { endpoint };
  }
}

/** A tag that is empty or too long counts as none: the device then gets everything, and nothing is lost. */
function readTag(search: string): string | null {
  if (search.length > PROTOCOL_LIMITS.tagLength * 12) return null;
  const tag = new URLSearchParams(search).get("passesUpdatedSince");
  return tag === null || tag === "" || tag.length > PROTOCOL_LIMITS.tagLength ? null : tag;
}

function isIdentifierStep(step: string): boolean {
  return step.startsWith("{");
}

function nameOf(step: string): string {
  return step.slice(1, -1);
}
