import { buildRawZip, packNumbers, type RawEntry, type RawFrame } from "../../support/raw-zip.ts";
import { makePng } from "../../support/png.ts";
import type { AreaExamples, PackageKit, RuleExample } from "../example.ts";

const GOOD: RuleExample = { package: (kit) => kit.build() };

/** The finished package written by hand, with entries changed by name, or added. */
function raw(
  change: (entry: RawEntry & { readonly name: string }) => RawEntry | readonly RawEntry[],
  frame: RawFrame = {},
): RuleExample {
  return {
    async package(kit) {
      const entries = [...(await kit.parts())].flatMap(([name, content]) => change({ name, content }));
      return buildRawZip(entries, frame);
    },
  };
}

const onlyIcon = (more: Partial<RawEntry>) => raw((entry) => (entry.name === "icon.png" ? { ...entry, ...more } : entry));
const framed = (frame: RawFrame) => raw((entry) => entry, frame);
const pause = (text: string) => new TextEncoder().encode(text);

/** The finished package with its icon a second time, under another name. */
const iconAgainAs = (name: string) => raw((entry) => (entry.name === "icon.png" ? [entry, { ...entry, name }] : entry));

/** A finished package with files added after signing, or before. */
const added = (path: string, when: "before" | "after"): RuleExample => ({
  async package(kit: PackageKit) {
    const files = await kit.parts();
    files.set(path, pause("junk"));
    return kit.pack(when === "before" ? await kit.sign(files) : files);
  },
});

export const ARCHIVE_EXAMPLES: AreaExamples = {
  "zip-readable": {
    triggers: [
      { package: async () => new Uint8Array(0) },
      { package: async () => pause("<!doctype html><title>404</title>") },
      { package: async (kit) => (await kit.build()).slice(0, 500) },
    ],
    passes: GOOD,
  },
  "zip-limits": {
    triggers: { package: async () => buildRawZip([{ name: "pass.json", directory: { size: 0xf0000000 } }]) },
    passes: GOOD,
  },
  "zip-overlap": {
    triggers: {
      package: async () =>
        buildRawZip([
          { name: "pass.json", content: pause("{}") },
          { name: "icon.png", directoryOnly: true, directory: { name: "pass.json", offset: 0, compressedSize: 2, size: 2 } },
        ]),
    },
    passes: GOOD,
  },
  "zip-root-pass-json": {
    triggers: [{ files: { "pass.json": null } }, { files: { "pass.json": null }, package: (kit) => kit.build() }],
    passes: [GOOD, {}],
  },
  "zip-nested-folder": { triggers: raw((entry) => ({ ...entry, name: `Ticket.pass/${entry.name}` })), passes: GOOD },
  "zip-ds-store": { triggers: [added(".DS_Store", "after"), { files: { "Thumbs.db": "x" } }], passes: GOOD },
  "zip-macosx": { triggers: added("__MACOSX/._pass.json", "after"), passes: GOOD },
  "zip-duplicate-name": { triggers: raw((entry) => (entry.name === "icon.png" ? [entry, entry] : entry)), passes: GOOD },
  "zip-unsafe-path": {
    triggers: ["../icon.png", "/icon.png", "C:icon.png"].map((name) => iconAgainAs(name)),
    passes: GOOD,
  },
  "zip-backslash": { triggers: iconAgainAs("en.lproj\\icon.png"), passes: GOOD },
  "zip-encrypted": { triggers: onlyIcon({ flags: 1 }), passes: GOOD },
  "zip-symlink": { triggers: onlyIcon({ directory: { mode: 0o120777 } }), passes: GOOD },
  "zip-damaged-entry": { triggers: onlyIcon({ method: 8, packed: pause("not deflated at all") }), passes: GOOD },
  "zip-unsupported-method": { triggers: onlyIcon({ method: 12 }), passes: GOOD },
  "zip-checksum": { triggers: onlyIcon({ local: { crc32: 1 }, directory: { crc32: 1 } }), passes: GOOD },
  "zip-method": { triggers: onlyIcon({ method: 8, directory: { method: 0 } }), passes: GOOD },
  "zip-header-mismatch": { triggers: onlyIcon({ local: { name: "ICON.png" } }), passes: GOOD },
  "zip-dot-slash": { triggers: raw((entry) => ({ ...entry, name: `./${entry.name}` })), passes: GOOD },
  "zip-dir-entry": { triggers: raw((entry) => (entry.name === "icon.png" ? [entry, { name: "en.lproj/" }] : entry)), passes: GOOD },
  "zip-data-descriptor": { triggers: onlyIcon({ flags: 8, local: { crc32: 0, compressedSize: 0, size: 0 } }), passes: GOOD },
  "zip-zip64": {
    // The first entry stands at offset 0; its record gives the offset in a ZIP64 field (APPNOTE 4.5.3).
    triggers: raw((entry) =>
      entry.name === "pass.json"
        ? { ...entry, directory: { offset: 0xffffffff, extra: packNumbers([2, 1], [2, 8], [8, 0n]) } }
        : entry,
    ),
    passes: GOOD,
  },
  "zip-truncated-end": { triggers: { package: async (kit) => (await kit.build()).slice(0, -4) }, passes: GOOD },
  "zip-extra-bytes": {
    triggers: [framed({ leading: pause("Content-Type: x\r\n\r\n") }), framed({ trailing: pause("\r\n") })],
    passes: GOOD,
  },
  "zip-comment": { triggers: framed({ comment: pause("made by hand") }), passes: GOOD },
  "file-ext": {
    triggers: { ...GOOD, fileName: "ticket.zip" },
    passes: [{ ...GOOD, fileName: "Ticket.PKPASS" }, { fileName: "ticket-source" }],
  },
  "pass-size": { triggers: { files: { "background.png": makePng(12_000, 8_000) } }, passes: GOOD },
  "designer-tooling": { triggers: { files: { "tooling.json": "{}" } }, passes: GOOD },
  "template-shipped": {
    triggers: [
      {
        package: (kit) => kit.parts().then((files) => kit.pack(without(files, "manifest.json", "signature"))),
        fileName: "card.pkpasstemplate",
      },
      {
        files: { "tooling.json": "{}" },
        package: (kit) => kit.parts().then((files) => kit.pack(without(files, "manifest.json", "signature"))),
      },
    ],
    passes: { ...GOOD, fileName: "card.pkpass" },
  },
};

function without(files: ReadonlyMap<string, Uint8Array>, ...paths: string[]): Map<string, Uint8Array> {
  return new Map([...files].filter(([path]) => !paths.includes(path)));
}
