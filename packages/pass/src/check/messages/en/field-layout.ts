import type { RuleWords } from "../../rule.ts";

const NOT_SHOWN = "Shows the first {limit} and leaves out the rest.";
const MOVE = "Move what people can do without to backFields, or combine fields.";

export const FIELD_LAYOUT_WORDS = {
  "header-count": {
    message: "{style} has {count} header fields; {limit} fit.",
    device: NOT_SHOWN,
    why: "Header fields stand beside the logo and stay visible in the stack, so there is little room.",
    fix: MOVE,
  },
  "primary-count": {
    message: "{style} has {count} primary fields; {limit} fit.",
    device: NOT_SHOWN,
    why: "Primary fields are drawn large: one on most styles, two on a boarding pass, four on a generic poster.",
    fix: "Keep the most important one and move the others to secondaryFields.",
  },
  "primary-boarding-two": {
    message: "A boarding pass has two primary fields; this one has {count}.",
    device: "Draws the symbol of the journey with one side empty.",
    why: "The two primary fields are where the journey begins and where it ends.",
    fix: "Add both places, each with its name as label and its code as value, such as HAMBURG and HAM.",
  },
  "secondary-count": {
    message: "{style} has {count} secondary fields; {limit} fit.",
    device: NOT_SHOWN,
    why: "Secondary fields share one row.",
    fix: MOVE,
  },
  "auxiliary-count": {
    message: "{style} has {count} auxiliary fields; {limit} fit.",
    device: NOT_SHOWN,
    why: "Auxiliary fields share one row (on an event ticket two).",
    fix: MOVE,
  },
  "secaux-combined": {
    message: "{style} has {count} secondary and auxiliary fields together; four fit.",
    device: "Draws both sections in one row and cuts off what is too much.",
    why: "Coupons and store cards give both sections one row, below the strip.",
    fix: MOVE,
  },
  "secaux-square-barcode": {
    message: "{style} has {count} secondary and auxiliary fields together beside a square barcode; four fit.",
    device: "Gives the square barcode the room of a row and cuts off what is too much.",
    why: "QR and Aztec codes are taller than PDF417, so one row of fields is left.",
    fix: "Keep four fields in both sections together, or use PDF417.",
  },
  "row-scope": {
    message: "A field in {section} of {style} has a row.",
    device: "Ignores it.",
    why: "Only auxiliary fields of event tickets can be put on a second row.",
    fix: "Remove row.",
  },
  "row-enum": {
    message: "row is {value}; it can be 0 or 1.",
    device: "Ignores it, or does not read the field.",
    why: "There are two rows, counted from 0, and the value is a number.",
    fix: 'Write "row": 0 or "row": 1.',
  },
  "row-count": {
    message: "Row {row} of the auxiliary fields has {count} fields; {limit} fit.",
    device: NOT_SHOWN,
    why: "Fields of a row share its width.",
    fix: "Move some of them to the other row, or to backFields.",
  },
  "additional-info-scope": {
    message: "{style} has {section}, which it does not show.",
    device: "Ignores the section.",
    why: "additionalInfoFields are the event guide of poster tickets and the details of generic posters.",
    fix: "Move the fields to backFields.",
  },
  "footer-fields-scope": {
    message: "{style} has {section}, which it does not show.",
    device: "Ignores the section.",
    why: "footerFields belong to posterGeneric.",
    fix: "Move the fields to auxiliaryFields or backFields.",
  },
  "footer-fields-count": {
    message: "posterGeneric has {count} footer fields; one is sure to be shown.",
    device: "Shows the first one; Apple's pages disagree about a second.",
    why: "The footer is one line beside the barcode.",
    fix: "Keep one footer field.",
  },
  "poster-no-secaux": {
    message: "posterGeneric has {section}, which it does not draw.",
    device: "Ignores the section.",
    why: "A generic poster has header, primary and footer fields over its artwork, and back fields.",
    fix: "Move the fields to primaryFields (up to four) or backFields. The style beside posterGeneric may keep them.",
  },
  "text-long": {
    message: "The text {value} has {length} characters; about {limit} fit in {section}.",
    device: "Shrinks it, then cuts it off. Fields of one row share the width, so it depends on the others.",
    why: "The slots of a pass are narrow, on an Apple Watch more so.",
    fix: "Shorten it, or move it to backFields.",
  },
  "label-missing": {
    message: "The field {key} in {section} has no label.",
    device: "Shows the value alone.",
    why: "Without a label people have to guess what the value is.",
    fix: 'Add a short "label".',
  },
  "logo-text-long": {
    message: "logoText {value} has {length} characters; beside header fields about {limit} fit.",
    device: "Cuts it off.",
    why: "Logo, logo text and header fields share the top of the pass.",
    fix: "Shorten it, or put the name into the logo image.",
  },
  "text-alignment-scope": {
    message: "A field in {section} has a textAlignment.",
    device: "Ignores it.",
    why: "Primary and back fields have a fixed alignment.",
    fix: "Remove textAlignment.",
  },
  "back-contact": {
    message: "The back of the pass has no address, link or telephone number.",
    device: "Shows the back as it is.",
    why: "Apple asks issuers to say on the back how people reach them and where the terms are.",
    fix: 'Add a back field such as { "key": "contact", "label": "Contact", "value": "help@company.com" }.',
  },
} as const satisfies Record<string, RuleWords>;
