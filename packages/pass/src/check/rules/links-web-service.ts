import { inPass, shown } from "../hit.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isPrivateHost, isWebUrl, parseAbsoluteUrl } from "../values/url.ts";

const SHORT_TOKEN = "https://github.com/tomasmcguinness/dotnet-passbook-validator/issues/9";

/** Apple's least length of an authenticationToken, in characters. */
const MIN_TOKEN = 16;

/** The token of Apple's sample passes, copied into many a real one. */
const SAMPLE_TOKEN = "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFdc";

/** Where a pass gets its updates, and the secret that it shows there. */
export const WEB_SERVICE_RULES: readonly Rule[] = [
  {
    id: "ws-pair",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel],
    *check({ pass }) {
      const hasUrl = isGiven(pass["webServiceURL"]);
      const hasToken = isGiven(pass["authenticationToken"]);
      if (hasUrl && !hasToken) yield inPass(["webServiceURL"]);
    },
  },
  {
    // Generators write a token into every pass; without an address nothing asks for it, and nothing is lost.
    id: "ws-token-alone",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel],
    *check({ pass }) {
      if (isGiven(pass["authenticationToken"]) && !isGiven(pass["webServiceURL"])) yield inPass(["authenticationToken"]);
    },
  },
  {
    id: "ws-url",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.webService],
    *check({ pass }) {
      const { webServiceURL } = pass;
      if (!isGiven(webServiceURL)) return;
      const url = typeof webServiceURL === "string" ? parseAbsoluteUrl(webServiceURL) : null;
      if (url === null || !isWebUrl(url)) yield inPass(["webServiceURL"], { value: shown(webServiceURL) });
    },
  },
  {
    id: "ws-https",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.bundleTopLevel, SOURCES.webService],
    *check({ pass }) {
      if (serviceUrl(pass)?.protocol === "http:") yield inPass(["webServiceURL"], { value: shown(pass["webServiceURL"]) });
    },
  },
  {
    id: "ws-local",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.webService],
    *check({ pass }) {
      const url = serviceUrl(pass);
      if (url !== null && isPrivateHost(url.hostname)) yield inPass(["webServiceURL"], { host: url.hostname });
    },
  },
  {
    id: "ws-versioned",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.webService],
    *check({ pass }) {
      const url = serviceUrl(pass);
      const text = pass["webServiceURL"];
      if (url === null || typeof text !== "string") return;
      if (!/\/v1\/*$/u.test(url.pathname) && !/[?#]/u.test(text)) return;
      yield inPass(["webServiceURL"], { value: shown(text), request: shown(`${text.replace(/\/$/u, "")}/v1/devices/…`) });
    },
  },
  {
    id: "token-length",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.bundleTopLevel, SOURCES.observed, SHORT_TOKEN],
    *check({ pass }) {
      const { authenticationToken: token } = pass;
      if (typeof token !== "string" || token === "" || token.length >= MIN_TOKEN) return;
      // The token is a secret: its length is told, not its text.
      yield inPass(["authenticationToken"], { length: token.length, limit: MIN_TOKEN });
    },
  },
  {
    id: "token-entropy",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.webService],
    *check({ pass }) {
      const { authenticationToken: token, serialNumber } = pass;
      if (typeof token !== "string" || token.length < MIN_TOKEN) return;
      const likeness = token === serialNumber ? "equal to serialNumber" : likenessOf(token);
      if (likeness !== null) yield inPass(["authenticationToken"], { likeness });
    },
  },
];

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function serviceUrl(pass: JsonObject): URL | null {
  const { webServiceURL } = pass;
  const url = typeof webServiceURL === "string" ? parseAbsoluteUrl(webServiceURL) : null;
  return url !== null && isWebUrl(url) ? url : null;
}

function likenessOf(token: string): string | null {
  if (token === SAMPLE_TOKEN) return "that of Apple's published samples";
  if (/^(.{1,4})\1*$/su.test(token.slice(0, 256))) return "one short piece repeated";
  return /^0*\d{1,9}$/u.test(token) ? "a number with zeros before it" : null;
}
