import { PassError } from "../errors.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";

/** How the passes of a template are redeemed at a door: `scan` of template.json, with the values of one pass put in. */
export interface ScanRule {
  /**
   * `once`: lets in once. `times`: so many times. `unlimited`: each time. `in-out`: in only while outside, out only while inside.
   * `balance`: takes an amount off a value of the pass.
   */
  readonly kind: "once" | "times" | "unlimited" | "in-out" | "balance";
  /** Of `times`: how often; of `in-out`: how often in, null for no end. Null for the others. */
  readonly times: number | null;
  /** Epoch milliseconds: not before. */
  readonly from: number | null;
  /** Epoch milliseconds: not from here on. */
  readonly until: number | null;
  /** Where it is let in; null: everywhere. */
  readonly gates: readonly string[] | null;
  /** What the scanner shows to the person at the door, by its label. */
  readonly show: readonly { readonly label: string; readonly value: string }[];
  /** The value of the pass that holds how often it was let in; null: none. */
  readonly count: string | null;
  /** The value of the pass that an amount is taken off. */
  readonly balance: string | null;
  /** Voids the pass when no use is left. */
  readonly voidWhenUsedUp: boolean;
}

/** Bounds of a rule: what a scanner shows has to fit on its screen. */
export const SCAN_RULE_LIMITS = { times: 1_000_000, gates: 100, shown: 20, text: 200 } as const;

const KINDS: readonly ScanRule["kind"][] = ["once", "times", "unlimited", "in-out", "balance"];

/** Members of a rule, and the kinds that take them; null: all. */
const MEMBERS: ReadonlyMap<string, readonly ScanRule["kind"][] | null> = new Map([
  ["kind", null],
  ["times", ["times", "in-out"]],
  ["from", null],
  ["until", null],
  ["gates", null],
  ["show", null],
  ["count", null],
  ["balance", ["balance"]],
  ["voidWhenUsedUp", ["once", "times", "balance"]],
]);

/**
 * Reads a rule with its values put in. Null and what an expression left out count as absent.
 *
 * @throws {PassError} `ERR_PASS_TEMPLATE_INVALID` with the member that is wrong.
 */
export function parseScanRule(given: JsonValue): ScanRule {
  if (!isJsonObject(given)) throw wrong("scan", "is not an object");
  const kind = KINDS.find((one) => one === given["kind"]);
  if (kind === undefined) throw wrong("scan.kind", `is none of ${KINDS.join(", ")}`);
  for (const [name, value] of Object.entries(given)) {
    const takenBy = MEMBERS.get(name);
    if (takenBy === undefined) throw wrong(`scan.${name}`, "is no member of a rule");
    if (takenBy !== null && !takenBy.includes(kind) && value !== null) throw wrong(`scan.${name}`, `does not go with ${kind}`);
  }
  const times = readTimes(given["times"] ?? null);
  if (kind === "times" && times === null) throw wrong("scan.times", "is missing");
  const balance = readText("balance", given["balance"] ?? null);
  if (kind === "balance" && balance === null) throw wrong("scan.balance", "is missing: the name of the value with the balance");
  const from = readTime("from", given["from"] ?? null);
  const until = readTime("until", given["until"] ?? null);
  if (from !== null && until !== null && until <= from) throw wrong("scan.until", "is not after scan.from");
  const voids = given["voidWhenUsedUp"] ?? false;
  if (typeof voids !== "boolean") throw wrong("scan.voidWhenUsedUp", "is neither true nor false");
  const count = readText("count", given["count"] ?? null);
  if (count !== null && count === balance) throw wrong("scan.count", "is the value with the balance");
  return {
    kind,
    times,
    from,
    until,
    gates: readGates(given["gates"] ?? null),
    show: readShown(given["show"] ?? null),
    count,
    balance,
    voidWhenUsedUp: voids,
  };
}

function readTimes(value: JsonValue): number | null {
  if (value === null) return null;
  const times = typeof value === "string" && /^\d{1,7}$/u.test(value) ? Number(value) : value;
  if (typeof times === "number" && Number.isInteger(times) && times >= 1 && times <= SCAN_RULE_LIMITS.times) return times;
  throw wrong("scan.times", `is not a whole number from 1 to ${SCAN_RULE_LIMITS.times}`);
}

/** RFC 3339: without a zone nobody knows when a door opens. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

function readTime(name: string, value: JsonValue): number | null {
  if (value === null || value === "") return null;
  const at = typeof value === "string" && TIME.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw wrong(`scan.${name}`, "is not a date and time with its zone, such as 2027-05-01T19:00:00+02:00");
  return at;
}

function readText(name: string, value: JsonValue): string | null {
  if (value === null) return null;
  if (typeof value === "string" && value !== "" && value.length <= SCAN_RULE_LIMITS.text) return value;
  throw wrong(`scan.${name}`, `is not a text of 1 to ${SCAN_RULE_LIMITS.text} characters`);
}

function readGates(value: JsonValue): readonly string[] | null {
  if (value === null) return null;
  const gates = isJsonArray(value) && value.length > 0 && value.length <= SCAN_RULE_LIMITS.gates ? value : null;
  if (gates === null) throw wrong("scan.gates", `is not a list of 1 to ${SCAN_RULE_LIMITS.gates} names`);
  return gates.map((gate, index) => readText(`gates[${index}]`, gate) ?? "");
}

/** Labels with texts, numbers or truth values; what is null or left out is not shown. */
function readShown(value: JsonValue): ScanRule["show"] {
  if (value === null) return [];
  if (!isJsonObject(value) || Object.keys(value).length > SCAN_RULE_LIMITS.shown) {
    throw wrong("scan.show", `is not an object of at most ${SCAN_RULE_LIMITS.shown} labels and values`);
  }
  return Object.entries(value satisfies JsonObject).flatMap(([label, shown]) => {
    if (shown === null) return [];
    if (typeof shown === "object") throw wrong(`scan.show.${label}`, "is neither a text nor a number");
    return [{ label: label.slice(0, SCAN_RULE_LIMITS.text), value: String(shown).slice(0, SCAN_RULE_LIMITS.text) }];
  });
}

function wrong(member: string, what: string): PassError {
  return new PassError("ERR_PASS_TEMPLATE_INVALID", `template.json: ${member} ${what}.`, {
    details: { file: "template.json", reason: `${member} ${what}` },
  });
}
