import { formatHttpDate, parseHttpDate } from "../../protocol/http-date.ts";
import { NotApplicable, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";
import type { Probe } from "../probe.ts";

async function lastModified(probe: Probe): Promise<{ readonly text: string; readonly date: Date }> {
  const text = (await probe.getPass()).headers.get("last-modified");
  const date = text === null ? null : parseHttpDate(text, probe.now);
  if (text === null || date === null) throw new NotApplicable("the pass has no Last-Modified");
  return { text, date };
}

const HOUR = 3_600_000;
const WASTE =
  "Every fetch of an unchanged pass costs its full size; after a push, on every phone at once. The phone's log says so.";

export const CONDITIONAL_GET_CASES = /* @__PURE__ */ defineCases("conditional get", "read-only", [
  {
    id: "not-modified",
    does: "gets the pass with its own Last-Modified as If-Modified-Since",
    expects: "304",
    consequence: WASTE,
    source: SOURCES.archive,
    run: async (probe) => {
      const { text } = await lastModified(probe);
      probe.expectStatus(await probe.getPass({ since: text }), 304);
    },
  },
  {
    id: "not-modified-later",
    does: "gets the pass with an If-Modified-Since one second after its Last-Modified",
    expects: '304: the comparison is "not later than", not equality',
    consequence: WASTE,
    source: SOURCES.http,
    run: async (probe) => {
      const { date } = await lastModified(probe);
      probe.expectStatus(await probe.getPass({ since: formatHttpDate(new Date(date.getTime() + 1000)) }), 304);
    },
  },
  {
    id: "modified-since-earlier",
    does: "gets the pass with an If-Modified-Since one hour before its Last-Modified",
    expects: "200 with the pass",
    consequence: "The phone holds an older version and is told that it is the newest: the update never arrives.",
    source: SOURCES.http,
    run: async (probe) => {
      const { date } = await lastModified(probe);
      probe.expectStatus(await probe.getPass({ since: formatHttpDate(new Date(date.getTime() - HOUR)) }), 200);
    },
  },
  {
    id: "modified-since-second-earlier",
    does: "gets the pass with an If-Modified-Since one second before its Last-Modified",
    expects: "200 with the pass",
    consequence: "A change in the second after the last one never arrives.",
    source: SOURCES.http,
    run: async (probe) => {
      const { date } = await lastModified(probe);
      probe.expectStatus(await probe.getPass({ since: formatHttpDate(new Date(date.getTime() - 1000)) }), 200);
    },
  },
  {
    id: "modified-since-no-date",
    does: "gets the pass with an If-Modified-Since that is no date",
    expects: "200: the header is ignored",
    consequence: "A client that keeps the header in another form gets an error or a wrong 304 for ever.",
    source: SOURCES.http,
    run: async (probe) => probe.expectStatus(await probe.getPass({ since: "yesterday" }), 200),
  },
  {
    id: "not-modified-authenticated",
    does: "gets the pass conditionally with a wrong token",
    expects: "401",
    consequence: "Anyone can ask when someone's pass last changed.",
    source: SOURCES.service,
    run: async (probe) => {
      const { text } = await lastModified(probe);
      probe.expectStatus(await probe.getPass({ since: text, token: probe.newToken() }), 401);
    },
  },
]);
