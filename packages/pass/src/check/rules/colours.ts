import type { JsonPath, JsonValue } from "../../model/json.ts";
import { inPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { semanticPlaces } from "../semantic-places.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { blend, type Colour, contrastOf, formatRgb, isColourOutOfRange, mendColour, parseColour } from "../values/colour.ts";

const REFUSED_NAME = "https://github.com/tomasmcguinness/dotnet-passbook-validator/issues/21";
const ALPHA_IN_USE = "https://github.com/SeineEloquenz/fosswallet/pull/231";

/** The colours that every style draws; a device refuses a pass in which one of them is no colour. */
const MAIN_KEYS = ["backgroundColor", "foregroundColor", "labelColor"] as const;
const OTHER_KEYS = ["stripColor", "footerBackgroundColor"] as const;

/** Text is hard to read below this contrast (WCAG 2.2, 1.4.3 for large text). */
const MIN_CONTRAST = 3;

/** The colours of a pass: which forms a device reads, and whether the text can be read. */
export const COLOURS_RULES: readonly Rule[] = [
  ...MAIN_KEYS.map((key): Rule => ({
    id: `color-${key}`,
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel, REFUSED_NAME],
    check: ({ pass }) => unreadable([key], pass[key]),
  })),
  {
    id: "color-other-keys",
    severity: "error",
    effect: "loses",
    basis: "apple-tool",
    confirmed: false,
    sources: [SOURCES.passBuilder, SOURCES.pass],
    *check(subject) {
      for (const key of OTHER_KEYS) yield* unreadable([key], subject.pass[key]);
      for (const { path, value } of seatColours(subject)) yield* unreadable(path, value);
    },
  },
  {
    // No log is of an empty text or of rgb() with a slip of punctuation; scanners of numbers read the latter.
    id: "color-malformed",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel],
    narrows: [...MAIN_KEYS.map((key) => `color-${key}`), "color-other-keys"],
    *check(subject) {
      for (const { path, value } of colourValues(subject)) {
        if (typeof value !== "string" || parseColour(value) !== null) continue;
        const meant = mendColour(value);
        if (meant !== null) yield inPass(path, { key: String(path.at(-1)), value: shown(value), meant: formatRgb(meant) });
        else if (value.trim() === "")
          yield inPass(path, { key: String(path.at(-1)), value: shown(value), meant: "rgb(255, 255, 255)" });
      }
    },
  },
  {
    id: "color-range",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass],
    narrows: [...MAIN_KEYS.map((key) => `color-${key}`), "color-other-keys"],
    *check(subject) {
      for (const { path, value } of colourValues(subject)) {
        if (typeof value === "string" && isColourOutOfRange(value)) yield inPass(path, { value: shown(value) });
      }
    },
  },
  {
    id: "color-hex",
    severity: "warning",
    effect: "loses",
    basis: "contradiction",
    confirmed: false,
    sources: [SOURCES.passBuilder, SOURCES.pass],
    *check(subject) {
      for (const { path, value, colour } of readableColours(subject)) {
        if (colour.form === "hex3" || colour.form === "hex6") yield inPass(path, { value: shown(value), rgb: formatRgb(colour) });
      }
    },
  },
  {
    id: "color-alpha",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.observed, ALPHA_IN_USE],
    *check(subject) {
      for (const { path, value, colour } of readableColours(subject)) {
        if (colour.form === "rgba")
          yield inPass(path, { value: shown(value), rgb: formatRgb(overBackground(subject, path, colour)) });
      }
    },
  },
  {
    id: "color-contrast",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.design, "https://www.w3.org/TR/WCAG22/#contrast-minimum"],
    *check(subject) {
      const background = colourOf(subject.pass["backgroundColor"]);
      // A picture instead of the colour, or colours that Wallet chooses: the values say nothing about the text.
      if (background === null || isBackgroundCovered(subject) || subject.pass["useAutomaticColors"] === true) return;
      const opaque = blend(background, WHITE);
      for (const key of ["foregroundColor", "labelColor"]) {
        const colour = colourOf(subject.pass[key]);
        if (colour === null) continue;
        const contrast = contrastOf(blend(colour, opaque), opaque);
        if (contrast >= MIN_CONTRAST) continue;
        yield inPass([key], {
          key,
          value: shown(subject.pass[key]),
          background: shown(subject.pass["backgroundColor"]),
          contrast: (Math.floor(contrast * 10) / 10).toFixed(1),
        });
      }
    },
  },
  {
    id: "color-background-image",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.pass, SOURCES.design],
    *check(subject) {
      const { pass } = subject;
      if (typeof pass["backgroundColor"] !== "string" || !isBackgroundCovered(subject)) return;
      yield inPass(["backgroundColor"], { value: shown(pass["backgroundColor"]) });
    },
  },
  {
    id: "color-auto-conflict",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.pass],
    *check({ pass }) {
      if (pass["useAutomaticColors"] !== true) return;
      for (const key of ["foregroundColor", "labelColor"]) {
        if (typeof pass[key] === "string") yield inPass([key], { key });
      }
    },
  },
];

const WHITE: Colour = { r: 255, g: 255, b: 255, form: "rgb" };

interface ColourValue {
  readonly path: JsonPath;
  readonly value: JsonValue | undefined;
}

/** A `null` is told by the rule about nulls. */
function* unreadable(path: JsonPath, value: JsonValue | undefined): Generator<Hit> {
  if (value === undefined || value === null || colourOf(value) !== null) return;
  yield inPass(path, { value: shown(value) });
}

function* colourValues(subject: CheckSubject): Generator<ColourValue> {
  for (const key of [...MAIN_KEYS, ...OTHER_KEYS]) yield { path: [key], value: subject.pass[key] };
  yield* seatColours(subject);
}

function* seatColours(subject: CheckSubject): Generator<ColourValue> {
  for (const { path, tags } of semanticPlaces(subject)) {
    const { seats } = tags;
    if (!isJsonArray(seats)) continue;
    for (const [index, seat] of seats.entries()) {
      if (isJsonObject(seat)) yield { path: [...path, "seats", index, "seatSectionColor"], value: seat["seatSectionColor"] };
    }
  }
}

function* readableColours(subject: CheckSubject): Generator<ColourValue & { readonly colour: Colour }> {
  for (const { path, value } of colourValues(subject)) {
    const colour = colourOf(value);
    if (colour !== null) yield { path, value, colour };
  }
}

function colourOf(value: JsonValue | undefined): Colour | null {
  return typeof value === "string" ? parseColour(value) : null;
}

/** What a colour with alpha looks like where it is drawn: the one to write instead. */
function overBackground({ pass }: CheckSubject, path: JsonPath, colour: Colour): Colour {
  const background = path[0] === "backgroundColor" ? null : colourOf(pass["backgroundColor"]);
  return blend(colour, background ?? WHITE);
}

/** A plain event ticket with a background picture: the colour is not seen. */
function isBackgroundCovered({ style, images }: CheckSubject): boolean {
  return style === "eventTicket" && images.some(({ name }) => name === "background");
}
