import type { JsonValue } from "../../model/json.ts";
import { inPass, ofPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { visibleTexts } from "../visible-texts.ts";

const KEY_LOG = "https://github.com/alexandercerutti/passkit-generator/issues/233";
const DESCRIPTION_LOG = "https://github.com/thenextweb/passgenerator/issues/25";
const USER_MADE = "https://github.com/KDE/kitinerary/blob/master/autotests/pkpassdata/apple-semantic-event-ticket-scrubbed.pkpass";

/** The six keys that every pass has; a device logs "Pass dictionary must contain key '…'" where one is missing. */
export const REQUIRED_RULES: readonly Rule[] = [
  required("formatVersion", isVersion, { confirmed: true, sources: [KEY_LOG] }),
  required("passTypeIdentifier", isFilledText),
  required("serialNumber", isText),
  required("teamIdentifier", isFilledText),
  required("organizationName", isText),
  {
    // The log speaks of keys that are missing; of the two identifiers the certificate demands more than nothing.
    id: "required-empty",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel],
    *check({ pass }) {
      for (const key of ["serialNumber", "organizationName"]) {
        const value = pass[key];
        if (isText(value) && !isFilledText(value)) yield inPass([key], { key });
      }
    },
  },
  // An empty description is told by `description-quality`: devices take it.
  required("description", isText, { confirmed: true, sources: [DESCRIPTION_LOG] }),
  {
    id: "format-version-1",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel],
    narrows: ["required-formatVersion", "json-null", "json-type"],
    *check({ pass }) {
      const version = pass["formatVersion"];
      // "1" is told by `json-number-string`: that a device refuses it is neither said nor seen.
      if (version !== undefined && version !== 1 && !(typeof version === "string" && isVersion(version)))
        yield inPass(["formatVersion"], { value: shown(version) });
    },
  },
  {
    // Devices compare classes since iOS 9 ("must be of class …"); of systems before nothing is known.
    id: "serial-type",
    severity: "error",
    effect: "refuses",
    step: "required",
    refusal: "now",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel, SOURCES.wrongClassLog],
    narrows: ["required-serialNumber", "json-type"],
    *check({ pass }) {
      const serial = pass["serialNumber"];
      if (typeof serial === "number") yield inPass(["serialNumber"], { value: shown(serial) });
    },
  },
  {
    id: "ptid-prefix",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.buildingPass, SOURCES.passBuilder],
    *check(subject) {
      const identifier = subject.pass["passTypeIdentifier"];
      if (!isFilledText(identifier) || identifier.startsWith("pass.") || isMadeByWallet(subject)) return;
      yield inPass(["passTypeIdentifier"], { value: shown(identifier), suggestion: `pass.${identifier}` });
    },
  },
  {
    id: "ptid-charset",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.buildingPass],
    *check({ pass }) {
      const identifier = pass["passTypeIdentifier"];
      if (typeof identifier !== "string") return;
      const character = /[^A-Za-z0-9.-]/u.exec(identifier)?.[0];
      if (character !== undefined) yield inPass(["passTypeIdentifier"], { value: shown(identifier), character });
    },
  },
  {
    id: "serial-url",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.webService],
    *check({ pass }) {
      const serial = pass["serialNumber"];
      if (typeof serial !== "string" || pass["webServiceURL"] === undefined) return;
      // What a path segment may hold as it is: RFC 3986, section 3.3.
      const character = /[^A-Za-z0-9\-._~!$&'()*+,;=:@]/u.exec(serial)?.[0];
      if (character !== undefined) yield inPass(["serialNumber"], { value: shown(serial), character });
    },
  },
  {
    id: "team-format",
    severity: "warning",
    effect: "loses",
    basis: "observed",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.observed],
    *check(subject) {
      const team = subject.pass["teamIdentifier"];
      if (!isFilledText(team) || /^[A-Z0-9]{10}$/u.test(team) || isMadeByWallet(subject)) return;
      yield inPass(["teamIdentifier"], { value: shown(team) });
    },
  },
  {
    id: "user-made-pass",
    severity: "info",
    effect: "degrades",
    basis: "observed",
    confirmed: false,
    sources: [USER_MADE],
    *check(subject) {
      if (isMadeByWallet(subject)) yield ofPass();
    },
  },
  {
    id: "user-made-unsigned",
    severity: "error",
    effect: "refuses",
    step: "files",
    basis: "observed",
    confirmed: false,
    sources: [USER_MADE, SOURCES.buildingPass],
    *check(subject) {
      const { form, files, archiveProblem } = subject;
      if (form === "package" && archiveProblem === null && !files.has("signature") && isMadeByWallet(subject)) yield ofPass();
    },
  },
  {
    id: "description-quality",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.design],
    check: weakDescription,
  },
  {
    id: "placeholder-text",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.design],
    *check(subject) {
      for (const { path, text } of visibleTexts(subject)) {
        const match = PLACEHOLDERS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
        if (match !== undefined) yield inPass(path, { value: shown(text), placeholder: match });
      }
    },
  },
];

/** Texts that nobody means to ship. `TODO` in capitals only: "todo" is a word of several languages. */
const PLACEHOLDERS: readonly RegExp[] = [
  /\blorem ipsum\b/iu,
  /\bTODO\b/u,
  /\bTBD\b/u,
  /^\s*\[?test(?:ing)?(?: only)?\]?\s*$/iu,
  /^\s*\[test only\]/iu,
  /\bexample\.(?:com|org|net)\b/iu,
  /^\s*(?:foo|bar|foobar|asdf|xxx+|placeholder)\s*$/iu,
];

function required(
  key: string,
  isGood: (value: JsonValue | undefined) => boolean,
  { confirmed = false, sources = [] as readonly string[] } = {},
): Rule {
  return {
    id: `required-${key}`,
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel, ...sources],
    narrows: ["json-type", "json-null"],
    *check({ document, pass }) {
      if (document === null || isGood(pass[key])) return;
      const value = pass[key];
      yield value === undefined ? inPass([], { key, value: "missing" }) : inPass([key], { key, value: shown(value) });
    },
  };
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === "string";
}

/** A number, or 1 in quotation marks. */
function isVersion(value: JsonValue | undefined): boolean {
  return typeof value === "number" || (isText(value) && value.trim() !== "" && Number(value) === 1);
}

function isFilledText(value: JsonValue | undefined): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** Passes that people make in Wallet itself: never signed, and no issuer can write them. */
export function isMadeByWallet({ pass }: CheckSubject): boolean {
  const identifier = pass["passTypeIdentifier"];
  return (typeof identifier === "string" && identifier.startsWith("userpass.")) || pass["teamIdentifier"] === "com.apple.wallet";
}

function* weakDescription({ pass, styles }: CheckSubject): Generator<Hit> {
  const description = pass["description"];
  if (typeof description !== "string") return;
  const text = description.trim().toLowerCase();
  const organization = pass["organizationName"];
  const at = (reason: string) => inPass(["description"], { value: shown(description), reason });
  if (text === "") yield at("is empty");
  else if (typeof organization === "string" && text === organization.trim().toLowerCase())
    yield at("only repeats organizationName");
  else if (styles.some((style) => text === style.toLowerCase())) yield at("only repeats the style");
}
