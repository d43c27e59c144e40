import { CLIENT_NAMES, clientNamed } from "../../protocol/clients.ts";
import { mustHold, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";
import type { Answer } from "../probe.ts";

const LEAK = "Anyone who knows or guesses a serial number gets the person's pass.";
const ORACLE = "Whoever tries serial numbers learns which exist.";

/** What of a refusal could tell two of them apart; times and ids of requests differ anyway. */
function gist({ status, headers, body }: Answer): string {
  return JSON.stringify([status, headers.get("content-type"), headers.get("www-authenticate"), body.length]);
}

export const AUTHENTICATION_CASES = /* @__PURE__ */ defineCases("authentication", "read-only", [
  {
    id: "no-token",
    does: "gets the pass without an Authorization header",
    expects: "401",
    consequence: LEAK,
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await probe.getPass({ token: null }), 401),
  },
  {
    id: "wrong-token",
    does: "gets the pass with a made-up token",
    expects: "401",
    consequence: LEAK,
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await probe.getPass({ token: probe.newToken() }), 401),
  },
  {
    id: "token-cut",
    does: "gets the pass with its token but for the last character",
    expects: "401",
    consequence: LEAK,
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await probe.getPass({ token: probe.pass.authenticationToken.slice(0, -1) }), 401),
  },
  {
    id: "token-other-scheme",
    does: "gets the pass with its token under the scheme Basic",
    expects: "401",
    consequence: "None for phones; a server that does not look at the scheme cannot tell clients apart.",
    source: SOURCES.service,
    severity: "advice",
    run: async (probe) => {
      const headers = { authorization: `Basic ${probe.pass.authenticationToken}` };
      probe.expectStatus(await probe.getPass({ token: null, headers }), 401);
    },
  },
  {
    id: "token-of-other-pass",
    needs: ["second-pass"],
    does: "gets the pass with the token of the second pass",
    expects: "401: a token is good for one pass",
    consequence: "Whoever holds one pass can fetch the passes of all others.",
    source: SOURCES.service,
    run: async (probe) => {
      const { authenticationToken } = probe.second;
      mustHold(authenticationToken !== probe.pass.authenticationToken, "both passes have the same token");
      probe.expectStatus(await probe.getPass({ token: authenticationToken }), 401);
    },
  },
  {
    id: "unknown-serial",
    does: "gets a pass with a made-up serial number, with the token of the pass",
    expects: "401, as for a wrong token",
    consequence: ORACLE,
    source: SOURCES.service,
    run: async (probe) => {
      const { passTypeIdentifier } = probe.pass;
      probe.expectStatus(await probe.getPass({ pass: { passTypeIdentifier, serialNumber: probe.newDevice() } }), 401);
    },
  },
  {
    id: "unknown-type",
    does: "gets the pass under a made-up pass type",
    expects: "401, as for a wrong token",
    consequence: "The token is looked up by serial number alone: passes of two types with one serial number open each other.",
    source: SOURCES.service,
    run: async (probe) => {
      const pass = { passTypeIdentifier: `${probe.pass.passTypeIdentifier}.unknown`, serialNumber: probe.pass.serialNumber };
      probe.expectStatus(await probe.getPass({ pass }), 401);
    },
  },
  {
    id: "refusals-alike",
    severity: "advice",
    does: "compares the refusal of a wrong token with that of an unknown serial number",
    expects: "the same status, headers and length",
    consequence: ORACLE,
    source: SOURCES.service,
    run: async (probe) => {
      const token = probe.newToken();
      const { passTypeIdentifier, serialNumber } = probe.pass;
      const wrong = await probe.getPass({ token });
      // Of the same length, for error pages repeat it.
      const made = probe.newDevice().repeat(40).slice(0, serialNumber.length);
      const unknown = await probe.getPass({ token, pass: { passTypeIdentifier, serialNumber: made } });
      mustHold(gist(wrong) === gist(unknown), "the two can be told apart");
    },
  },
  {
    id: "scheme-case",
    severity: "advice",
    does: "gets the pass with the scheme written applepass",
    expects: "200: schemes are not case-sensitive",
    consequence: "None for phones; other clients and proxies write it differently.",
    source: SOURCES.http,
    run: async (probe) => {
      const headers = { authorization: `applepass ${probe.pass.authenticationToken}` };
      probe.expectStatus(await probe.getPass({ token: null, headers }), 200);
    },
  },
  {
    id: "other-clients",
    severity: "advice",
    does: `gets the pass as other apps do (${CLIENT_NAMES.filter((name) => name !== "apple")
      .map((name) => clientNamed(name).scheme)
      .join(", ")})`,
    expects: "200 for each",
    consequence: "People without an iPhone get no updates.",
    source: "https://walletpasses.io/developer/",
    run: async (probe) => {
      for (const client of CLIENT_NAMES) {
        const { status } = await probe.getPass({ client });
        mustHold(status === 200, `${clientNamed(client).app} was answered with ${status}`);
      }
    },
  },
]);
