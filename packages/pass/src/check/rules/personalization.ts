import { PERSONALIZATION_FIELDS } from "../../model/enums.ts";
import { isJsonArray, type JsonPath } from "../../model/json.ts";
import { inFile, inPass, shown } from "../hit.ts";
import type { FindingParams, Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isBlank } from "../semantic-places.ts";
import type { CheckSubject } from "../subject.ts";

const PERSONALIZE_REFERENCE = "https://developer.apple.com/documentation/walletpasses/personalize";
const REFUSAL_LOG_WITHOUT_NFC = "https://github.com/tschoffelen/php-pkpass/issues/79";

const FILE = "personalization.json";

/** Tags named in one finding. */
const MAX_TAGS_SHOWN = 5;

/** Rules about sign-up for rewards: `personalization.json` and what has to stand beside it. */
export const PERSONALIZATION_RULES: readonly Rule[] = [
  {
    id: "pers-nfc",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.guidePersonalization, SOURCES.nfcLog, REFUSAL_LOG_WITHOUT_NFC],
    narrows: ["nfc-certificate"],
    check(subject) {
      const signer = subject.signature?.signer;
      if (!hasFile(subject) || signer?.isPassTypeCertificate !== true || signer.allowsNfc) return [];
      const params = { certificate: signer.commonName ?? signer.subject };
      return [isBlank(subject.pass["nfc"]) ? inFile(FILE, params) : inPass(["nfc"], params)];
    },
  },
  {
    id: "pers-nfc-dictionary",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guidePersonalization],
    check: (subject) => (hasFile(subject) && isBlank(subject.pass["nfc"]) ? [inFile(FILE)] : []),
  },
  {
    id: "pers-parse",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [PERSONALIZE_REFERENCE],
    check: (subject) => (hasFile(subject) && subject.personalization === null ? [inFile(FILE)] : []),
  },
  {
    id: "pers-ws",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guidePersonalization, PERSONALIZE_REFERENCE],
    check: (subject) => (hasFile(subject) && isBlank(subject.pass["webServiceURL"]) ? [inFile(FILE)] : []),
  },
  {
    id: "pers-description",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [PERSONALIZE_REFERENCE],
    *check({ personalization }) {
      if (personalization === null) return;
      const { description } = personalization.data;
      if (typeof description !== "string" || isBlank(description)) yield inForm(["description"], { value: shown(description) });
    },
  },
  {
    id: "pers-fields",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [PERSONALIZE_REFERENCE],
    *check({ personalization }) {
      if (personalization === null) return;
      const fields = personalization.data["requiredPersonalizationFields"];
      const path = ["requiredPersonalizationFields"];
      if (!isJsonArray(fields) || fields.length === 0) {
        yield inForm(path, { problem: `is ${shown(fields)}` });
        return;
      }
      for (const [index, field] of fields.entries()) {
        if (typeof field === "string" && (PERSONALIZATION_FIELDS as readonly string[]).includes(field)) continue;
        yield inForm([...path, index], { problem: `holds ${shown(field)}` });
      }
    },
  },
  {
    id: "pers-logo",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guidePersonalization],
    check: (subject) =>
      hasFile(subject) && !subject.images.some(({ name }) => name === "personalizationLogo") ? [inFile(FILE)] : [],
  },
  {
    id: "pers-terms-html",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [PERSONALIZE_REFERENCE],
    *check({ personalization }) {
      const terms = personalization?.data["termsAndConditions"];
      if (typeof terms !== "string") return;
      const tags = new Set<string>();
      for (const [, name = ""] of terms.matchAll(/<\/?([a-z][a-z0-9]{0,15})/giu)) {
        if (name.toLowerCase() !== "a") tags.add(`<${name.toLowerCase()}>`);
        if (tags.size === MAX_TAGS_SHOWN) break;
      }
      if (tags.size > 0) yield inForm(["termsAndConditions"], { tags: [...tags].join(" ") });
    },
  },
  {
    id: "pers-style",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guidePersonalization],
    *check(subject) {
      if (!hasFile(subject) || subject.style === null || subject.style === "storeCard") return;
      yield inFile(FILE, { style: subject.style });
    },
  },
];

function hasFile(subject: CheckSubject): boolean {
  return subject.files.has(FILE);
}

function inForm(path: JsonPath, params: FindingParams): Hit {
  return { where: { file: FILE, path }, params };
}
