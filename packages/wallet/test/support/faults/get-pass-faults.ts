import { formatHttpDate, isNotModified, type PassReference, readCredentials } from "@passwright/wallet/protocol";
import { signPass } from "../issuer.ts";
import { passResponse, ReferenceService, UNAUTHORISED } from "../reference-service.ts";
import {
  type FaultyService,
  altering,
  answering,
  authorising,
  conditional,
  failsOn,
  full,
  getting,
  isPass,
  privateHeaders,
  rewritten,
  withHeader,
} from "./fault-kit.ts";

class LastModifiedOfTheClock extends ReferenceService {
  protected override nextLastModified() {
    return this.now();
  }
}

class Unauthenticated extends ReferenceService {
  protected override authorise(reference: PassReference) {
    return this.passes.find(({ serialNumber }) => serialNumber === reference.serialNumber) ?? null;
  }
}

class UnknownIs404 extends ReferenceService {
  protected override async answer(request: Request) {
    const [, type, serial] = /\/(pass\.[^/]+)\/([^/]+)$/u.exec(new URL(request.url).pathname) ?? [];
    const isUnknown =
      serial !== undefined && !this.passes.some((row) => row.passTypeIdentifier === type && row.serialNumber === serial);
    return isUnknown ? new Response(null, { status: 404 }) : super.answer(request);
  }
}

export const GET_PASS_FAULTS: readonly FaultyService[] = [
  {
    fault: "get pass is not there",
    create: answering(
      (request) => isPass(request),
      () => new Response(null, { status: 404 }),
    ),
    finds: [
      "change-fetched",
      "change-listed",
      "change-listed-then-fetched",
      "change-moves-tag",
      "change-twice-in-a-second",
      "escaped-serial",
      "get-pass",
      "get-pass-deterministic",
      "get-pass-head",
      "get-pass-installs",
      "get-pass-last-modified",
      "get-pass-media-type",
      "get-pass-private",
      "get-pass-same-pass",
      "get-pass-same-service",
      "get-pass-same-token",
      "list-then-get",
      "modified-since-no-date",
      "no-token",
      "other-clients",
      "scheme-case",
      "token-cut",
      "token-of-other-pass",
      "token-other-scheme",
      "unknown-serial",
      "unknown-type",
      "wrong-token",
    ],
  },
  {
    fault: "a pass as application/zip",
    create: altering((request, { status }) => isPass(request) && status === 200, withHeader("content-type", "application/zip")),
    finds: ["get-pass-media-type"],
  },
  {
    fault: "an error page with status 200",
    create: getting((row, since) =>
      isNotModified(row.lastModified, since)
        ? new Response(null, { status: 304 })
        : passResponse(new TextEncoder().encode("<html>"), privateHeaders(row.lastModified)),
    ),
    finds: [
      "change-fetched",
      "change-listed-then-fetched",
      "change-twice-in-a-second",
      "get-pass-installs",
      "get-pass-same-pass",
      "get-pass-same-service",
      "get-pass-same-token",
    ],
  },
  { fault: "another serial number in the update", create: rewritten({ serialNumber: "A-0002" }), finds: ["get-pass-same-pass"] },
  {
    fault: "another token in the update",
    create: rewritten({ authenticationToken: "another-token-0123456789" }),
    finds: ["get-pass-same-token"],
  },
  {
    fault: "another webServiceURL in the update",
    create: rewritten({ webServiceURL: "https://elsewhere.example/wallet" }),
    finds: ["get-pass-same-service"],
  },
  {
    fault: "signed anew for every fetch",
    create: getting(async (row, since, now) =>
      isNotModified(row.lastModified, since)
        ? new Response(null, { status: 304 })
        : passResponse(await signPass(row.json, { signingTime: now }), privateHeaders(row.lastModified)),
    ),
    finds: ["get-pass-deterministic"],
  },
  {
    fault: "no Last-Modified",
    create: altering(isPass, withHeader("last-modified", null)),
    finds: ["change-fetched", "get-pass-last-modified"],
  },
  {
    fault: "Last-Modified in the future",
    create: getting((row, since) => {
      const ahead = new Date(row.lastModified.getTime() + 600_000_000);
      return isNotModified(ahead, since) ? new Response(null, { status: 304 }) : passResponse(row.bytes, privateHeaders(ahead));
    }),
    finds: ["get-pass-last-modified-past"],
  },
  {
    fault: "Cache-Control: public",
    create: altering(isPass, withHeader("cache-control", "public, max-age=3600")),
    finds: ["get-pass-private"],
  },
  {
    fault: "HEAD crashes",
    create: answering(
      (request) => request.method === "HEAD",
      () => new Response(null, { status: 500 }),
    ),
    finds: ["get-pass-head"],
  },
  {
    fault: "304 whenever there is an If-Modified-Since",
    create: getting((row, since) => (since === null ? full(row) : new Response(null, { status: 304 }))),
    finds: [
      "change-fetched",
      "change-listed-then-fetched",
      "change-twice-in-a-second",
      "modified-since-earlier",
      "modified-since-no-date",
      "modified-since-second-earlier",
    ],
  },
  {
    fault: "304 only when the dates are equal",
    create: getting((row, since) => (since === formatHttpDate(row.lastModified) ? new Response(null, { status: 304 }) : full(row))),
    finds: ["not-modified-later"],
  },
  {
    fault: "a bad If-Modified-Since is refused",
    create: getting((row, since) => (since === "yesterday" ? new Response(null, { status: 400 }) : conditional(row, since))),
    finds: ["modified-since-no-date"],
  },
  {
    fault: "a Last-Modified that is rounded down to the minute",
    create: getting((row, since) => {
      const minute = new Date(Math.floor(row.lastModified.getTime() / 60_000) * 60_000);
      return isNotModified(minute, since) ? new Response(null, { status: 304 }) : passResponse(row.bytes, privateHeaders(minute));
    }),
    finds: ["change-fetched", "change-listed-then-fetched", "change-twice-in-a-second"],
  },
  {
    fault: "a Last-Modified that is the clock's second",
    create: (now) => new LastModifiedOfTheClock(now),
    finds: ["change-fetched", "change-listed-then-fetched", "change-twice-in-a-second"],
  },
  {
    fault: "304 before the token is looked at",
    create: altering(
      (request, { status }) => isPass(request) && status === 401 && request.headers.has("if-modified-since"),
      () => new Response(null, { status: 304 }),
    ),
    finds: ["not-modified-authenticated"],
  },
  {
    fault: "304 for a phone that holds nothing",
    create: getting((row, since) =>
      since === null || isNotModified(row.lastModified, since) ? new Response(null, { status: 304 }) : full(row),
    ),
    finds: [
      "change-fetched",
      "change-listed",
      "change-listed-then-fetched",
      "change-moves-tag",
      "change-twice-in-a-second",
      "escaped-serial",
      "get-pass",
      "get-pass-deterministic",
      "get-pass-head",
      "get-pass-installs",
      "get-pass-last-modified",
      "get-pass-media-type",
      "get-pass-private",
      "get-pass-same-pass",
      "get-pass-same-service",
      "get-pass-same-token",
      "list-then-get",
      "other-clients",
      "scheme-case",
    ],
  },
  {
    fault: "tokens are not looked at",
    create: (now) => new Unauthenticated(now),
    finds: [
      "no-token",
      "not-modified-authenticated",
      "personalize-no-token",
      "personalize-wrong-token",
      "refusals-alike",
      "register-no-token",
      "register-wrong-token",
      "token-cut",
      "token-of-other-pass",
      "token-other-scheme",
      "unknown-type",
      "unregister-no-token",
      "unregister-wrong-token",
      "wrong-token",
    ],
  },
  {
    fault: "tokens are compared by their beginning",
    create: authorising((row, header) => {
      const [, token = ""] = /^\w+Pass (\S+)$/iu.exec(header) ?? [];
      return token.length > 3 && row.token.startsWith(token);
    }),
    finds: ["token-cut"],
  },
  {
    fault: "the scheme is not looked at",
    create: authorising((row, header) => header.split(" ")[1] === row.token),
    finds: ["token-other-scheme"],
  },
  {
    fault: "404 for an unknown pass",
    create: (now) => new UnknownIs404(now),
    finds: ["escaped-serial", "refusals-alike", "register-unknown-serial", "unknown-serial", "unknown-type"],
  },
  {
    fault: "the scheme is compared by case",
    create: authorising(
      (row, header) => /^[A-Z]/u.test(header) && readCredentials(new Headers({ authorization: header }))?.token === row.token,
    ),
    finds: ["scheme-case"],
  },
  {
    fault: "only ApplePass is known",
    create: authorising((row, header) => header.toLowerCase() === `applepass ${row.token}`.toLowerCase()),
    finds: ["other-clients"],
  },
  { fault: "an unknown path crashes", create: failsOn(/nothing-here/u), finds: ["unknown-path"] },
  {
    fault: "any method gets the pass",
    create: answering(
      (request) => request.method === "PUT",
      () => new Response(null, { status: 200 }),
    ),
    finds: ["unknown-method"],
  },
  {
    fault: "paths are not decoded",
    create: answering((request) => /%41/iu.test(request.url), UNAUTHORISED),
    finds: ["escaped-serial"],
  },
  { fault: "a bad escape crashes and shows the trace", create: failsOn(/%zz/u), finds: ["hostile-paths", "no-internals"] },
  {
    fault: "cookies",
    hiddenInBrowsers: true,
    create: altering(isPass, withHeader("set-cookie", "session=1")),
    finds: ["no-cookies"],
  },
];
