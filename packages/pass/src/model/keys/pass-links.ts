import { defineKeys } from "./key-spec.ts";
import { BOARDING, BOARDING_AND_EVENT, EVENT, POSTER_EVENT, SEMANTIC_BOARDING } from "./style-sets.ts";

/** Links of the event guide and of poster event tickets. */
export const PASS_EVENT_LINK_KEYS = /* @__PURE__ */ defineKeys("Pass", { styles: EVENT, schemes: POSTER_EVENT, ios: 18 }, [
  [
    "accessibilityURL",
    "url",
    { styles: BOARDING_AND_EVENT, schemes: [...POSTER_EVENT, ...SEMANTIC_BOARDING], eventGuideButton: true },
  ],
  ["addOnURL", "url", { eventGuideButton: true }],
  ["bagPolicyURL", "url", { styles: BOARDING_AND_EVENT, schemes: [...POSTER_EVENT, ...SEMANTIC_BOARDING], eventGuideButton: true }],
  ["contactVenueEmail", "email", { eventGuideButton: true }],
  ["contactVenuePhoneNumber", "phone", { eventGuideButton: true }],
  ["contactVenueWebsite", "url", { eventGuideButton: true }],
  ["directionsInformationURL", "url", { eventGuideButton: true }],
  ["merchandiseURL", "url", { eventGuideButton: true }],
  ["orderFoodURL", "url", { styles: BOARDING_AND_EVENT, schemes: [...POSTER_EVENT, ...SEMANTIC_BOARDING], eventGuideButton: true }],
  ["parkingInformationURL", "url", { eventGuideButton: true }],
  ["purchaseParkingURL", "url", { eventGuideButton: true }],
  ["sellURL", "url"],
  ["transferURL", "url"],
  ["transitInformationURL", "url", { eventGuideButton: true }],
]);

/** Links of semantic boarding passes. */
export const PASS_FLIGHT_LINK_KEYS = /* @__PURE__ */ defineKeys("Pass", { styles: BOARDING, schemes: SEMANTIC_BOARDING, ios: 26 }, [
  ["changeSeatURL", "url"],
  ["entertainmentURL", "url"],
  ["purchaseAdditionalBaggageURL", "url"],
  ["purchaseLoungeAccessURL", "url"],
  ["purchaseWifiURL", "url"],
  ["upgradeURL", "url"],
  ["managementURL", "url"],
  ["registerServiceAnimalURL", "url"],
  ["reportLostBagURL", "url"],
  ["requestWheelchairURL", "url"],
  ["trackBagsURL", "url"],
  ["transitProviderEmail", "email"],
  ["transitProviderPhoneNumber", "phone"],
  ["transitProviderWebsiteURL", "url"],
]);
