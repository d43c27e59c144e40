import type { RuleWords } from "../../rule.ts";

const REFUSED: Omit<RuleWords, "message"> = {
  device: "Wallet refuses the pass; the device log says: Unable to parse color string.",
  why: 'Colours are read in the form rgb(r, g, b) with whole numbers from 0 to 255. A colour name ("Black") was seen to stop the installation; hsl(), hex with alpha and other texts cannot be parsed either.',
  fix: "Write the colour as rgb(r, g, b), such as rgb(20, 60, 90).",
};

export const COLOURS_WORDS = {
  "color-backgroundColor": { message: "backgroundColor is {value}, which is no colour that Wallet reads.", ...REFUSED },
  "color-foregroundColor": { message: "foregroundColor is {value}, which is no colour that Wallet reads.", ...REFUSED },
  "color-labelColor": { message: "labelColor is {value}, which is no colour that Wallet reads.", ...REFUSED },
  "color-other-keys": {
    message: "{value} is no colour that Wallet reads.",
    device: "Expected: Wallet ignores the key and draws its default colour.",
    why: "Colours are read in the form rgb(r, g, b) with whole numbers from 0 to 255; Apple's pass-builder also reads #RGB and #RRGGBB.",
    fix: "Write the colour as rgb(r, g, b), such as rgb(20, 60, 90).",
  },
  "color-malformed": {
    message: "{key} is {value}, which is not quite a colour.",
    device: "Not known for such a text: names of colours are refused. At best Wallet draws its default colour.",
    why: "The documented form is rgb(r, g, b), and nothing before or behind it.",
    fix: "Write a colour such as {meant}, or leave {key} out.",
  },
  "color-range": {
    message: "{value} has a component that is not a whole number from 0 to 255.",
    device: "Expected: Wallet ignores the colour; it may refuse the pass, as it does for a text that is no colour.",
    why: "The components of rgb(r, g, b) are whole numbers from 0 to 255.",
    fix: "Use whole numbers from 0 to 255: 0.5 of a component is 128, 100% is 255.",
  },
  "color-hex": {
    message: "{value} is a hex colour; {rgb} is the documented form.",
    device:
      "Sources disagree: Apple's own pass-builder reads it and airlines ship it; a guide says that Wallet ignores it and draws black on white.",
    why: "Apple documents rgb(r, g, b) alone, so what a system makes of a hex colour is not promised.",
    fix: "Write {rgb}.",
  },
  "color-alpha": {
    message: "{value} has transparency; only rgb(r, g, b) is documented.",
    device:
      "Expected: Wallet draws the colour, perhaps without its transparency. Passes that Wallet makes itself hold such values.",
    why: "Apple documents rgb(r, g, b) alone, which has no alpha.",
    fix: "Write the mixed colour: {rgb}.",
  },
  "color-contrast": {
    message: "{key} {value} on backgroundColor {background} has a contrast of {contrast} to 1.",
    device: "Wallet draws the text as told; many people cannot read it.",
    why: "Below 3 to 1 even large text is hard to read (WCAG); small text, such as labels, needs 4.5 to 1.",
    fix: "Choose a lighter or darker {key} so that the contrast is at least 4.5 to 1.",
  },
  "color-background-image": {
    message: "backgroundColor {value} is not seen: the event ticket has a background image.",
    device: "Wallet draws the image, blurred, and ignores the colour.",
    why: "On an event ticket a background image takes the place of the colour. Other readers of passes may still use it.",
    fix: "Nothing has to change; leave the colour out if the image is meant, or the image if the colour is.",
  },
  "color-auto-conflict": {
    message: "{key} is given although useAutomaticColors is true.",
    device: "Wallet picks the colours of the text from the artwork and ignores {key}.",
    why: "useAutomaticColors replaces foregroundColor and labelColor.",
    fix: "Remove {key}, or set useAutomaticColors to false.",
  },
} as const satisfies Record<string, RuleWords>;
