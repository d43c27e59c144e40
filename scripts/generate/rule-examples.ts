import { checkBundle } from "../../packages/pass/src/check/check-bundle.ts";
import { checkDelivery, type Delivery } from "../../packages/pass/src/check/delivery.ts";
import { describeFinding, formatWhere } from "../../packages/pass/src/check/describe-finding.ts";
import { readImageFacts } from "../../packages/pass/src/check/read-image-facts.ts";
import type { Finding } from "../../packages/pass/src/check/rule.ts";
import { comparePasses } from "../../packages/pass/src/compare/compare-passes.ts";
import { EXAMPLE_NOW } from "../../packages/pass/test/check/base-pass.ts";
import type { RuleExample } from "../../packages/pass/test/check/example.ts";
import { BUNDLE_EXAMPLES, type BundleExample } from "../../packages/pass/test/check/examples/bundle.ts";
import { DELIVERY_EXAMPLES, GOOD_DELIVERY } from "../../packages/pass/test/check/examples/delivery.ts";
import { EXAMPLES } from "../../packages/pass/test/check/examples/index.ts";
import { UPDATE_EXAMPLES, type UpdateExample } from "../../packages/pass/test/check/examples/update.ts";
import { exampleTrustAnchors } from "../../packages/pass/test/check/package-kit.ts";
import { exampleFiles, runExample } from "../../packages/pass/test/check/run-example.ts";

/** One example on a page: what it is, as Markdown lines, and what the check says of it. */
export interface ShownExample {
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
}

/** The two examples of a rule, taken from those that the tests run. */
export interface ShownExamples {
  readonly found: ShownExample;
  readonly notFound: ShownExample;
}

/** Lines of one listing on a page. */
const MAX_LINES = 60;
/** Characters of one text in a listing. */
const MAX_TEXT = 160;

/**
 * The examples of a rule, run.
 *
 * @throws {Error} where the rule has none, or does not find what it should.
 */
export async function showExamples(id: string): Promise<ShownExamples> {
  const shown = await examplesOf(id);
  if (!shown.found.findings.some(({ rule }) => rule === id)) throw new Error(`${id} does not find its example`);
  if (shown.notFound.findings.some(({ rule }) => rule === id)) throw new Error(`${id} finds what it should not`);
  return shown;
}

async function examplesOf(id: string): Promise<ShownExamples> {
  const ofPass = Object.hasOwn(EXAMPLES, id) ? EXAMPLES[id] : undefined;
  if (ofPass !== undefined) {
    return {
      found: await showPass(plainest(ofPass.triggers), "with the fault that the check tells of"),
      notFound: await showPass(plainest(ofPass.passes), "without the fault"),
    };
  }
  const ofBundle = BUNDLE_EXAMPLES[id];
  if (ofBundle !== undefined) return { found: await showBundle(ofBundle.triggers), notFound: await showBundle(ofBundle.passes) };
  const ofDelivery = DELIVERY_EXAMPLES[id];
  if (ofDelivery !== undefined) {
    return { found: showDelivery(first(ofDelivery.triggers)), notFound: showDelivery(first(ofDelivery.passes)) };
  }
  const ofUpdate = UPDATE_EXAMPLES[id];
  if (ofUpdate !== undefined) return { found: showUpdate(first(ofUpdate.triggers)), notFound: showUpdate(first(ofUpdate.passes)) };
  throw new Error(`the rule ${id} has no examples`);
}

/** What the check says of an example, for the page. */
export function reportLines(findings: readonly Finding[], id: string): readonly string[] {
  const own = findings.filter(({ rule }) => rule === id);
  const lines = own.slice(0, 3).map((finding) => {
    const where = formatWhere(finding.where);
    return `${where === "" ? "" : `${where}: `}${describeFinding(finding).message}`;
  });
  return ["```text", ...lines, ...(own.length > 3 ? [`… and ${own.length - 3} more`] : []), "```"];
}

/** The example of which a page can show most: pass.json alone before files, files before a whole package. */
function plainest(examples: RuleExample | readonly RuleExample[]): RuleExample {
  const list: readonly RuleExample[] = Array.isArray(examples) ? examples : [examples as RuleExample];
  const weight = ({ package: build, alter, files, passText }: RuleExample) =>
    (build === undefined ? 0 : 4) + (alter === undefined ? 0 : 2) + (files === undefined && passText === undefined ? 0 : 1);
  return first(list.toSorted((one, other) => weight(one) - weight(other)));
}

/** @param how what is to be said of a package that a program makes. */
async function showPass(example: RuleExample, how: string): Promise<ShownExample> {
  const { style = "generic", pass, passText, files = {}, package: build, alter, fileName, now } = example;
  const lines: string[] = [];
  const base = `a plain \`${style}\` pass`;
  if (build !== undefined) {
    lines.push(`${sentence(base)}, signed and packed, ${how}.`);
    if (alter !== undefined) lines.push("", "Some of its facts are given by the test: only Apple's own keys could make them.");
  }
  if (build === undefined && pass === undefined && passText === undefined)
    lines.push(`${sentence(base)}${Object.keys(files).length > 0 ? ", with these files:" : "."}`);
  if (pass !== undefined)
    lines.push(`Over ${base}, as a merge patch of pass.json:`, "", ...listing("json", JSON.stringify(pass, null, 2)));
  if (passText !== undefined) lines.push("As pass.json:", "", ...content("pass.json", passText));
  if (pass !== undefined && Object.keys(files).length > 0) lines.push("", "With these files:");
  for (const [path, bytes] of Object.entries(files)) {
    if (bytes === null) lines.push("", `\`${path}\` is left out.`);
    else lines.push("", `\`${path}\`:`, "", ...content(path, bytes));
  }
  if (fileName !== undefined) lines.push("", `The file is called \`${fileName}\`.`);
  if (now !== undefined) lines.push("", `Checked on ${now.slice(0, 10)}.`);
  return { lines, findings: (await runExample(example)).findings };
}

async function showBundle({ about, make, fileName = "tickets.pkpasses" }: BundleExample): Promise<ShownExample> {
  const options = { fileName, now: new Date(EXAMPLE_NOW), trustAnchors: await exampleTrustAnchors() };
  return { lines: [about], findings: (await checkBundle(await make(), options)).findings };
}

function showDelivery(delivery: Delivery): ShownExample {
  const differs = Object.entries(delivery).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(GOOD_DELIVERY[key as keyof Delivery]),
  );
  const lines =
    differs.length === 0
      ? ["A delivery as it should be:", "", ...listing("json", JSON.stringify(delivery, null, 2))]
      : ["A delivery as it should be, but for this:", "", ...listing("json", JSON.stringify(Object.fromEntries(differs), null, 2))];
  return { lines, findings: checkDelivery(delivery) };
}

function showUpdate({ before, after, personalized = false }: UpdateExample): ShownExample {
  const part = (title: string, { pass = {}, files = {} }: RuleExample) => [
    `${title}, as a merge patch of pass.json:`,
    "",
    ...listing("json", JSON.stringify(pass, null, 2)),
    ...Object.keys(files).map((path) => `\nBeside it: \`${path}\`.`),
    "",
  ];
  const { findings } = comparePasses({ files: exampleFiles(before) }, { files: exampleFiles(after) }, { personalized });
  const lines = [...part("Before", before), ...part("After", after)];
  if (personalized) lines.push("The holder has signed up for rewards.");
  return { lines: lines.at(-1) === "" ? lines.slice(0, -1) : lines, findings };
}

/** What a file holds: a text as it is, a picture in a sentence, other bytes as their beginning. */
function content(path: string, bytes: string | Uint8Array): readonly string[] {
  if (typeof bytes === "string") return listing("text", bytes);
  const facts = readImageFacts(bytes);
  if (facts !== null) {
    const damage = facts.intact ? "" : ", damaged";
    return [`${facts.format.toUpperCase()} of ${facts.width} × ${facts.height} pixels, ${bytes.length} bytes${damage}.`];
  }
  if (bytes.length === 0) return ["No bytes."];
  const start = Array.from(bytes.subarray(0, 24), (octet) => octet.toString(16).padStart(2, "0")).join(" ");
  return [
    `${bytes.length} bytes${path.endsWith(".png") ? " that are no picture" : ""}: \`${start}${bytes.length > 24 ? " …" : ""}\``,
  ];
}

/** A fenced block, cut to a length that people read. JSON that was cut is no JSON any more. */
function listing(language: "json" | "text", text: string): readonly string[] {
  const lines = visible(text).split("\n");
  const shown = lines.slice(0, MAX_LINES).map(clip);
  const isCut = lines.length > MAX_LINES || shown.some((line, index) => line !== lines[index]);
  return [`\`\`\`${isCut ? "text" : language}`, ...shown, ...(lines.length > MAX_LINES ? ["…"] : []), "```"];
}

function clip(line: string): string {
  return line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT)}…`;
}

/** Control characters but the line end as escapes; fences must not end the block. */
function visible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/(?!\n)[\p{Cc}\ufeff]/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("```", "'''");
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error("a rule without an example");
  return item;
}
