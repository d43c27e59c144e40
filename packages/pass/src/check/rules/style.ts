import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { PREFERRED_STYLE_SCHEMES, TRANSIT_TYPES } from "../../model/enums.ts";
import { PASS_STYLES, type PassStyle } from "../../model/style.ts";
import { inPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { nearestName } from "../nearest-name.ts";

const SCHEME_LOG = "https://github.com/alexandercerutti/passkit-generator/issues/249";
const TRANSIT_LOG = "https://github.com/coorasse/passkit/issues/29";

/** The style that each scheme is a newer look of. */
const SCHEME_STYLES = { posterEventTicket: "eventTicket", semanticBoardingPass: "boardingPass" } as const;

const FRONT_SECTIONS = ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "footerFields"] as const;

export const STYLE_RULES: readonly Rule[] = [
  {
    id: "style-none",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.noStyleLog, SOURCES.pass],
    *check({ document, styles }) {
      if (document === null || styles.length > 0) return;
      const near = Object.keys(document.data)
        .map((key) => nearestName(key, PASS_STYLES))
        .find((name) => name !== undefined);
      yield inPass([], { suggestion: near ?? "generic" });
    },
  },
  {
    id: "style-many",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.posterGeneric],
    *check({ styles, style }) {
      const legacy = styles.filter((name) => name !== "posterGeneric");
      if (legacy.length > 1) yield inPass([], { styles: legacy.join(", "), first: style ?? "" });
    },
  },
  {
    id: "style-object",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passFields],
    narrows: ["json-type"],
    *check({ pass, styles }) {
      for (const style of styles) {
        const value = pass[style];
        // An empty array and null are told by `json-null`: generators write them for "nothing".
        if (isJsonObject(value) || value === null || (isJsonArray(value) && value.length === 0)) continue;
        yield inPass([style], { style, value: shown(value) });
      }
    },
  },
  {
    id: "style-postergeneric-only",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.posterGeneric, SOURCES.wwdc2026],
    *check({ styles }) {
      if (styles.includes("posterGeneric") && styles.length === 1) yield inPass(["posterGeneric"]);
    },
  },
  {
    id: "style-postergeneric-scheme",
    severity: "warning",
    effect: "degrades",
    basis: "community",
    confirmed: false,
    sources: [SOURCES.posterGeneric, SOURCES.testsIos27],
    narrows: ["scheme-enum"],
    check: (subject) => schemeEntries(subject, (name) => name === "posterGeneric"),
  },
  {
    id: "transit-required",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: true,
    sources: [TRANSIT_LOG, SOURCES.passFields, SOURCES.bundleLowerLevel],
    *check({ pass }) {
      const dictionary = pass["boardingPass"];
      if (isJsonObject(dictionary) && dictionary["transitType"] === undefined) yield inPass(["boardingPass"]);
    },
  },
  {
    id: "transit-forbidden",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passFields],
    *check({ pass, styles }) {
      for (const style of styles) {
        const dictionary = pass[style];
        if (style === "boardingPass" || !isJsonObject(dictionary) || dictionary["transitType"] === undefined) continue;
        yield inPass([style, "transitType"], { style });
      }
    },
  },
  {
    id: "transit-enum",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passFields, SOURCES.bundleLowerLevel],
    narrows: ["json-type"],
    *check({ pass }) {
      const dictionary = pass["boardingPass"];
      const type = isJsonObject(dictionary) ? dictionary["transitType"] : undefined;
      if (type === undefined || TRANSIT_TYPES.some((known) => known === type)) return;
      const suggestion = (typeof type === "string" ? nearestName(type, TRANSIT_TYPES) : undefined) ?? "PKTransitTypeGeneric";
      yield inPass(["boardingPass", "transitType"], { value: shown(type), suggestion });
    },
  },
  {
    id: "scheme-type",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass],
    narrows: ["json-type"],
    *check({ pass }) {
      const schemes = pass["preferredStyleSchemes"];
      if (schemes === undefined || schemes === null) return;
      if (!isJsonArray(schemes)) {
        yield inPass(["preferredStyleSchemes"], { value: shown(schemes) });
        return;
      }
      for (const [index, scheme] of schemes.entries()) {
        if (typeof scheme !== "string") yield inPass(["preferredStyleSchemes", index], { value: shown(scheme) });
      }
    },
  },
  {
    id: "scheme-enum",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.eventTicket, SOURCES.boardingPass],
    *check(subject) {
      yield* schemeEntries(subject, (name) => !PREFERRED_STYLE_SCHEMES.some((known) => known === name));
    },
  },
  {
    id: "scheme-style-match",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.eventTicket, SOURCES.boardingPass, SCHEME_LOG],
    *check({ pass, styles }) {
      for (const [index, name] of entriesOf(pass["preferredStyleSchemes"])) {
        const style = styleOfScheme(name);
        if (style !== undefined && !styles.includes(style))
          yield inPass(["preferredStyleSchemes", index], { scheme: String(name), style });
      }
    },
  },
  {
    id: "scheme-fallback",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.boardingPass],
    *check({ pass, schemes }) {
      const fallbacks = Object.values(SCHEME_STYLES).filter((style) => schemes.some((scheme) => styleOfScheme(scheme) === style));
      for (const style of fallbacks) {
        if (!schemes.includes(style) && pass[style] !== undefined) yield inPass(["preferredStyleSchemes"], { style });
      }
    },
  },
  {
    id: "scheme-no-semantics",
    severity: "error",
    effect: "loses",
    basis: "community",
    confirmed: false,
    sources: [SCHEME_LOG, SOURCES.eventTicket],
    *check({ pass, fields, schemes }) {
      const hasSemantics = isFilledObject(pass["semantics"]) || fields.some(({ field }) => isFilledObject(field["semantics"]));
      const scheme = schemes.find((name) => styleOfScheme(name) !== undefined);
      if (scheme !== undefined && !hasSemantics) yield inPass(["preferredStyleSchemes"], { scheme });
    },
  },
  {
    id: "empty-style",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.passFields],
    *check({ pass, styles }) {
      for (const style of styles) {
        const dictionary = pass[style];
        if (!isJsonObject(dictionary)) continue;
        const hasFront = FRONT_SECTIONS.some((section) => {
          const fields = dictionary[section];
          return fields !== undefined && (!isJsonArray(fields) || fields.length > 0);
        });
        if (!hasFront) yield inPass([style], { style });
      }
    },
  },
];

function styleOfScheme(name: unknown): PassStyle | undefined {
  if (name === "posterEventTicket" || name === "semanticBoardingPass") return SCHEME_STYLES[name];
  return undefined;
}

function entriesOf(value: unknown): readonly (readonly [number, unknown])[] {
  return Array.isArray(value) ? [...value.entries()] : [];
}

function* schemeEntries({ pass }: CheckSubject, isWrong: (name: string) => boolean): Generator<Hit> {
  for (const [index, name] of entriesOf(pass["preferredStyleSchemes"])) {
    if (typeof name !== "string" || !isWrong(name)) continue;
    yield inPass(["preferredStyleSchemes", index], {
      value: shown(name),
      suggestion: nearestName(name, PREFERRED_STYLE_SCHEMES) ?? PREFERRED_STYLE_SCHEMES.join(" or "),
    });
  }
}

function isFilledObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
