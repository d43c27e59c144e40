/** The six endpoints. */
export const ENDPOINT_NAMES = ["register", "unregister", "list", "getPass", "log", "personalize"] as const;
export type EndpointName = (typeof ENDPOINT_NAMES)[number];

/** What an endpoint is, as a row of data. */
export interface Endpoint {
  readonly method: "GET" | "POST" | "DELETE";
  /** Steps of the path below `webServiceURL`; those in braces are identifiers. */
  readonly path: readonly string[];
  /** The request carries `Authorization: ApplePass <authenticationToken>`. */
  readonly authenticated: boolean;
  /** What a device sends. */
  readonly requestBody: "json" | null;
  /** Statuses that are documented, with what they say. To every other a device logs, backs off and tries again. */
  readonly statuses: Readonly<Partial<Record<200 | 201 | 204 | 304 | 401, string>>>;
}

const REGISTRATION = [
  "v1",
  "devices",
  "{deviceLibraryIdentifier}",
  "registrations",
  "{passTypeIdentifier}",
  "{serialNumber}",
] as const;
const PASS = ["v1", "passes", "{passTypeIdentifier}", "{serialNumber}"] as const;

/**
 * The protocol as data.
 * Source: developer.apple.com/documentation/walletpasses/adding-a-web-service-to-update-passes; for `personalize`
 * …/Conceptual/PassKit_PG/PassPersonalization.html.
 */
export const ENDPOINTS: Readonly<Record<EndpointName, Endpoint>> = {
  register: {
    method: "POST",
    path: REGISTRATION,
    authenticated: true,
    requestBody: "json",
    statuses: { 200: "was registered before", 201: "is registered now", 401: "the token is wrong" },
  },
  unregister: {
    method: "DELETE",
    path: REGISTRATION,
    authenticated: true,
    requestBody: null,
    statuses: { 200: "is not registered any more", 401: "the token is wrong" },
  },
  list: {
    method: "GET",
    path: REGISTRATION.slice(0, -1),
    authenticated: false,
    requestBody: null,
    statuses: { 200: "serial numbers that changed", 204: "nothing changed, or the device is not known" },
  },
  getPass: {
    method: "GET",
    path: PASS,
    authenticated: true,
    requestBody: null,
    statuses: { 200: "the newest pass", 304: "the device holds the newest", 401: "the token is wrong" },
  },
  log: { method: "POST", path: ["v1", "log"], authenticated: false, requestBody: "json", statuses: { 200: "taken" } },
  personalize: {
    method: "POST",
    path: [...PASS, "personalize"],
    authenticated: true,
    requestBody: "json",
    statuses: { 200: "the signed token", 401: "the token is wrong" },
  },
};
