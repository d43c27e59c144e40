import { defineKeys } from "./key-spec.ts";
import { STORE_CARD } from "./style-sets.ts";

/** personalization.json: what a customer is asked when signing up for rewards. */
export const PERSONALIZE_KEYS = /* @__PURE__ */ defineKeys("Personalize", { styles: STORE_CARD, ios: 10, watch: 3 }, [
  ["description", "text", { required: true }],
  ["requiredPersonalizationFields", "PersonalizationField[]", { required: true, limits: { minItems: 1 } }],
  ["termsAndConditions", "text"],
]);

/** What Wallet posts to the web service when a customer signs up. */
export const PERSONALIZATION_DICTIONARY_KEYS = /* @__PURE__ */ defineKeys(
  "PersonalizationDictionary",
  { styles: STORE_CARD, ios: 10 },
  [
    ["personalizationToken", "string", { required: true }],
    ["requiredPersonalizationInfo", "PersonalInfo", { required: true }],
  ],
);

/** The answers of the customer. */
export const PERSONAL_INFO_KEYS = /* @__PURE__ */ defineKeys("PersonalInfo", { styles: STORE_CARD, ios: 10 }, [
  ["fullName", "string"],
  ["givenName", "string"],
  ["familyName", "string"],
  ["emailAddress", "string"],
  ["postalCode", "string"],
  ["ISOCountryCode", "string"],
  ["phoneNumber", "string"],
]);
