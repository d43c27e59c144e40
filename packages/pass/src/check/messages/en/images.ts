import type { RuleWords } from "../../rule.ts";

export const IMAGES_WORDS = {
  "image-icon": {
    message: "The pass has no icon: none of icon.png, icon@2x.png and icon@3x.png is there.",
    device: "Wallet refuses the pass.",
    why: "The icon stands on the lock screen, in notifications and in Mail. It is the one image that every pass must have. File names are case sensitive.",
    fix: "Add icon.png (38×38 pixels), icon@2x.png (76×76) and icon@3x.png (114×114) beside pass.json.",
  },
  "image-icon-2x3x": {
    message: "The icon lacks {missing}.",
    device: "Wallet enlarges a smaller icon; it looks blurred.",
    why: "Phones have two or three pixels to a point. Apple's pass-builder warns of it.",
    fix: "Add {missing}: 76×76 pixels at @2x, 114×114 at @3x.",
  },
  "image-name": {
    message: "Wallet does not look for an image {name} here.",
    device: "Wallet ignores the file. It must still be in the manifest, and every phone downloads it.",
    why: "Images are found by exact names, with lower-case @2x and @3x and the ending .png, beside pass.json or in an .lproj folder.",
    fix: "The name that may be meant: {expected}. Rename the file, or take it out.",
  },
  "image-png": {
    message: "The file is a {format}, though its name says PNG.",
    device: "Several issuers ship such files, so Wallet probably draws it; other readers of passes that trust the name do not.",
    why: "Apple asks for PNG.",
    fix: "Save the picture as PNG.",
  },
  "image-crc": {
    message: "The file ({length} bytes) holds no picture that can be read to its end.",
    device: "Expected: Wallet does not draw it.",
    why: "The file is empty, cut off, damaged or of an unknown kind. Text conversion on upload (line ends, encodings) damages pictures so.",
    fix: "Put the picture in again from its source, as binary data.",
  },
  "image-1x-only": {
    message: "{name} is there for one pixel to a point only.",
    device: "Wallet enlarges it; it looks blurred on every phone sold today.",
    why: "Phones have two or three pixels to a point.",
    fix: "Add {name}@2x.png and {name}@3x.png with two and three times the pixels.",
  },
  "image-scale-ratio": {
    message: "The image is {size} pixels; beside {base} ({baseSize}) it should be {expected}.",
    device: "The image is drawn in another size or shape on some phones than on others.",
    why: "@2x and @3x are the same picture with two and three times the pixels.",
    fix: "Export all scales from one original.",
  },
  "image-size": {
    message: "The image is {size} pixels; documented at this scale: {expected}.",
    device: "Wallet scales it to the space, keeping its shape, and crops what does not fit.",
    why: "Each image has a place of its own size in points; @2x and @3x have two and three pixels to a point.",
    fix: "Export it with {expected} pixels.",
  },
  "image-max": {
    message: "The image is {size} pixels; at this scale {limit} fit.",
    device: "Wallet scales it down to the space.",
    why: "The space for it is {points} points. Larger files only add weight.",
    fix: "Export it with at most {limit} pixels.",
  },
  "image-thumbnail-ratio": {
    message: "The thumbnail is {size} pixels; the space is {limit}, for shapes from 2:3 to 3:2.",
    device: "Wallet scales it down and crops what does not fit.",
    why: "The space for the thumbnail is 90×90 points.",
    fix: "Export it with at most {limit} pixels, not narrower than 2:3 and not wider than 3:2.",
  },
  "image-background-size": {
    message: "The background is {size} pixels; a poster shows {needed}.",
    device: "Wallet enlarges it; unlike on the plain event ticket, it is not blurred there.",
    why: "Without artwork a poster takes the background for its full picture.",
    fix: "Export it with {needed} pixels, or add artwork.png.",
  },
  "image-strip-excl": {
    message: "The event ticket has both a strip and a {other} image.",
    device: "Wallet draws the strip and leaves out the {other}.",
    why: "An event ticket is laid out either around a strip, or around a background and a thumbnail.",
    fix: "Remove the strip or the {other}.",
  },
  "image-style": {
    message: "{name} is not drawn on a pass of the style {styles}.",
    device: "Wallet ignores the image; every phone still downloads it.",
    why: "It is drawn by: {drawn}.",
    fix: "Take the image out, or choose another style.",
  },
  "image-scheme": {
    message: "{name} is not drawn: the pass is no poster and has no such scheme.",
    device: "Wallet ignores the image; every phone still downloads it.",
    why: "It is drawn by: {drawn}.",
    fix: "Name the scheme in preferredStyleSchemes (or add posterGeneric), or take the image out.",
  },
  "image-heavy": {
    message: "The image has {kilobytes} KB and {width}×{height} pixels.",
    device: "Adding the pass takes long, and memory is short on older devices.",
    why: "The largest space on a pass is some 1100 pixels wide at three pixels to a point.",
    fix: "Scale it down to the documented size and compress it.",
  },
  "image-localized-top": {
    message: "{name} lies both at the top level ({top}) and in the folder {folder}.",
    device: "Wallet takes the one at the top level for every language.",
    why: "An image at the top level goes before those in .lproj folders.",
    fix: "Put the one at the top level into the .lproj folder of its language.",
  },
  "image-localized-set": {
    message: "The folder {folder} lacks {missing}, which other languages have.",
    device: "The image is sharp in one language and blurred in another.",
    why: "Every language needs the same scales of an image.",
    fix: "Add {missing} to the folder.",
  },
} as const satisfies Record<string, RuleWords>;
