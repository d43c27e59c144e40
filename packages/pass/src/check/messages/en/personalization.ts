import type { RuleWords } from "../../rule.ts";

const NO_SIGN_UP = "Wallet offers no sign-up for this pass.";

export const PERSONALIZATION_WORDS = {
  "pers-nfc": {
    message: 'The pass holds personalization.json, but its certificate "{certificate}" does not allow NFC.',
    device:
      'Wallet refuses the pass. The device\'s log says: "Passes with an NFC dictionary or a Personalization JSON file must be signed with an enhanced Passbook certificate."',
    why: "Sign-up for rewards is part of contactless cards, and Apple grants those by a certificate of their own kind.",
    fix: "Ask Apple for an NFC-enabled Pass Type ID certificate and sign with it, or take personalization.json out.",
  },
  "pers-nfc-dictionary": {
    message: "The pass holds personalization.json, but no nfc dictionary.",
    device: NO_SIGN_UP,
    why: "Apple offers sign-up for contactless reward cards only.",
    fix: "Add nfc with message and encryptionPublicKey, or take personalization.json out.",
  },
  "pers-parse": {
    message: "personalization.json is not a JSON object.",
    device: NO_SIGN_UP,
    why: "Wallet reads the form from this file; what it cannot read it cannot show.",
    fix: "Correct the JSON; the file holds one object with description and requiredPersonalizationFields.",
  },
  "pers-ws": {
    message: "The pass holds personalization.json, but no webServiceURL.",
    device: "Nobody can sign up: Wallet has no address to send the form to.",
    why: "What the customer enters goes to the web service of the pass, which answers with the personal pass.",
    fix: "Add webServiceURL and authenticationToken, and answer …/personalize there.",
  },
  "pers-description": {
    message: "The description in personalization.json is {value}.",
    device: NO_SIGN_UP,
    why: "The key is required: its text stands at the top of the form and says what one signs up for.",
    fix: 'Add a sentence: "description": "Enter your details to join the Northwind rewards."',
  },
  "pers-fields": {
    message: "requiredPersonalizationFields in personalization.json {problem}.",
    device: NO_SIGN_UP,
    why: "The list says what the form asks for, and needs at least one of PKPassPersonalizationFieldName, …PostalCode, …EmailAddress, …PhoneNumber.",
    fix: 'List what you need, letter by letter: "requiredPersonalizationFields": ["PKPassPersonalizationFieldName"].',
  },
  "pers-logo": {
    message: "The pass holds personalization.json, but no personalizationLogo image.",
    device: "The form is incomplete: the place of the logo is empty, or no form is offered.",
    why: "Apple demands the logo beside personalization.json; it stands at the top of the form.",
    fix: "Add personalizationLogo@2x.png (300 × 80 pixels) and personalizationLogo@3x.png (450 × 120 pixels).",
  },
  "pers-terms-html": {
    message: "termsAndConditions in personalization.json has HTML other than links: {tags}.",
    device: "The tags are shown as text.",
    why: "Only <a href> is understood in the terms.",
    fix: "Use line breaks for the layout and keep only links.",
  },
  "pers-style": {
    message: "personalization.json is in a pass of the style {style}.",
    device: "Wallet is not expected to offer the sign-up.",
    why: "Apple describes sign-up for reward cards, which are of the style storeCard.",
    fix: "Use storeCard for the card, or take personalization.json out.",
  },
} as const satisfies Record<string, RuleWords>;
