import type { RuleWords } from "../../rule.ts";

const REFUSED = 'Refuses the pass: pass.json cannot be read. The device log says: "Invalid json".';

export const JSON_WORDS = {
  "json-parse": {
    message: "pass.json is not valid JSON: {what}.",
    device: REFUSED,
    why: "pass.json is read by a strict JSON reader: double quotation marks, commas between and never after values, nothing else around them.",
    fix: "Mend the text at the place named. Better still, let a program write the file: JSON.stringify, json_encode and their kin never get this wrong.",
  },
  "json-limits": {
    message: "pass.json is larger or deeper than any pass: {what}",
    device: "Not known: no pass that people use comes near these limits.",
    why: "A pass.json has a few kilobytes. Whatever is more does not belong on a phone and is not read here.",
    fix: "Put data that is not shown on a server, and a reference to it into userInfo.",
  },
  "json-object": {
    message: "pass.json is no object: {what}.",
    device: REFUSED,
    why: "A pass is a dictionary of keys.",
    fix: "Put the content into braces: { … }.",
  },
  "json-trailing-comma": {
    message: "There is a comma before the closing bracket.",
    device: "Sources disagree: Apple's own sample has one and was installable, a strict reader refuses it.",
    why: "JSON has commas between values only. Passes with this fault carry valid signatures of several issuers, so systems have read them.",
    fix: "Remove the comma.",
  },
  "json-comment": {
    message: "pass.json has a comment.",
    device: REFUSED,
    why: "JSON has no comments.",
    fix: "Remove it.",
  },
  "json-control-character": {
    message: "A text in pass.json has a raw control character: {what}.",
    device: REFUSED,
    why: "JSON wants line breaks, tabs and other control characters inside texts to be escaped.",
    fix: "Write line breaks as \\n and tabs as \\t.",
  },
  "json-utf8": {
    message: "pass.json is not UTF-8; it looks like Windows-1252 or Latin-1.",
    device: REFUSED,
    why: "Bytes that are no UTF-8 stop the JSON reader.",
    fix: "Save the file as UTF-8.",
  },
  "json-utf16": {
    message: "pass.json is {encoding}; it should be UTF-8.",
    device: "Apple's JSON reader knows UTF-16, other readers of passes often do not.",
    why: "JSON that is exchanged has to be UTF-8 (RFC 8259).",
    fix: "Save the file as UTF-8 without a byte order mark.",
  },
  "json-bom": {
    message: "pass.json begins with a byte order mark.",
    device: "May fail to read it.",
    why: "JSON files must not begin with one (RFC 8259); many readers take it for an unknown character.",
    fix: "Save the file as UTF-8 without a byte order mark.",
  },
  "json-dup-key": {
    message: 'The key "{key}" stands twice in one object.',
    device: "Takes one of the values, most often the last.",
    why: "Readers differ in which one counts, so what is checked may not be what is shown.",
    fix: "Keep one of them.",
  },
  "json-null": {
    message: "{key} is {value}.",
    device: "Finds a value of a wrong type; it is ignored, or the pass is refused.",
    why: "Keys without a value are left out of pass.json, not set to null or to an empty list.",
    fix: "Leave the key out.",
  },
  "json-bool-string": {
    message: "{key} is {value}; it must be true or false, without quotation marks.",
    device: "Ignores the key, or refuses the pass for a value of a wrong class.",
    why: "JSON has true and false of its own; a text or a number is none of them.",
    fix: 'Write "{key}": {suggestion}.',
  },
  "json-number-string": {
    message: "{key} is the text {value}; it must be a number.",
    device: "Drops the key silently, or refuses the pass for a value of a wrong class.",
    why: "Numbers are written without quotation marks and with a decimal point.",
    fix: 'Write "{key}": {suggestion}.',
  },
  "json-type": {
    message: "{key} is {value}; {expected} is expected.",
    device: 'Ignores the key, or refuses the pass: devices have logged "Value for key … must be of class …".',
    why: "Each key has one type.",
    fix: "Write {expected}, or leave {key} out.",
  },
  "userinfo-object": {
    message: "userInfo is {value}; it must be an object.",
    device: "Refuses the pass. The device log says: \"Value for key 'userInfo' must be of class NSDictionary\".",
    why: "Since iOS 9 apps get userInfo as a dictionary. Apple's first guide allowed any JSON, so older passes have texts.",
    fix: 'Put the data under a key of your choice: "userInfo": { "data": … }.',
  },
  "unknown-key": {
    message: 'The key "{key}" of {dictionary} is not known.{hint}',
    device: "Ignores it.",
    why: "It is in none of Apple's references and tools. Data for apps belongs into userInfo.",
    fix: "Remove it, or move it to where it belongs.",
  },
  "unknown-key-case": {
    message: 'The key "{key}" is not known; "{suggestion}" is.',
    device: "Ignores it: capital and small letters count.",
    why: "Keys are compared letter by letter.",
    fix: 'Write it "{suggestion}".',
  },
  "unknown-key-spelling": {
    message: 'The key "{key}" of {dictionary} is not known; perhaps "{suggestion}" is meant.',
    device: "Ignores it.",
    why: "Keys are compared letter by letter.",
    fix: 'Write it "{suggestion}" if that is what is meant, or remove it.',
  },
  "misplaced-key": {
    message: "{key} stands inside {style}; it belongs at the top of pass.json.",
    device: "Ignores it there.",
    why: "A style dictionary holds fields and nothing that concerns the whole pass.",
    fix: "Move {key} out of {style}, beside it.",
  },
  "fields-top-level": {
    message: "{section} stands at the top of pass.json; it belongs inside the style.",
    device: "Ignores the fields.",
    why: "Fields are looked for in the dictionary of the style.",
    fix: 'Move {section} into "{style}": { … }.',
  },
  "designer-id": {
    message: "{count} objects have an _id of Pass Designer.",
    device: "Ignores it.",
    why: "Pass Designer keeps its own bookkeeping in these keys.",
    fix: "Export the pass from Pass Designer, or remove the keys when building.",
  },
} as const satisfies Record<string, RuleWords>;
