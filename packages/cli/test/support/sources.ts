import { makePng } from "../../../pass/test/support/png.ts";
import { CARD_INPUTS, CARD_TEMPLATE } from "./credentials.ts";

/** Icons at three scales and a logo, as a pass without a remark has them. */
const IMAGES: readonly (readonly [string, Uint8Array])[] = [
  ["icon.png", makePng(38, 38)],
  ["icon@2x.png", makePng(76, 76)],
  ["icon@3x.png", makePng(114, 114)],
  ["logo.png", makePng(50, 50)],
  ["logo@2x.png", makePng(100, 100)],
  ["logo@3x.png", makePng(150, 150)],
];

/** The card's template folder. */
export function cardTemplate(changes: Readonly<Record<string, unknown>> = {}): Map<string, Uint8Array | string> {
  return new Map<string, Uint8Array | string>([
    ["pass.json", JSON.stringify({ ...CARD_TEMPLATE, ...changes }, null, 2)],
    ["template.json", JSON.stringify(CARD_INPUTS, null, 2)],
    ...IMAGES,
    ["en.lproj/pass.strings", '"member" = "Member";\n"points" = "Points";\n'],
    ["de.lproj/pass.strings", '"member" = "Mitglied";\n"points" = "Punkte";\n'],
  ]);
}

/** A finished source folder: the card with values in it. */
export function cardSource(changes: Readonly<Record<string, unknown>> = {}): Map<string, Uint8Array | string> {
  const source = cardTemplate({
    serialNumber: "S-1",
    description: "Membership card of Ada",
    generic: {
      primaryFields: [{ key: "name", label: "member", value: "Ada Lovelace" }],
      secondaryFields: [{ key: "points", label: "points", value: 42, changeMessage: "You have %@ points" }],
      backFields: [{ key: "contact", label: "Contact", value: "https://tern.club" }],
    },
    ...changes,
  });
  source.delete("template.json");
  return source;
}
