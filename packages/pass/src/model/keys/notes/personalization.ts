import { defineNotes } from "./key-note.ts";

/** What Wallet posts to the web service when a customer signs up. */
export const PERSONALIZATION_DICTIONARY_NOTES = /* @__PURE__ */ defineNotes(["personalization-dictionary"], {
  personalizationToken: "Token Wallet posts to the server; the server signs it.",
  requiredPersonalizationInfo: "Data the user gave.",
});

/** personalization.json: what a customer is asked when signing up for rewards. */
export const PERSONALIZE_NOTES = /* @__PURE__ */ defineNotes(["personalize", "guide-personalization"], {
  description: "Shown on the sign-up sheet.",
  requiredPersonalizationFields: "Data asked for.",
  termsAndConditions: "Terms; may hold HTML links.",
});

/** The answers of the customer. */
export const PERSONAL_INFO_NOTES = /* @__PURE__ */ defineNotes(["personalization-dictionary"], {
  fullName: "Value given by the user, only when asked for.",
  givenName: "Value given by the user, only when asked for.",
  familyName: "Value given by the user, only when asked for.",
  emailAddress: "Value given by the user, only when asked for.",
  postalCode: "Value given by the user, only when asked for.",
  ISOCountryCode: "Value given by the user, only when asked for.",
  phoneNumber: "Value given by the user, only when asked for.",
});
