import { makePng } from "../../support/png.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

/** A pass whose label is a key, with these files. */
function withStrings(files: Record<string, string | Uint8Array>): RuleExample {
  return {
    pass: { generic: { auxiliaryFields: [{ key: "branch", label: "branch_label", value: "Harbour" }] } },
    files,
  };
}

/** A pass with a change message, with these files. */
function withChangeMessage(changeMessage: string, files: Record<string, string>): RuleExample {
  return {
    pass: {
      webServiceURL: "https://passes.northwind.org/wallet",
      authenticationToken: "5f1c0b6e9a724d3b8e21c47f90ad63b5",
      generic: { auxiliaryFields: [{ key: "branch", label: "BRANCH", value: "Harbour", changeMessage }] },
    },
    files,
  };
}

const BRANCH = '"branch_label" = "Branch";\n';

/** A text in UTF-16, low byte first. */
function utf16(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]));
}

export const LOCALIZATION_EXAMPLES: AreaExamples = {
  "lproj-name": {
    triggers: [
      withStrings({ "german-germany.lproj/pass.strings": BRANCH }),
      withStrings({ "de_DE_posix.lproj/pass.strings": BRANCH }),
      withStrings({ "strings/de.lproj/pass.strings": BRANCH }),
    ],
    passes: [
      withStrings({ "de.lproj/pass.strings": BRANCH, "zh-Hant.lproj/pass.strings": BRANCH, "pt-BR.lproj/pass.strings": BRANCH }),
      withStrings({
        "es-419.lproj/pass.strings": BRANCH,
        "English.lproj/pass.strings": BRANCH,
        "__MACOSX/de.lproj/._pass.strings": BRANCH,
      }),
    ],
  },
  "strings-locale-case": {
    triggers: withStrings({ "en_US.lproj/pass.strings": BRANCH }),
    passes: withStrings({ "en-US.lproj/pass.strings": BRANCH }),
  },
  "strings-name": {
    triggers: [
      withStrings({ "de.lproj/Localizable.strings": BRANCH }),
      withStrings({ "de.lproj/Pass.strings": BRANCH }),
      withStrings({ "pass.strings": BRANCH }),
    ],
    passes: withStrings({ "de.lproj/pass.strings": BRANCH }),
  },
  "strings-syntax": {
    triggers: [
      withStrings({ "de.lproj/pass.strings": '"branch_label" = "Filiale"\n"other" = "x";' }),
      withStrings({ "de.lproj/pass.strings": '"branch_label" = "Fil"iale";' }),
      withStrings({ "de.lproj/pass.strings": '"branch_label" "Filiale";' }),
    ],
    passes: [
      withStrings({ "de.lproj/pass.strings": '/* A comment */\n// Another\n\nbranch_label="Die \\"Filiale\\"";' }),
      withStrings({
        "de.lproj/pass.strings":
          '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>branch_label</key><string>Filiale</string></dict></plist>',
      }),
    ],
  },
  "strings-encoding": {
    triggers: [
      withStrings({ "de.lproj/pass.strings": utf16(BRANCH) }),
      // Windows-1252: an é alone is no UTF-8.
      withStrings({ "fr.lproj/pass.strings": Uint8Array.from('"branch_label" = "Préfecture";', (letter) => letter.charCodeAt(0)) }),
    ],
    passes: [
      withStrings({ "de.lproj/pass.strings": utf16(`\ufeff${BRANCH}`) }),
      withStrings({ "fr.lproj/pass.strings": '"branch_label" = "Préfecture";' }),
      withStrings({ "fr.lproj/pass.strings": '\ufeff"branch_label" = "Préfecture";' }),
    ],
  },
  "strings-dup": {
    triggers: withStrings({ "de.lproj/pass.strings": `${BRANCH}"branch_label" = "Filiale";` }),
    passes: withStrings({ "de.lproj/pass.strings": BRANCH }),
  },
  "strings-missing": {
    triggers: [
      withStrings({ "de.lproj/pass.strings": BRANCH, "fr.lproj/pass.strings": '"Harbour" = "Port";' }),
      withStrings({ "de.lproj/pass.strings": BRANCH, "fr.lproj/strip.png": makePng(375, 144) }),
    ],
    passes: [
      withStrings({ "de.lproj/pass.strings": BRANCH, "fr.lproj/pass.strings": BRANCH }),
      withStrings({ "de.lproj/pass.strings": BRANCH }),
      // A key that nothing uses is missed by no one.
      withStrings({ "de.lproj/pass.strings": `${BRANCH}"unused" = "x";`, "fr.lproj/pass.strings": BRANCH }),
      // Austria takes the German texts; English has its words in pass.json.
      withStrings({ "de.lproj/pass.strings": BRANCH, "de-AT.lproj/strip.png": makePng(375, 144) }),
      withStrings({ "de.lproj/pass.strings": '"Harbour" = "Hafen";', "en.lproj/strip.png": makePng(375, 144) }),
    ],
  },
  "strings-unused": {
    triggers: withStrings({ "de.lproj/pass.strings": '"branch label" = "Filiale";' }),
    passes: withStrings({ "de.lproj/pass.strings": BRANCH }),
  },
  "strings-placeholder": {
    triggers: [
      withChangeMessage("Branch is now %@", { "de.lproj/pass.strings": '"Branch is now %@" = "Neue Filiale";' }),
      withChangeMessage("branch_changed", {
        "de.lproj/pass.strings": '"branch_changed" = "Filiale: %@";',
        "fr.lproj/pass.strings": '"branch_changed" = "Nouvelle agence";',
      }),
    ],
    passes: [
      withChangeMessage("Branch is now %@", { "de.lproj/pass.strings": '"Branch is now %@" = "Neue Filiale: %@";' }),
      withChangeMessage("branch_changed", { "de.lproj/pass.strings": '"branch_changed" = "Filiale: %@";' }),
    ],
  },
};
