import { describe, expect, test } from "vitest";
import { describeFinding, formatWhere } from "../../src/check/describe-finding.ts";
import type { JsonValue } from "../../src/model/json.ts";
import { makePng } from "../support/png.ts";
import type { RuleExample } from "./example.ts";
import { runExample } from "./run-example.ts";

/** Faults that other libraries for passes let through, or report wrongly; each row was tried on two of them. */
const field = (key: string, value: JsonValue = "x") => ({ key, label: key.toUpperCase(), value });
const many = (count: number) => Array.from({ length: count }, (_, index) => field(`f${index}`));
const strings = (text: string) => ({ "en.lproj/pass.strings": text });
const utf16 = (text: string) =>
  Uint8Array.from(Array.from(`\ufeff${text}`).flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255]));
const PLACES = Array.from({ length: 11 }, (_, index) => ({ latitude: 50 + index / 10, longitude: 10 }));
const BARCODE = { format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", altText: "x" };
const NFC = { message: "4711", encryptionPublicKey: "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgAC", requiresAuthentication: false };
const BASE_NAMES = '"NAME"="Name";\n"LEVEL" = "Level";\n';

const FOUND: readonly (readonly [fault: string, example: RuleExample, rule: string])[] = [
  ["the 11th location", { pass: { locations: PLACES } }, "locations-count"],
  ["latitude 200", { pass: { locations: [{ latitude: 200, longitude: 10 }] } }, "location-coords"],
  ["6 header fields", { pass: { generic: { headerFields: many(6) } } }, "header-count"],
  ["5 primary fields", { pass: { generic: { primaryFields: many(5) } } }, "primary-count"],
  ["a field key used twice", { pass: { generic: { headerFields: [field("a")], backFields: [field("a")] } } }, "field-key-unique"],
  ["a barcode message outside its encoding", { pass: { barcodes: [{ ...BARCODE, message: "Łódź" }] } }, "barcode-encoding-fit"],
  ["an NFC key that is no P-256 key", { pass: { nfc: NFC } }, "nfc-key-format"],
  ["a misspelt key", { pass: { foregroundColour: "rgb(1, 2, 3)" } }, "unknown-key-spelling"],
  ["a key in other capitals", { pass: { webserviceURL: "https://northwind.org" } }, "unknown-key-case"],
  ["an unknown key", { pass: { zebraCrossing: 1 } }, "unknown-key"],
  [
    "a changeMessage without %@",
    { pass: { generic: { headerFields: [{ ...field("a"), changeMessage: "Changed" }] } } },
    "change-message-escape",
  ],
  ["no description", { pass: { description: null } }, "required-description"],
  ["no serialNumber", { pass: { serialNumber: null } }, "required-serialNumber"],
  ["no icon", { files: { "icon.png": null, "icon@2x.png": null, "icon@3x.png": null } }, "image-icon"],
  ["no icon@2x", { files: { "icon@2x.png": null } }, "image-icon-2x3x"],
  [
    "a JPEG named icon.png",
    {
      files: {
        "icon.png": Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 29, 0, 29, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9),
      },
    },
    "image-png",
  ],
  ["an icon of one pixel", { files: { "icon.png": makePng(1, 1) } }, "image-size"],
  ["a colour among other text", { pass: { backgroundColor: "xx rgb(1,2,3) yy" } }, "color-backgroundColor"],
  ["a colour of five digits", { pass: { foregroundColor: "#12345" } }, "color-foregroundColor"],
  [
    "a web service over http",
    { pass: { webServiceURL: "http://northwind.org", authenticationToken: "0123456789abcdef" } },
    "ws-https",
  ],
  ["a bad date", { pass: { expirationDate: "tomorrow" } }, "date-w3c"],
  ["a short token", { pass: { webServiceURL: "https://northwind.org", authenticationToken: "short" } }, "token-length"],
];

const FINE: readonly (readonly [what: string, example: RuleExample])[] = [
  ["posterGeneric beside generic", { style: "posterGeneric" }],
  ["no logo", { files: { "logo.png": null, "logo@2x.png": null, "logo@3x.png": null } }],
  ["relevantDates with a date alone", { style: "eventTicket", pass: { relevantDates: [{ date: "2026-07-14T19:30:00+02:00" }] } }],
  ["the older barcode", { pass: { barcodes: null, barcode: { ...BARCODE, message: "x" } } }],
  ["strings in UTF-8 without spaces", { files: strings(BASE_NAMES) }],
  ["strings in UTF-16", { files: { "en.lproj/pass.strings": utf16(BASE_NAMES) } }],
  [
    "text with quotation marks and line breaks in a translation",
    { files: strings('"NAME" = "The \\"name\\"\\nof the holder";\n"LEVEL" = "Level";\n') },
  ],
];

describe("what other libraries let through:", () => {
  test.each(FOUND)("%s is found", async (_, example, rule) => {
    const { findings } = await runExample(example);
    const finding = findings.find((candidate) => candidate.rule === rule);
    expect(finding, findings.map((candidate) => candidate.rule).join(", ")).toBeDefined();
  });

  test("a colour that cannot be read comes with the rgb() to write", async () => {
    for (const backgroundColor of ["xx rgb(1,2,3) yy", "#0a0b0c"]) {
      const { findings } = await runExample({ pass: { backgroundColor } });
      const finding = findings.find(({ rule }) => rule.startsWith("color-b") || rule === "color-hex");
      expect(finding === undefined ? "" : describeFinding(finding).fix).toMatch(/rgb\(\d+, \d+, \d+\)/u);
    }
  });

  test("a bad date comes with its place and not with another fault", async () => {
    const { findings } = await runExample({
      style: "eventTicket",
      pass: { relevantDate: null, relevantDates: [{ date: "14.7.2026" }] },
    });
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ where }) => formatWhere(where))).toEqual([
      expect.stringMatching(/^pass\.json \/relevantDates\/0\/date \(line \d+, column \d+\)$/u),
    ]);
  });

  test("a misspelt key comes with the key that is meant", async () => {
    const { findings } = await runExample({ pass: { foregroundColour: "rgb(1, 2, 3)" } });
    expect(findings.find(({ rule }) => rule === "unknown-key-spelling")?.params).toMatchObject({ suggestion: "foregroundColor" });
  });
});

describe("what other libraries refuse or lose:", () => {
  test.each(FINE)("%s is fine", async (_, example) => {
    const { findings } = await runExample(example);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(
      findings.filter(({ rule }) => rule.startsWith("unknown-key") || rule.startsWith("strings-s") || rule.startsWith("strings-e")),
    ).toEqual([]);
  });
});

describe("a signed package", () => {
  test("of another pass type or team is found out, with both values", async () => {
    const example: RuleExample = {
      async package(kit) {
        const signer = await kit.authority.issuePassCertificate({
          passTypeIdentifier: "pass.org.other",
          teamIdentifier: "Z9Y8X7W6V5",
          nfc: true,
          key: kit.key,
        });
        return kit.buildSigned({ signer });
      },
    };
    const { findings } = await runExample(example);
    const texts = findings
      .filter(({ rule }) => rule === "cert-uid" || rule === "cert-ou")
      .map((finding) => describeFinding(finding).message);
    expect(texts).toEqual([
      'passTypeIdentifier is "pass.org.passwright.sample"; the certificate is for "pass.org.other".',
      'teamIdentifier is "A1B2C3D4E5"; the certificate belongs to the team "Z9Y8X7W6V5".',
    ]);
  });

  test("with a file changed after signing is found out", async () => {
    const example: RuleExample = {
      async package(kit) {
        const files = await kit.parts();
        return kit.pack(files.set("logo.png", makePng(50, 51)));
      },
    };
    expect((await runExample(example)).findings[0]?.rule).toBe("manifest-hash");
  });
});
