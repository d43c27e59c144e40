import { format } from "oxfmt";
import type { DictionaryName, KeySpec } from "../../packages/pass/src/model/keys/key-spec.ts";
import { findKey, keysOf } from "../../packages/pass/src/model/keys/lookup.ts";
import { noteOf } from "../../packages/pass/src/model/keys/notes/table.ts";
import {
  FIELD_SECTIONS,
  isPassStyle,
  PASS_STYLES,
  SCHEMES,
  STYLES,
  type FieldSection,
  type PassStyle,
} from "../../packages/pass/src/model/style.ts";
import type { Generator } from "./generator.ts";
import { deprecationWords, DICTIONARY_WORDS, factWords } from "./model-words.ts";

const FOLDER = "packages/pass/src/model/types";

/** The TypeScript types of pass.json and personalization.json, from the table of keys. */
export const passTypes: Generator = {
  name: "pass-types",
  outputs: ["pass", "pass-fields", "pass-content", "semantic-tags", "upcoming", "personalization"].map(
    (file) => `${FOLDER}/${file}.ts`,
  ),
  async generate() {
    const files = new Map<string, string>();
    for (const [file, body] of Object.entries(bodies())) {
      const source = `${header(file)}\n${importsFor(file, body)}\n${body}`;
      const { code, errors } = await format(`${file}.ts`, source, { printWidth: 132 });
      if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
      files.set(`${FOLDER}/${file}.ts`, code);
    }
    return files;
  },
};

/** Names of the types, where they differ from those of the dictionaries. */
const TYPE_NAMES: Readonly<Partial<Record<DictionaryName, string>>> = {
  Barcodes: "Barcode",
  Barcode: "LegacyBarcode",
  Beacons: "Beacon",
  Locations: "PassLocation",
  NFC: "PassNfc",
  RelevantDates: "RelevantDate",
  Personalize: "Personalization",
  PersonalizationDictionary: "PersonalizationRequest",
};

/** The interface of a pass, and of the dictionary of its fields, by style. */
const STYLE_TYPES: Readonly<Record<PassStyle, { readonly pass: string; readonly words: string }>> = {
  boardingPass: { pass: "BoardingPass", words: "A boarding pass or another ticket for a journey." },
  coupon: { pass: "Coupon", words: "A coupon, an offer or a discount." },
  eventTicket: { pass: "EventTicket", words: "A ticket for one event or a season." },
  generic: { pass: "GenericPass", words: "A pass that none of the other styles fits." },
  storeCard: { pass: "StoreCard", words: "A loyalty, discount, points or gift card." },
  posterGeneric: { pass: "PosterGenericPass", words: "A pass with the poster layout alone; iOS 26 and earlier cannot add it." },
};

const SECTION_TYPES: Readonly<Record<FieldSection, string>> = {
  headerFields: "HeaderField",
  primaryFields: "PrimaryField",
  secondaryFields: "SecondaryField",
  auxiliaryFields: "AuxiliaryField",
  backFields: "BackField",
  additionalInfoFields: "AdditionalInfoField",
  footerFields: "FooterField",
};

function bodies(): Readonly<Record<string, string>> {
  return {
    pass: passTypesText(),
    "pass-fields": fieldTypesText(),
    "pass-content": [
      ...(["Barcodes", "Barcode", "Beacons", "Locations", "NFC"] as const).map((name) => interfaceText(name)),
      relevantDateText(),
      featuredActionText(),
    ].join("\n"),
    "semantic-tags": (
      [
        "SemanticTags",
        "CurrencyAmount",
        "EventDateInfo",
        "SemanticLocation",
        "PersonNameComponents",
        "Seat",
        "WifiNetwork",
      ] as const
    )
      .map((name) => interfaceText(name))
      .join("\n"),
    upcoming: [
      ...(["UpcomingPassInformationEntry", "UpcomingURLs", "UpcomingDateInformation", "UpcomingImages"] as const).map((name) =>
        interfaceText(name),
      ),
      upcomingImageText(),
      interfaceText("UpcomingImageURLEntry"),
    ].join("\n"),
    personalization: (["Personalize", "PersonalizationDictionary", "PersonalInfo"] as const)
      .map((name) => interfaceText(name))
      .join("\n"),
  };
}

function header(file: string): string {
  return `// Generated from the table of keys (model/keys) by scripts/generate.ts: edit the table. Long because each key of ${file} has its words.`;
}

/** What a type takes: the keys that authors may write. */
function writableKeys(dictionary: DictionaryName): readonly KeySpec[] {
  return keysOf(dictionary).filter((key) => !key.readOnly);
}

function typeName(dictionary: DictionaryName): string {
  return TYPE_NAMES[dictionary] ?? dictionary;
}

function itemTypeText(key: KeySpec): string {
  if (key.of === "PassFieldContent") return SECTION_TYPES[key.name as FieldSection];
  if (key.of !== null) return typeName(key.of);
  if (key.enumName !== null) return key.openEnum ? `${key.enumName} | (string & Record<never, never>)` : key.enumName;
  if (key.format === "date" && key.typeText === "date") return "DateText";
  if (key.format === "color") return "RgbColor";
  const base = key.type === "array" ? key.itemType : key.type;
  if (key.typeText === "value") return "string | number";
  return base === null || base === "any" ? "unknown" : base;
}

function typeText(key: KeySpec): string {
  const item = itemTypeText(key);
  if (key.type !== "array") return item;
  return `readonly ${item.includes("|") ? `(${item})` : item}[]`;
}

interface MemberOptions {
  readonly required?: boolean;
  readonly type?: string;
  /** Facts in place of those of the table. */
  readonly extra?: string;
}

function comment(lines: readonly string[], indent: string): string {
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line.replaceAll("*/", "* /")}`.trimEnd()), `${indent} */`].join(
    "\n",
  );
}

/** Words at most `width` wide on each line. */
function wrap(text: string, width = 120): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function member(key: KeySpec, options: MemberOptions = {}): string {
  const required = options.required ?? (key.required === true || key.required === "in practice");
  const deprecation = deprecationWords(key);
  const lines = [
    ...wrap(noteOf(key).note),
    "",
    ...wrap((options.extra === undefined ? factWords(key) : [...factWords(key, null), options.extra]).join(" ")),
    ...(deprecation === null ? [] : ["", `@deprecated ${deprecation}.`]),
  ];
  return `${comment(lines, "  ")}\n  readonly ${key.name}${required ? "" : "?"}: ${options.type ?? typeText(key)};`;
}

function absent(names: readonly string[]): string {
  return names.map((name) => `  readonly ${name}?: never;`).join("\n");
}

function interfaceText(dictionary: DictionaryName): string {
  const members = writableKeys(dictionary).map((key) => member(key));
  return `${comment([DICTIONARY_WORDS[dictionary]], "")}\nexport interface ${typeName(dictionary)} {\n${members.join("\n")}\n}\n`;
}

function need(dictionary: DictionaryName, name: string): KeySpec {
  const key = findKey(dictionary, name);
  if (key === undefined) throw new Error(`${dictionary} has no key ${name}`);
  return key;
}

/** A key of a newer look stands at the styles that can have the look; one that posterGeneric has too, at all. */
function isStyleBound(key: KeySpec): boolean {
  return key.name === "preferredStyleSchemes" || (key.schemes.length > 0 && !key.styles.includes("posterGeneric"));
}

function passTypesText(): string {
  const keys = writableKeys("Pass").filter((key) => !isPassStyle(key.name));
  const base = keys.filter((key) => !isStyleBound(key)).map((key) => member(key));
  const parts = [
    `${comment(["What passes of all styles may hold."], "")}\nexport interface PassBase {\n${base.join("\n")}\n}\n`,
    ...PASS_STYLES.map((style) => styleTypeText(style, keys.filter(isStyleBound))),
    comment(
      [
        "pass.json. Exactly one of the five older style keys, and `posterGeneric` beside it or alone; keys that only a newer look of",
        "one style draws are allowed with that style.",
        "",
        "@example",
        "```ts",
        "const pass: Pass = {",
        "  formatVersion: 1,",
        '  passTypeIdentifier: "pass.com.example.membership",',
        '  serialNumber: "0001",',
        '  teamIdentifier: "A1B2C3D4E5",',
        '  organizationName: "Example",',
        '  description: "Membership card of Example",',
        '  generic: { primaryFields: [{ key: "member", label: "Member", value: "Ada Lovelace" }] },',
        "};",
        "```",
      ],
      "",
    ),
    `export type Pass = ${PASS_STYLES.map((style) => STYLE_TYPES[style].pass).join(" | ")};`,
  ];
  return parts.join("\n");
}

function styleTypeText(style: PassStyle, bound: readonly KeySpec[]): string {
  const { pass, words } = STYLE_TYPES[style];
  const others = PASS_STYLES.filter((other) => other !== style && (style === "posterGeneric" || other !== "posterGeneric"));
  const schemes = Object.entries(SCHEMES).filter(([, scheme]) => scheme.style === style);
  const schemeType = `readonly (${[...schemes.map(([name]) => name), style].map((name) => JSON.stringify(name)).join(" | ")})[]`;
  const members = [
    member(need("Pass", style), {
      required: true,
      type: `${pass.replace(/Pass$/u, "")}${pass === "BoardingPass" ? "Pass" : ""}Fields`,
    }),
    ...(style === "posterGeneric" ? [] : [member(need("Pass", "posterGeneric"), { type: "PosterGenericFields" })]),
    ...bound
      .filter((key) => key.styles.includes(style))
      .map((key) => (key.name === "preferredStyleSchemes" ? member(key, { type: schemeType }) : member(key))),
    absent(others),
  ];
  return `${comment([words], "")}\nexport interface ${pass} extends PassBase {\n${members.join("\n")}\n}\n`;
}

const DATE_KEYS = ["dateStyle", "timeStyle", "isRelative", "ignoresTimeZone"];
const NUMBER_KEYS = ["numberStyle", "currencyCode"];

function fieldTypesText(): string {
  const keys = writableKeys("PassFieldContent");
  const shared = keys.filter(
    (key) => key.sections === null && key.name !== "value" && !DATE_KEYS.includes(key.name) && !NUMBER_KEYS.includes(key.name),
  );
  const value = need("PassFieldContent", "value");
  const content = (name: string, options?: MemberOptions) => member(need("PassFieldContent", name), options);
  return [
    `${comment(["What a field of any section may hold, its value aside."], "")}\nexport interface FieldBase {\n${shared.map((key) => member(key)).join("\n")}\n}\n`,
    `${comment(["A value that is shown as it is."], "")}\nexport interface PlainValue {\n${member(value)}\n${absent([...DATE_KEYS, ...NUMBER_KEYS])}\n}\n`,
    `${comment(["A date, shown in the language and region of the device."], "")}\nexport interface DateValue {\n${member(value, { type: "DateText" })}\n${DATE_KEYS.map((name) => content(name)).join("\n")}\n${absent(NUMBER_KEYS)}\n}\n`,
    `${comment(["A number with a style. It must be a JSON number: a text would not be formatted."], "")}\nexport interface NumberValue {\n${member(value, { type: "number" })}\n${content("numberStyle", { required: true })}\n${absent([...DATE_KEYS, "currencyCode"])}\n}\n`,
    `${comment(["An amount of money. It must be a JSON number: Wallet refuses a pass that has a text here."], "")}\nexport interface MoneyValue {\n${member(value, { type: "number" })}\n${content("currencyCode", { required: true })}\n${absent([...DATE_KEYS, "numberStyle"])}\n}\n`,
    `${comment(["A field: its key, label and messages, and a value in one of four formats."], "")}\nexport type PassFieldContent = FieldBase & (PlainValue | DateValue | NumberValue | MoneyValue);\n`,
    ...FIELD_SECTIONS.map((section) => sectionTypeText(section, keys)),
    `${comment(["A field of `auxiliaryFields` of an event ticket, which has two rows."], "")}\nexport type EventAuxiliaryField = AuxiliaryField & {\n${content("row")}\n};\n`,
    ...PASS_STYLES.map((style) => styleFieldsText(style)),
  ].join("\n");
}

function sectionTypeText(section: FieldSection, keys: readonly KeySpec[]): string {
  const own = keys.filter((key) => key.sections?.includes(section) === true && key.name !== "row");
  const members = own.length === 0 ? "" : ` & {\n${own.map((key) => member(key)).join("\n")}\n}`;
  return `${comment([`A field of \`${section}\`.`], "")}\nexport type ${SECTION_TYPES[section]} = PassFieldContent${members};\n`;
}

function styleFieldsText(style: PassStyle): string {
  const { shown, perAuxiliaryRow, transitType } = STYLES[style];
  const sections = FIELD_SECTIONS.filter((section) => shown[section] !== 0).map((section) => {
    const count = shown[section];
    const extra = count === null ? "Any number." : `At most ${count} ${count === 1 ? "is" : "are"} shown.`;
    const type =
      section === "auxiliaryFields" && perAuxiliaryRow !== null
        ? "readonly EventAuxiliaryField[]"
        : `readonly ${SECTION_TYPES[section]}[]`;
    return member({ ...need("PassFields", section), styles: PASS_STYLES }, { type, extra });
  });
  const transit = transitType ? [member(need("PassFields", "transitType"), { required: true })] : [];
  const name = STYLE_TYPES[style].pass;
  const stem = name === "BoardingPass" ? name : name.replace(/Pass$/u, "");
  return `${comment([`The value of \`${style}\`.`], "")}\nexport interface ${stem}Fields {\n${[...transit, ...sections].join("\n")}\n}\n`;
}

function relevantDateText(): string {
  const key = (name: string, options?: MemberOptions) => member(need("RelevantDates", name), options);
  return [
    `${comment(["A moment around which the pass is relevant."], "")}\nexport interface RelevantMoment {\n${key("date", { required: true })}\n${key("relevantDate")}\n${absent(["startDate", "endDate"])}\n}\n`,
    `${comment(["A span of time in which the pass is relevant."], "")}\nexport interface RelevantInterval {\n${key("startDate", { required: true })}\n${key("endDate", { required: true })}\n${absent(["date", "relevantDate"])}\n}\n`,
    `${comment([DICTIONARY_WORDS.RelevantDates], "")}\nexport type RelevantDate = RelevantMoment | RelevantInterval;\n`,
  ].join("\n");
}

function featuredActionText(): string {
  const key = (name: string, options?: MemberOptions) => member(need("FeaturedAction", name), options);
  return [
    `${comment(["A button that opens an address."], "")}\nexport interface LinkAction {\n${key("identifier")}\n${key("type", { type: 'Exclude<FeaturedActionType, "place">' })}\n${key("url", { required: true })}\n${absent(["placeIdentifier"])}\n}\n`,
    `${comment(["A button that shows a place."], "")}\nexport interface PlaceAction {\n${key("identifier")}\n${key("type", { type: '"place"' })}\n${key("placeIdentifier", { required: true })}\n${key("url")}\n}\n`,
    `${comment([DICTIONARY_WORDS.FeaturedAction], "")}\nexport type FeaturedAction = LinkAction | PlaceAction;\n`,
  ].join("\n");
}

function upcomingImageText(): string {
  const key = (name: string, options?: MemberOptions) => member(need("UpcomingImage", name), options);
  return `${comment([DICTIONARY_WORDS.UpcomingImage], "")}\nexport type UpcomingImage =\n  | {\n${key("URLs", { required: true })}\n${key("reuseExisting", { type: "false" })}\n}\n  | {\n${key("URLs")}\n${key("reuseExisting", { required: true, type: "true" })}\n};\n`;
}

const HOMES: Readonly<Record<string, readonly string[]>> = {
  "./scalars.ts": ["DateText", "RgbColor"],
  "./pass-fields.ts": [
    ...PASS_STYLES.map((style) => `${STYLE_TYPES[style].pass.replace(/(?<!Boarding)Pass$/u, "")}Fields`),
    "AdditionalInfoField",
    "BackField",
  ],
  "./pass-content.ts": ["Barcode", "LegacyBarcode", "Beacon", "PassLocation", "PassNfc", "RelevantDate", "FeaturedAction"],
  "./semantic-tags.ts": ["SemanticTags"],
  "./upcoming.ts": ["UpcomingPassInformationEntry"],
};

function importsFor(file: string, body: string): string {
  const code = body.replaceAll(/\/\*\*[^]*?\*\//g, "");
  const uses = (name: string) =>
    new RegExp(String.raw`\b${name}\b`, "u").test(code) &&
    !new RegExp(String.raw`export (?:type|interface) ${name}\b`, "u").test(code);
  const enums = [...new Set([...code.matchAll(/\b[A-Z]\w+\b/gu)].map(([name]) => name))]
    .filter((name) => ENUM_NAMES.has(name))
    .toSorted();
  const lines = enums.length === 0 ? [] : [`import type { ${enums.join(", ")} } from "../enums.ts";`];
  for (const [home, names] of Object.entries(HOMES)) {
    if (home === `./${file}.ts`) continue;
    const used = names.filter(uses).toSorted();
    if (used.length > 0) lines.push(`import type { ${used.join(", ")} } from "${home}";`);
  }
  return `${lines.join("\n")}\n`;
}

const ENUM_NAMES: ReadonlySet<string> = new Set(
  (
    [
      "Pass",
      "PassFields",
      "PassFieldContent",
      "Barcodes",
      "Barcode",
      "FeaturedAction",
      "SemanticTags",
      "UpcomingPassInformationEntry",
      "Personalize",
    ] as const
  ).flatMap((dictionary) => keysOf(dictionary).flatMap(({ enumName }) => (enumName === null ? [] : [enumName]))),
);
