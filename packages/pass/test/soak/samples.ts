import { PassError, PassPackage, writeStrings } from "@passwright/pass";
import { hex } from "../der/hex.ts";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../support/authority.ts";
import { loadCorpusIndex, loadCorpusPass } from "../support/corpus.ts";
import { hostileArchives } from "../support/hostile-archives.ts";
import { simpleSource } from "../support/pass-source.ts";

/** A pass to change, opened: its files are changed one by one, too. */
export interface PassSample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Empty where it cannot be opened. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What the cases are made of. */
export interface Samples {
  readonly passes: readonly PassSample[];
  readonly strings: readonly Uint8Array[];
  /** Roots that the own passes lead to. */
  readonly trustAnchors: readonly Uint8Array[];
}

/** Larger files are left out: copying their images would be most of the time, and most of the memory. */
const MAX_BYTES = 100_000;

const RICH_PASS = {
  barcodes: [{ format: "PKBarcodeFormatQR", message: "ABC-123 ü", messageEncoding: "utf-8", altText: "ABC" }],
  locations: [{ latitude: 47.37, longitude: 8.54, relevantText: "member" }],
  relevantDate: "2026-03-02T10:00+01:00",
  backgroundColor: "rgb(20, 30, 40)",
  foregroundColor: "#ffffff",
  webServiceURL: "https://example.invalid/passes",
  authenticationToken: "0123456789abcdef0123",
  userInfo: { list: [1, 2.5, null, { deep: [true] }] },
  semantics: { eventName: "Concert", seats: [{ seatRow: "1" }] },
  sharingProhibited: true,
};

/** Samples of our own, made anew, and the real passes that lie beside the repository, if they do. */
export async function loadSamples(): Promise<Samples> {
  const { authority, issued } = await testAuthority();
  const signer = await issued.signer({ now: TEST_NOW });
  const sources = [simpleSource(), simpleSource(RICH_PASS), simpleSource({ expirationDate: "2027-01-01T00:00:00Z", voided: true })];
  const passes: PassSample[] = [];
  for (const [index, source] of sources.entries()) {
    if (index === 1) source.set("de.lproj/pass.strings", writeStrings([["member", 'Mitglied "ü" 🛫']]));
    const signed = await PassPackage.fromFiles(source).sign(signer, { signingTime: TEST_NOW });
    passes.push(await openSample(`own ${index}`, signed.toBytes()));
  }
  for (const { name, build } of hostileArchives) {
    const bytes = await build();
    if (bytes.length < 20_000) passes.push(await openSample(`archive ${name}`, bytes));
  }
  for (const { file } of await loadCorpusIndex()) {
    const bytes = await loadCorpusPass(file);
    if (bytes.length <= MAX_BYTES) passes.push(await openSample(file, bytes));
  }
  const found = passes.flatMap(({ files }) => [...files].filter(([path]) => path.endsWith(".strings")).map(([, bytes]) => bytes));
  return {
    passes,
    strings: [...ownStrings(), ...found.filter(({ length }) => length < 100_000)],
    trustAnchors: authority.trustAnchors,
  };
}

/** The pass type and team of the own passes. */
export const OWN_IDENTITY = { passTypeIdentifier: TEST_PASS_TYPE, teamIdentifier: TEST_TEAM };

async function openSample(name: string, bytes: Uint8Array): Promise<PassSample> {
  try {
    return { name, bytes, files: (await PassPackage.read(bytes)).files };
  } catch (error) {
    if (error instanceof PassError) return { name, bytes, files: new Map() };
    throw error;
  }
}

function ownStrings(): Uint8Array[] {
  const text = '/* Gate */\n"gate" = "Gate";\n// to\n"to"="To \\"X\\" \\U00e9\\n";\nbare_word = another;\n"missing value";\n';
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>a</key><string>b &amp; c</string></dict></plist>';
  // A binary property list of one text: {"a": "bü"}.
  const binary = "62706c6973743030d10102516162006200fc080b0d0000000000000101000000000000000300000000000000000000000000000012";
  const units = Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));
  const little = new Uint8Array(units.buffer);
  const big = little.map((_, index) => little[index ^ 1] ?? 0);
  return [new TextEncoder().encode(text), new TextEncoder().encode(xml), hex(binary), little, big];
}
