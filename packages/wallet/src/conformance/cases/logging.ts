import { PROTOCOL_LIMITS } from "../../protocol/limits.ts";
import { mustHold, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";
import type { Answer, Probe } from "../probe.ts";

const MESSAGE = "[2026-01-01 00:00:00 +0000] Conformance test: this message may be ignored.";

function post(probe: Probe, text: string): Promise<Answer> {
  return probe.send({ endpoint: "log" }, { body: new TextEncoder().encode(text) });
}

export const LOG_CASES = /* @__PURE__ */ defineCases("log", "full", [
  {
    id: "log",
    does: "posts one message to /v1/log without a token, as devices do",
    expects: "200",
    consequence: "The issuer never learns why passes do not update.",
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await post(probe, JSON.stringify({ logs: [MESSAGE] })), 200),
  },
  {
    id: "log-empty",
    severity: "advice",
    does: "posts an empty list of messages",
    expects: "200",
    consequence: "None for phones.",
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await post(probe, '{"logs":[]}'), 200),
  },
  {
    id: "log-bad-json",
    does: "posts a body that is no JSON",
    expects: "400, or another 4xx",
    consequence: "None for phones; anyone can write to the log, so it must not crash on anything.",
    source: SOURCES.http,
    run: async (probe) => probe.expectRefusal(await post(probe, '{"logs":[')),
  },
  {
    id: "log-wrong-types",
    does: "posts messages that are numbers, objects and null",
    expects: "200 or 4xx, no crash",
    consequence: "None for phones; anyone can write to the log, so it must not crash on anything.",
    source: SOURCES.http,
    run: async (probe) => {
      const { status } = await post(probe, '{"logs":[1,{"a":null},null,[[]]]}');
      mustHold(status === 200 || (status >= 400 && status < 500), `the status was ${status}`);
    },
  },
  {
    id: "log-huge",
    severity: "advice",
    does: "posts a message of several megabytes",
    expects: "413, or another 4xx",
    consequence: "Anyone can fill the disk.",
    source: SOURCES.http,
    run: async (probe) => {
      probe.expectRefusal(await post(probe, JSON.stringify({ logs: ["a".repeat(PROTOCOL_LIMITS.logBytes * 48)] })));
    },
  },
]);
