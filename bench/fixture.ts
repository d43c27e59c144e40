import { createPng } from "./png.ts";

/**
 * The pass that is minted by everyone: 174 KB of images at three scales, two languages, a pass.json of about 2 KB in
 * which 12 values change from pass to pass.
 */
export const IMAGE_KILOBYTES = 174;
export const BIG_IMAGE_KILOBYTES = 2048;

export const PASS_TYPE = "pass.com.example.bench";
export const TEAM = "BENCH12345";

const SIZES = {
  icon: [38, 38],
  logo: [160, 50],
  strip: [375, 123],
} as const;

/** Bytes of each image grow with its pixels: 1 : 4 : 9. */
export function benchImages(kilobytes: number): Map<string, Buffer> {
  const images = new Map<string, Buffer>();
  const shares = { icon: 0.06, logo: 0.14, strip: 0.8 } as const;
  let seed = 1;
  for (const name of ["icon", "logo", "strip"] as const) {
    for (const scale of [1, 2, 3] as const) {
      const [width, height] = SIZES[name];
      const bytes = Math.round((kilobytes * 1024 * shares[name] * scale * scale) / 14);
      images.set(`${name}${scale === 1 ? "" : `@${scale}x`}.png`, createPng(width * scale, height * scale, bytes, seed++));
    }
  }
  return images;
}

export type BenchValues = {
  readonly serialNumber: string;
  readonly member: string;
  readonly name: string;
  readonly points: number;
  readonly level: string;
  readonly since: string;
  readonly store: string;
  readonly offer: string;
  readonly until: string;
  readonly balance: number;
  readonly code: string;
  readonly note: string;
};

/** The 12 values of pass number `index`. */
export function benchValues(index: number): BenchValues {
  return {
    serialNumber: `B-${String(index).padStart(8, "0")}`,
    member: `M${100_000 + (index % 900_000)}`,
    name: `Member Number ${index}`,
    points: index % 5000,
    level: ["Bronze", "Silver", "Gold"][index % 3] ?? "Bronze",
    since: `20${String(10 + (index % 15))}-03-01T10:00:00Z`,
    store: `Store ${index % 200}`,
    offer: `${5 + (index % 40)} % off`,
    until: "2030-12-31T23:59:00Z",
    balance: (index % 10_000) / 100,
    code: `CARD-${index}-${(index * 7919) % 100_003}`,
    note: `Thank you, member ${index}. Your next reward is ${5000 - (index % 5000)} points away.`,
  };
}

/** JSON Schema of the values, for template.json. */
export const INPUTS = {
  type: "object",
  required: Object.keys(benchValues(0)),
  additionalProperties: false,
  properties: Object.fromEntries(Object.entries(benchValues(0)).map(([name, value]) => [name, { type: typeof value }])),
};

const TERMS =
  "Points are earned on every purchase in any of our stores and online. They are valid for two years. The card is personal and cannot be passed on. Questions: help@example.invalid or +1 555 0100, every day from nine to five. ".repeat(
    3,
  );

/** pass.json as a template; `expression` writes a value's place in the tool's own way. */
export function benchPassJson(expression: (name: keyof BenchValues) => unknown): Record<string, unknown> {
  return {
    formatVersion: 1,
    passTypeIdentifier: PASS_TYPE,
    teamIdentifier: TEAM,
    serialNumber: expression("serialNumber"),
    organizationName: "Bench Coffee",
    description: "Loyalty card",
    logoText: "Bench Coffee",
    foregroundColor: "rgb(255, 255, 255)",
    backgroundColor: "rgb(60, 65, 76)",
    labelColor: "rgb(200, 200, 210)",
    storeCard: {
      headerFields: [{ key: "points", label: "points", value: expression("points") }],
      primaryFields: [{ key: "balance", label: "balance", value: expression("balance"), currencyCode: "EUR" }],
      secondaryFields: [
        { key: "name", label: "name", value: expression("name") },
        { key: "level", label: "level", value: expression("level") },
      ],
      auxiliaryFields: [
        { key: "store", label: "store", value: expression("store") },
        { key: "offer", label: "offer", value: expression("offer"), changeMessage: "Your offer is now %@" },
      ],
      backFields: [
        { key: "member", label: "member", value: expression("member") },
        { key: "since", label: "since", value: expression("since"), dateStyle: "PKDateStyleMedium", timeStyle: "PKDateStyleNone" },
        { key: "until", label: "until", value: expression("until"), dateStyle: "PKDateStyleMedium", timeStyle: "PKDateStyleNone" },
        { key: "note", label: "note", value: expression("note") },
        { key: "terms", label: "terms", value: TERMS },
      ],
    },
    barcodes: [{ format: "PKBarcodeFormatQR", message: expression("code"), messageEncoding: "iso-8859-1" }],
  };
}

const WORDS = ["points", "balance", "name", "level", "store", "offer", "member", "since", "until", "note", "terms"] as const;

/** pass.strings of two languages, UTF-16 with byte order mark. */
export function benchStrings(): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const language of ["en", "de"]) {
    const text = WORDS.map((word) => `"${word}" = "${word.toUpperCase()} (${language})";\n`).join("");
    files.set(`${language}.lproj/pass.strings`, Buffer.from(`\uFEFF${text}`, "utf16le"));
  }
  return files;
}
