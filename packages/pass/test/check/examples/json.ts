import { BASE_PASSES } from "../base-pass.ts";
import type { AreaExamples } from "../example.ts";

const TEXT = JSON.stringify(BASE_PASSES.generic, null, 2);

/** The base pass with a piece of its text replaced. */
const edited = (find: string, put: string) => ({ passText: TEXT.replace(find, put) });

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function toUtf16(text: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index));
  return new Uint8Array(view.buffer);
}

export const JSON_EXAMPLES: AreaExamples = {
  "json-parse": {
    triggers: [
      edited('"formatVersion": 1,', '"formatVersion": 1'),
      edited('"Northwind"', "'Northwind'"),
      { passText: "" },
      { passText: TEXT.slice(0, 90) },
    ],
    passes: { passText: TEXT },
  },
  "json-limits": { triggers: { passText: "[".repeat(2000) }, passes: { passText: TEXT } },
  "json-object": { triggers: [{ passText: `[${TEXT}]` }, { passText: '"pass"' }], passes: { passText: TEXT } },
  "json-trailing-comma": { triggers: { passText: TEXT.replace(/\}\s*$/u, ",}") }, passes: { passText: TEXT } },
  "json-comment": {
    triggers: edited('"formatVersion"', '/* the version */ "formatVersion"'),
    passes: edited("Northwind company", "Northwind /* company */"),
  },
  "json-control-character": {
    triggers: edited("Northwind company", "Northwind\ncompany"),
    passes: edited("Northwind company", "Northwind\\ncompany"),
  },
  "json-utf8": {
    triggers: { passText: latin1(TEXT.replace("Ada Lovelace", "Zo\u00eb")) },
    passes: edited("Ada Lovelace", "Zo\u00eb"),
  },
  "json-utf16": { triggers: { passText: toUtf16(`\ufeff${TEXT}`) }, passes: { passText: TEXT } },
  "json-bom": { triggers: { passText: `\ufeff${TEXT}` }, passes: { passText: TEXT } },
  "json-dup-key": {
    triggers: edited('"formatVersion": 1,', '"formatVersion": 1, "formatVersion": 1,'),
    passes: { passText: TEXT },
  },
  "json-null": {
    triggers: [edited('"logoText": "Northwind"', '"logoText": null'), { pass: { nfc: [] } }],
    passes: edited('"logoText": "Northwind",', ""),
  },
  "json-bool-string": {
    triggers: [{ pass: { voided: "false" } }, { pass: { sharingProhibited: 1 } }],
    passes: { pass: { voided: false, sharingProhibited: true } },
  },
  "json-number-string": {
    triggers: [
      { pass: { maxDistance: "50", locations: [{ latitude: 53.5, longitude: 10 }] } },
      { pass: { locations: [{ latitude: 53.5, longitude: 10, altitude: "12,5" }] } },
    ],
    passes: { pass: { maxDistance: 50, locations: [{ latitude: 53.5, longitude: 10, altitude: 12.5 }] } },
  },
  "json-type": {
    triggers: [{ pass: { logoText: 12 } }, { pass: { sharingProhibited: { value: true } } }],
    passes: { pass: { userInfo: { any: ["thing", 1, null] }, logoText: "12" } },
  },
  "userinfo-object": {
    triggers: [{ pass: { userInfo: "customer 5" } }, { pass: { userInfo: ["customer 5"] } }],
    passes: [{ pass: { userInfo: { customer: 5 } } }, { pass: { userInfo: [] } }],
  },
  "unknown-key": {
    triggers: [
      { pass: { zebraCrossing: true } },
      { pass: { generic: { images: { strip: "strip.png" } } } },
      { pass: { latitude: 5 } },
    ],
    passes: { pass: { userInfo: { zebraCrossing: true } } },
  },
  "unknown-key-case": {
    triggers: [{ pass: { logotext: "Northwind" } }, { pass: { generic: { headerfields: [] } } }],
    passes: { pass: { logoText: "Northwind" } },
  },
  "unknown-key-spelling": {
    triggers: { pass: { foregroundColour: "rgb(1, 2, 3)" } },
    passes: { pass: { foregroundColor: "rgb(255, 255, 255)" } },
  },
  "misplaced-key": {
    triggers: { pass: { generic: { locations: [{ latitude: 53.5, longitude: 10 }] } } },
    passes: { pass: { locations: [{ latitude: 53.5, longitude: 10 }], generic: { locations: [] } } },
  },
  "fields-top-level": {
    triggers: { pass: { backFields: [{ key: "a", label: "A", value: "b" }] } },
    passes: { pass: { backFields: [] } },
  },
  "designer-id": {
    triggers: { pass: { generic: { primaryFields: [{ _id: "1", key: "name", label: "NAME", value: "Ada" }] } } },
    passes: {},
  },
};
