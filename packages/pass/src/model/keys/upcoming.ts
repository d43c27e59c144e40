import { defineKeys } from "./key-spec.ts";
import { EVENT, POSTER_EVENT } from "./style-sets.ts";

/** An event in `upcomingPassInformation`. */
export const UPCOMING_ENTRY_KEYS = /* @__PURE__ */ defineKeys(
  "UpcomingPassInformationEntry",
  { styles: EVENT, schemes: POSTER_EVENT, ios: 26 },
  [
    ["identifier", "string", { required: true }],
    ["name", "text", { required: true }],
    ["type", "UpcomingType", { required: true }],
    ["URLs", "UpcomingURLs"],
    ["additionalInfoFields", "PassFieldContent[]"],
    ["auxiliaryStoreIdentifiers", "number[]"],
    ["backFields", "PassFieldContent[]"],
    ["dateInformation", "UpcomingDateInformation"],
    ["images", "UpcomingImages"],
    ["isActive", "boolean", { default: false }],
    ["semantics", "SemanticTags"],
  ],
);

/** Links of an upcoming event; they are not inherited from the pass. */
export const UPCOMING_URLS_KEYS = /* @__PURE__ */ defineKeys("UpcomingURLs", { styles: EVENT, schemes: POSTER_EVENT, ios: 26 }, [
  ["accessibilityURL", "url"],
  ["addOnURL", "url"],
  ["bagPolicyURL", "url"],
  ["contactVenueEmail", "email"],
  ["contactVenuePhoneNumber", "phone"],
  ["contactVenueWebsite", "url"],
  ["directionsInformationURL", "url"],
  ["merchandiseURL", "url"],
  ["orderFoodURL", "url"],
  ["parkingInformationURL", "url"],
  ["purchaseParkingURL", "url"],
  ["sellURL", "url"],
  ["transferURL", "url"],
  ["transitInformationURL", "url"],
]);

/** When an upcoming event takes place. */
export const UPCOMING_DATE_KEYS = /* @__PURE__ */ defineKeys(
  "UpcomingDateInformation",
  { styles: EVENT, schemes: POSTER_EVENT, ios: 26 },
  [
    ["date", "date"],
    ["ignoreTimeComponents", "boolean", { default: false }],
    ["isAllDay", "boolean", { default: false }],
    ["isUnannounced", "boolean", { default: false }],
    ["isUndetermined", "boolean", { default: false }],
    ["timeZone", "time-zone"],
  ],
);

/** Pictures of an upcoming event. */
export const UPCOMING_IMAGES_KEYS = /* @__PURE__ */ defineKeys(
  "UpcomingImages",
  { styles: EVENT, schemes: POSTER_EVENT, ios: 26 },
  [
    ["headerImage", "UpcomingImage"],
    ["venueMap", "UpcomingImage"],
  ],
);

/** A picture that Wallet fetches. */
export const UPCOMING_IMAGE_KEYS = /* @__PURE__ */ defineKeys("UpcomingImage", { styles: EVENT, schemes: POSTER_EVENT, ios: 26 }, [
  ["URLs", "UpcomingImageURLEntry[]", { required: "unless reuseExisting" }],
  ["reuseExisting", "boolean", { default: false }],
]);

/** An address of a picture at one scale. */
export const UPCOMING_IMAGE_URL_KEYS = /* @__PURE__ */ defineKeys(
  "UpcomingImageURLEntry",
  { styles: EVENT, schemes: POSTER_EVENT, ios: 26 },
  [
    ["URL", "https-url", { required: true }],
    ["SHA256", "sha256", { required: true }],
    ["scale", "number", { default: 1 }],
    ["size", "number", { limits: { minimum: 0, maximum: 2097152, integer: true } }],
  ],
);
