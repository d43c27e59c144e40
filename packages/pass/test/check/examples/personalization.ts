import type { JsonObject } from "../../../src/model/json.ts";
import { makePng } from "../../support/png.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

const FORM: JsonObject = {
  description: "Join the Northwind rewards",
  requiredPersonalizationFields: ["PKPassPersonalizationFieldName", "PKPassPersonalizationFieldEmailAddress"],
  termsAndConditions: 'See <a href="https://northwind.org/terms">the terms</a>. 1 < 2.',
};
const CARD: JsonObject = {
  webServiceURL: "https://northwind.org/passes",
  authenticationToken: "Q7fR2mZx9LpT4vKs8WbN",
  nfc: {
    message: "A1B2C3D4E5",
    encryptionPublicKey: "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADwKMBv29ByaSLiGF0FctuyB+Hs2oZ1kDIYhTVllPexNE=",
  },
};
const LOGO = {
  "personalizationLogo.png": makePng(150, 40),
  "personalizationLogo@2x.png": makePng(300, 80),
  "personalizationLogo@3x.png": makePng(450, 120),
} as const;

/** A reward card whose form and pass.json are changed. */
function card(form: JsonObject = {}, pass: JsonObject = {}, files: RuleExample["files"] = {}): RuleExample {
  return {
    style: "storeCard",
    pass: { ...CARD, ...pass },
    files: { "personalization.json": JSON.stringify({ ...FORM, ...form }), ...LOGO, ...files },
  };
}

/** The example as a package, signed with a certificate that allows NFC or does not. */
function signed(nfc: boolean, example: RuleExample): RuleExample {
  return {
    ...example,
    package: async (kit) => {
      const signer = await kit.authority.issuePassCertificate({ ...kit.names, nfc, key: kit.key });
      return kit.buildSigned({ signer });
    },
  };
}

export const PERSONALIZATION_EXAMPLES: AreaExamples = {
  "pers-nfc": {
    triggers: [signed(false, card()), signed(false, card({}, { nfc: null }))],
    passes: [signed(true, card()), signed(false, { style: "storeCard" }), card()],
  },
  "pers-nfc-dictionary": { triggers: card({}, { nfc: null }), passes: [card(), { style: "storeCard" }] },
  "pers-parse": {
    triggers: [card({}, {}, { "personalization.json": "{" }), card({}, {}, { "personalization.json": "[]" })],
    passes: card(),
  },
  "pers-ws": { triggers: card({}, { webServiceURL: null, authenticationToken: null }), passes: [card(), { style: "storeCard" }] },
  "pers-description": { triggers: [card({ description: "" }), card({ description: 7 })], passes: card() },
  "pers-fields": {
    triggers: [
      card({ requiredPersonalizationFields: [] }),
      card({ requiredPersonalizationFields: null }),
      card({ requiredPersonalizationFields: ["name"] }),
      card({ requiredPersonalizationFields: "PKPassPersonalizationFieldName" }),
    ],
    passes: card(),
  },
  "pers-logo": {
    triggers: card(
      {},
      {},
      { "personalizationLogo.png": null, "personalizationLogo@2x.png": null, "personalizationLogo@3x.png": null },
    ),
    passes: card(),
  },
  "pers-terms-html": {
    triggers: card({ termsAndConditions: "<p>One</p><b>two</b>" }),
    passes: [card(), card({ termsAndConditions: null })],
  },
  "pers-style": {
    triggers: { ...card(), style: "generic" },
    passes: [card(), { style: "generic" }],
  },
};
