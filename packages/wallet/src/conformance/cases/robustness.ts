import { encodeIdentifier } from "../../protocol/identifier.ts";
import { mustHold, NotApplicable, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";
import type { Probe } from "../probe.ts";

/** Words that stand in the stack traces and debug pages of common servers. */
const INTERNALS =
  /(?:^\s+at .{1,200}:\d+:\d+|Traceback \(most recent call last\)|Stack trace:|SQLSTATE|node_modules|\.php on line \d|goroutine \d+ \[)/mu;

function pathOf(probe: Probe, serialStep: string): string {
  return `/v1/passes/${encodeIdentifier(probe.pass.passTypeIdentifier, "pass type")}/${serialStep}`;
}

const HOSTILE_STEPS: readonly (readonly [string, string])[] = [
  ["a way up", "..%2f..%2f..%2fetc%2fpasswd"],
  ["a null character", "a%00b"],
  ["an escape that is none", "%zz"],
  ["half of a character", "%c3"],
  ["a line break", "a%0d%0aX-Injected:%201"],
  ["SQL", "'%20OR%201=1--"],
  ["four thousand characters", "a".repeat(4000)],
];

export const ROBUSTNESS_CASES = /* @__PURE__ */ defineCases("robustness", "read-only", [
  {
    id: "https",
    does: "looks at the scheme of webServiceURL",
    expects: "https",
    consequence: "Phones do not call it, except in developer mode.",
    source: SOURCES.service,
    run: async (probe) => mustHold(probe.webServiceURL.startsWith("https:"), "webServiceURL is plain http"),
  },
  {
    id: "not-versioned",
    does: "looks at the end of webServiceURL",
    expects: "not /v1, which devices append themselves",
    consequence: "Phones call /v1/v1/…, and other clients may not.",
    source: SOURCES.service,
    severity: "advice",
    run: async (probe) => mustHold(!probe.webServiceURL.endsWith("/v1"), "webServiceURL ends in /v1"),
  },
  {
    id: "serial-not-in-url",
    does: "looks for the serial number in webServiceURL",
    expects: "one URL for all passes of a type",
    consequence: "One phone looks like as many devices as it has passes, and each asks for itself.",
    source: "https://developer.apple.com/forums/thread/130425",
    run: async (probe) => {
      const { serialNumber } = probe.pass;
      if (serialNumber.length < 4) throw new NotApplicable("the serial number is too short to be looked for");
      mustHold(!probe.webServiceURL.includes(encodeURIComponent(serialNumber)), "webServiceURL holds the serial number");
    },
  },
  {
    id: "unknown-path",
    does: "gets a path of /v1 that does not exist",
    expects: "404, or another 4xx",
    consequence: "None for phones.",
    source: SOURCES.http,
    severity: "advice",
    run: async (probe) => probe.expectRefusal(await probe.sendRaw("/v1/nothing-here", {})),
  },
  {
    id: "escaped-serial",
    does: "gets the pass with its serial number percent-encoded",
    expects: "200",
    consequence: "Serial numbers with characters that clients escape get no updates.",
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-2.3",
    severity: "advice",
    run: async (probe) => {
      const [first = "", ...rest] = new TextEncoder().encode(probe.pass.serialNumber);
      const escaped = [first, ...rest].map((byte) => `%${Number(byte).toString(16).padStart(2, "0")}`).join("");
      const headers = { authorization: `ApplePass ${probe.pass.authenticationToken}` };
      probe.expectStatus(await probe.sendRaw(pathOf(probe, escaped), { headers }), 200);
    },
  },
  {
    id: "hostile-paths",
    does: `gets passes whose serial number is ${HOSTILE_STEPS.map(([name]) => name).join(", ")}`,
    expects: "4xx, no crash, no header made of the path",
    consequence: "None for phones; anyone can send it.",
    source: SOURCES.http,
    run: async (probe) => {
      for (const [name, step] of HOSTILE_STEPS) {
        const headers = { authorization: `ApplePass ${probe.pass.authenticationToken}` };
        const { status, headers: answered } = await probe.sendRaw(pathOf(probe, step), { headers });
        mustHold(status >= 400 && status < 500, `${name} was answered with ${status}`);
        mustHold(!answered.has("x-injected"), `${name} made a header`);
      }
    },
  },
  {
    id: "no-internals",
    severity: "advice",
    does: "looks for stack traces and the token in the answers to bad requests",
    expects: "none",
    consequence: "Strangers learn what the server is made of.",
    source: SOURCES.http,
    run: async (probe) => {
      const headers = { authorization: `ApplePass ${probe.pass.authenticationToken}` };
      for (const [name, step] of HOSTILE_STEPS) {
        const { body } = await probe.sendRaw(pathOf(probe, step), { headers });
        const text = new TextDecoder().decode(body.subarray(0, 65_536));
        mustHold(!INTERNALS.test(text), `the answer to ${name} shows the server's insides`);
        mustHold(!text.includes(probe.pass.authenticationToken), `the answer to ${name} repeats the token`);
      }
    },
  },
  {
    id: "no-cookies",
    severity: "advice",
    does: "looks for Set-Cookie",
    expects: "none",
    consequence: "None for phones, which send none back; behind a balancer that goes by cookies each request is a new session.",
    source: SOURCES.http,
    run: async (probe) => mustHold(!(await probe.getPass()).headers.has("set-cookie"), "a cookie was set"),
  },
]);

/** A service that takes other methods for something may write. */
export const ROBUSTNESS_WRITING_CASES = /* @__PURE__ */ defineCases("robustness", "full", [
  {
    id: "unknown-method",
    does: "sends PUT for the pass, with its token",
    expects: "405, or another 4xx",
    consequence: "None for phones.",
    source: SOURCES.http,
    severity: "advice",
    run: async (probe) => probe.expectRefusal(await probe.getPass({ method: "PUT" })),
  },
]);
