"""Writes spell-out-vectors.ts: what ICU's own interpreter makes of the committed rules' source.

  npm install && apt-get install python3-icu
  /usr/bin/python3 packages/render/test/format/vectors/make-vectors.py

PyICU 2.10.2 with ICU 72.1, over the rules of the npm package cldr-rbnf 48.2.0.
"""

import pathlib
import re
import unicodedata

import icu

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[4]
RULES = ROOT / "node_modules/cldr-rbnf/rbnf"
LOADERS = ROOT / "packages/render/src/format/data/spell-out/index.ts"

VALUES = """0 1 2 3 5 7 8 10 11 12 13 16 19 20 21 22 25 31 38 45 50 67 70 71 77 80 81 90 91 99 100 101 110 111 121 200 221 300 321 400 500
600 700 800 999 1000 1001 1100 1234 1900 2000 2021 5000 10000 11000 12345 21000 99999 100000 101000 123456 999999 1000000 1000001
1234567 2000000 5000000 21000000 100000000 1000000000 1234567890 2000000000 1000000000000 1000000000000001 1000000000000000
9007199254740991 -1 -5 -21 -1234567 -1000000000000000 0.5 0.1 0.01 0.25 0.001 1.5 2.5 3.14 10.05 100.001 1234567.89 123456.789 -0.5
-12.75""".split()


def escape(text):
    hidden = lambda c: unicodedata.category(c) == "Cf" or (unicodedata.category(c)[0] == "Z" and c != " ")
    return "".join(f"\\u{ord(c):04X}" if hidden(c) else c for c in text)


lines = []
for language in re.findall(r'^  "?([\w-]+)"?: \(\)', LOADERS.read_text(), re.M):
    name = language.replace("-", "_")
    rules = (RULES / f"{name}-SpelloutRules.txt").read_text()
    spell = icu.RuleBasedNumberFormat(rules, icu.Locale({"no": "nb"}.get(name, name)))
    spell.setDefaultRuleSet("%spellout-numbering")
    numbers = (float(value) if "." in value else int(value) for value in VALUES)
    lines.append("\n".join([f"# {language}", *(escape(spell.format(number)) for number in numbers)]))

(HERE / "spell-out-vectors.ts").write_text(
    "/** Numbers in words by ICU 72.1, over the rules of CLDR 48.2.0. Written by make-vectors.py. */\n"
    f"export const SPELL_OUT_VALUES = `{' '.join(VALUES)}`;\n\n"
    "/** For each language a line `# language`, then a line for each value. */\n"
    "export const SPELL_OUT_WORDS = `\n" + "\n".join(lines) + "\n`;\n"
)
