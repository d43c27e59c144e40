import type { InputField, PassTemplate, PassValues, ZoneClock } from "@passwright/pass";
import { html, type Markup, type Part } from "./html.ts";
import type { PageWords } from "./page-words.ts";

/** A form holds so many inputs at most, each of so many characters. */
const FORM_LIMITS = { fields: 40, text: 2000 } as const;

/** What the issuer's side of a pass decides: no form asks for it, whatever the template calls its inputs. */
const ISSUERS_OWN: ReadonlySet<string> = new Set([
  "serialNumber",
  "authenticationToken",
  "webServiceURL",
  "voided",
  "expirationDate",
  "passTypeIdentifier",
  "teamIdentifier",
]);

/** Whether an input is the issuer's own: no link asks for it. */
export function isIssuersOwn(name: string): boolean {
  return ISSUERS_OWN.has(name);
}

/** An input that a visitor fills in. Its name in the form is a number: no text of a visitor or a template names anything. */
export interface FormField extends InputField {
  readonly name: string;
}

/**
 * The inputs that a link asks its visitors for: those that it names, or else those that the template requires and nothing was given
 * for. What a visitor is not asked for, a visitor cannot set.
 */
export function fieldsToAsk(template: PassTemplate, given: PassValues, ask: readonly string[] | null): readonly FormField[] {
  const inputs = template.describeInputs().filter(({ path }) => !isIssuersOwn(String(path[0])));
  const asked = inputs.filter(({ path, required, default: fallback }) => {
    const top = String(path[0]);
    if (Object.hasOwn(given, top)) return false;
    return ask === null ? isNeeded(inputs, path, required && fallback === undefined) : ask.includes(top);
  });
  return asked
    .filter(({ kind }) => kind !== "object")
    .slice(0, FORM_LIMITS.fields)
    .map((field, index) => Object.assign({ name: `f${index}` }, field));
}

/** An input inside of an object is needed when the object is. */
function isNeeded(inputs: readonly InputField[], path: InputField["path"], needed: boolean): boolean {
  if (!needed || path.length === 1) return needed;
  const parent = inputs.find((other) => other.path.length === path.length - 1 && other.path.every((step, at) => step === path[at]));
  return parent !== undefined && isNeeded(inputs, parent.path, parent.required);
}

/** A field in the visitor's language. What it is called in the values stays as it is. */
export function translateField(field: FormField, text: (key: string) => string): FormField {
  const { title, description, choices } = field;
  return {
    ...field,
    title: title === null ? null : text(title),
    description: description === null ? null : text(description),
    choices: choices.map((choice) => (typeof choice === "string" ? text(choice) : choice)),
  };
}

/** Inputs that no form can ask for. */
export function unaskable(fields: readonly FormField[]): readonly FormField[] {
  return fields.filter(({ kind, required }) => kind === "list" && required);
}

/** What a visitor wrote, by the name of the field. */
export type FormEntries = ReadonlyMap<string, string>;

/** Why a field cannot be taken as it is. */
export type FieldFault = "missing" | "wrong";

/** The values of a form, and which of them are missing or cannot be read. The template has the last word on the rest. */
export function readForm(
  fields: readonly FormField[],
  entries: FormEntries,
  zone: ZoneClock,
): { readonly values: PassValues; readonly faults: ReadonlyMap<string, FieldFault> } {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const faults = new Map<string, FieldFault>();
  for (const field of fields) {
    const text = (entries.get(field.name) ?? "").trim().toWellFormed();
    if (text === "" && field.kind !== "boolean") {
      if (field.required) faults.set(field.name, "missing");
      continue;
    }
    const value = text.length > FORM_LIMITS.text ? undefined : toValue(field, text, zone);
    if (value === undefined) faults.set(field.name, "wrong");
    else setIn(values, field.path.map(String), value);
  }
  return { values, faults };
}

/** Undefined for what cannot be meant. */
function toValue({ kind, choices }: FormField, text: string, zone: ZoneClock): unknown {
  switch (kind) {
    case "boolean":
      return text !== "";
    case "number":
    case "integer": {
      const number = Number(text.replace(",", "."));
      return Number.isFinite(number) && (kind === "number" || Number.isSafeInteger(number)) ? number : undefined;
    }
    case "choice":
      return /^\d{1,4}$/u.test(text) ? choices[Number(text)] : undefined;
    case "date-time":
      return toMoment(text, zone);
    case "list":
      return text.split(/\r?\n/u).map((line) => line.trim());
    case "text":
    case "date":
    case "any":
    case "object":
      return text;
    default:
      return kind satisfies never;
  }
}

/** What a browser's clock shows, by the clock of the zone: browsers send none. */
function toMoment(text: string, zone: ZoneClock): string | undefined {
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/u.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  if (Number.isNaN(local)) return undefined;
  // Asked a second time beside the right moment: in the hours around a change of the clock the first guess may be off.
  const moment = local - zone(new Date(local - zone(new Date(local))));
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

function setIn(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [step = "", ...rest] = path;
  if (rest.length === 0) {
    target[step] = value;
    return;
  }
  const inside = (target[step] ??= Object.create(null)) as Record<string, unknown>;
  setIn(inside, rest, value);
}

/** The fields of a form with what was written into them, each with its label and what is wrong with it. */
export function formFields(
  fields: readonly FormField[],
  entries: FormEntries,
  faults: ReadonlyMap<string, FieldFault>,
  words: PageWords,
): readonly Markup[] {
  return fields.map((field) => {
    const fault = faults.get(field.name);
    const control = formControl(field, entries.get(field.name) ?? "", fault !== undefined, words);
    const complaint =
      fault === undefined
        ? null
        : html`<p class="bad" id="${field.name}-bad">${fault === "missing" ? words.valueMissing : words.valueWrong}</p>`;
    const label = html`<label for="${field.name}"
      ><span dir="auto">${field.title ?? toLabel(field)}</span
      >${field.required || field.kind === "boolean" ? null : html` <span class="quiet">(${words.optional})</span>`}</label
    >`;
    const help =
      field.description === null ? null : html`<p class="quiet" id="${field.name}-help" dir="auto">${field.description}</p>`;
    return field.kind === "boolean"
      ? html`<div class="check">${control}${label}</div>
          ${help}${complaint}`
      : html`${label}${help}${control}${complaint}`;
  });
}

/** `fromCity` is "From city" to people. */
function toLabel({ path }: FormField): string {
  const words = String(path.at(-1) ?? "")
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})|[_-]+/gu, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What browsers fill in by themselves, by what an input is usually called (WCAG 2.2, 1.3.5: the purpose of an input can be told). */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ["name", "name"],
  ["fullname", "name"],
  ["firstname", "given-name"],
  ["givenname", "given-name"],
  ["lastname", "family-name"],
  ["surname", "family-name"],
  ["familyname", "family-name"],
  ["email", "email"],
  ["mail", "email"],
  ["phone", "tel"],
  ["tel", "tel"],
  ["mobile", "tel"],
  ["birthday", "bday"],
  ["born", "bday"],
  ["dateofbirth", "bday"],
  ["company", "organization"],
  ["organization", "organization"],
  ["street", "street-address"],
  ["address", "street-address"],
  ["postcode", "postal-code"],
  ["postalcode", "postal-code"],
  ["zip", "postal-code"],
  ["city", "address-level2"],
  ["country", "country-name"],
]);

/** Of inputs at the top alone: the name of a `pet` is not that of the visitor. */
function purposeOf({ path, kind }: FormField): Markup | null {
  const isText = kind === "text" || kind === "any" || kind === "date";
  const word = String(path[0] ?? "")
    .replaceAll(/[_-]/gu, "")
    .toLowerCase();
  const purpose = isText && path.length === 1 ? PURPOSES.get(word) : undefined;
  return purpose === undefined ? null : html` autocomplete="${purpose}"`;
}

function formControl(field: FormField, written: string, isBad: boolean, words: PageWords): Markup {
  const { name, kind, required, choices, description } = field;
  const described = [description === null ? "" : `${name}-help`, isBad ? `${name}-bad` : ""].filter((id) => id !== "").join(" ");
  const common: Part = html`id="${name}"
  name="${name}"${described === "" ? null : html` aria-describedby="${described}"`}${isBad ? html` aria-invalid="true"` : null}${required && kind !== "boolean" ? html` required` : null}`;
  if (kind === "boolean") return html`<input type="checkbox" value="yes" ${common}${written === "" ? null : html` checked`} />`;
  if (kind === "choice") {
    const options = choices.map((choice, index) => {
      const selected = written === String(index) ? html` selected` : null;
      return html`<option value="${index}" ${selected}>${typeof choice === "string" ? choice : JSON.stringify(choice)}</option>`;
    });
    return html`<select ${common}>
      <option value="">${words.chooseOne}</option>
      ${options}
    </select>`;
  }
  if (kind === "list") return html`<textarea ${common} maxlength="${FORM_LIMITS.text}" dir="auto">${written}</textarea>`;
  const most = Math.min(field.maxLength ?? FORM_LIMITS.text, FORM_LIMITS.text);
  return html`<input ${controlType(field)} ${common} value="${written}" maxlength="${most}" dir="auto" ${purposeOf(field)} />`;
}

function controlType({ kind, minimum, maximum }: FormField): Markup {
  switch (kind) {
    case "number":
    case "integer": {
      const least = minimum === null ? null : html` min="${minimum}"`;
      const most = maximum === null ? null : html` max="${maximum}"`;
      return html`type="number" step="${kind === "integer" ? "1" : "any"}"${least}${most}`;
    }
    case "date":
      return html`type="date"`;
    case "date-time":
      return html`type="datetime-local"`;
    case "text":
    case "any":
    case "list":
    case "object":
    case "boolean":
    case "choice":
      return html`type="text"`;
    default:
      return kind satisfies never;
  }
}
