import { defineNotes } from "./key-note.ts";

/** When an upcoming event takes place. */
export const UPCOMING_DATE_NOTES = /* @__PURE__ */ defineNotes(["upcoming-type"], {
  date: "Date.",
  ignoreTimeComponents: "Date only.",
  isAllDay: "All day.",
  isUnannounced: "TBA.",
  isUndetermined: "TBD.",
  timeZone: "Zone.",
});

/** An event in `upcomingPassInformation`. */
export const UPCOMING_ENTRY_NOTES = /* @__PURE__ */ defineNotes(["upcoming"], {
  identifier: "Unique in the list.",
  name: "Name of the event.",
  type: "Only event.",
  URLs: "Links for this event; not inherited from the pass. Pass-builder Swift property is urls.",
  additionalInfoFields: "Extra info fields.",
  auxiliaryStoreIdentifiers: "App Store IDs.",
  backFields: { note: "Details; at least one is needed for the details page (community).", sources: ["upcoming", "pg-256"] },
  dateInformation: "When.",
  images: "Remote images.",
  isActive: "Event is the current one.",
  semantics: { note: "Tags of this event.", sources: ["upcoming", "wwdc25"] },
});

/** Pictures of an upcoming event. */
export const UPCOMING_IMAGES_NOTES = /* @__PURE__ */ defineNotes(["upcoming-type", "pg-256"], {
  headerImage: "Header; default is the background of the pass.",
  venueMap: "Map; the map of the pass is used only with reuseExisting true.",
});

/** A picture that Wallet fetches. */
export const UPCOMING_IMAGE_NOTES = /* @__PURE__ */ defineNotes(["upcoming-type"], {
  URLs: "Candidates per scale.",
  reuseExisting: "Take the image of the pass.",
});

/** An address of a picture at one scale. */
export const UPCOMING_IMAGE_URL_NOTES = /* @__PURE__ */ defineNotes(["upcoming-type"], {
  URL: "Address of the image. Pass-builder Swift property is url.",
  SHA256: "Digest of the bytes. Pass-builder Swift property is sha256.",
  scale: "Scale.",
  size: "Size in bytes.",
});

/** Links of an upcoming event; they are not inherited from the pass. */
export const UPCOMING_URLS_NOTES = /* @__PURE__ */ defineNotes(["upcoming"], {
  accessibilityURL: "Accessibility page of the event.",
  addOnURL: "Extras that can be added to the ticket.",
  bagPolicyURL: "Bag policy.",
  contactVenueEmail: "Contact address.",
  contactVenuePhoneNumber: "Contact phone.",
  contactVenueWebsite: "Contact web site.",
  directionsInformationURL: "How to get there.",
  merchandiseURL: "Merchandise shop.",
  orderFoodURL: "Food order page.",
  parkingInformationURL: "Parking information.",
  purchaseParkingURL: "Buy parking.",
  sellURL: "Resale flow.",
  transferURL: "Transfer flow.",
  transitInformationURL: "Public transport information.",
});
