import type { RuleWords } from "../../rule.ts";
import { FIELD_FORMAT_WORDS } from "./field-formats.ts";
import { FIELD_LAYOUT_WORDS } from "./field-layout.ts";
import { FIELD_TEXT_WORDS } from "./field-texts.ts";

const FIELD_SHAPE_WORDS = {
  "field-array": {
    message: "{section} holds {value} where an array of fields is expected.",
    device: "Cannot read the section; the pass may be refused.",
    why: "Each section is an array of objects, one per field, also when there is only one.",
    fix: 'Write "{section}": [{ "key": "…", "label": "…", "value": "…" }].',
  },
  "field-key-required": {
    message: "A field of {section} (label {label}) has no key.",
    device:
      "May refuse the pass: devices log keys that are missing at the top and in boarding passes; for a field no log is known. Updates cannot find the field.",
    why: "The key names the field: updates find it by its key and compare its value.",
    fix: 'Add a "key" that no other field of the pass has, such as "seat".',
  },
  "field-key-type": {
    message: "The key of a field is {value}; it must be a text.",
    device: "Cannot tell the field from others; the pass may be refused.",
    why: "Keys are names, compared as texts.",
    fix: 'Put quotation marks around it: "key": "{value}".',
  },
  "field-key-unique": {
    message: "The field key {key} is used twice; first in {first}.",
    device:
      'Current systems refuse the pass; those of 2012 are likely to have taken it. The device log says: "more than one field has the key … Field keys must be unique".',
    why: "When the pass is updated, fields are matched by their keys. All sections of a style count together.",
    fix: "Give this field another key. Keys are never shown.",
  },
  "field-value-auxiliary": {
    message: "The auxiliary field {key} has no value.",
    device:
      "Refuses the pass: a developer reports (2022) that a missing value was refused in an auxiliary field and taken in a secondary one.",
    why: "Every field needs a value, and in this section devices insist on it.",
    fix: "Add a value, or leave the whole field out when there is nothing to show.",
  },
  "field-value-required": {
    message: "The field {key} in {section} has no value.",
    device: "Draws a blank under the label.",
    why: "Every field needs a value.",
    fix: "Add a value, or leave the whole field out when there is nothing to show.",
  },
  "field-value-type": {
    message: "The value of the field {key} is {value}; it must be a text or a number.",
    device: "Cannot show it; the pass may be refused.",
    why: "A value is a text, a date written as a text, or a number.",
    fix: "Write it as a text, the way it is to be shown.",
  },
  "field-value-empty": {
    message: "The field {key} in {section} has an empty text as its value.",
    device: "Draws the label over an empty slot.",
    why: "The slot is taken by the field, whether or not there is something in it.",
    fix: "Leave the whole field out when there is nothing to show.",
  },
} as const satisfies Record<string, RuleWords>;

export const FIELDS_WORDS = {
  ...FIELD_SHAPE_WORDS,
  ...FIELD_LAYOUT_WORDS,
  ...FIELD_FORMAT_WORDS,
  ...FIELD_TEXT_WORDS,
} as const satisfies Record<string, RuleWords>;
