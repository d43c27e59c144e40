import { field } from "../support/face.ts";

/** Markup that closes whatever it stands in. */
export const EVIL = `"><script>alert(1)</script><a xlink:href='javascript:alert(1)'>&amp;]]>\u0000\ud800`;
/** Targets that run something or read a file. */
export const HREFS = [
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>1</script>",
  "file:///etc/passwd",
  "vbscript:x",
];

/** A pass with these texts everywhere that a text can stand. */
export function filled(texts: readonly string[], count: number): object {
  const fields = Array.from({ length: count }, (_, index) => {
    const text = texts[index % texts.length] ?? "";
    return field(text, text, { key: `${index}`, attributedValue: `<a href='${text}'>${text}</a>`, changeMessage: text });
  });
  const sections = ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "backFields", "footerFields"];
  const [first = ""] = texts;
  return {
    organizationName: first,
    description: first,
    logoText: first,
    backgroundColor: first,
    barcodes: [{ format: "PKBarcodeFormatQR", message: first, messageEncoding: "utf-8", altText: first }],
    eventTicket: Object.fromEntries(sections.map((section) => [section, fields])),
  };
}

/** Passes whose texts are an attack, by name. */
export const BAD_TEXTS: readonly (readonly [name: string, pass: object])[] = [
  ["markup in every text", filled([EVIL], 4)],
  ["texts of ten thousand characters", filled(["W".repeat(10_000)], 6)],
  ["ten thousand characters that combine", filled([`a${"\u0301".repeat(10_000)}`], 4)],
  ["ten thousand letters of a script without a font", filled(["字".repeat(10_000)], 4)],
  ["five hundred fields in each section", filled(["a text of some words"], 500)],
  ["texts of no width", filled(["\u200b\u200d\u2060\ufeff"], 4)],
  ["texts that turn round", filled(["\u202egpj.exe\u202c \u2067abc\u2066\u2068"], 4)],
  ["links that run something", filled(HREFS, 6)],
];
