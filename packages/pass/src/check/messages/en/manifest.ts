import type { RuleWords } from "../../rule.ts";

const REBUILD = "Make manifest.json anew from the files as they are packed, and sign it: passwright sign does both.";

export const MANIFEST_WORDS = {
  "manifest-present": {
    message: "There is no manifest.json.",
    device: "Refuses the pass.",
    why: "The manifest lists the digest of every file, and the signature is made over the manifest.",
    fix: "Build and sign the pass: passwright sign does both.",
  },
  "manifest-parse": {
    message: "manifest.json cannot be read: {problem}.",
    device: 'Refuses the pass. The device log says: "Manifest didn\'t parse".',
    why: "The manifest is one JSON object with a path and a SHA-1 digest per file, nothing else.",
    fix: REBUILD,
  },
  "manifest-json": {
    message: "manifest.json departs from JSON: {problem}{file}.",
    device: "A strict reader refuses the pass.",
    why: "Only part of all readers is so tolerant.",
    fix: REBUILD,
  },
  "manifest-missing": {
    message: "{file} is in the package, but not in manifest.json.",
    device: 'Refuses the pass. The device log says: "No entry in manifest for file …".',
    why: "A file that the manifest does not list is not covered by the signature: anyone could have added it.",
    fix: "Remove the file, or make the manifest and the signature anew with it.",
  },
  "manifest-extra": {
    message: "manifest.json lists {file}, which is not in the package.",
    device: "Refuses the pass: what was signed is not what is there.",
    why: "Files were removed or renamed after the manifest was made, or were packed without their folder.",
    fix: "Add the file, or make the manifest and the signature anew without it.",
  },
  "manifest-hash": {
    message: "{file} has been changed since the manifest was made: its SHA-1 is {actual}, the manifest says {listed}.",
    device: "Refuses the pass: what was signed is not what is there.",
    why: "Images that are optimized again, line ends that are converted and values that are filled in later all change the digest.",
    fix: REBUILD,
  },
  "manifest-format": {
    message: "The manifest's entry for {file} is {kind}: {listed}.",
    device: "Refuses the pass: it compares with a SHA-1 digest of 40 hexadecimal digits.",
    why: "The manifest has been SHA-1 since 2012, whatever digest the signature uses.",
    fix: "Write the SHA-1 of each file in hexadecimal: shasum -a 1 FILE.",
  },
  "manifest-case": {
    message: "{count} digests in the manifest have capital letters.",
    device: "Not known: all passes that were looked at use small letters.",
    why: "A reader may compare the digests as texts.",
    fix: "Write the digests in small letters.",
  },
  "manifest-self": {
    message: "manifest.json lists {file}.",
    device: "Refuses the pass: the digest cannot match.",
    why: "The manifest cannot hold its own digest, nor that of the signature, which is made afterwards.",
    fix: "Leave manifest.json and signature out of the manifest.",
  },
  "manifest-path": {
    message: 'manifest.json lists "{file}"; the file is called "{plain}".',
    device: "Refuses the pass: it finds no entry for the file.",
    why: "Paths are compared letter by letter: forward slashes, and nothing before them.",
    fix: 'Write the path as "{plain}".',
  },
} as const satisfies Record<string, RuleWords>;
