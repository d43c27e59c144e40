import type { RuleWords } from "../../rule.ts";

const NOT_DRAWN = "Expected: Wallet draws no barcode, or takes the next one of the list.";
const FULL = "Expected: Wallet cannot make the code and draws nothing.";

export const BARCODES_WORDS = {
  "barcodes-array": {
    message: "barcodes is {value}; it must be an array of objects.",
    device: "Wallet draws no barcode and logs an error.",
    why: "barcodes lists candidates, of which a device draws the first it can. Some of Apple's samples give a single object by mistake.",
    fix: 'Write [{ "format": "PKBarcodeFormatQR", "message": "…", "messageEncoding": "iso-8859-1" }].',
  },
  "barcodes-empty": {
    message: "barcodes is empty, and the pass has no nfc.",
    device: "The pass shows nothing that could be scanned.",
    why: "An empty list means the same as none; often the data for it was missing when the pass was made.",
    fix: "Add a barcode, or remove the key.",
  },
  "barcode-deprecated": {
    message: "The pass has barcode, but not barcodes.",
    device: "Wallet still draws it; most passes in the wild are so.",
    why: "barcode is deprecated since iOS 9. barcodes takes several formats and the newer ones.",
    fix: "Put the same object into barcodes as an array; keep barcode only for iOS 8.",
  },
  "barcode-format": {
    message: "The format of a barcode is {value}, which Wallet does not know.",
    device: NOT_DRAWN,
    why: "The formats are PKBarcodeFormatQR, …PDF417, …Aztec, …Code128 and, from iOS 27, …Code39, …Codabar, …EAN13 and …I2of5.",
    fix: "Write {suggestion}, if that is meant.",
  },
  "barcode-legacy-format": {
    message: "barcode has the format {format}, which only barcodes may have.",
    device: "Expected: Wallet draws no barcode.",
    why: "For the older key barcode Apple names QR, PDF417 and Aztec alone; Code 128 and the formats of iOS 27 belong into barcodes.",
    fix: "Put the object into barcodes, as an array.",
  },
  "barcode-format-27": {
    message: "barcodes has no other format than {formats}.",
    device: "Systems before iOS 27 draw no barcode.",
    why: "Code 39, Codabar, EAN-13 and Interleaved 2 of 5 are new in iOS 27. A device takes the first format of the list that it knows.",
    fix: "Add a QR, PDF417, Aztec or Code 128 barcode behind it.",
  },
  "barcode-code128-watch": {
    message: "barcodes has Code 128 only.",
    device: "Apple Watch draws no barcode.",
    why: "watchOS does not support Code 128 and takes another format from the list instead.",
    fix: "Add a QR, PDF417 or Aztec barcode behind it, if the scanners read one.",
  },
  "barcode-message": {
    message: "The message of a barcode is {value}.",
    device: NOT_DRAWN,
    why: "message is the text in the code. It is required, and a code of nothing cannot be made.",
    fix: "Give the text that the scanner is to read, in quotation marks even if it is a number.",
  },
  "barcode-encoding-required": {
    message: "A barcode has no messageEncoding.",
    device: "Expected: Wallet draws no barcode, or refuses the pass.",
    why: "messageEncoding says how the text becomes bytes. Apple's reference requires it.",
    fix: 'Add "messageEncoding": "iso-8859-1"; "utf-8" when the text has characters beyond Western European ones.',
  },
  "barcode-encoding-iana": {
    message: "messageEncoding is {value}, which is no character set of the IANA registry.",
    device: "Expected: Wallet cannot turn the text into bytes and draws no barcode.",
    why: "messageEncoding is the name of a character set as IANA registers it.",
    fix: 'Write "iso-8859-1", which most scanners read, or "utf-8".',
  },
  "barcode-encoding-fit": {
    message: "The message of a barcode has the character {character} ({codePoint}), which {encoding} does not have.",
    device: "Expected: Wallet draws no barcode, or one with other bytes.",
    why: "The text becomes bytes by messageEncoding; a character without a byte there has no place in the code.",
    fix: 'Take the character out, or write "messageEncoding": "utf-8" if the scanners read it.',
  },
  "barcode-encoding-utf8": {
    message: "The message of a {format} has the character {character} and is encoded in UTF-8.",
    device: "Wallet draws the code; many scanners show other characters.",
    why: "Scanners of PDF417 and Code 128 mostly take the bytes for ISO 8859-1 or Windows-1252; passes have no mark (ECI) that would say otherwise.",
    fix: 'Use "iso-8859-1" if it has the characters, or a message of ASCII, or test with the scanners in use.',
  },
  "barcode-cap-qr": {
    message: "The message of a QR code is {length} bytes long; at most {limit} fit.",
    device: FULL,
    why: "The largest QR code (version 40, level L) holds 2953 bytes or 7089 digits. Wallet was seen to use level M, which holds less: 2331 bytes.",
    fix: "Put an identifier into the code and keep the data on the server. Above some 300 bytes a phone's code is hard to scan anyway.",
  },
  "barcode-cap-aztec": {
    message: "The message of an Aztec code is {length} bytes long; at most {limit} fit.",
    device: FULL,
    why: "The largest Aztec code (32 layers, usual error correction) holds 1914 bytes or 3832 digits.",
    fix: "Put an identifier into the code and keep the data on the server. Above some 300 bytes a phone's code is hard to scan anyway.",
  },
  "barcode-cap-pdf417": {
    message: "The message of a PDF417 code is {length} bytes long; at most {limit} fit.",
    device: FULL,
    why: "The largest PDF417 code holds 1108 bytes or 2710 digits.",
    fix: "Put an identifier into the code and keep the data on the server, or use a QR code.",
  },
  "barcode-code128-charset": {
    message: "The message of a Code 128 has the character {character} ({codePoint}); only ASCII can be drawn.",
    device: FULL,
    why: "Code 128 has the 128 characters of ASCII, and Apple's generator takes no others.",
    fix: "Use letters, digits and signs of ASCII, or a QR code.",
  },
  "barcode-code128-length": {
    message: "The message of a Code 128 has {length} characters ({symbols} symbols).",
    device: "Wallet draws bars so thin that many scanners do not read them.",
    why: "Every symbol is eleven modules wide, and the code must fit the width of the phone. Pairs of digits share a symbol.",
    fix: "Keep it to about 30 characters, or 60 digits, or use a QR code.",
  },
  "barcode-code39-charset": {
    message: "The message of a Code 39 is {value}; the character {character} is not in its alphabet.",
    device: FULL,
    why: "Code 39 has 0-9, A-Z, space and - . $ / + % (reported by those who tried iOS 27).",
    fix: "Write letters in capitals and leave other characters out.",
  },
  "barcode-codabar-charset": {
    message: "The message of a Codabar is {value}, which Codabar cannot hold.",
    device: FULL,
    why: "Codabar has 0-9 and - $ : / . +, with one of A to D at either end (reported by those who tried iOS 27).",
    fix: "Use these characters, or another format.",
  },
  "barcode-ean13": {
    message: "The message of an EAN-13 is {value} instead of {expected}.",
    device: FULL,
    why: "An EAN-13 is twelve digits and a check digit over them; a wrong check digit mostly means a mistyped number.",
    fix: "Give {expected}. Without the thirteenth digit, the device adds the check digit.",
  },
  "barcode-itf-even": {
    message: "The message of an Interleaved 2 of 5 is {value}, which is not an even number of digits.",
    device: FULL,
    why: "Interleaved 2 of 5 draws digits in pairs.",
    fix: "Put a 0 before it if the number of digits is odd; leave everything but digits out.",
  },
  "barcode-alttext": {
    message: "The barcode has no altText.",
    device: "Wallet draws the code without a text below it.",
    why: "When a code does not scan, staff type the text below it.",
    fix: "Set altText to what identifies the pass, such as the member number.",
  },
  "barcode-control-chars": {
    message: "The message of a barcode has the control character {codePoint}: {value}.",
    device: "Wallet draws it; the scanner types it as a key, such as Enter or Tab.",
    why: "A line end or tab at the end of a message mostly comes from the file or the form that it was read from.",
    fix: "Trim the message, unless the scanners expect the character.",
  },
} as const satisfies Record<string, RuleWords>;
