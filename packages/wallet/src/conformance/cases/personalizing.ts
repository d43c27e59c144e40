import { buildPersonalizationBody } from "../../protocol/personalization-body.ts";
import { mustHold, NotApplicable, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";
import type { Answer, Bend, Probe } from "../probe.ts";

function personalize(probe: Probe, bend: Bend): Promise<Answer> {
  const { passTypeIdentifier, serialNumber } = probe.pass;
  const body = buildPersonalizationBody({
    personalizationToken: probe.newToken(),
    requiredPersonalizationInfo: probe.personalInfo,
  });
  return probe.send({ endpoint: "personalize", passTypeIdentifier, serialNumber }, { body, ...bend });
}

/** A service without sign-ups need not know the path. */
function expectUnauthorised(probe: Probe, answer: Answer): void {
  probe.expectStatus(answer, ...(probe.pass.isPersonalizable ? [401] : [401, 404, 405]));
}

export const PERSONALIZE_CASES = /* @__PURE__ */ defineCases("personalize", "full", [
  {
    id: "personalize-no-token",
    does: "signs up without an Authorization header",
    expects: "401; 404 or 405 where no pass asks for a sign-up",
    consequence: "Anyone can sign someone else up, and change their pass.",
    source: SOURCES.personalization,
    run: async (probe) => expectUnauthorised(probe, await personalize(probe, { token: null })),
  },
  {
    id: "personalize-wrong-token",
    does: "signs up with a made-up token",
    expects: "401; 404 or 405 where no pass asks for a sign-up",
    consequence: "Anyone can sign someone else up, and change their pass.",
    source: SOURCES.personalization,
    run: async (probe) => expectUnauthorised(probe, await personalize(probe, { token: probe.newToken() })),
  },
  {
    id: "personalize-bad-json",
    does: "signs up with a body that is no JSON",
    expects: "400, or another 4xx",
    consequence: "None for phones; a server that crashes on it can be brought down by anyone with a pass.",
    source: SOURCES.http,
    run: async (probe) => probe.expectRefusal(await personalize(probe, { body: new TextEncoder().encode("{") })),
  },
  {
    id: "personalize",
    needs: ["personal-info"],
    does: "signs up with the data given",
    expects: "200 with the signed token, and then a pass without personalization.json",
    consequence: "The person fills in the form and gets nothing.",
    source: SOURCES.personalization,
    run: async (probe) => {
      if (!probe.pass.isPersonalizable) throw new NotApplicable("the pass asks for no sign-up");
      const answer = await personalize(probe, {});
      probe.expectStatus(answer, 200);
      // The body is DER: a SEQUENCE.
      mustHold(answer.body[0] === 0x30, "the body is no signature");
      const { accepted } = await probe.inspect((await probe.getPass()).body);
      mustHold(accepted[0] !== undefined, "the pass does not install any more");
      mustHold(!accepted[0].files.has("personalization.json"), "the pass still asks for a sign-up");
    },
  },
]);
