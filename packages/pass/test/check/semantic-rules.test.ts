import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSubject } from "../../src/check/create-subject.ts";
import { describeFinding, formatWhere } from "../../src/check/describe-finding.ts";
import { BOARDING_RULES } from "../../src/check/rules/boarding.ts";
import { PERSONALIZATION_RULES } from "../../src/check/rules/personalization.ts";
import { POSTER_RULES } from "../../src/check/rules/poster.ts";
import { SEMANTICS_RULES } from "../../src/check/rules/semantics.ts";
import { UPCOMING_RULES } from "../../src/check/rules/upcoming.ts";
import { runRules } from "../../src/check/run-rules.ts";
import { keysOf } from "../../src/model/keys/lookup.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { PERSONALIZATION_EXAMPLES } from "./examples/personalization.ts";
import type { RuleExample } from "./example.ts";
import { runExample } from "./run-example.ts";
import { fastestRun } from "../support/fastest-run.ts";
import { openPlaceholders } from "../support/open-placeholders.ts";

const RULES = [...POSTER_RULES, ...BOARDING_RULES, ...SEMANTICS_RULES, ...UPCOMING_RULES, ...PERSONALIZATION_RULES];

/** What these rules find in a pass.json, and in a personalization.json beside it. */
function find(pass: JsonObject, form?: JsonObject) {
  const bytes = (json: JsonObject) => new TextEncoder().encode(JSON.stringify(json));
  const files = new Map([["pass.json", bytes(pass)]]);
  if (form !== undefined) files.set("personalization.json", bytes(form));
  return runRules(RULES, createSubject({ form: "source", files, now: new Date(0) }));
}

async function errorsOf(example: RuleExample): Promise<string[]> {
  const { findings } = await runExample(example);
  return findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}

describe("one fault is told once", () => {
  test("of a scheme without any tag", async () => {
    const poster = { preferredStyleSchemes: ["posterEventTicket"] };
    expect(await errorsOf({ style: "eventTicket", pass: poster })).toEqual(["scheme-no-semantics", "poster-artwork"]);
    const flight = { preferredStyleSchemes: ["semanticBoardingPass"], boardingPass: { transitType: "PKTransitTypeAir" } };
    expect(await errorsOf({ style: "boardingPass", pass: flight })).toEqual(["scheme-no-semantics"]);
  });

  test("of a scheme without its style", async () => {
    const pass = { preferredStyleSchemes: ["posterEventTicket"], semantics: { genre: "Jazz" } };
    expect(await errorsOf({ style: "storeCard", pass })).toEqual(["scheme-style-match"]);
  });

  test("of a value of a wrong type", async () => {
    const tagged = (semantics: JsonObject) => errorsOf({ style: "eventTicket", pass: { semantics } });
    expect(await tagged({ duration: "7200" })).toEqual(["semantic-duration"]);
    expect(await tagged({ eventStartDate: 7 })).toEqual(["semantic-date"]);
    expect(await tagged({ venueLocation: "Hamburg" })).toEqual(["semantic-location"]);
    expect(await tagged({ venueLocation: { latitude: "53.5", longitude: 9.9 } })).toEqual(["json-number-string"]);
    expect(await tagged({ totalPrice: { amount: 5, currencyCode: "EUR" } })).toEqual(["semantic-currency"]);
    const flight = { boardingPass: { transitType: "PKTransitTypeAir" }, semantics: { flightNumber: "400" } };
    expect(await errorsOf({ style: "boardingPass", pass: flight })).toEqual(["boarding-flight-number"]);
  });

  test("of a certificate that fits neither NFC nor sign-up", async () => {
    const [example] = [PERSONALIZATION_EXAMPLES["pers-nfc"]?.triggers ?? []].flat();
    expect(await errorsOf(example ?? {})).toEqual(["pers-nfc"]);
  });
});

test("a tag is found wherever it stands, and the finding says where", () => {
  const semantics = { eventType: "Concert" };
  const { findings } = find({
    semantics,
    eventTicket: {
      secondaryFields: [
        { key: "a", value: "1" },
        { key: "b", value: "1", semantics },
      ],
    },
    upcomingPassInformation: [{ semantics, additionalInfoFields: [{ key: "a", value: "1", semantics }] }],
  });
  const places = findings.filter(({ rule }) => rule === "semantic-event-type").map(({ where }) => formatWhere(where));
  expect(places).toEqual([
    "pass.json /semantics/eventType",
    "pass.json /eventTicket/secondaryFields/1/semantics/eventType",
    "pass.json /upcomingPassInformation/0/semantics/eventType",
    "pass.json /upcomingPassInformation/0/additionalInfoFields/0/semantics/eventType",
  ]);
});

test("tags of upcoming events do not stand in for those of the pass", () => {
  const { findings } = find({
    preferredStyleSchemes: ["posterEventTicket"],
    eventTicket: {},
    semantics: { eventType: "PKEventTypeGeneric" },
    upcomingPassInformation: [{ semantics: { eventName: "Second night" } }],
  });
  expect(findings.map(({ rule }) => rule)).toContain("poster-eventName");
});

const NAMES = ["SemanticTags", "EventDateInfo", "SemanticLocation", "CurrencyAmount", "Seat", "WifiNetwork"] as const;
const tagName = fc.constantFrom(
  "constructor",
  "__proto__",
  "toString",
  ...NAMES.flatMap((name) => keysOf(name).map((key) => key.name)),
);
const leaf = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "LH",
    "FRA",
    "2026-07-14T19:30:00+02:00",
    "Europe/Berlin",
    "PKEventTypeSports",
    "PKTransitTypeAir",
    "<b>",
  ),
  fc.jsonValue({ maxDepth: 0 }),
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie("list"), tie("object")),
  list: fc.array(tie("value"), { maxLength: 3 }),
  object: fc.dictionary(tagName, tie("value"), { maxKeys: 6 }),
}));
const entry = fc.dictionary(
  fc.constantFrom("identifier", "name", "type", "semantics", "images", "URLs", "urls", "url", "backFields"),
  anything,
);
const passJson = fc.record(
  {
    preferredStyleSchemes: fc.subarray(["posterEventTicket", "semanticBoardingPass"]),
    eventTicket: fc.oneof(fc.constant({}), anything),
    boardingPass: fc.oneof(fc.record({ transitType: leaf, headerFields: fc.array(entry) }), anything),
    semantics: anything,
    nfc: anything,
    upcomingPassInformation: fc.oneof(fc.array(entry, { maxLength: 3 }), anything),
    featuredActions: fc.oneof(fc.array(entry, { maxLength: 3 }), anything),
    upgradeURL: leaf,
    sellURL: leaf,
  },
  { requiredKeys: [] },
);
const form = fc.dictionary(fc.constantFrom("description", "requiredPersonalizationFields", "termsAndConditions"), anything);

test("no pass makes a rule throw, and every finding can be put into words", () => {
  fc.assert(
    fc.property(passJson, form, (pass, personalization) => {
      for (const finding of find(pass as JsonObject, personalization as JsonObject).findings) {
        expect(openPlaceholders(finding)).toEqual([]);
        expect(describeFinding(finding).message).not.toBe("");
      }
    }),
    { numRuns: 500 },
  );
});

test("a value that looks like a placeholder is told as it stands", () => {
  const { findings } = find({}, { requiredPersonalizationFields: ["{A}"] });
  const told = findings.map((finding) => describeFinding(finding).message);
  expect(told).toContain('requiredPersonalizationFields in personalization.json holds "{A}".');
  expect(findings.flatMap(openPlaceholders)).toEqual([]);
});

test("a hundred thousand faults cost a moment and are not all told", () => {
  const time = fastestRun(2000, () => {
    const { findings, cut } = find({ eventTicket: {}, semantics: { seats: Array.from({ length: 90_000 }, () => ({})) } });
    expect(findings.filter(({ rule }) => rule === "semantic-seat-empty")).toHaveLength(100);
    expect(cut).toContain("semantic-seat-empty");
  });
  expect(time).toBeLessThan(2000);
});

test("what a pass says of its kind is looked up once, however many tags there are", () => {
  const file = new TextEncoder().encode(JSON.stringify({ eventTicket: {}, semantics: { eventName: "x" } }));
  const subject = createSubject({ form: "source", files: new Map([["pass.json", file]]), now: new Date(0) });
  const rule = SEMANTICS_RULES.find(({ id }) => id === "semantic-style");
  /** How often the rule goes through the fields of a pass with so many tagged ones. */
  const passesOver = (count: number) => {
    let reads = 0;
    const field = { semantics: { awayTeamName: "x" } };
    const fields = Array.from({ length: count }, (_, index) => ({
      style: "eventTicket" as const,
      section: "backFields" as const,
      index,
      path: ["eventTicket", "backFields", index],
      field,
    }));
    const watched = {
      ...subject,
      get fields() {
        reads += 1;
        return fields;
      },
    };
    expect([...(rule?.check(watched) ?? [])]).toEqual([]);
    return reads;
  };
  expect(passesOver(1000)).toBe(passesOver(1));
});
