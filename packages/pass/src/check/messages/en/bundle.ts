import type { RuleWords } from "../../rule.ts";

export const BUNDLE_WORDS = {
  "bundle-readable": {
    message: "The bundle cannot be opened: {reason}",
    device: "Refuses it.",
    why: "A bundle is a ZIP archive of .pkpass files.",
    fix: "Pack the passes anew: passwright bundle.",
  },
  "bundle-count": {
    message: "The bundle holds {count} passes; a device takes {limit}.",
    device: "Refuses the whole bundle.",
    why: "Apple allows up to ten passes in a bundle.",
    fix: "Make several bundles.",
  },
  "bundle-size": {
    message: "The bundle has {megabytes} MB; a device takes 150.",
    device: "Refuses the whole bundle.",
    why: "Apple allows up to 150 MB.",
    fix: "Reduce the images, or make several bundles.",
  },
  "bundle-empty": {
    message: "The bundle holds no pass.",
    device: "Has nothing to add.",
    why: "A bundle is a ZIP archive of .pkpass files.",
    fix: "Pack the passes into it: passwright bundle.",
  },
  "bundle-content": {
    message: "{file} {problem}.",
    device: "Refuses the bundle.",
    why: "A bundle holds finished, signed passes and nothing else: no folders of sources, no other files.",
    fix: "Pack the .pkpass files themselves: passwright bundle.",
  },
  "bundle-junk": {
    message: "The bundle holds files that do not belong there, such as {file} ({count} in all).",
    device: "Is not known to mind them.",
    why: "File managers leave such files in folders.",
    fix: "Pack with zip -X, or with passwright bundle.",
  },
  "bundle-same-id": {
    message: "{file} has the same passTypeIdentifier and serialNumber as {first}.",
    device: "Keeps one of the two: the later one replaces the other.",
    why: "The two together are the identity of a pass.",
    fix: "Give each pass a serialNumber of its own.",
  },
  "bundle-file-ext": {
    message: "The file is called {name}; the name of a bundle ends with .pkpasses.",
    device: "Mail and Files do not open it in Wallet.",
    why: "Where no Content-Type is given, the name tells what the file is.",
    fix: "Name it with the ending .pkpasses.",
  },
} as const satisfies Record<string, RuleWords>;
