import type { Delivery, DeliveryRule } from "../delivery.ts";
import { clip, ofPass } from "../hit.ts";
import { SOURCES } from "../sources.ts";

const PASS_TYPE = "application/vnd.apple.pkpass";
const BUNDLE_TYPE = "application/vnd.apple.pkpasses";
const HTTP = "https://www.rfc-editor.org/rfc/rfc9110";
const HTTP_CACHING = "https://www.rfc-editor.org/rfc/rfc9111";
const WRONG_TYPE = "https://github.com/tomasmcguinness/dotnet-passbook/issues/168";

/** Hops after which clients give up are about twenty; a link in a mail seldom needs more than a few. */
const MANY_REDIRECTS = 5;

const FAILS = { severity: "error", effect: "loses", basis: "doc", confirmed: false } as const;
const ADVICE = { severity: "warning", effect: "degrades", basis: "inferred", confirmed: false } as const;

/** How a pass is handed out over HTTP. */
export const DELIVERY_RULES: readonly DeliveryRule[] = [
  {
    ...FAILS,
    id: "delivery-status",
    sources: [SOURCES.distributing, HTTP],
    *check({ status, url }) {
      if (status !== 200) yield ofPass({ status, url: clip(url) });
    },
  },
  {
    ...FAILS,
    id: "delivery-method",
    sources: [SOURCES.distributing, HTTP],
    narrows: ["delivery-status"],
    *check({ status, methods }) {
      if (status !== 200 && methods?.POST === 200) yield ofPass({ status });
    },
  },
  {
    ...FAILS,
    id: "mime-type",
    confirmed: true,
    sources: [SOURCES.distributing, SOURCES.guideCreating, WRONG_TYPE],
    *check(delivery) {
      const type = contentType(delivery);
      if (delivery.content === "pass" && type !== PASS_TYPE)
        yield ofPass({ type: type === "" ? "missing" : clip(type), expected: PASS_TYPE });
    },
  },
  {
    ...FAILS,
    id: "mime-bundle",
    sources: [SOURCES.distributing],
    *check(delivery) {
      const type = contentType(delivery);
      if (delivery.content === "bundle" && type !== BUNDLE_TYPE)
        yield ofPass({ type: type === "" ? "missing" : clip(type), expected: BUNDLE_TYPE });
    },
  },
  {
    ...FAILS,
    id: "delivery-body",
    sources: [SOURCES.distributing],
    *check({ status, content, length, headers }) {
      if (status === 200 && content === null) yield ofPass({ length, type: clip(headers["content-type"] ?? "no Content-Type") });
    },
  },
  {
    ...FAILS,
    id: "delivery-length",
    sources: [HTTP],
    *check({ headers, length }) {
      const announced = headers["content-length"];
      // With a content coding the header counts the coded bytes.
      if (announced === undefined || headers["content-encoding"] !== undefined || Number(announced) === length) return;
      yield ofPass({ announced: clip(announced), length });
    },
  },
  {
    ...ADVICE,
    id: "delivery-https",
    sources: [SOURCES.distributing],
    *check(delivery) {
      const insecure = hopsOf(delivery).find((url) => url.startsWith("http:"));
      if (insecure !== undefined) yield ofPass({ url: clip(insecure) });
    },
  },
  {
    ...ADVICE,
    id: "delivery-redirects",
    sources: [HTTP],
    *check({ redirects }) {
      if (redirects.length > MANY_REDIRECTS) yield ofPass({ count: redirects.length });
    },
  },
  {
    ...ADVICE,
    id: "delivery-redirect-script",
    sources: [HTTP, SOURCES.distributing],
    *check({ redirects }) {
      const login = redirects.find(({ location }) =>
        /[/.](?:login|signin|sign-in|sso|auth|oauth2?)(?:[/.?#]|$)/iu.test(location.slice(0, 2000)),
      );
      if (login !== undefined) yield ofPass({ location: clip(login.location) });
    },
  },
  {
    ...ADVICE,
    id: "delivery-head",
    severity: "info",
    sources: [HTTP],
    *check({ status, methods }) {
      const head = methods?.HEAD;
      if (status === 200 && head !== undefined && head !== 200) yield ofPass({ status: head });
    },
  },
  {
    ...ADVICE,
    id: "delivery-encoding",
    severity: "info",
    sources: [HTTP],
    *check({ headers }) {
      const encoding = headers["content-encoding"];
      if (encoding !== undefined && encoding !== "" && encoding !== "identity") yield ofPass({ encoding: clip(encoding) });
    },
  },
  {
    ...ADVICE,
    id: "delivery-cache",
    sources: [HTTP_CACHING],
    *check({ headers, status }) {
      const control = (headers["cache-control"] ?? "").toLowerCase();
      const isShared = /\bpublic\b|\bs-maxage=[1-9]/u.test(control) && !/\bno-store\b|\bprivate\b/u.test(control);
      if (status === 200 && isShared) yield ofPass({ value: clip(control) });
    },
  },
  {
    ...ADVICE,
    id: "delivery-disposition",
    severity: "info",
    sources: [SOURCES.distributing],
    *check({ headers, content }) {
      const name = /filename\*?=\s*(?:[\w-]+'[\w-]*')?"?([^";]+)/iu
        .exec((headers["content-disposition"] ?? "").slice(0, 1000))?.[1]
        ?.trim();
      if (name === undefined || content === null) return;
      const ending = content === "bundle" ? ".pkpasses" : ".pkpass";
      if (!name.toLowerCase().endsWith(ending)) yield ofPass({ name: clip(name), ending });
    },
  },
];

function contentType({ headers }: Delivery): string {
  return (headers["content-type"] ?? "").split(";", 1).join("").trim().toLowerCase();
}

function hopsOf({ url, redirects }: Delivery): readonly string[] {
  return [url, ...redirects.map(({ location }) => location)].map((hop) => hop.trim().toLowerCase());
}
