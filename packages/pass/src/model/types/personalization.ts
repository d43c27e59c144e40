// Generated from the table of keys (model/keys) by scripts/generate.ts: edit the table. Long because each key of personalization has its words.
import type { PersonalizationField } from "../enums.ts";

/** personalization.json: what a customer is asked when signing up for rewards. */
export interface Personalization {
  /**
   * Shown on the sign-up sheet.
   *
   * Required. Localizable. Styles: storeCard. From iOS 10, watchOS 3.
   */
  readonly description: string;
  /**
   * Data asked for.
   *
   * Required. Limit: at least 1 item. Styles: storeCard. From iOS 10, watchOS 3.
   */
  readonly requiredPersonalizationFields: readonly PersonalizationField[];
  /**
   * Terms; may hold HTML links.
   *
   * Localizable. Styles: storeCard. From iOS 10, watchOS 3.
   */
  readonly termsAndConditions?: string;
}

/** What Wallet posts to the web service when a customer signs up. */
export interface PersonalizationRequest {
  /**
   * Token Wallet posts to the server; the server signs it.
   *
   * Required. Styles: storeCard. From iOS 10.
   */
  readonly personalizationToken: string;
  /**
   * Data the user gave.
   *
   * Required. Styles: storeCard. From iOS 10.
   */
  readonly requiredPersonalizationInfo: PersonalInfo;
}

/** The customer's answers. */
export interface PersonalInfo {
  /**
   * Value given by the user, only when asked for.
   *
   * Styles: storeCard. From iOS 10.
   */
  readonly fullName?: string;
  /**
   * Value given by the user, only when asked for.
   *
   * Styles: storeCard. From iOS 10.
   */
  readonly givenName?: string;
  /**
   * Value given by the user, only when asked for.
   *
   * Styles: storeCard. From iOS 10.
   */
  readonly familyName?: string;
  /**
   * Value given by the user, only when asked for.
   *
   * Styles: storeCard. From iOS 10.
   */
  readonly emailAddress?: string;
  /**
   * Value given by the user, only when asked for.
   *
   * Styles: storeCard. From iOS 10.
   */
  readonly postalCode?: string;
  /**
   * Value given by the user, only when asked for.
   *
   * Styles: storeCard. From iOS 10.
   */
  readonly ISOCountryCode?: string;
  /**
   * Value given by the user, only when asked for.
   *
   * Styles: storeCard. From iOS 10.
   */
  readonly phoneNumber?: string;
}
