import { KEY_FORMATS } from "../../packages/pass/src/model/keys/formats.ts";
import type { DictionaryName, KeyLimits, KeySpec, KeyStatus } from "../../packages/pass/src/model/keys/key-spec.ts";
import { noteOf } from "../../packages/pass/src/model/keys/notes/table.ts";
import { PASS_STYLES } from "../../packages/pass/src/model/style.ts";

/** What each dictionary is, in a sentence. */
export const DICTIONARY_WORDS: Readonly<Record<DictionaryName, string>> = {
  Pass: "The top level of pass.json.",
  PassFields:
    "The style dictionary: the value of `boardingPass`, `coupon`, `eventTicket`, `generic`, `storeCard` or `posterGeneric`.",
  PassFieldContent: "A field of the face or the back.",
  Barcodes: "A candidate in `barcodes`.",
  Barcode: "The older single `barcode`.",
  Beacons: "A Bluetooth beacon in `beacons`.",
  Locations: "A place in `locations`.",
  NFC: "The payload for contactless readers (Apple VAS) in `nfc`.",
  RelevantDates: "A moment or an interval in `relevantDates`.",
  FeaturedAction: "A button below the pass in `featuredActions`.",
  SemanticTags: "Machine-readable facts in `semantics`, of the pass, a field or an upcoming event.",
  CurrencyAmount: "An amount of money in a tag.",
  EventDateInfo: "When an event begins, with control over what is shown of it.",
  SemanticLocation: "Coordinates in a tag.",
  PersonNameComponents: "A person's name in its parts.",
  Seat: "A seat in the tag `seats`.",
  WifiNetwork: "A wireless network in the tag `wifiAccess`.",
  UpcomingPassInformationEntry: "A further event of the same ticket in `upcomingPassInformation`.",
  UpcomingURLs: "Links of an upcoming event; they are not inherited from the pass.",
  UpcomingDateInformation: "When an upcoming event takes place.",
  UpcomingImages: "Pictures of an upcoming event.",
  UpcomingImage: "One picture of an upcoming event: fetched, or that of the pass.",
  UpcomingImageURLEntry: "Where a picture is fetched, at one scale.",
  Personalize: "personalization.json: what a customer is asked when signing up for rewards.",
  PersonalizationDictionary: "What Wallet posts to the web service when a customer signs up.",
  PersonalInfo: "The customer's answers.",
};

const STATUS_WORDS: Readonly<Record<KeyStatus, string | null>> = {
  documented: null,
  article: "Described in an article of Apple's, not in the reference.",
  wwdc: "Shown at WWDC, not in the reference.",
  "pass-builder": "Known from Apple's pass-builder, not in the reference.",
  alias: "Another name, used by Apple's pass-builder.",
  community: "Found out by testers; not documented.",
  observed: "Seen in real files; not documented.",
};

/** Bounds as words: `at most 10 items`. */
export function limitWords(limits: KeyLimits, limit: string | null): string {
  const words: string[] = [];
  if (limits.integer === true) words.push("whole number");
  if (limits.minimum !== undefined && limits.maximum !== undefined) words.push(`${limits.minimum} to ${limits.maximum}`);
  else if (limits.minimum !== undefined) words.push(`at least ${limits.minimum}`);
  else if (limits.maximum !== undefined) words.push(`at most ${limits.maximum}`);
  if (limits.exclusiveMinimum !== undefined) words.push(`more than ${limits.exclusiveMinimum}`);
  if (limits.minLength !== undefined) words.push(limits.minLength === 1 ? "not empty" : `at least ${limits.minLength} characters`);
  if (limits.maxBytes !== undefined) words.push(`at most ${limits.maxBytes} bytes`);
  if (limits.minItems !== undefined) words.push(`at least ${limits.minItems} item${limits.minItems === 1 ? "" : "s"}`);
  if (limits.maxItems !== undefined) words.push(`at most ${limits.maxItems} items`);
  if (limits.contains !== undefined) words.push(`contains ${limits.contains}`);
  if (limit !== null) words.push(limit);
  return words.join(", ");
}

/** `all`, or the styles and schemes in which a key has an effect. */
export function styleWords({ styles, schemes }: KeySpec): string {
  const words = styles.length === PASS_STYLES.length ? "all" : styles.join(", ");
  return schemes.length === 0 ? words : `${words} (${schemes.join(", ")})`;
}

/** `iOS 18.1, watchOS 11`, as far as documented. */
export function versionWords({ minIOS, minWatchOS }: KeySpec): string {
  const words = [minIOS === null ? null : `iOS ${minIOS}`, minWatchOS === null ? null : `watchOS ${minWatchOS}`];
  return words.filter((word) => word !== null).join(", ");
}

/** `Deprecated since iOS 9; use barcodes`, or null. */
export function deprecationWords({ deprecated, replacedBy, aliasOf }: KeySpec): string | null {
  if (deprecated !== null) return `Since iOS ${deprecated}${replacedBy === null ? " without effect" : `; use ${replacedBy}`}`;
  return aliasOf === null ? null : `Use ${aliasOf}`;
}

/**
 * Format, bounds, default and where a key may stand, in sentences, without the note.
 *
 * @param limit bounds in words; those of the key's note when not given.
 */
export function factWords(key: KeySpec, limit: string | null = noteOf(key).limit): readonly string[] {
  const facts: string[] = [];
  const limits = limitWords(key.limits, limit);
  const versions = versionWords(key);
  const status = STATUS_WORDS[key.status];
  if (key.required === true) facts.push("Required.");
  else if (key.required !== false) facts.push(`Required: ${key.required}.`);
  if (key.format !== null) facts.push(`Format: ${KEY_FORMATS[key.format].title}, such as \`${KEY_FORMATS[key.format].example}\`.`);
  if (limits !== "") facts.push(`Limit: ${limits}.`);
  if (key.default !== undefined) facts.push(`Default: \`${JSON.stringify(key.default)}\`.`);
  if (key.localizable) facts.push("Localizable.");
  if (key.sections !== null) facts.push(`Only in ${key.sections.join(", ")}.`);
  if (styleWords(key) !== "all") facts.push(`Styles: ${styleWords(key)}.`);
  if (versions !== "") facts.push(`From ${versions}.`);
  if (status !== null) facts.push(status);
  return facts;
}
