import type { JsonObject } from "../../../src/model/json.ts";
import { combinePatches } from "../combine-patches.ts";
import type { RuleExample } from "../example.ts";

/** Two versions of a pass that a rule about updates is tried on. */
export interface UpdateExample {
  readonly before: RuleExample;
  readonly after: RuleExample;
  /** The holder has signed up for rewards with the older one. */
  readonly personalized?: boolean;
}

/** As for the rules about a pass: updates that a rule must find, and updates close to them that it must not. */
export interface UpdateRuleExamples {
  readonly triggers: readonly UpdateExample[];
  readonly passes: readonly UpdateExample[];
}

/** The base pass, with web service, and what an update makes of it. */
function update(change: JsonObject, common: JsonObject = {}): UpdateExample {
  const before = combinePatches(
    { webServiceURL: "https://northwind.org/passes", authenticationToken: "Q7fR2mZx9LpT4vKs8WbN" },
    common,
  );
  return { before: { pass: before }, after: { pass: combinePatches(before, change) } };
}

const PLANNED: JsonObject = { semantics: { originalDepartureDate: "2026-07-14T13:30:00+02:00" } };

function flight(semantics: JsonObject): UpdateExample {
  const { before, after } = update({ semantics }, PLANNED);
  return { before: { ...before, style: "boardingPass" }, after: { ...after, style: "boardingPass" } };
}

const FORM = { files: { "personalization.json": '{ "description": "Join", "requiredPersonalizationFields": [] }' } };

/** Examples of the rules about updates, by rule id. */
export const UPDATE_EXAMPLES: Readonly<Record<string, UpdateRuleExamples>> = {
  "id-stable": {
    triggers: [update({ serialNumber: "2" }), update({ passTypeIdentifier: "pass.org.passwright.other" })],
    passes: [update({ teamIdentifier: "Z9Y8X7W6V5" }), update({ logoText: "Other" })],
  },
  "token-change": {
    triggers: [update({ authenticationToken: "8WbNQ7fR2mZx9LpT4vKs" }), update({ authenticationToken: null })],
    passes: [
      update({ logoText: "Other" }),
      update({ authenticationToken: "8WbNQ7fR2mZx9LpT4vKs" }, { authenticationToken: null }),
      update({ authenticationToken: "8WbNQ7fR2mZx9LpT4vKs", serialNumber: "2" }),
    ],
  },
  "boarding-original-changed": {
    triggers: [flight({ originalDepartureDate: "2026-07-14T14:30:00+02:00" }), flight({ originalDepartureDate: "later" })],
    passes: [
      flight({ currentDepartureDate: "2026-07-14T14:30:00+02:00" }),
      flight({ originalDepartureDate: "2026-07-14T11:30:00Z" }),
      flight({ originalDepartureDate: null }),
    ],
  },
  "pers-left": {
    triggers: [
      { before: FORM, after: FORM, personalized: true },
      { before: {}, after: FORM },
    ],
    passes: [
      { before: FORM, after: FORM },
      { before: FORM, after: {}, personalized: true },
    ],
  },
  "ws-unchanged": {
    triggers: [update({})],
    passes: [update({ logoText: "Other" }), { before: {}, after: { files: { "strip.png": "" } } }],
  },
};
