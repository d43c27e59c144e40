import type { AreaExamples, RuleExample } from "../example.ts";
import { toBytes } from "../run-example.ts";

const GOOD: RuleExample = { package: (kit) => kit.build() };

/** The finished package with its manifest rewritten. The signature does not fit it any more, which is another rule's matter. */
function manifest(change: (entries: Record<string, string>) => unknown): RuleExample {
  return {
    async package(kit) {
      const files = await kit.parts();
      const entries = JSON.parse(new TextDecoder().decode(files.get("manifest.json"))) as Record<string, string>;
      const changed = change(entries);
      return kit.pack(files.set("manifest.json", toBytes(typeof changed === "string" ? changed : JSON.stringify(changed))));
    },
  };
}

const without = (path: string): RuleExample => ({
  async package(kit) {
    const files = await kit.parts();
    files.delete(path);
    return kit.pack(files);
  },
});

export const MANIFEST_EXAMPLES: AreaExamples = {
  "manifest-present": { triggers: without("manifest.json"), passes: [GOOD, {}] },
  "manifest-parse": {
    triggers: [
      manifest(() => "a9993e364706816aba3e25717850c26c9cd0d89d  icon.png\n"),
      manifest(() => ["icon.png"]),
      manifest(() => ({ "icon.png": 1 })),
    ],
    passes: GOOD,
  },
  "manifest-json": { triggers: manifest((entries) => JSON.stringify(entries).replace(/\}$/u, ",}")), passes: GOOD },
  "manifest-missing": {
    triggers: manifest((entries) => {
      const { "icon.png": _, ...rest } = entries;
      return rest;
    }),
    passes: GOOD,
  },
  "manifest-extra": { triggers: without("logo.png"), passes: GOOD },
  "manifest-hash": { triggers: manifest((entries) => ({ ...entries, "icon.png": "0".repeat(40) })), passes: GOOD },
  "manifest-format": { triggers: manifest((entries) => ({ ...entries, "icon.png": "0".repeat(64) })), passes: GOOD },
  "manifest-case": {
    triggers: manifest((entries) => ({ ...entries, "icon.png": (entries["icon.png"] ?? "").toUpperCase() })),
    passes: GOOD,
  },
  "manifest-self": { triggers: manifest((entries) => ({ ...entries, signature: "0".repeat(40) })), passes: GOOD },
  "manifest-path": {
    triggers: manifest((entries) => {
      const { "icon.png": digest = "", ...rest } = entries;
      return { ...rest, "./icon.png": digest };
    }),
    passes: GOOD,
  },
};
