import { exchange, type Exchange, type Network } from "../device/exchange.ts";
import type { Inspection } from "../device/installing.ts";
import { toHex } from "../device/digest.ts";
import { buildCredentials, type ClientName } from "../protocol/clients.ts";
import { ENDPOINTS } from "../protocol/endpoints.ts";
import { PROTOCOL_LIMITS } from "../protocol/limits.ts";
import { type ListBody, parseListBody } from "../protocol/list-body.ts";
import { MEDIA_TYPES } from "../protocol/media-types.ts";
import type { PersonalInfo } from "../protocol/personalization-body.ts";
import { buildRegistrationBody } from "../protocol/registration-body.ts";
import { buildRequestPath, type PassReference, type ServiceRequest } from "../protocol/service-request.ts";
import { Mismatch, mustHold, NotApplicable } from "./conformance-case.ts";

/** A pass that a run is driven with. */
export interface SubjectPass extends PassReference {
  readonly authenticationToken: string;
  readonly webServiceURL: string;
  /** pass.json asks for a sign-up (there is a personalization.json). */
  readonly isPersonalizable: boolean;
}

/** A push that the issuer sent. */
export interface SeenPush {
  readonly pushToken: string;
  readonly topic: string;
}

/** The issuer's side, where the one who runs the suite has a hand in it. */
export interface Issuer {
  /** Makes a new revision of a pass; resolves when it is committed. */
  readonly change?: (pass: PassReference) => Promise<void>;
  /** The pushes of the run so far, once those of earlier changes have been sent. */
  readonly pushes?: () => Promise<readonly SeenPush[]>;
}

/** An answer, with its body. */
export type Answer = Extract<Exchange, { readonly kind: "answer" }>;

/** How a request differs from a device's. */
export interface Bend {
  /** Null: without an Authorization header. The pass's own when absent. */
  readonly token?: string | null;
  readonly client?: ClientName;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly method?: string;
}

export interface ProbeParts {
  readonly network: Network;
  readonly base: string;
  readonly pass: SubjectPass;
  readonly second: SubjectPass | null;
  readonly issuer: Issuer;
  readonly personalInfo: PersonalInfo | null;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly inspect: (bytes: Uint8Array) => Promise<Inspection>;
}

/** The body of a registration, as a device writes it. */
export function registrationBody(pushToken: string): Uint8Array<ArrayBuffer> {
  return buildRegistrationBody({ pushToken });
}

/** One case's hands: sends requests as devices do or bent, and cleans up after itself. */
export class Probe {
  readonly pass: SubjectPass;
  readonly #parts: ProbeParts;
  readonly #registered = new Map<string, { readonly device: string; readonly pass: SubjectPass }>();

  constructor(parts: ProbeParts) {
    this.#parts = parts;
    this.pass = parts.pass;
  }

  get now(): Date {
    return this.#parts.network.now();
  }

  /** The second pass; only for cases that need it. */
  get second(): SubjectPass {
    if (this.#parts.second === null) throw new NotApplicable("there is no second pass");
    return this.#parts.second;
  }

  get personalInfo(): PersonalInfo {
    return this.#parts.personalInfo ?? {};
  }

  get webServiceURL(): string {
    return this.#parts.base;
  }

  newDevice(): string {
    return toHex(this.#parts.randomBytes(16));
  }

  newToken(): string {
    return toHex(this.#parts.randomBytes(32));
  }

  wait(milliseconds: number): Promise<void> {
    return this.#parts.wait(milliseconds);
  }

  inspect(bytes: Uint8Array): Promise<Inspection> {
    return this.#parts.inspect(bytes);
  }

  /** Has the issuer change a pass. */
  async change(pass: PassReference = this.pass): Promise<void> {
    const { change } = this.#parts.issuer;
    if (change === undefined) throw new NotApplicable("there is no way to change the pass");
    await change(pass);
  }

  async pushes(): Promise<readonly SeenPush[]> {
    const { pushes } = this.#parts.issuer;
    if (pushes === undefined) throw new NotApplicable("pushes cannot be seen");
    return pushes();
  }

  /** Sends a request; rejects with a {@link Mismatch} when there is no answer or a redirect. */
  send(request: ServiceRequest, bend: Bend = {}): Promise<Answer> {
    const { authenticated, method, requestBody } = ENDPOINTS[request.endpoint];
    const token = bend.token === undefined && authenticated ? this.pass.authenticationToken : (bend.token ?? null);
    const headers = new Headers(token === null ? {} : { ...buildCredentials(token, bend.client) });
    if (requestBody === "json") headers.set("content-type", MEDIA_TYPES.json);
    return this.sendRaw(buildRequestPath(request), { method, ...bend }, headers);
  }

  /** Sends to any path below webServiceURL. */
  async sendRaw(path: string, bend: Bend, headers: Headers = new Headers()): Promise<Answer> {
    for (const [name, value] of Object.entries(bend.headers ?? {})) headers.set(name, value);
    const answer = await exchange(
      this.#parts.network,
      { url: `${this.#parts.base}${path}`, method: bend.method ?? "GET", headers, body: bend.body ?? null },
      { maxBytes: PROTOCOL_LIMITS.passBytes, everyStatus: true },
    );
    if (answer.kind === "failed") throw new Mismatch(FAULT_WORDS[answer.fault]);
    return answer;
  }

  getPass(bend: Bend & { readonly since?: string; readonly pass?: PassReference } = {}): Promise<Answer> {
    const { since, pass = this.pass, ...rest } = bend;
    const { passTypeIdentifier, serialNumber } = pass;
    const headers = { ...rest.headers, ...(since !== undefined && { "if-modified-since": since }) };
    return this.send({ endpoint: "getPass", passTypeIdentifier, serialNumber }, { ...rest, headers });
  }

  /** Registers a device; it is unregistered when the case is over. */
  async register(device: string, bend: Bend & { readonly pass?: SubjectPass; readonly pushToken?: string } = {}): Promise<Answer> {
    const { pass = this.pass, pushToken = this.newToken(), ...rest } = bend;
    const { passTypeIdentifier, serialNumber, authenticationToken } = pass;
    this.#registered.set(`${device} ${serialNumber}`, { device, pass });
    return this.send(
      { endpoint: "register", deviceLibraryIdentifier: device, passTypeIdentifier, serialNumber },
      { token: authenticationToken, body: registrationBody(pushToken), ...rest },
    );
  }

  /** A device that is registered for the pass. */
  async registered(options: { readonly pushToken?: string; readonly pass?: SubjectPass } = {}): Promise<string> {
    const device = this.newDevice();
    const { status } = await this.register(device, options);
    mustHold(status === 201 || status === 200, `registering a new device was answered with ${status}`);
    return device;
  }

  unregister(device: string, bend: Bend & { readonly pass?: SubjectPass } = {}): Promise<Answer> {
    const { pass = this.pass, ...rest } = bend;
    const { passTypeIdentifier, serialNumber, authenticationToken } = pass;
    return this.send(
      { endpoint: "unregister", deviceLibraryIdentifier: device, passTypeIdentifier, serialNumber },
      { token: authenticationToken, ...rest },
    );
  }

  list(device: string, passesUpdatedSince: string | null = null, bend: Bend = {}): Promise<Answer> {
    const { passTypeIdentifier } = this.pass;
    return this.send({ endpoint: "list", deviceLibraryIdentifier: device, passTypeIdentifier, passesUpdatedSince }, bend);
  }

  /** Lists and reads the answer as a device does; null for 204. */
  async listed(device: string, passesUpdatedSince: string | null = null): Promise<ListBody | null> {
    const answer = await this.list(device, passesUpdatedSince);
    if (answer.status === 204) return null;
    mustHold(answer.status === 200, `the list was answered with ${answer.status}`);
    const body = parseListBody(answer.body);
    if (!body.ok) throw new Mismatch(`the list cannot be read: ${body.problem}`);
    return body.value;
  }

  /** Lists and holds the answer to be something. */
  async mustList(device: string, passesUpdatedSince: string | null = null): Promise<ListBody> {
    const body = await this.listed(device, passesUpdatedSince);
    if (body === null) throw new Mismatch("the list was answered with 204, as if nothing had changed");
    return body;
  }

  /** Holds a status to be one of some. */
  expectStatus(answer: Answer, ...statuses: readonly number[]): void {
    mustHold(statuses.includes(answer.status), `the status was ${answer.status}`);
  }

  /** Refused in a way that a client can understand: neither done nor a crash. */
  expectRefusal(answer: Answer): void {
    mustHold(answer.status >= 400 && answer.status < 500, `the status was ${answer.status}`);
  }

  /** Unregisters what the case registered; what goes wrong here is for the cases about it. */
  async cleanUp(): Promise<void> {
    for (const { device, pass } of this.#registered.values()) await this.unregister(device, { pass }).catch(() => undefined);
    this.#registered.clear();
  }
}

const FAULT_WORDS = {
  "timed-out": "there was no answer in time",
  unreachable: "there was no answer",
  "too-large": "the answer was larger than a pass can be",
  redirected: "the answer was a redirect",
} as const;
