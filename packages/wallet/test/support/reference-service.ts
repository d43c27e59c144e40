import { type JsonObject, PassPackage } from "@passwright/pass";
import {
  buildListBody,
  formatHttpDate,
  isNotModified,
  matchRequest,
  MEDIA_TYPES,
  parseLogBody,
  parsePersonalizationBody,
  parseRegistrationBody,
  type PassReference,
  PROTOCOL_LIMITS,
  readCredentials,
  type RegistrationReference,
  type ServiceRequest,
} from "@passwright/wallet/protocol";
import { signPass, testIssuer, TEST_SERVICE } from "./issuer.ts";

/** A pass of the service, as a database would have it. */
export interface PassRow extends PassReference {
  readonly token: string;
  bytes: Uint8Array;
  lastModified: Date;
  /** Of the last revision, counted per pass type. */
  sequence: number;
  json: JsonObject;
  files: Readonly<Record<string, string>>;
}

export interface RegistrationRow extends RegistrationReference {
  pushToken: string;
  readonly client: string;
}

/** How a service answers a request that it does not do. */
export const UNAUTHORISED = (): Response => new Response(null, { status: 401, headers: { "www-authenticate": "ApplePass" } });

/**
 * A web service that does everything right, in memory. Faulty services extend it and get one thing wrong: what they override is
 * the fault.
 */
export class ReferenceService {
  readonly passes: PassRow[] = [];
  readonly registrations: RegistrationRow[] = [];
  readonly logs: string[] = [];
  readonly pushes: { readonly pushToken: string; readonly topic: string }[] = [];
  readonly requests: string[] = [];
  protected readonly now: () => Date;
  protected sequence = 0;
  #revision = 0;

  constructor(now: () => Date) {
    this.now = now;
  }

  /** A bound `fetch`. */
  readonly fetch = (request: Request): Promise<Response> => this.answer(request);

  async issue(json: JsonObject, files: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
    const bytes = await this.build(json, files);
    this.sequence += 1;
    this.passes.push({
      passTypeIdentifier: textAt(json, "passTypeIdentifier"),
      serialNumber: textAt(json, "serialNumber"),
      token: textAt(json, "authenticationToken"),
      bytes,
      lastModified: this.now(),
      sequence: this.sequence,
      json,
      files,
    });
    return bytes;
  }

  /** A new revision; pushed to all devices once it is committed. */
  async change({ serialNumber }: PassReference, json?: JsonObject, files?: Readonly<Record<string, string>>): Promise<void> {
    const row = this.rowOf(serialNumber);
    this.#revision += 1;
    row.json = json ?? { ...row.json, userInfo: { revision: this.#revision } };
    row.files = files ?? row.files;
    row.bytes = await this.build(row.json, row.files);
    row.lastModified = this.nextLastModified(row);
    this.sequence += 1;
    row.sequence = this.sequence;
    this.push(row);
  }

  protected push(row: PassRow): void {
    const tokens = new Set(this.registrationsOf(row).map(({ pushToken }) => pushToken));
    for (const pushToken of tokens) this.pushes.push({ pushToken, topic: row.passTypeIdentifier });
  }

  protected rowOf(serialNumber: string): PassRow {
    const row = this.passes.find((candidate) => candidate.serialNumber === serialNumber);
    if (row === undefined) throw new TypeError(`no pass ${serialNumber}`);
    return row;
  }

  protected registrationsOf({ passTypeIdentifier, serialNumber }: PassReference): readonly RegistrationRow[] {
    return this.registrations.filter((row) => row.passTypeIdentifier === passTypeIdentifier && row.serialNumber === serialNumber);
  }

  protected build(json: JsonObject, files: Readonly<Record<string, string>>): Promise<Uint8Array> {
    return signPass(json, { files });
  }

  /** One second later each time, or a second change within a second would be answered with 304. */
  protected nextLastModified(row: PassRow): Date {
    return new Date(Math.max(this.now().getTime(), row.lastModified.getTime() + 1000));
  }

  protected async answer(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const base = new URL(TEST_SERVICE).pathname;
    this.requests.push(`${request.method} ${pathname.slice(base.length)}${search}`);
    if (!pathname.startsWith(`${base}/`)) return new Response(null, { status: 404 });
    const match = matchRequest(request.method, pathname.slice(base.length), search);
    if (match.kind === "not-found") return new Response(null, { status: 404 });
    if (match.kind === "bad-identifier") return new Response(null, { status: 400 });
    if (match.kind === "method-not-allowed") {
      return new Response(null, { status: 405, headers: { allow: match.allow.join(", ") } });
    }
    const response = await this.route(match.request, request);
    return match.head ? new Response(null, response) : response;
  }

  protected route(match: ServiceRequest, request: Request): Promise<Response> | Response {
    switch (match.endpoint) {
      case "register":
        return this.register(match, request);
      case "unregister":
        return this.unregister(match, request);
      case "list":
        return this.list(match.deviceLibraryIdentifier, match.passTypeIdentifier, match.passesUpdatedSince);
      case "getPass":
        return this.getPass(match, request);
      case "log":
        return this.log(request);
      case "personalize":
      default:
        return this.personalize(match, request);
    }
  }

  /** The pass that a request may act on; null for a wrong token and an unknown pass alike. */
  protected authorise(reference: PassReference, request: Request): PassRow | null {
    const credentials = readCredentials(request.headers);
    const row = this.passes.find(
      (candidate) =>
        candidate.passTypeIdentifier === reference.passTypeIdentifier && candidate.serialNumber === reference.serialNumber,
    );
    return row !== undefined && credentials !== null && credentials.token === row.token ? row : null;
  }

  protected async register(reference: RegistrationReference, request: Request): Promise<Response> {
    if (this.authorise(reference, request) === null) return UNAUTHORISED();
    const bytes = await readBody(request, PROTOCOL_LIMITS.registrationBytes);
    if (bytes === null) return new Response(null, { status: 413 });
    const body = parseRegistrationBody(bytes);
    if (!body.ok) return new Response(null, { status: 400 });
    const { deviceLibraryIdentifier, passTypeIdentifier, serialNumber } = reference;
    const { pushToken } = body.value;
    this.renewPushTokens(deviceLibraryIdentifier, passTypeIdentifier, pushToken);
    const known = this.registrationsOf(reference).find((row) => row.deviceLibraryIdentifier === deviceLibraryIdentifier);
    if (known !== undefined) return new Response(null, { status: 200 });
    const client = readCredentials(request.headers)?.client.name ?? "apple";
    this.registrations.push({ deviceLibraryIdentifier, passTypeIdentifier, serialNumber, pushToken, client });
    return new Response(null, { status: 201 });
  }

  /** The token is the device's, so it counts for all of its passes of the type. */
  protected renewPushTokens(device: string, passTypeIdentifier: string, pushToken: string): void {
    for (const row of this.registrations) {
      if (row.deviceLibraryIdentifier === device && row.passTypeIdentifier === passTypeIdentifier) row.pushToken = pushToken;
    }
  }

  protected async unregister(reference: RegistrationReference, request: Request): Promise<Response> {
    if (this.authorise(reference, request) === null) return UNAUTHORISED();
    const { deviceLibraryIdentifier, passTypeIdentifier, serialNumber } = reference;
    const index = this.registrations.findIndex(
      (row) =>
        row.deviceLibraryIdentifier === deviceLibraryIdentifier &&
        row.passTypeIdentifier === passTypeIdentifier &&
        row.serialNumber === serialNumber,
    );
    if (index >= 0) this.registrations.splice(index, 1);
    return new Response(null, { status: 200 });
  }

  protected registered(device: string, passTypeIdentifier: string): readonly PassRow[] {
    return this.registrations
      .filter((row) => row.deviceLibraryIdentifier === device && row.passTypeIdentifier === passTypeIdentifier)
      .map(({ serialNumber }) => this.rowOf(serialNumber));
  }

  protected list(device: string, passTypeIdentifier: string, tag: string | null): Promise<Response> | Response {
    const since = tag !== null && /^\d{1,15}$/u.test(tag) ? Number(tag) : 0;
    const changed = this.registered(device, passTypeIdentifier).filter(({ sequence }) => sequence > since);
    return listOf(changed, String(Math.max(0, ...changed.map(({ sequence }) => sequence))));
  }

  protected getPass(reference: PassReference, request: Request): Promise<Response> | Response {
    const row = this.authorise(reference, request);
    if (row === null) return UNAUTHORISED();
    const headers = { "last-modified": formatHttpDate(row.lastModified), "cache-control": "private, no-cache" };
    if (isNotModified(row.lastModified, request.headers.get("if-modified-since")))
      return new Response(null, { status: 304, headers });
    return passResponse(row.bytes, headers);
  }

  protected async log(request: Request): Promise<Response> {
    const bytes = await readBody(request, PROTOCOL_LIMITS.logBytes);
    if (bytes === null) return new Response(null, { status: 413 });
    const body = parseLogBody(bytes);
    if (!body.ok) return new Response(null, { status: 400 });
    this.logs.push(...body.value.logs);
    return new Response(null, { status: 200 });
  }

  protected async personalize(reference: PassReference, request: Request): Promise<Response> {
    const row = this.authorise(reference, request);
    if (row === null) return UNAUTHORISED();
    const bytes = await readBody(request, PROTOCOL_LIMITS.personalizationBytes);
    const body = bytes === null ? null : parsePersonalizationBody(bytes);
    if (body === null || !body.ok || !("personalization.json" in row.files)) return new Response(null, { status: 400 });
    const { "personalization.json": _gone, ...files } = row.files;
    const { fullName = "" } = body.value.requiredPersonalizationInfo;
    await this.change(row, { ...row.json, userInfo: { member: fullName } }, files);
    const { signer } = await testIssuer();
    const token = new TextEncoder().encode(body.value.personalizationToken);
    const signature = await signer.sign(token, { signingTime: this.now() });
    return new Response(new Uint8Array(signature), { headers: { "content-type": MEDIA_TYPES.signature } });
  }
}

function textAt(json: JsonObject, key: string): string {
  const value = json[key];
  return typeof value === "string" ? value : "";
}

export function listOf(rows: readonly PassRow[], lastUpdated: string): Response {
  if (rows.length === 0) return new Response(null, { status: 204 });
  const body = buildListBody({ serialNumbers: rows.map(({ serialNumber }) => serialNumber), lastUpdated });
  return new Response(body, { headers: { "content-type": MEDIA_TYPES.json } });
}

export function passResponse(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Response {
  return new Response(new Uint8Array(bytes), { headers: { "content-type": MEDIA_TYPES.pass, ...headers } });
}

/** Null when it is larger. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > maxBytes ? null : bytes;
}

/** For tests that look into what a service hands out. */
export async function gateOf(bytes: Uint8Array): Promise<unknown> {
  const { data } = await PassPackage.read(bytes);
  return (data as { boardingPass?: { headerFields?: { value?: unknown }[] } }).boardingPass?.headerFields?.[0]?.value;
}
