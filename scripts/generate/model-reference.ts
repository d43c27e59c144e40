import { ENUMS } from "../../packages/pass/src/model/enums.ts";
import { IMAGES, type ImageSizeRule } from "../../packages/pass/src/model/images.ts";
import { KEY_FORMATS } from "../../packages/pass/src/model/keys/formats.ts";
import { DICTIONARY_NAMES, type DictionaryName, type KeySpec } from "../../packages/pass/src/model/keys/key-spec.ts";
import { dictionariesWith, keysOf } from "../../packages/pass/src/model/keys/lookup.ts";
import { KEY_SOURCES } from "../../packages/pass/src/model/keys/sources.ts";
import { IMAGE_NOTES } from "../../packages/pass/src/model/keys/notes/images.ts";
import { noteOf } from "../../packages/pass/src/model/keys/notes/table.ts";
import { FIELD_SECTIONS, PASS_STYLES, SCHEMES, STYLES } from "../../packages/pass/src/model/style.ts";
import type { Generator } from "./generator.ts";
import { DISAGREEMENTS } from "./model-disagreements.ts";
import { deprecationWords, DICTIONARY_WORDS, limitWords, styleWords } from "./model-words.ts";

const FOLDER = "docs/reference/pass-json";

/** The reference pages of pass.json: one per dictionary, and those of styles, images, fixed words and formats. */
export const passReference: Generator = {
  name: "pass-reference",
  outputs: [`${FOLDER}/`],
  async generate() {
    const pages: readonly (readonly [string, string])[] = [
      ["index", indexPage()],
      ...DICTIONARY_NAMES.map((name) => [pageName(name), dictionaryPage(name)] as const),
      ["styles", stylesPage()],
      ["images", imagesPage()],
      ["values", valuesPage()],
      ["formats", formatsPage()],
      ["disagreements", disagreementsPage()],
    ];
    return new Map(pages.map(([name, text]) => [`${FOLDER}/${name}.md`, text]));
  },
};

const NOTICE = "<!-- Generated from the table of keys by scripts/generate.ts. -->";

function pageName(name: DictionaryName): string {
  return name
    .replace("URLs", "Urls")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

function page(title: string, ...blocks: readonly string[]): string {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${NOTICE}\n\n${blocks.join("\n\n")}\n`;
}

/** A table in Markdown; bars and line breaks in cells are made harmless, and angle brackets, which would be tags. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

function escapeText(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll("*", "\\*");
}

function typeCell(key: KeySpec): string {
  const array = key.type === "array";
  let item: string;
  if (key.of !== null) item = `[${key.of}](${pageName(key.of)}.md)`;
  else if (key.enumName !== null) item = `[${key.enumName}](values.md#${key.enumName.toLowerCase()})`;
  else if (key.format !== null && key.typeText !== "value") item = `string: [${key.format}](formats.md#${key.format})`;
  else if (key.typeText === "value")
    item = key.format === null ? "string or number" : `string ([${key.format}](formats.md#${key.format})) or number`;
  else item = (array ? key.itemType : key.type) ?? "any";
  return array ? `array of ${item}` : item;
}

function requiredCell({ required }: KeySpec): string {
  return required === true ? "**yes**" : required === false ? "" : required;
}

function sourceCell(key: KeySpec): string {
  return noteOf(key)
    .sources.map((source) => `[${source}](${KEY_SOURCES[source]})`)
    .join(", ");
}

function noteCell(key: KeySpec): string {
  const deprecation = deprecationWords(key);
  return [
    noteOf(key).note,
    key.default === undefined ? null : `Default \`${JSON.stringify(key.default)}\`.`,
    key.localizable ? "Localizable." : null,
    key.sections === null ? null : `Only in ${key.sections.join(", ")}.`,
    key.openEnum ? "Other values are allowed and not drawn." : null,
    key.readOnly ? "**Read it, do not write it.**" : null,
    deprecation === null ? null : `**${deprecation}.**`,
  ]
    .filter((part) => part !== null)
    .map((part) => (part.startsWith("Default `") ? part : escapeText(part).replaceAll("\\*\\*", "**")))
    .join(" ");
}

function dictionaryPage(name: DictionaryName): string {
  const users = DICTIONARY_NAMES.flatMap((other) =>
    keysOf(other)
      .filter((key) => key.of === name)
      .map((key) => ({ other, key })),
  );
  const used = users.map(({ other, key }) => `\`${key.name}\` of [${other}](${pageName(other)}.md)`).join(", ");
  const rows = keysOf(name).map((key) => [
    `\`${key.name}\``,
    typeCell(key),
    requiredCell(key),
    escapeText(limitWords(key.limits, noteOf(key).limit)),
    styleWords(key),
    key.minIOS === null ? "" : `iOS ${key.minIOS}`,
    key.minWatchOS === null ? "" : `watchOS ${key.minWatchOS}`,
    key.status,
    noteCell(key),
    sourceCell(key),
  ]);
  return page(
    name,
    DICTIONARY_WORDS[name],
    ...(used === "" ? [] : [`Value of ${used}.`]),
    ...(name === "PassFields" ? ["How many fields of a section each style shows: [styles](styles.md)."] : []),
    table(["key", "type", "required", "limits", "styles", "iOS", "watchOS", "status", "note", "sources"], rows),
  );
}

function indexPage(): string {
  const shared = new Map<string, readonly DictionaryName[]>();
  for (const name of DICTIONARY_NAMES) for (const key of keysOf(name)) shared.set(key.name, dictionariesWith(key.name));
  const count = DICTIONARY_NAMES.reduce((sum, name) => sum + keysOf(name).length, 0);
  const rows = DICTIONARY_NAMES.map((name) => [
    `[${name}](${pageName(name)}.md)`,
    String(keysOf(name).length),
    DICTIONARY_WORDS[name],
  ]);
  return page(
    "pass.json",
    `The ${count} keys of pass.json and personalization.json that this package knows, with where each is known from. A device ignores keys that it does not know; so do the tools here, which keep them.`,
    table(["dictionary", "keys", "what it is"], rows),
    "Also: [styles and schemes](styles.md), [images](images.md), [fixed words](values.md), [formats](formats.md), [where sources disagree](disagreements.md).",
    [
      "**Status** says what a key rests on: *documented* on the reference page of its dictionary; *article* in another article of Apple's only; *wwdc* shown in a session;",
      "*pass-builder* in Apple's open source tool only; *alias* that tool's name for a documented key; *community* found out by testers;",
      "*observed* seen in real passes, meaning unknown. **iOS** and **watchOS** are the first versions that use a key; empty where none is documented or a watch does not use it.",
    ].join("\n"),
    `## All keys`,
    [...shared]
      .toSorted(([one], [other]) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1))
      .map(([key, names]) => `- \`${key}\`: ${names.map((name) => `[${name}](${pageName(name)}.md)`).join(", ")}`)
      .join("\n"),
  );
}

function stylesPage(): string {
  const sections = FIELD_SECTIONS.map((section) => {
    const counts = PASS_STYLES.map((style) => countWords(STYLES[style].shown[section]));
    return [`\`${section}\``].concat(counts);
  });
  const facts = PASS_STYLES.map((style) => {
    const { minIOS, images, relevance, sharedRow } = STYLES[style];
    const row =
      sharedRow === null ? "" : `${sharedRow.shown} together${sharedRow.when === "square" ? " beside a QR or Aztec code" : ""}`;
    const radius = relevance.radius === null ? "" : `about ${relevance.radius} m`;
    return [`\`${style}\``, `iOS ${minIOS}`, images.join(", "), row, relevance.date, relevance.location, radius];
  });
  const schemes = Object.entries(SCHEMES).map(([name, scheme]) => [
    `\`${name}\``,
    `\`${scheme.style}\`${scheme.transitType === null ? "" : `, ${scheme.transitType}`}`,
    `iOS ${scheme.minIOS}`,
    [
      ...scheme.requiredSemantics,
      ...Object.entries(scheme.requiredSemanticsByEventType).map(([type, tags]) => `${tags.join(", ")} (${type})`),
    ].join(", "),
    scheme.disputedSemantics.join(", "),
    scheme.recommendedSemantics.join(", "),
    scheme.anyImageOf.join(" or "),
  ]);
  return page(
    "Styles and schemes",
    "## Fields that are shown",
    "More fields than these are not drawn; a dash means that the style has no such section.",
    table(["section", ...PASS_STYLES], sections),
    "## Images and relevance",
    table(["style", "from", "images", "secondary and auxiliary share a row", "date", "location", "radius"], facts),
    "## Schemes",
    "A pass names them in `preferredStyleSchemes`; one whose needs are not met falls back to the plain style.",
    table(["scheme", "beside", "from", "tags it needs", "of these disputed", "recommended tags", "image it needs"], schemes),
  );
}

function countWords(count: number | null): string {
  if (count === null) return "any";
  return count === 0 ? "–" : String(count);
}

function sizeWords(size: ImageSizeRule | null): string {
  if (size === null) return "not documented";
  const { rule, width, height, minWidth } = size;
  if (rule === "exact") return `${width} × ${height}`;
  if (rule === "square") return `square, ${minWidth} to ${width}`;
  return `at most ${width} × ${height}${minWidth > 1 ? `, at least ${minWidth} wide` : ""}`;
}

function imagesPage(): string {
  const rows = Object.values(IMAGES).map((image) => [
    `\`${image.name}\``,
    image.required === "pass" ? "**yes**" : image.required === "personalization" ? "beside personalization.json" : "",
    sizeWords(image.size),
    image.alsoDocumented.map(({ width, height }) => `${width} × ${height}`).join(", "),
    image.faces.join(", "),
    image.excludes.join(", "),
    `iOS ${image.minIOS}`,
    IMAGE_NOTES[image.name],
  ]);
  return page(
    "Images",
    "Sizes in points: `@2x` and `@3x` files have two and three times as many pixels. Every image may lie in `.lproj` folders instead of the top level.",
    table(["image", "required", "size", "also documented", "drawn on", "not beside", "from", "note"], rows),
  );
}

function valuesPage(): string {
  const blocks = Object.entries(ENUMS).map(
    ([name, values]) => `## ${name}\n\n${values.map((value) => `- \`${value}\``).join("\n")}`,
  );
  return page("Fixed words", "Values that a key may have, by the name of their type.", ...blocks);
}

function formatsPage(): string {
  const blocks = Object.entries(KEY_FORMATS).map(
    ([name, { title, pattern, example }]) =>
      `## ${name}\n\n${escapeText(title)}. Example: \`${example}\`${pattern === null ? "" : `\n\n\`\`\`txt\n${pattern}\n\`\`\``}`,
  );
  return page(
    "Formats",
    "How strings have to look. The patterns check the shape only; `passwright check` looks closer.",
    ...blocks,
  );
}

function disagreementsPage(): string {
  const rows = DISAGREEMENTS.map(({ about, one, other, here }) => [about, one, other, here].map(escapeText));
  return page(
    "Where sources disagree",
    "Points on which Apple's reference, its articles, its tools and what testers find differ, and what the tools here make of them.",
    table(["about", "one says", "another says", "here"], rows),
  );
}
