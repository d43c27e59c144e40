import type { ScanRule } from "@passwright/pass";

/** Why somebody is not let in. A scanner branches on these; the words beside them are for the person at the door. */
export const SCAN_REASONS = {
  unknown: "Not a pass of ours",
  "bad-signature": "The barcode is forged or damaged",
  "unknown-key": "The barcode was signed by somebody else, or under a key that was retired",
  "not-here": "A pass for something else",
  "test-pass": "A pass that was made for trying",
  "live-pass": "A real pass, and a scanner for trying",
  ambiguous: "More than one pass has this barcode",
  "no-rule": "The template of the pass says nothing about scanning",
  "rule-broken": "The rule of the template cannot be used with the values of this pass",
  voided: "The pass is void",
  expired: "The pass has expired",
  "not-yet": "Not valid yet",
  over: "No longer valid",
  "wrong-gate": "Not at this gate",
  "already-used": "Used already",
  "used-up": "No uses are left",
  "already-inside": "Already inside",
  "not-inside": "Not inside",
  "amount-missing": "No amount was given",
  "no-balance": "The pass has no balance",
  "balance-too-low": "The balance is too low",
  "id-reused": "This id was given to another scan",
} as const satisfies Readonly<Record<string, string>>;

/** A name of {@link SCAN_REASONS}. */
export type ScanReason = keyof typeof SCAN_REASONS;

/** What is known of the uses of a pass. */
export interface PassUse {
  readonly uses: number;
  readonly inside: boolean;
  /** Of the last scan that was let in and not undone; epoch ms. */
  readonly lastAt: number | null;
  readonly lastGate: string | null;
  readonly lastScanId: string | null;
}

export const UNUSED: PassUse = { uses: 0, inside: false, lastAt: null, lastGate: null, lastScanId: null };

/** What a scanner saw. */
export interface ScanFacts {
  /** Epoch ms: when it was held before the scanner. */
  readonly at: number;
  readonly gate: string | null;
  /** Of rules that count people in and out. */
  readonly direction: "in" | "out";
  /** What is taken off a balance. */
  readonly amount: number | null;
}

/** Of a pass, what decides. */
export interface ScannedPass {
  readonly voided: boolean;
  /** Whole seconds since 1970; null: never. */
  readonly expiresAt: number | null;
  /** JSON text. */
  readonly values: string;
}

/** Whether somebody is let in, and what then is different. */
export interface ScanVerdict {
  readonly reason: ScanReason | null;
  /** Afterwards. */
  readonly uses: number;
  /** Uses that are left; null: no end. */
  readonly remaining: number | null;
  /** Null where nobody counts. */
  readonly inside: boolean | null;
  readonly balance: number | null;
  /** The scan that stands in the way, or the last one. */
  readonly previous: { readonly at: number; readonly gate: string | null; readonly scanId: string } | null;
  /** What changes of the pass itself. */
  readonly change: { readonly values?: string; readonly voided?: true } | null;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Decides a scan. Pure, so that it can run inside the transaction that writes what it decides: of any number of scanners that
 * hold the same ticket, each sees what the one before it wrote.
 */
export function judgeScan(rule: ScanRule, pass: ScannedPass, use: PassUse, scan: ScanFacts): ScanVerdict {
  const values = JSON.parse(pass.values) as Values;
  const balance = rule.balance === null ? null : toUnits(values[rule.balance]);
  const reason = findReason(rule, pass, use, scan, balance);
  const previous =
    use.lastAt === null || use.lastScanId === null ? null : { at: use.lastAt, gate: use.lastGate, scanId: use.lastScanId };
  const isOut = rule.kind === "in-out" && scan.direction === "out";
  const uses = use.uses + (reason === null && !isOut ? 1 : 0);
  const inside = rule.kind === "in-out" ? (reason === null ? !isOut : use.inside) : null;
  const left = balance === null ? null : balance - (reason === null ? (toUnits(scan.amount) ?? 0) : 0);
  const most = mostUses(rule);
  const facts = {
    reason,
    uses,
    remaining: most === null ? null : Math.max(0, most - uses),
    inside,
    balance: left === null ? null : left / UNITS,
    previous,
  };
  return { ...facts, change: reason === null ? changeOf(rule, values, facts) : null };
}

/** How often a rule lets in at all; null: no end. */
export function mostUses({ kind, times }: ScanRule): number | null {
  return kind === "once" ? 1 : times;
}

function findReason(rule: ScanRule, pass: ScannedPass, use: PassUse, scan: ScanFacts, balance: number | null): ScanReason | null {
  const most = mostUses(rule);
  // Whoever is inside gets out, whatever has become of the pass meanwhile.
  if (rule.kind === "in-out" && scan.direction === "out") return use.inside ? null : "not-inside";
  const isUsedUp = most !== null && use.uses >= most;
  // Used up says more than void, where the last use has made it so.
  if (isUsedUp && rule.kind !== "in-out") return most === 1 ? "already-used" : "used-up";
  if (pass.voided) return "voided";
  // Exactly at its time a pass has expired: `expirationDate` is when it becomes invalid.
  if (pass.expiresAt !== null && scan.at >= pass.expiresAt * 1000) return "expired";
  if (rule.from !== null && scan.at < rule.from) return "not-yet";
  if (rule.until !== null && scan.at >= rule.until) return "over";
  if (rule.gates !== null && (scan.gate === null || !rule.gates.includes(scan.gate))) return "wrong-gate";
  switch (rule.kind) {
    case "once":
    case "times":
    case "unlimited":
      return null;
    case "in-out":
      return use.inside ? "already-inside" : isUsedUp ? "used-up" : null;
    case "balance": {
      const amount = toUnits(scan.amount);
      if (balance === null) return "no-balance";
      if (amount === null) return "amount-missing";
      return amount > balance ? "balance-too-low" : null;
    }
    default:
      return rule.kind satisfies never;
  }
}

function changeOf(
  rule: ScanRule,
  values: Values,
  { uses, remaining, balance }: Pick<ScanVerdict, "uses" | "remaining" | "balance">,
): ScanVerdict["change"] {
  const changed = {
    ...values,
    ...(rule.count !== null && { [rule.count]: uses }),
    ...(rule.balance !== null && { [rule.balance]: balance }),
  };
  const isUsedUp = rule.voidWhenUsedUp && (remaining === 0 || balance === 0);
  if (rule.count === null && rule.balance === null && !isUsedUp) return null;
  return {
    ...((rule.count !== null || rule.balance !== null) && { values: JSON.stringify(changed) }),
    ...(isUsedUp && { voided: true as const }),
  };
}

/** Amounts are counted in whole ten-thousandths, so that 0.1 and 0.2 make 0.3. */
const UNITS = 10_000;
const MOST = 1_000_000_000;

/** Null for what is no amount with at most four digits behind the point. */
export function toUnits(amount: unknown): number | null {
  if (typeof amount !== "number" || !(amount >= 0 && amount <= MOST)) return null;
  const units = Math.round(amount * UNITS);
  return units / UNITS === amount ? units : null;
}

/** The values of a pass with an undone scan taken out of them. */
export function undoValues(
  text: string,
  { count, balance }: { readonly count: string | null; readonly balance: string | null },
  { uses, amount }: { readonly uses: number; readonly amount: number | null },
): string {
  const values = JSON.parse(text) as Values;
  const known = balance === null ? null : toUnits(values[balance]);
  return JSON.stringify({
    ...values,
    ...(count !== null && { [count]: uses }),
    ...(balance !== null && known !== null && { [balance]: (known + (toUnits(amount) ?? 0)) / UNITS }),
  });
}

/** Whether two states of a pass's values are the same to a rule: what its own scans write into them does not count. */
export function isSameToRule(rule: ScanRule, one: string, two: string): boolean {
  if (one === two) return true;
  const strip = (text: string) =>
    Object.entries(JSON.parse(text) as Values).filter(([name]) => name !== rule.count && name !== rule.balance);
  return JSON.stringify(strip(one)) === JSON.stringify(strip(two));
}
