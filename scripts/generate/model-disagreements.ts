/** A point on which the sources of the table differ, and what this package makes of it. */
export interface Disagreement {
  readonly about: string;
  readonly one: string;
  readonly other: string;
  readonly here: string;
}

/** Where Apple's reference, its articles, its tools and what testers find are not of one mind. */
export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    about: "Names of the time zone, security program and lounge tags",
    one: "Reference: departureLocationTimeZone, destinationLocationTimeZone, departureLocationSecurityPrograms, destinationLocationSecurityPrograms, loungePlaceIDs (a list)",
    other:
      "pass-builder: departureAirportTimeZone, destinationAirportTimeZone, departureAirportSecurityPrograms, destinationAirportSecurityPrograms, airlineLoungePlaceID (one text; so WWDC25)",
    here: "Both are read; the names of the reference are written.",
  },
  {
    about: "Keys of the top level",
    one: "The reference page of the pass lacks posterGeneric, featuredActions, footerFields, stripColor, logoSymbolName, businessChatIdentifier",
    other: "Articles, WWDC26, Pass Designer and pass-builder have them",
    here: "All are known, with their status.",
  },
  {
    about: "Keys that pass-builder lacks",
    one: "The reference has trackBagsURL, userInfo, suppressStripShine, membershipProgramStatus, row, semantics of fields, captiveToken",
    other: "pass-builder has none of them, but keeps unknown keys when it saves",
    here: "The reference wins.",
  },
  {
    about: "Barcodes of poster event tickets",
    one: "Article: not for tickets that need a barcode; pass-builder: an error without nfc",
    other: "WWDC26 and testers: on iOS 27 barcodes are drawn and NFC is optional",
    here: "A warning without nfc: iOS 18 to 26 fall back to the plain ticket.",
  },
  {
    about: "Venue tags of poster event tickets",
    one: "Documentation: eventName, venueName, venueRegionName and venueRoom are required",
    other: "Testers: one of the three venue tags is enough; pass-builder asks for eventName and venueName",
    here: "An error without eventName or venueName, a warning without the others.",
  },
  {
    about: "Number of footer fields",
    one: "Article: two",
    other: "WWDC26: one is displayed",
    here: "Two are counted as shown; a warning above one.",
  },
  {
    about: "Size of the footer image",
    one: "Guidelines: 268 × 15",
    other: "Archived guide and pass-builder: 286 × 15",
    here: "Up to 286 × 15.",
  },
  {
    about: "Size of the background image",
    one: "Guidelines: 343 × 503",
    other: "pass-builder: 345 × 505; archived guide: 180 × 220, blurred",
    here: "All are accepted; a warning where a poster would enlarge it.",
  },
  {
    about: "Size of the icon",
    one: "Guidelines and pass-builder: 38 × 38",
    other: "Archived guide and most real passes: 29 × 29",
    here: "Square, from 29 to 38.",
  },
  {
    about: "Size of the strip",
    one: "Guidelines: 375 × 144",
    other: "Archived guide: 375 × 98 for events, 375 × 123 for others; older still: 320 wide",
    here: "All are accepted; a warning when it is narrower than 375.",
  },
  { about: "Image of poster generic passes", one: "WWDC26 shows background", other: "Guidelines: artwork", here: "Either." },
  {
    about: "primaryLogo on semantic boarding passes",
    one: "Pass Designer: from iOS 27",
    other: "Documentation: the scheme exists since iOS 26",
    here: "From iOS 26.",
  },
  {
    about: "Secondary and auxiliary fields of generic passes",
    one: "Article on generic passes: four together",
    other: "Article on metadata: four and four; archived guide: four together only beside a square barcode",
    here: "A warning above four beside a QR or Aztec code.",
  },
  {
    about: "NFC keys without an NFC certificate",
    one: "Log of a device and two reports: the pass is refused",
    other: "Some projects: the keys are ignored",
    here: "An error; signing refuses it.",
  },
  {
    about: "Key of a moment in relevantDates",
    one: "iOS 18: relevantDate",
    other: "Reference since iOS 26: date",
    here: "Both are read; write both for iOS 18 to 25.",
  },
  {
    about: "unannounced and undetermined",
    one: "The reference's texts of the two look swapped",
    other: "Testers: unannounced shows TBA, undetermined TBD",
    here: "As testers found, which is what the names say.",
  },
  {
    about: "Default of suppressStripShine",
    one: "Reference: true",
    other: "Archived reference: false",
    here: "No matter: it has had no effect since iOS 7.",
  },
  {
    about: "Length of serial numbers",
    one: "A validator demands 16 characters",
    other: "No source of Apple's does; 16 is the length of authenticationToken",
    here: "Any length.",
  },
  { about: "Is a logo required?", one: "A library demands it", other: "Apple demands the icon only", here: "The icon only." },
  {
    about: "Name of Interleaved 2 of 5",
    one: "Posts: PKBarcodeFormatITF",
    other: "Reference and pass-builder: PKBarcodeFormatI2of5",
    here: "PKBarcodeFormatI2of5.",
  },
  {
    about: "The action place",
    one: "WWDC26 and Pass Designer list it",
    other: "Testers never saw it drawn; a library wants placeIdentifier in place of url",
    here: "Known, with placeIdentifier and a warning.",
  },
  {
    about: "Apple's own samples",
    one: "A pass type identifier without pass., an offset of -7:00, barcodes as one object",
    other: "The rules on the same pages say otherwise",
    here: "The rules.",
  },
  {
    about: "Keys of upcoming events",
    one: "A library has eventAddress, ticketSeat and others",
    other: "No source of Apple's has them",
    here: "Unknown keys.",
  },
  {
    about: "Uniqueness of field keys",
    one: "Archived guide: within the pass",
    other: "Samples repeat keys in posterGeneric and generic of one file",
    here: "Within a style dictionary.",
  },
  { about: "semantics in fields", one: "Reference: allowed", other: "pass-builder has none", here: "Allowed." },
  {
    about: "Case of URLs, URL and SHA256",
    one: "Reference: capital letters",
    other: "pass-builder's own names: urls, url, sha256",
    here: "As in the reference; the others are reported as misspelt.",
  },
];
