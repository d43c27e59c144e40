import { defineNotes } from "./key-note.ts";

/** Barcodes, relevance, state, colours, links to apps, NFC and what newer systems added. */
export const PASS_CONTENT_NOTES = /* @__PURE__ */ defineNotes(["pass", "archive-top-level"], {
  barcode: {
    note: "One barcode. Only QR, PDF417 and Aztec. Keep as a fallback for iOS 8 only; barcodes wins when present.",
    sources: ["pass", "barcode", "archive-top-level"],
  },
  barcodes: {
    note: "Candidates in order of preference; the first one the device can draw is shown.",
    sources: ["pass", "barcodes"],
  },
  beacons: {
    note: "Bluetooth beacons that make the pass relevant.",
    limit: "at most 10 different UUIDs (archive)",
    sources: ["pass", "beacons", "archive-top-level"],
  },
  locations: { note: "Places that make the pass relevant.", sources: ["pass", "locations", "archive-top-level"] },
  maxDistance: {
    note: "Metres from a location inside which the pass is relevant; the smaller of this and the style default counts. A string is silently dropped.",
    sources: ["pass", "archive-top-level", "pass-builder"],
  },
  relevantDate: {
    note: "Moment the pass becomes relevant. Not used by coupon and storeCard. With no other date it can make the pass count as past about a day later (community).",
    sources: ["pass", "archive-top-level", "dotnet-186"],
  },
  relevantDates: {
    note: "Moments or intervals in which the pass is relevant; needed for the event-guide Live Activity.",
    sources: ["pass", "relevant-dates", "pg-205"],
  },
  expirationDate: "After it the pass is shown as expired (moved to the expired list, barcode dimmed).",
  voided: "true marks the pass as used up; barcode is dimmed.",
  backgroundColor: "Card colour. Ignored when a background image is shown.",
  foregroundColor: "Colour of field values.",
  labelColor: "Colour of labels; derived by the system when absent.",
  stripColor: { note: "Colour of the strip. passkit-generator has it, too.", sources: ["pass-builder", "passkit-generator"] },
  footerBackgroundColor: {
    note: "Colour of the chin below a poster pass; default is a blur of the artwork. HIG shows it for poster generic as well.",
    sources: ["pass", "hig", "pg-268"],
  },
  logoText: "Text beside the logo. Not used by poster event tickets (use eventLogoText).",
  eventLogoText: { note: "Text beside the logo on poster event tickets.", sources: ["pass", "passkit-generator"] },
  logoSymbolName: {
    note: "SF Symbol used in place of a logo. Seen in a pass that Wallet itself made, too.",
    sources: ["pass-builder", "wallet-made-pass"],
  },
  suppressStripShine: "Shine effect over the strip; has had no effect since iOS 7.",
  suppressHeaderDarkening: { note: "Removes the dark gradient behind the header of a poster pass.", sources: ["pass", "pg-268"] },
  useAutomaticColors: {
    note: "Wallet picks foreground and label colours from the artwork; foregroundColor and labelColor are then ignored.",
    sources: ["pass"],
  },
  sharingProhibited: "Hides the share button; does not stop other ways of sharing.",
  groupingIdentifier: "Same value + same pass type + same style stack together. Other styles group automatically by pass type.",
  associatedStoreIdentifiers: "App Store IDs of the issuer's apps; the first one that fits the device is linked.",
  auxiliaryStoreIdentifiers: {
    note: "Extra App Store IDs shown in the event guide; these apps get no read access to passes.",
    sources: ["pass", "passkit-generator"],
  },
  appLaunchURL: "URL handed to the associated app on launch.",
  userInfo: "Private data for the issuer's app; never shown.",
  nfc: {
    note: "Payload for Apple VAS readers. The file must be signed with an NFC-enabled pass certificate or it is refused.",
    sources: ["pass", "nfc", "jpasskit-96"],
  },
  semantics: { note: "Machine-readable data for the whole pass.", sources: ["pass", "semantics"] },
  preferredStyleSchemes: {
    note: "Schemes in order; Wallet takes the first that validates, else the plain style. Must be at the top level, not inside the style dictionary.",
    sources: ["pass", "event-article", "airline-article", "pass-builder"],
  },
  businessChatIdentifier: { note: "Apple Messages for Business ID.", sources: ["airline-article"] },
  upcomingPassInformation: {
    note: "Ordered list of further events of the same ticket (season ticket, multi-day).",
    sources: ["pass", "upcoming", "wwdc25"],
  },
  featuredActions: {
    note: "Buttons under the pass, in order of priority. Drawn on the classic styles and posterGeneric, not on posterEventTicket / semanticBoardingPass (community).",
    sources: ["wwdc26", "pass-builder", "designer", "pg-268"],
  },
  calendarEvent: { note: "Seen in pass-js typings; undocumented. Accept on read, never write.", sources: ["pass-js"] },
  passLastModDate: {
    note: "Seen in a real Apple event pass of 2024; meaning unknown. Accept on read, never write.",
    sources: ["pg-205"],
  },
  passThatWasSet: {
    note: "Seen in a pass made by Wallet itself (teamIdentifier com.apple.wallet). Accept on read, never write.",
    sources: ["field-guide"],
  },
});

/** What every pass says of itself, its style, and where it gets updates. */
export const PASS_IDENTITY_NOTES = /* @__PURE__ */ defineNotes(["pass", "archive-top-level", "web-service"], {
  formatVersion: { note: "File format version; the only legal value is 1.", sources: ["pass", "archive-top-level"] },
  passTypeIdentifier: {
    note: "Registered pass type ID; must equal the UID in the subject of the signing certificate. Together with serialNumber it identifies a pass, so it never changes on update.",
    sources: ["pass", "building", "guide-creating"],
  },
  serialNumber:
    "Unique within the pass type; docs call it alphanumeric, UUIDs with dashes and other URL-safe text are common. A number type is rejected. Never changes on update. Keep it URL-path safe because Wallet puts it into web-service paths.",
  teamIdentifier: {
    note: "Developer team ID; must equal OU in the subject of the signing certificate.",
    sources: ["pass", "building"],
  },
  organizationName: {
    note: "Issuer name; shown on the lock screen and in notifications. Do not repeat it in relevantText.",
    sources: ["pass", "archive-top-level"],
  },
  description: {
    note: "Short text read by VoiceOver; include the kind of pass, do not copy all data.",
    sources: ["pass", "archive-top-level", "hig"],
  },
  boardingPass: { note: "Transit pass; needs transitType inside.", sources: ["pass", "boarding-pass"] },
  coupon: { note: "Coupon, offer or discount.", sources: ["pass", "coupon-article"] },
  eventTicket: { note: "Ticket for one event or a season.", sources: ["pass", "event-article"] },
  generic: { note: "Anything that fits none of the others: membership card, ID, gym card.", sources: ["pass", "generic-article"] },
  storeCard: { note: "Loyalty, discount, points, gift card.", sources: ["pass", "store-card-article"] },
  posterGeneric: {
    note: "Poster layout for any pass. Wallet 27 prefers it over an older style in the same file; a file with posterGeneric only cannot be added on iOS 26 or earlier. Does not use preferredStyleSchemes.",
    sources: ["poster-article", "wwdc26", "pg-268", "pass-builder"],
  },
  authenticationToken: 'Shared secret Wallet sends as "Authorization: ApplePass <token>". Do not change it in an update.',
  webServiceURL:
    "Base URL of the update service; Wallet appends /v1/ and the rest of a path. http works on devices with the developer setting only.",
});
