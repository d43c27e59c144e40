import type { JsonObject } from "@passwright/pass";
import { formatHttpDate, isNotModified, type PassReference, type RegistrationReference } from "@passwright/wallet/protocol";
import { signPass } from "../issuer.ts";
import { passResponse, type PassRow, ReferenceService, UNAUTHORISED } from "../reference-service.ts";

/** A service with one fault, and exactly the cases that must find it. */
export interface FaultyService {
  /** Whose fault it is, where it is known. */
  readonly fault: string;
  readonly create: (now: () => Date) => ReferenceService;
  readonly finds: readonly string[];
  /** Browsers hide what gives it away. */
  readonly hiddenInBrowsers?: true;
}

export const privateHeaders = (lastModified: Date) => ({
  "last-modified": formatHttpDate(lastModified),
  "cache-control": "private",
});

/** Answers of one endpoint altered: for faults that are seen in an answer alone. */
export function altering(
  wanted: (request: Request, response: Response) => boolean,
  alter: (response: Response, request: Request) => Response | Promise<Response>,
): FaultyService["create"] {
  class Altered extends ReferenceService {
    protected override async answer(request: Request) {
      const response = await super.answer(request.clone());
      return wanted(request, response) ? alter(response, request) : response;
    }
  }
  return (now) => new Altered(now);
}

/** Answers before anything is looked at. */
export function answering(
  wanted: (request: Request, url: URL) => boolean,
  answer: (request: Request) => Response,
): FaultyService["create"] {
  class Answering extends ReferenceService {
    protected override async answer(request: Request) {
      return wanted(request, new URL(request.url)) ? answer(request) : super.answer(request);
    }
  }
  return (now) => new Answering(now);
}

export const isPass = (request: Request) => /\/v1\/passes\/[^/]+\/[^/]+$/u.test(new URL(request.url).pathname);
export const isList = (request: Request) => /\/registrations\/[^/]+$/u.test(new URL(request.url).pathname);
export const isRegistration = (request: Request) => /\/registrations\/[^/]+\/[^/]+$/u.test(new URL(request.url).pathname);
export const isLog = (request: Request) => new URL(request.url).pathname.endsWith("/v1/log");
export const withStatus = (status: number) => (response: Response) => new Response(null, { status, headers: response.headers });
export const withHeader = (name: string, value: string | null) => (response: Response) => {
  const headers = new Headers(response.headers);
  if (value === null) headers.delete(name);
  else headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
};

/** The list that takes the service's own rows and tag, with something altered. */
export function listing(list: (rows: readonly PassRow[], tag: string | null, now: Date) => Response): FaultyService["create"] {
  class Listing extends ReferenceService {
    protected override list(device: string, type: string, tag: string | null) {
      return list(this.registered(device, type), tag, this.now());
    }
  }
  return (now) => new Listing(now);
}

/** The pass, its conditions and headers altered. */
export function getting(
  get: (row: PassRow, since: string | null, now: Date) => Response | Promise<Response>,
): FaultyService["create"] {
  class Getting extends ReferenceService {
    protected override getPass(reference: PassReference, request: Request) {
      const row = this.authorise(reference, request);
      return row === null ? UNAUTHORISED() : get(row, request.headers.get("if-modified-since"), this.now());
    }
  }
  return (now) => new Getting(now);
}

export const full = (row: PassRow) => passResponse(row.bytes, privateHeaders(row.lastModified));
export const conditional = (row: PassRow, since: string | null) =>
  isNotModified(row.lastModified, since) ? new Response(null, { status: 304 }) : full(row);
export const changedSince = (rows: readonly PassRow[], tag: string | null) => {
  const since = tag !== null && /^\d+$/u.test(tag) ? Number(tag) : 0;
  return rows.filter(({ sequence }) => sequence > since);
};
export const newestOf = (rows: readonly PassRow[]) => String(Math.max(0, ...rows.map(({ sequence }) => sequence)));
export const rewritten = (changes: JsonObject) =>
  getting(async (row, since) =>
    isNotModified(row.lastModified, since)
      ? new Response(null, { status: 304 })
      : passResponse(await signPass({ ...row.json, ...changes }), privateHeaders(row.lastModified)),
  );

/** Looks the pass up by a comparison of one's own. */
export function authorising(isRight: (row: PassRow, header: string) => boolean): FaultyService["create"] {
  class Authorising extends ReferenceService {
    protected override authorise(reference: PassReference, request: Request) {
      const row = this.passes.find(
        ({ passTypeIdentifier, serialNumber }) =>
          passTypeIdentifier === reference.passTypeIdentifier && serialNumber === reference.serialNumber,
      );
      return row !== undefined && isRight(row, request.headers.get("authorization") ?? "") ? row : null;
    }
  }
  return (now) => new Authorising(now);
}

/** What removing a registration removes. */
export function unregistering(
  remove: (service: Pick<ReferenceService, "registrations">, reference: RegistrationReference) => void,
): FaultyService["create"] {
  class Unregistering extends ReferenceService {
    protected override async unregister(reference: RegistrationReference, request: Request) {
      if (this.authorise(reference, request) === null) return UNAUTHORISED();
      remove(this, reference);
      return new Response(null, { status: 200 });
    }
  }
  return (now) => new Unregistering(now);
}

export function removeWhere(
  service: Pick<ReferenceService, "registrations">,
  isGone: (row: RegistrationReference) => boolean,
): void {
  const kept = service.registrations.filter((row) => !isGone(row));
  service.registrations.splice(0, service.registrations.length, ...kept);
}

export const removesNothing = () => undefined;
export const failsOn = (needle: RegExp) =>
  answering(
    (request) => needle.test(request.url),
    () => new Response("Traceback (most recent call last)", { status: 500 }),
  );
