import type { JsonObject } from "../../../src/model/json.ts";
import { makePng } from "../../support/png.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

const DIGEST = "67da1a177c535bdf34a1e87a4714cebe74945bbf9bf8fafb0b83493e8a51acdd";
const BACK = [{ key: "doors", label: "Doors", value: "18:00" }];
const ENTRY: JsonObject = { identifier: "second-night", name: "Second night", type: "event", backFields: BACK };

const TICKET: JsonObject = {
  preferredStyleSchemes: ["posterEventTicket", "eventTicket"],
  semantics: {
    eventType: "PKEventTypeGeneric",
    eventName: "Summer concert",
    eventStartDate: "2026-07-14T19:30:00+02:00",
    venueName: "Harbour stage",
    venueRegionName: "Hamburg",
    venueRoom: "Main stage",
  },
};
const ARTWORK = { "artwork@2x.png": makePng(716, 896), "artwork@3x.png": makePng(1074, 1344) } as const;

/** A poster event ticket with these upcoming events. */
function season(...entries: readonly JsonObject[]): RuleExample {
  return { style: "eventTicket", pass: { ...TICKET, upcomingPassInformation: entries }, files: ARTWORK };
}

function entry(change: JsonObject): JsonObject {
  return { ...ENTRY, ...change };
}

function pictured(image: JsonObject): RuleExample {
  return season(entry({ images: { headerImage: { URLs: [image] } } }));
}

/** A generic pass with these actions. */
function actions(...list: readonly JsonObject[]): RuleExample {
  return { pass: { featuredActions: list } };
}

const SHOP: JsonObject = { identifier: "shop", type: "shop", url: "https://northwind.org/shop" };
const CALL: JsonObject = { identifier: "call", type: "call", url: "tel:+4940123456" };

export const UPCOMING_EXAMPLES: AreaExamples = {
  "upcoming-scheme": {
    triggers: [
      { style: "eventTicket", pass: { upcomingPassInformation: [ENTRY] } },
      { style: "storeCard", pass: { upcomingPassInformation: [ENTRY] } },
    ],
    passes: [season(ENTRY), { style: "eventTicket", pass: { upcomingPassInformation: [] } }],
  },
  "upcoming-required": {
    triggers: [
      season(entry({ identifier: "" })),
      season({ backFields: BACK }),
      season(ENTRY, entry({ identifier: "b", name: null })),
    ],
    passes: season(ENTRY),
  },
  "upcoming-type": { triggers: season(entry({ type: "concert" })), passes: season(ENTRY) },
  "upcoming-id-unique": {
    triggers: season(ENTRY, entry({ name: "Third night" })),
    passes: season(ENTRY, entry({ identifier: "third-night" })),
  },
  "upcoming-back": {
    triggers: [season(entry({ backFields: [] })), season({ identifier: "a", name: "A", type: "event" })],
    passes: season(ENTRY),
  },
  "upcoming-image-url": {
    triggers: [
      pictured({ URL: "http://northwind.org/a.png", SHA256: DIGEST }),
      pictured({ URL: "https://northwind.org/a.png" }),
      pictured({ URL: "https://northwind.org/a.png", SHA256: "67da" }),
      pictured({ SHA256: DIGEST }),
    ],
    passes: [
      pictured({ URL: "https://northwind.org/a.png", SHA256: DIGEST }),
      season(entry({ images: { venueMap: { reuseExisting: true } } })),
    ],
  },
  "upcoming-image-size": {
    triggers: pictured({ URL: "https://northwind.org/a.png", SHA256: DIGEST, size: 2_100_000 }),
    passes: pictured({ URL: "https://northwind.org/a.png", SHA256: DIGEST, size: 2_000_000 }),
  },
  "upcoming-url-case": {
    triggers: [
      season(entry({ urls: { sellURL: "https://northwind.org/sell" } })),
      pictured({ url: "https://northwind.org/a.png", SHA256: DIGEST }),
      pictured({ URL: "https://northwind.org/a.png", sha256: DIGEST }),
      season(entry({ images: { headerImage: { urls: [{ URL: "https://northwind.org/a.png", SHA256: DIGEST }] } } })),
    ],
    passes: season(entry({ URLs: { sellURL: "https://northwind.org/sell" } })),
  },
  "upcoming-reuse": {
    triggers: { ...season(ENTRY), files: { ...ARTWORK, "venueMap@2x.png": makePng(824, 660) } },
    passes: [
      season(ENTRY),
      {
        ...season(entry({ images: { venueMap: { reuseExisting: true } } })),
        files: { ...ARTWORK, "venueMap@2x.png": makePng(824, 660) },
      },
      {
        ...season(entry({ images: { venueMap: { URLs: [{ URL: "https://northwind.org/a.png", SHA256: DIGEST }] } } })),
        files: { ...ARTWORK, "venueMap@2x.png": makePng(824, 660) },
      },
    ],
  },
  "actions-count": {
    triggers: actions(SHOP, CALL, { ...SHOP, identifier: "third", type: "order" }),
    passes: actions(SHOP, CALL),
  },
  "actions-id": {
    triggers: [
      actions({ ...SHOP, identifier: null }),
      actions({ ...SHOP, identifier: 7 }),
      actions(SHOP, { ...CALL, identifier: "shop" }),
    ],
    passes: actions(SHOP, CALL),
  },
  "actions-type": {
    triggers: [actions({ ...SHOP, type: "buy" }), actions({ identifier: "shop", url: "https://northwind.org/shop" })],
    passes: actions(SHOP, CALL),
  },
  "actions-url": {
    triggers: [actions({ identifier: "shop", type: "shop" }), actions({ identifier: "call", type: "call" })],
    passes: [actions(SHOP), actions({ identifier: "place", type: "place", placeIdentifier: "I1" })],
  },
  "actions-call": { triggers: actions({ ...CALL, url: "https://northwind.org/call" }), passes: [actions(CALL), actions(SHOP)] },
  "actions-place": {
    triggers: actions({ identifier: "place", type: "place", placeIdentifier: "I1" }),
    passes: actions(SHOP),
  },
  "actions-scheme": {
    triggers: [
      { style: "eventTicket", pass: { ...TICKET, featuredActions: [SHOP] }, files: ARTWORK },
      {
        style: "boardingPass",
        pass: { preferredStyleSchemes: ["semanticBoardingPass"], semantics: { airlineCode: "LH" }, featuredActions: [SHOP] },
      },
    ],
    passes: [actions(SHOP), { style: "eventTicket", pass: { featuredActions: [SHOP] } }],
  },
};
