import { keysOf } from "../model/keys/lookup.ts";
import type { StyleScheme } from "../model/style.ts";
import { isBlank } from "./semantic-places.ts";
import type { CheckSubject } from "./subject.ts";

/** Keys that need a scheme and have rules of their own about that. */
const TOLD_ELSEWHERE: ReadonlySet<string> = /* @__PURE__ */ new Set(["upcomingPassInformation", "auxiliaryStoreIdentifiers"]);

/**
 * Keys at the top of pass.json that only a newer look draws, given in a pass that asks for none of the looks that do.
 * A key that several looks draw belongs to the first of them.
 */
export function keysWithoutScheme(subject: CheckSubject, scheme: StyleScheme): readonly string[] {
  return keysOf("Pass")
    .filter(({ name, schemes, styles }) => {
      if (schemes[0] !== scheme || TOLD_ELSEWHERE.has(name) || isBlank(subject.pass[name])) return false;
      // posterGeneric draws some of them and needs no scheme.
      if (styles.includes("posterGeneric") && subject.styles.includes("posterGeneric")) return false;
      return !schemes.some((one) => subject.schemes.includes(one));
    })
    .map(({ name }) => name);
}
