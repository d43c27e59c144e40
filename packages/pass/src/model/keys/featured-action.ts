import { defineKeys } from "./key-spec.ts";

/** A button below the pass in `featuredActions`. */
export const FEATURED_ACTION_KEYS = /* @__PURE__ */ defineKeys("FeaturedAction", { ios: 27, watch: 27 }, [
  ["identifier", "string", { required: true, status: "pass-builder" }],
  ["type", "FeaturedActionType", { required: true, status: "wwdc" }],
  ["url", "url", { required: "for all types but place", status: "pass-builder" }],
  ["placeIdentifier", "string", { required: "for the type place (passkit-generator)", status: "community" }],
]);
