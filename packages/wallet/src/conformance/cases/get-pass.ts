import { digestOf } from "../../device/digest.ts";
import { textOf } from "../../device/installing.ts";
import { parseHttpDate } from "../../protocol/http-date.ts";
import { MEDIA_TYPES } from "../../protocol/media-types.ts";
import { readServiceUrl } from "../../protocol/service-url.ts";
import { mustHold, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";
import type { Probe } from "../probe.ts";

/** The pass as the service hands it out. */
async function fetchPass(probe: Probe) {
  const answer = await probe.getPass();
  probe.expectStatus(answer, 200);
  const { accepted, refused } = await probe.inspect(answer.body);
  return { answer, update: accepted[0] ?? null, refusedBecause: refused[0]?.because ?? "it holds no pass" };
}

export const GET_PASS_CASES = /* @__PURE__ */ defineCases("get pass", "read-only", [
  {
    id: "get-pass",
    does: "gets the pass with its token",
    expects: "200",
    consequence: "The phone never gets an update; its log says: Unexpected response code.",
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await probe.getPass(), 200),
  },
  {
    id: "get-pass-media-type",
    does: "looks at the Content-Type of the pass",
    expects: MEDIA_TYPES.pass,
    consequence: "Browsers and other wallets do not know the file for a pass; proxies may alter it.",
    source: SOURCES.service,
    run: async (probe) => {
      const type = (await probe.getPass()).headers.get("content-type");
      mustHold(type?.trim().toLowerCase() === MEDIA_TYPES.pass, `Content-Type was ${JSON.stringify(type)}`);
    },
  },
  {
    id: "get-pass-installs",
    does: "checks the pass as installing does",
    expects: "a pass that installs",
    consequence: "The phone keeps the old pass; its log says: Received invalid pass data.",
    source: SOURCES.service,
    run: async (probe) => {
      const { update, refusedBecause } = await fetchPass(probe);
      mustHold(update !== null, `the pass does not install: ${refusedBecause}`);
    },
  },
  {
    id: "get-pass-same-pass",
    does: "compares type and serial number of the pass with what was asked for",
    expects: "the same",
    consequence: "Another serial number is another pass: the phone keeps the old one without updates.",
    source: SOURCES.service,
    run: async (probe) => {
      const { update } = await fetchPass(probe);
      mustHold(update !== null, "the pass does not install");
      const type = textOf(update.data["passTypeIdentifier"]);
      const serial = textOf(update.data["serialNumber"]);
      mustHold(type === probe.pass.passTypeIdentifier, "passTypeIdentifier is another");
      mustHold(serial === probe.pass.serialNumber, "serialNumber is another");
    },
  },
  {
    id: "get-pass-same-token",
    does: "compares the authenticationToken of the pass with the one it was given out with",
    expects: "the same",
    consequence: "Copies of the pass on other devices still use the old token and get no updates any more.",
    source: SOURCES.archive,
    run: async (probe) => {
      const { update } = await fetchPass(probe);
      mustHold(update !== null, "the pass does not install");
      mustHold(update.data["authenticationToken"] === probe.pass.authenticationToken, "the authenticationToken is another");
    },
  },
  {
    id: "get-pass-same-service",
    severity: "advice",
    does: "compares the webServiceURL of the pass with the one it was given out with",
    expects: "the same",
    consequence: "Phones with the older copy go on to call the older address: it must be kept alive.",
    source: SOURCES.service,
    run: async (probe) => {
      const { update } = await fetchPass(probe);
      mustHold(update !== null, "the pass does not install");
      const url = readServiceUrl(textOf(update.data["webServiceURL"]), true);
      mustHold(url.ok && url.base === probe.webServiceURL, "webServiceURL is another");
    },
  },
  {
    id: "get-pass-deterministic",
    does: "gets the pass twice, a second apart",
    expects: "the same bytes",
    consequence: "Each fetch looks like an update: the phone's log says that an unchanged pass was sent, and caches do not help.",
    source: SOURCES.devices,
    run: async (probe) => {
      const first = await probe.getPass();
      await probe.wait(1100);
      const second = await probe.getPass();
      probe.expectStatus(first, 200);
      mustHold((await digestOf(first.body)) === (await digestOf(second.body)), "the bytes differ");
    },
  },
  {
    id: "get-pass-last-modified",
    does: "looks for Last-Modified",
    expects: "a date of HTTP",
    consequence: "The phone cannot ask conditionally and fetches the whole pass each time; its log says so.",
    source: SOURCES.archive,
    run: async (probe) => {
      const value = (await probe.getPass()).headers.get("last-modified");
      mustHold(value !== null, "there is no Last-Modified");
      mustHold(parseHttpDate(value, probe.now) !== null, `Last-Modified is ${JSON.stringify(value.slice(0, 100))}`);
    },
  },
  {
    id: "get-pass-last-modified-stable",
    does: "gets the unchanged pass twice, a second apart",
    expects: "the same Last-Modified",
    consequence: "A Last-Modified that is always now hides updates: a change in the second of the last fetch is answered with 304.",
    source: SOURCES.http,
    run: async (probe) => {
      const first = (await probe.getPass()).headers.get("last-modified");
      await probe.wait(1100);
      const second = (await probe.getPass()).headers.get("last-modified");
      mustHold(first === second, `Last-Modified moved from ${first} to ${second}`);
    },
  },
  {
    id: "get-pass-last-modified-past",
    does: "compares Last-Modified with the Date of the answer",
    expects: "not later",
    consequence: "Updates until that moment are answered with 304 and never arrive.",
    source: SOURCES.http,
    run: async (probe) => {
      const { headers } = await probe.getPass();
      const modified = parseHttpDate(headers.get("last-modified") ?? "", probe.now);
      const date = parseHttpDate(headers.get("date") ?? "", probe.now) ?? probe.now;
      // A revision's date may run ahead when a pass changes several times within a second.
      const ahead = modified === null ? 0 : modified.getTime() - date.getTime();
      mustHold(ahead <= 60_000, `Last-Modified is ${Math.round(ahead / 1000)} seconds ahead`);
    },
  },
  {
    id: "get-pass-private",
    severity: "advice",
    does: "looks at Cache-Control",
    expects: "private, no-store or no-cache",
    consequence: "A shared cache may hand a person's pass, or an old one, to others.",
    source: SOURCES.http,
    run: async (probe) => {
      const { headers } = await probe.getPass();
      const value = headers.get("cache-control") ?? "";
      mustHold(/\b(?:private|no-store|no-cache)\b/iu.test(value), `Cache-Control was ${JSON.stringify(value)}`);
    },
  },
  {
    id: "get-pass-head",
    severity: "advice",
    does: "sends HEAD for the pass",
    expects: "200 without a body, or 405",
    consequence: "None for phones; link checkers and caches see an error.",
    source: SOURCES.http,
    run: async (probe) => {
      const answer = await probe.getPass({ method: "HEAD" });
      probe.expectStatus(answer, 200, 405);
      mustHold(answer.status === 405 || answer.body.length === 0, "there was a body");
    },
  },
]);
