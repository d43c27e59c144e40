import { defineNotes } from "./key-note.ts";

/** Links of the event guide and of poster event tickets. */
export const PASS_EVENT_LINK_NOTES = /* @__PURE__ */ defineNotes(["pass"], {
  accessibilityURL: "Accessibility page of the event or venue (real airline passes carry it too).",
  addOnURL: "Extras that can be added to the ticket.",
  bagPolicyURL: "Bag policy (real airline passes carry it too).",
  contactVenueEmail: "Contact address.",
  contactVenuePhoneNumber: "Contact phone.",
  contactVenueWebsite: "Contact web site.",
  directionsInformationURL: "How to get there.",
  merchandiseURL: "Merchandise shop.",
  orderFoodURL: { note: "Food order page; on semantic boarding passes the meal order.", sources: ["pass", "airline-article"] },
  parkingInformationURL: "Parking information.",
  purchaseParkingURL: "Buy parking.",
  sellURL: "Resale flow; sits near the share menu.",
  transferURL: "Transfer flow; sits near the share menu.",
  transitInformationURL: "Public transport information.",
});

/** Links of semantic boarding passes. */
export const PASS_FLIGHT_LINK_NOTES = /* @__PURE__ */ defineNotes(["pass", "airline-article"], {
  changeSeatURL: "Change seat.",
  entertainmentURL: "In-flight entertainment.",
  purchaseAdditionalBaggageURL: "Add checked bags.",
  purchaseLoungeAccessURL: "Buy lounge access.",
  purchaseWifiURL: "Buy in-flight Wi-Fi.",
  upgradeURL: "Upgrade.",
  managementURL: "Manage the booking.",
  registerServiceAnimalURL: "Register a service animal.",
  reportLostBagURL: "Report a lost bag.",
  requestWheelchairURL: "Ask for a wheelchair.",
  trackBagsURL: "Track bags. In Apple docs; missing from pass-builder and from passkit-generator 3.6.1.",
  transitProviderEmail: { note: "Carrier e-mail.", sources: ["pass"] },
  transitProviderPhoneNumber: { note: "Carrier phone.", sources: ["pass"] },
  transitProviderWebsiteURL: { note: "Carrier web site.", sources: ["pass"] },
});
