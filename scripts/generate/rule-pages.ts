import { EN } from "../../packages/pass/src/check/messages/en.ts";
import { INSTALL_STEPS, type RuleWords } from "../../packages/pass/src/check/rule.ts";
import type { Generator } from "./generator.ts";
import { assertAreasComplete, RULE_AREAS, type RuleArea, type RuleRow } from "./rule-areas.ts";
import { reportLines, showExamples } from "./rule-examples.ts";

const FOLDER = "docs/reference/rules/";

/** One page per rule, a list of all, and what areas there are: made from the rules, their words and the examples that the tests run. */
export const rulePages: Generator = {
  name: "rule-pages",
  outputs: [FOLDER],
  generate: async () => {
    assertAreasComplete();
    const pages = new Map<string, string>([
      [`${FOLDER}README.md`, areasPage()],
      [`${FOLDER}index.md`, listPage()],
    ]);
    for (const { rules } of RULE_AREAS) for (const rule of rules) pages.set(`${FOLDER}${rule.id}.md`, await rulePage(rule));
    return pages;
  },
};

const TOTAL = RULE_AREAS.reduce((sum, { rules }) => sum + rules.length, 0);

function wordsOf(id: string): RuleWords {
  const words = EN[id];
  if (words === undefined) throw new Error(`the rule ${id} has no words`);
  return words;
}

/** The areas with how many rules they have. */
function areasPage(): string {
  const row = (title: string, rules: readonly RuleRow[]) => {
    const count = (test: (rule: RuleRow) => boolean) => rules.filter((rule) => test(rule)).length;
    return `| ${title} | ${rules.length} | ${count(({ severity }) => severity === "error")} | ${count(({ effect }) => effect === "refuses")} | ${count(({ severity }) => severity === "warning")} | ${count(({ severity }) => severity === "info")} |`;
  };
  const all = RULE_AREAS.flatMap(({ rules }) => rules);
  const lines = [
    "# The rules by area",
    "",
    `\`passwright check\` knows ${TOTAL} rules. [All of them in one list](index.md); a page for each tells what a device does, why, what to do, on what evidence, and shows an example of either kind.`,
    "",
    "| area | rules | errors | of which refuse | warnings | advice |",
    "|---|---|---|---|---|---|",
    ...RULE_AREAS.map(({ title, rules }) => row(`[${title}](index.md#${anchorOf(title)})`, rules)),
    row("**All**", all),
  ];
  return `${lines.join("\n")}\n`;
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/gu, "")
    .replaceAll(" ", "-");
}

function listPage(): string {
  const lines = [
    "# Rules",
    "",
    `What \`passwright check\` looks for: ${TOTAL} rules ([counted by area](README.md)). A rule of severity *error* tells of a pass that is refused or loses a feature; only those that say *refuses* decide whether a pass installs.`,
    ...RULE_AREAS.flatMap((area) => areaLines(area)),
  ];
  return `${lines.join("\n")}\n`;
}

function areaLines({ title, rules }: RuleArea): readonly string[] {
  return [
    "",
    `## ${title}`,
    "",
    "| rule | severity | effect | says |",
    "|---|---|---|---|",
    ...rules.map(
      (rule) =>
        `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${effectOf(rule)} | ${cell(readable(wordsOf(rule.id).message))} |`,
    ),
  ];
}

async function rulePage(rule: RuleRow): Promise<string> {
  const { message, device, why, fix } = wordsOf(rule.id);
  const { found, notFound } = await showExamples(rule.id);
  const lines = [
    `# ${rule.id}`,
    "",
    readable(message),
    "",
    "| | |",
    "|---|---|",
    `| severity | ${rule.severity} |`,
    `| effect | ${EFFECTS[rule.effect]} |`,
    ...(rule.step === undefined
      ? []
      : [`| step | ${rule.step}, number ${INSTALL_STEPS.indexOf(rule.step) + 1} of ${INSTALL_STEPS.length} that a device walks |`]),
    ...(rule.step === undefined
      ? []
      : [`| decides | ${rule.refusal === undefined ? "for today and for the day of signing" : REFUSALS[rule.refusal]} |`]),
    `| evidence | ${EVIDENCE[rule.basis]} |`,
    `| consequence | ${rule.confirmed ? "seen on a device, stated by Apple or reported from a test" : "to be expected; not seen on a device"} |`,
    ...(rule.narrows === undefined ? [] : [`| said instead of | ${rule.narrows.map((id) => `[${id}](${id}.md)`).join(", ")} |`]),
    "",
    "**What a device does.** " + readable(device),
    "",
    "**Why.** " + readable(why),
    "",
    "**What to do.** " + readable(fix),
    "",
    "## Found",
    "",
    ...found.lines,
    "",
    "What the check says of it:",
    "",
    ...reportLines(found.findings, rule.id),
    "",
    "## Not found",
    "",
    ...notFound.lines,
    "",
    "## Sources",
    "",
    ...rule.sources.map((source) => `- ${source.startsWith("http") ? `<${source}>` : source}`),
  ];
  return `${lines.join("\n")}\n`;
}

const EFFECTS = {
  refuses: "refuses: the pass is not installed",
  loses: "loses: information or a feature",
  degrades: "degrades: the pass works, less well",
} as const;

const REFUSALS = {
  now: "for today; says nothing of the day of signing",
  "some-devices": "on some devices: the verdict is *depends*",
} as const;

const EVIDENCE = {
  doc: "Apple's documentation",
  "apple-tool": "Apple's open source tool",
  community: "reports of developers",
  observed: "counted in real passes",
  inferred: "follows from the format",
  contradiction: "sources disagree",
} as const;

function effectOf({ effect, step, refusal }: RuleRow): string {
  if (effect !== "refuses") return effect;
  const where = `refuses (${step ?? ""})`;
  if (refusal === "now") return `${where}, today`;
  return refusal === "some-devices" ? `${where}, on some devices` : where;
}

/** Placeholders stand for values of the case: shown as *value*. Pipes and angle brackets must not become markup. */
function readable(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(/\{(\w+)\}/gu, "*$1*");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
