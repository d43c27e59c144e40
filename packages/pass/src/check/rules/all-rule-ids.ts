import { BUNDLE_RULES } from "./bundle.ts";
import { RULES } from "./index.ts";

/** The ids that a check can report, of passes and of bundles. */
export const ALL_RULE_IDS: ReadonlySet<string> = /* @__PURE__ */ new Set([...RULES, ...BUNDLE_RULES].map(({ id }) => id));
