import type { RuleWords } from "../../rule.ts";

export const STYLE_WORDS = {
  "style-none": {
    message: "pass.json has no style: none of boardingPass, coupon, eventTicket, generic, storeCard and posterGeneric.",
    device:
      'Refuses the pass. The device log says: "Pass dictionary must have an entry for one of {eventTicket, coupon, storeCard, boardingPass, generic, …}".',
    why: "The key with the fields is also what chooses the look of the pass. It is written exactly so, in camel case, at the top of pass.json.",
    fix: 'Put the fields into a dictionary under the style, such as "{suggestion}": { "primaryFields": […] }.',
  },
  "style-many": {
    message: "pass.json has several styles: {styles}.",
    device: "Apple does not say which one is drawn; the pass may be refused.",
    why: "A pass has one style. Only posterGeneric may stand beside another one, for older systems.",
    fix: "Keep the one that is meant, probably {first}, and remove the others.",
  },
  "style-object": {
    message: "{style} is {value}; it must be an object with arrays of fields.",
    device: "Finds no fields: the pass is refused or its face stays empty.",
    why: "The style is a dictionary with headerFields, primaryFields and so on. A list of fields alone does not say where they go.",
    fix: 'Write "{style}": { "primaryFields": […], "secondaryFields": […] }.',
  },
  "style-postergeneric-only": {
    message: "The only style is posterGeneric.",
    device: "iOS 26 and earlier cannot add the pass.",
    why: "posterGeneric is new in iOS 27; older systems look for a style they know.",
    fix: "Add another style, most often generic, with the same fields beside posterGeneric. Newer systems still draw the poster.",
  },
  "style-postergeneric-scheme": {
    message: "preferredStyleSchemes names posterGeneric, which is a style and no scheme.",
    device: "Ignores the entry.",
    why: "A pass becomes a poster by having the key posterGeneric at the top of pass.json.",
    fix: "Remove the entry, and put the fields under the key posterGeneric.",
  },
  "transit-required": {
    message: "boardingPass has no transitType.",
    device: "Refuses the pass. The device log says: \"Pass dictionary must contain key 'transitType'\".",
    why: "The symbol between the two places on a boarding pass comes from it.",
    fix: 'Add "transitType": "PKTransitTypeAir" (or …Boat, …Bus, …Train, …Generic) inside boardingPass.',
  },
  "transit-forbidden": {
    message: "{style} has a transitType, which only boarding passes use.",
    device: "Ignores it.",
    why: "transitType belongs to the style boardingPass.",
    fix: "Remove transitType, or use the style boardingPass if the pass is for a journey.",
  },
  "transit-enum": {
    message: "transitType is {value}; the known values are PKTransitTypeAir, …Boat, …Bus, …Generic and …Train.",
    device: "Does not know which symbol to draw; the pass may be refused.",
    why: "Only these five values are documented, spelled exactly so.",
    fix: 'Write "transitType": "{suggestion}".',
  },
  "scheme-type": {
    message: "preferredStyleSchemes has {value} where an array of texts is expected.",
    device: "Ignores it and draws the plain style.",
    why: "The key lists schemes in order of preference, so it is an array even for one.",
    fix: 'Write "preferredStyleSchemes": ["posterEventTicket", "eventTicket"] (or ["semanticBoardingPass", "boardingPass"]).',
  },
  "scheme-enum": {
    message: "preferredStyleSchemes names {value}, which no system knows.",
    device: "Passes over the entry and takes the next one, or the plain style.",
    why: "Known schemes are posterEventTicket and semanticBoardingPass; eventTicket and boardingPass stand for the plain styles.",
    fix: "Write {suggestion}.",
  },
  "scheme-style-match": {
    message: "preferredStyleSchemes names {scheme}, but there is no {style} dictionary.",
    device: "Drops the scheme and draws the plain style; the log says that the style dictionary is missing.",
    why: "{scheme} is a newer look of {style} and exists only with it.",
    fix: "Put the fields under {style}, or remove {scheme} from preferredStyleSchemes.",
  },
  "scheme-fallback": {
    message: "preferredStyleSchemes does not end with the plain style {style}.",
    device: "Falls back to it anyway.",
    why: "Apple's examples name the plain style last, so that a reader sees what older systems draw.",
    fix: 'Add "{style}" as the last entry.',
  },
  "scheme-no-semantics": {
    message: "preferredStyleSchemes names {scheme}, but the pass has no semantics at all.",
    device: "Drops the scheme and draws the plain style.",
    why: "The newer looks are drawn from semantic tags, not from fields.",
    fix: "Add the semantics that {scheme} needs, or remove the scheme.",
  },
  "empty-style": {
    message: "{style} has no field on the front.",
    device: "Shows a face with logo, images and barcode only.",
    why: "Fields in header, primary, secondary and auxiliary sections are what people read on a pass.",
    fix: 'Add at least one field, such as "primaryFields": [{ "key": "name", "label": "NAME", "value": "…" }].',
  },
} as const satisfies Record<string, RuleWords>;
