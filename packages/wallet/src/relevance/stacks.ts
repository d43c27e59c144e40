import type { PassStyle } from "@passwright/pass";

/** What of a pass decides with which others it is stacked. */
export interface StackablePass {
  readonly passTypeIdentifier: string;
  readonly style: PassStyle | null;
  readonly groupingIdentifier: string | null;
}

/** Passes that lie on one another. */
export interface PassStack<T> {
  readonly passes: readonly T[];
  /** `groupingIdentifier`: the issuer put them together. `automatic`: Wallet did. */
  readonly by: "groupingIdentifier" | "automatic";
}

/** Styles that may say what belongs together. */
const GROUPING_STYLES: ReadonlySet<PassStyle | null> = /* @__PURE__ */ new Set(["boardingPass", "eventTicket"]);

/**
 * Stacks passes: boarding passes and event tickets with one groupingIdentifier, of one type and style, lie together; all
 * others are "grouped automatically" (Pass.groupingIdentifier), which is taken to mean by type and style. Stacks and passes keep the order given.
 *
 * @example
 * ```ts
 * const stacks = stackPasses(wallet.passes);
 * console.log(stacks.map(({ passes }) => passes.length));
 * ```
 */
export function stackPasses<T extends StackablePass>(passes: Iterable<T>): readonly PassStack<T>[] {
  const stacks = new Map<string, { readonly passes: T[]; readonly by: PassStack<T>["by"] }>();
  for (const pass of passes) {
    const group = GROUPING_STYLES.has(pass.style) && pass.groupingIdentifier !== "" ? pass.groupingIdentifier : null;
    const key = JSON.stringify([pass.passTypeIdentifier, pass.style, group]);
    const stack = stacks.get(key);
    if (stack === undefined) stacks.set(key, { passes: [pass], by: group === null ? "automatic" : "groupingIdentifier" });
    else stack.passes.push(pass);
  }
  return [...stacks.values()];
}
